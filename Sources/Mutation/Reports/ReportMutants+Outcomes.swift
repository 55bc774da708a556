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
    for rule in RewritingTable.refusals.rules("refused") {
      rows.append((rule.name, .answer { rule($1.bytes) == $1.bytes ? $0 : Answer(.malformed) }))
    }
    return rows
  }()
}
