import APIOperations
import SchemaExports
import SchemaRules

extension ReferenceContent {
  /// The behavior of other implementations for a decision, and the rules and vectors that depend on it.
  func evidence(_ decision: Decision) -> [Block] {
    let observations = Block.table(
      label: "What other implementations do: \(decision.id)",
      columns: ["Implementation", "Input", "Result"],
      rows: decision.observations.map {
        Block.Row("\($0.subject)", "\(code: $0.run)", Phrase(prose: $0.result))
      })
    return (decision.observations.isEmpty ? [] : [observations])
      + [.paragraph(consequences(decision))]
  }

  private func consequences(_ decision: Decision) -> Phrase {
    let keywords = decision.rules.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    let rules = Dictionary(grouping: keywords) { $0 }.sorted { $0.key < $1.key }
      .map { Phrase("\($1.count) \(code: $0)") }
    var text: Phrase = "\(code: decision.id) (\(decision.status.rawValue))"
    if !rules.isEmpty {
      text = "\(text) affects \(.joined(rules, by: ", ")) rule\(keywords.count == 1 ? "" : "s")"
    }
    if let files = reference.vectors.decisions[decision.id] {
      let count = files.values.reduce(0, +)
      text =
        "\(text); \(count) test vectors depend on it: \(files.phrase(reference.vectors.folder))"
    }
    return "\(text)."
  }

  /// The losses of the exports: one row for each loss, with its formats.
  var lossTable: Block {
    var entries: [(loss: Loss, formats: [String])] = []
    let isOperation = reference.operation != nil
    for format in ExportFormat.allCases where isOperation || !format.needsOperation {
      let ledger = LossLedger(
        format, of: reference.bodies.map(\.schema), inOperation: isOperation)
      for loss in ledger.losses {
        if let index = entries.firstIndex(where: { $0.loss == loss }) {
          entries[index].formats.append(format.title)
        } else {
          entries.append((loss, [format.title]))
        }
      }
    }
    return .table(
      label: "What the exports cannot express",
      columns: ["Loss", "What", "Consequence", "Formats", "Rules"],
      rows: entries.map { loss, formats in
        Block.Row(
          "\(code: loss.id)", Phrase(prose: loss.summary), Phrase(prose: loss.consequence),
          "\(formats.joined(separator: ", "))", loss.rules.isEmpty ? "" : "\(loss.rules.count)")
      })
  }
}
