import APIOperations
import SchemaRules

/// The comment above a declared field: its meaning, its bounds, its provenance.
struct FieldComment {
  let lines: [String]

  init(_ summary: String, _ rules: [Rule], isSecret: Bool) {
    var lines = [summary]
    if isSecret { lines.append("Secret: must not be shown.") }
    for rule in rules {
      switch (rule.keyword, rule.parameter) {
      case (let keyword, .count(let bound)):
        lines.append(
          "\(keyword.rawValue): \(bound) \(bound == 1 ? keyword.unit.one : keyword.unit.many)")
      case (_, .unknownFields(let policy)):
        lines.append("Undeclared members: \(policy.rawValue)")
      case (_, .types([.integer])): lines.append("A whole number.")
      case (let keyword, .pattern), (let keyword, .number), (let keyword, .format):
        lines.append("\(keyword.rawValue): \(rule.parameter.text)")
      default: break
      }
    }
    for rule in rules where rule.provenance.status != .documented {
      lines.append(
        "\(rule.keyword.rawValue) is \(rule.provenance.status.rawValue): \(rule.provenance.note)")
    }
    // The text of a schema can contribute several lines.
    self.lines = lines.flatMap { $0.split(whereSeparator: \.isNewline).map(String.init) }
  }
}

extension LossLedger {
  /// The header of a file of declarations, one comment per line.
  func commentedHeader(of schemas: [Schema], in operation: APIOperation?) -> String {
    header(of: schemas, in: operation).map { ("// " + $0).trimmedAtEnd + "\n" }.joined()
  }

  private func header(of schemas: [Schema], in operation: APIOperation?) -> [String] {
    var lines = schemas.map { "\($0.title) (\($0.id))" } + [""]
    if let operation {
      let source = operation.source
      lines = [
        "\(operation.title): \(operation.summary)",
        "",
      ]
      if let readOn = source.readOn, let sha256 = source.sha256 {
        lines += [
          "Generated from the declared rules of \"\(source.title)\" (API version \(source.apiVersion),",
          "read on \(readOn), SHA-256",
          "\(sha256)).",
        ]
      } else {
        lines.append("Generated from \"\(source.title)\" (\(source.edition)).")
      }
      lines.append("")
    }
    lines += ["What these types cannot express:"] + losses.map { "- \($0.line)" }
    return lines.map { String($0.map { $0.isNewline ? " " : $0 }) }
  }
}
