import JSONText
import SchemaRules
import Vectors

/// Implementations that confuse outcomes, or that have tighter limits.
extension ReportMutants {
  static func outcomes(hasType: Bool) -> [Row] {
    let names = ["valid", "invalid", "malformed", "not validated"]
    let answers: [Answer] = [
      Answer(.valid), Answer(.invalid, [Finding("", "type")]), Answer(.malformed),
      Answer(.unsupported),
    ]
    var rows: [Row] = []
    for (name, own) in zip(names, answers) {
      rows.append(answer("every document is \(name)") { _, _ in own })
      // Whoever does not validate a document may as well call it malformed.
      for (other, wrong) in zip(names, answers)
      where other != name && (name, other) != ("not validated", "malformed") {
        rows.append(
          answer("\(name) is \(other)") { right, _ in right.outcome == own.outcome ? wrong : right }
        )
      }
    }
    rows.append(
      answer("invalid without findings") { right, _ in
        right.outcome == .invalid ? Answer(.invalid) : right
      })
    if hasType {
      rows.append(
        answer("a document of the wrong type is malformed") { right, _ in
          right.findings == [Finding("", "type")] ? Answer(.malformed) : right
        })
    }
    return rows + [
      answer("every other document is valid") { $1.bytes.count % 2 == 0 ? Answer(.valid) : $0 }
    ]
  }

  /// Valid documents that other implementations refuse.
  static let refusals: [Row] =
    [2, 3, 4, 8, 16, 32, 64, 100, 128, 256, 300, 400, 500].map { bound in
      answer("depth \(bound) at most") {
        ($1.value?.depth ?? 0) > bound ? Answer(.malformed) : $0
      }
    }
    + [1, 4, 16, 32, 64, 100, 128, 256, 512, 1024].map { bound in
      answer("\(bound) KiB at most") {
        $1.bytes.count > bound << 10 ? Answer(.unsupported) : $0
      }
    }
    + RewritingTable.refusals.rules("refused").map { rule in
      answer(rule.name) { rule($1.bytes) == $1.bytes ? $0 : Answer(.malformed) }
    }
}
