import JSONText
import Vectors

/// Texts that are cleaned up before they are judged.
extension ValueMutants {
  static var strings: [(String, Change)] {
    let edits: [(String, @Sendable (String) -> String)] = [
      ("trimmed", { $0.trimmingScalars { Self.isSpace($0) } }),
      ("trimmed of spaces", { $0.trimmingScalars { $0 == " " } }),
      ("trimmed at the end", { $0.trimmingScalars(atStart: false) { Self.isSpace($0) } }),
      ("trimmed at the start", { $0.trimmingScalars(atEnd: false) { Self.isSpace($0) } }),
      ("chomped", { $0.trimmingScalars(atStart: false) { $0 == "\n" || $0 == "\r" } }),
      (
        "without one final LF",
        {
          $0.unicodeScalars.last == "\n"
            ? String(String.UnicodeScalarView($0.unicodeScalars.dropLast())) : $0
        }
      ),
      ("in small letters", { $0.lowercased() }), ("in capitals", { $0.uppercased() }),
      (
        "in small ASCII letters",
        { $0.mappingScalars { ("A"..."Z").contains($0) ? Unicode.Scalar($0.value + 32) : $0 } }
      ),
      ("with CRLF as LF", { text in text.removingScalar("\r") }),
      ("cut at a null character", { $0.prefixScalars { $0 != "\u{0}" } }),
      ("cut at a line feed", { $0.prefixScalars { $0 != "\n" } }),
      ("without null characters", { $0.removingScalar("\u{0}") }),
      (
        "without control characters",
        { $0.filteringScalars { $0.value >= 0x20 && $0.value != 0x7F } }
      ),
      (
        "without zero-width characters",
        { $0.filteringScalars { ![0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF].contains($0.value) } }
      ),
      ("without byte order marks", { $0.removingScalar("\u{FEFF}") }),
      ("without soft hyphens", { $0.removingScalar("\u{AD}") }),
      ("without combining marks", { $0.filteringScalars { !(0x300...0x36F).contains($0.value) } }),
      ("without characters above U+FFFF", { $0.filteringScalars { $0.value <= 0xFFFF } }),
      ("without characters beyond ASCII", { $0.filteringScalars { $0.value < 0x80 } }),
      (
        "with dashes as hyphens",
        {
          $0.mappingScalars {
            (0x2010...0x2015).contains($0.value) || $0.value == 0x2212 ? "-" : $0
          }
        }
      ),
      (
        "with fullwidth as ASCII",
        {
          $0.mappingScalars {
            (0xFF01...0xFF5E).contains($0.value) ? Unicode.Scalar($0.value - 0xFEE0) : $0
          }
        }
      ),
      ("with white space as spaces", { $0.mappingScalars { Self.isSpace($0) ? " " : $0 } }),
      ("with no-break spaces as spaces", { $0.mappingScalars { $0.value == 0xA0 ? " " : $0 } }),
      ("with runs of spaces as one", { $0.collapsing { $0 == " " } }),
      ("with runs of white space as one", { $0.collapsing { Self.isSpace($0) } }),
      (
        "with accents folded",
        { $0.mappingScalars { $0.value == 0xE9 ? "e" : $0.value == 0xC0 ? "A" : $0 } }
      ),
      (
        "with case folded beyond ASCII",
        { $0.mappingScalars { $0.value == 0x212A ? "k" : $0.value == 0x17F ? "s" : $0 } }
      ),
      (
        "with curly quotes as straight",
        {
          $0.mappingScalars {
            [0x2018, 0x2019].contains($0.value)
              ? "'" : [0x201C, 0x201D].contains($0.value) ? "\"" : $0
          }
        }
      ),
      ("with replacement characters left out", { $0.removingScalar("\u{FFFD}") }),
      ("cut to 100", { $0.prefixScalars(100) }), ("cut to 200", { $0.prefixScalars(200) }),
      ("cut to 255", { $0.prefixScalars(255) }), ("cut to 1024", { $0.prefixScalars(1024) }),
      ("without quotes", { $0.removingScalar("\"") }),
      (
        "without markup", { $0.contains("<") ? $0.filteringScalars { $0 != "<" && $0 != ">" } : $0 }
      ), ("unescaped again", { $0.contains("\\") ? $0.removingScalar("\\") : $0 }),
      (
        "as bytes of Latin-1",
        { text in text.utf8.reduce(into: "") { $0.unicodeScalars.append(Unicode.Scalar($1)) } }
      ),
      ("with slashes as one", { $0.collapsing { $0 == "/" } }),
      ("with backslashes as slashes", { $0.mappingScalars { $0 == "\\" ? "/" : $0 } }),
    ]
    let fields = ["name", "description", "type", "prefix"]
    let perField = fields.flatMap { field in
      edits.prefix(9).map { name, edit -> (String, Change) in
        (
          "\(field) \(name)",
          { value, target in value.changing(field, in: target) { $0.mappingStrings(edit) } }
        )
      }
    }
    let slash: [(String, Change)] = [
      (
        "prefix with a slash added",
        { value, target in
          value.changing("prefix", in: target) {
            $0.mappingStrings { $0.hasSuffix("/") ? $0 : $0 + "/" }
          }
        }
      ),
      (
        "prefix without a slash at the start",
        { value, target in
          value.changing("prefix", in: target) {
            $0.mappingStrings { $0.hasPrefix("/") ? String($0.dropFirst()) : $0 }
          }
        }
      ),
      (
        "type aliases",
        { value, target in
          value.changing("type", in: target) {
            $0.mappingStrings { ["aws", "aws-s3", "S3", "minio"].contains($0) ? "s3" : $0 }
          }
        }
      ),
    ]
    return edits.map { name, edit in ("strings \(name)", { value, _ in value.mappingStrings(edit) })
    } + perField + slash
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool { ClassText.whiteSpaceSet.contains(scalar) }
}
