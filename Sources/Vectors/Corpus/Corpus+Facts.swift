import APIOperations
import JSONText

extension Corpus {
  /// Longer documents are cut, in bytes.
  private static let shownLength = 1000

  /// Everything about a vector, for people: names and values. A continued fact has an empty name. Values can contain
  /// any character.
  public func facts(of vector: Vector, in file: VectorFile) -> [(name: String, value: String)] {
    var lines: [(name: String, value: String)] = [
      ("id", vector.id), ("why", vector.why), ("target", vector.target),
      ("class", file.className), ("file", file.path),
    ]
    switch vector.judgement {
    case .fixed(.invalid(let findings)):
      lines.append(("expected", "invalid"))
      for finding in findings {
        lines.append(
          ("", "\(finding.pointer.isEmpty ? "(root)" : finding.pointer) \(finding.keyword)"))
      }
    case .fixed(let expectation): lines.append(("expected", expectation.description))
    case .choice(let name, let alternatives):
      let axis = axes.first { $0.id == name }
      lines.append(("expected", "by \(name): \(axis?.question ?? "")"))
      for alternative in alternatives {
        let isRecommended = alternative.name.utf8.elementsEqual((axis?.recommended ?? "").utf8)
        let mark = isRecommended ? " (recommended)" : ""
        lines.append(("", "\(alternative.name)\(mark): \(alternative.expectation)"))
      }
    }
    for given in vector.given {
      lines.append(("given", "\(given.axis): \(given.alternatives.joined(separator: ", "))"))
    }
    lines += vector.rules.map { ("rule", $0) }
    if !vector.tags.isEmpty { lines.append(("tags", vector.tags.joined(separator: ", "))) }
    lines.append(("basis", vector.basis.rawValue))
    if !vector.kills.isEmpty { lines.append(("kills", vector.kills.joined(separator: ", "))) }
    let bytes = vector.input.bytes
    lines.append(("bytes", String(bytes.count)))
    if String(validating: bytes, as: UTF8.self) == nil {
      lines.append(("base64", Base64.encoding(Array(bytes.prefix(Self.shownLength)))))
      lines.append(("", "not UTF-8; U+FFFD below replaces each invalid sequence"))
    }
    let shown = String(decoding: bytes.prefix(Self.shownLength), as: UTF8.self)
    lines.append(("document", shown))
    if bytes.count > Self.shownLength {
      lines.append(("", "and \(bytes.count - Self.shownLength) more bytes; see --document"))
    }
    return lines
  }
}
