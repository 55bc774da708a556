public import APIOperations
import SchemaExports
import SchemaRules

/// What the exports of an operation lose, in Markdown.
public struct MarkdownLosses {
  private let operation: APIOperation

  /// A renderer of the ledgers of an operation.
  public init(_ operation: APIOperation) {
    self.operation = operation
  }

  /// The document.
  public var text: String {
    var text = """
      # What the exports lose

      Each export says this itself; here it is side by side. A rule that an export does not state \
      stands in its ledger, or a test fails. Rendered from the declared rules; `make docs-generate` \
      writes it anew.


      """
    var entries: [(loss: Loss, formats: [ExportFormat])] = []
    for format in ExportFormat.allCases {
      for loss in LossLedger(format, of: operation.schemas).losses {
        if let index = entries.firstIndex(where: { $0.loss == loss }) {
          entries[index].formats.append(format)
        } else {
          entries.append((loss, [format]))
        }
      }
    }
    text += MarkdownText.head(["loss", "what", "what can come of it", "formats", "rules"])
    for (loss, formats) in entries {
      text += MarkdownText.row([
        "`\(loss.id)`", loss.summary, loss.consequence,
        formats.map(\.title).joined(separator: ", "),
        loss.rules.isEmpty ? "" : "\(loss.rules.count)",
      ])
    }
    return text
  }
}
