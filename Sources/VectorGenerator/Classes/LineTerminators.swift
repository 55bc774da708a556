import JSONText
import Vectors

/// The line terminators of all dialects, where `^`, `$` and `\s` could trip over them.
enum LineTerminators {
  static var files: [DraftFile] {
    Target.allCases.map { target in
      DraftFile(
        path: "patterns/line-terminators/\(target).json",
        title: "Line terminators in the \(target)",
        about: "^ and $ stand for the start and the very end of the text, never of a line.",
        drafts: drafts(target))
    }
  }

  private static let terminators = [
    ("LF", "\n"), ("CR", "\r"), ("CRLF", "\r\n"), ("VT", "\u{B}"), ("FF", "\u{C}"),
    ("U+0085", "\u{85}"),
    ("U+2028", "\u{2028}"), ("U+2029", "\u{2029}"), ("two LF", "\n\n"), ("LFCR", "\n\r"),
  ]

  private static func drafts(_ target: Target) -> [Draft] {
    let right = ["/name": "abc", "/description": "abc", "/prefix": "a/", "/type": "s3"]
    return terminators.flatMap { name, terminator in
      ["/name", "/description", "/prefix", "/type"].flatMap { field -> [Draft] in
        let text = right[field] ?? ""
        let wrong = field == "/prefix" ? "!!" : "##"
        return [
          ("at the start", terminator + text), ("in the middle", text + terminator + text),
          ("at the end", text + terminator), ("before a wrong line", text + terminator + wrong),
          ("after a wrong line", wrong + terminator + text),
        ].map { place, value in
          .field(
            "line-terminators/\(target)\(field)/\(name)/\(place)", target, field, .string(value),
            "\(name) \(place) of \(field).", about: [field == "/type" ? "enum" : "pattern"],
            tags: ["line-terminator"], axis: Choices.dollar)
        }
      }
    }
  }
}
