import SchemaExports

/// A loss ledger as text for a terminal.
struct LossList {
  let text: String

  init(_ ledger: LossLedger) {
    text = ledger.losses.map { loss in
      "\(loss.id)\n  \(loss.summary)\n  \(loss.consequence)\n"
        + loss.rules.map { "  - \($0)\n" }.joined()
    }.joined(separator: "\n")
  }
}
