import APIOperations
import JSONText
import SchemaRules

/// What a declaration says above a field: its meaning, its bounds, its provenance.
struct FieldComment {
  let lines: [String]

  init(_ field: FieldSchema, _ rules: [Rule], isSecret: Bool) {
    var lines = [field.summary]
    if isSecret { lines.append("Secret: must not be shown.") }
    for rule in rules {
      switch rule.parameter {
      case .count(let bound): lines.append("\(rule.keyword.rawValue): \(bound) code points")
      case .pattern(let source): lines.append("pattern: \(source)")
      case .unknownFields(let policy): lines.append("Members of other names: \(policy.rawValue)")
      case .types([.integer]): lines.append("A whole number.")
      default: break
      }
    }
    for rule in rules where rule.provenance.status != .documented {
      lines.append(
        "\(rule.keyword.rawValue) is \(rule.provenance.status.rawValue): \(rule.provenance.note)")
    }
    self.lines = lines
  }
}

extension APIOperation {
  /// What stands at the top of a file of declarations.
  func header(_ ledger: LossLedger) -> [String] {
    [
      "\(title): \(summary)",
      "",
      "Rendered from the declared rules of \"\(source.title)\" (API version \(source.apiVersion),",
      "read on \(source.readOn), SHA-256",
      "\(source.sha256)).",
      "",
      "What these types cannot say:",
    ] + ledger.losses.map { "- \($0.line)" }
  }
}
