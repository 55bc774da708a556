import APIOperations
import SchemaExports
import SchemaRules

/// What the exports of an operation cannot express.
struct LossContent {
  private var entries: [(loss: Loss, formats: [String])] = []

  init(_ operation: APIOperation) {
    for format in ExportFormat.allCases {
      for loss in LossLedger(format, of: operation.schemas).losses {
        if let index = entries.firstIndex(where: { $0.loss == loss }) {
          entries[index].formats.append(format.title)
        } else {
          entries.append((loss, [format.title]))
        }
      }
    }
  }

  var table: Block {
    .table(
      label: "What the exports cannot express",
      columns: ["Loss", "What", "Consequence", "Formats", "Rules"],
      rows: entries.map { loss, formats in
        Block.Row(
          "\(code: loss.id)", Phrase(prose: loss.summary), Phrase(prose: loss.consequence),
          "\(formats.joined(separator: ", "))", loss.rules.isEmpty ? "" : "\(loss.rules.count)")
      })
  }
}
