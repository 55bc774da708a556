import JSONText
import SchemaRules
import Vectors

/// Outcomes taken for others, and limits that others have.
extension ReportMutants {
  static func outcomes(hasType: Bool) -> [Row] {
    let names = ["valid", "invalid", "malformed", "not validated"]
    let answers: [Answer] = [
      Answer(.valid), Answer(.invalid, [Finding("", "type")]), Answer(.malformed),
      Answer(.unsupported),
    ]
    var rows: [Row] = []
    for (name, answer) in zip(names, answers) {
      rows.append(("every document is \(name)", .answer { _, _ in answer }))
      // Whoever does not validate a document may as well call it malformed.
      for (other, wrong) in zip(names, answers)
      where other != name && (name, other) != ("not validated", "malformed") {
        rows.append(
          (
            "\(name) is \(other)",
            .answer { right, _ in right.outcome == answer.outcome ? wrong : right }
          ))
      }
    }
    rows.append(
      (
        "invalid without findings",
        .answer { right, _ in right.outcome == .invalid ? Answer(.invalid) : right }
      ))
    if hasType {
      rows.append(
        (
          "a document of the wrong type is malformed",
          .answer { right, _ in right.findings == [Finding("", "type")] ? Answer(.malformed) : right
          }
        ))
    }
    rows.append(
      ("every other document is valid", .answer { $1.bytes.count % 2 == 0 ? Answer(.valid) : $0 }))
    return rows
  }

  /// Documents that others refuse.
  static let refusals: [Row] = {
    var rows: [Row] = [2, 3, 4, 8, 16, 32, 64, 100, 128, 256, 300, 400, 500].map { bound in
      (
        "depth \(bound) at most",
        .answer { ($1.value?.depth ?? 0) > bound ? Answer(.malformed) : $0 }
      )
    }
    for bound in [1, 4, 16, 32, 64, 100, 128, 256, 512, 1024] {
      rows.append(
        (
          "\(bound) KiB at most",
          .answer { $1.bytes.count > bound << 10 ? Answer(.unsupported) : $0 }
        ))
    }
    for rule in refused {
      rows.append(
        (rule.name, .answer { rule.apply($1.bytes) == $1.bytes ? $0 : Answer(.malformed) }))
    }
    return rows
  }()

  /// What is refused where it is.
  private static let refused =
    RewritingRule.table(
      .outsideStrings,
      #"""
      numbers of a double → \d[eE]\+?\d{3,}|\d{300,}
      numbers of 64 bits → (?<![\d.])\d{19,}(?![\d.eE])
      whole numbers → \d\.\d
      no exponents → \d[eE]
      no capital E → \dE
      no negative zero → -0
      no plus sign in exponents → [eE]\+
      exponents without leading zeros → [eE][+\-]?0\d
      documents that are objects or arrays → \A\s*[^\s\[{]
      spaces before colons refused → \x20:
      spaces before commas refused → \x20,
      empty objects refused → \{\}
      empty arrays refused → \[\]
      arrays refused → \[
      true refused → true
      false refused → false
      null refused → null
      """#)
    + RewritingRule.table(
      .bytes,
      RewritingRule.rows(
        of: #"""
          escaped slashes → \\/
          \b → \\b
          \f → \\f
          \n → \\n
          \r → \\r
          \t → \\t
          escaped quotes → \\"
          \u escapes → \\u
          \u0000 → \\u0000
          escaped surrogates → \\u[dD]8
          doubled backslashes → \\\\
          tabs → \t
          CR → \r
          line feeds → \n
          DEL → \x7F
          empty strings → (?<!\\)""
          noncharacters → \xEF\xBF\xBF
          replacement characters → \xEF\xBF\xBD
          U+2028 → \xE2\x80\xA8
          U+10FFFF → \xF4\x8F\xBF\xBF
          private use → \xEE\x80\x80
          byte order marks inside → \xEF\xBB\xBF
          white space at the start → \A\s
          white space at the end → \s\z
          bytes beyond ASCII → [\x80-\xFF]
          sequences of four → [\xF0-\xFF]
          sequences of three → [\xE0-\xFF]
          capitals in escapes → \\u[\da-f]*[A-F]
          """#
      ).map { "\($0.name) refused → \($0.pattern)" }.joined(separator: "\n"))
}
