import APIOperations
import SchemaRules

/// What there is to say about a decision.
struct DecisionContent {
  let decision: Decision
  let vectors: VectorIndex

  /// The question, the reason, and the evidence.
  var everything: Block {
    .stack(
      [
        .paragraph(Phrase(prose: decision.question).emphasized),
        .paragraph(Phrase(prose: decision.why)),
      ] + evidence)
  }

  /// What other implementations do, and what depends on the decision.
  var evidence: [Block] { observations + [.paragraph(consequences)] }

  private var observations: [Block] {
    decision.observations.isEmpty
      ? []
      : [
        .table(
          label: "What other implementations do: \(decision.id)",
          columns: ["Implementation", "Input", "Result"],
          rows: decision.observations.map {
            Block.Row("\($0.subject)", "\(code: $0.run)", Phrase(prose: $0.result))
          })
      ]
  }

  /// How many rules and vectors depend on the decision.
  private var consequences: Phrase {
    var keywords: [(name: String, count: Int)] = []
    for id in decision.rules {
      let name = id.split(separator: "/").last.map(String.init) ?? id
      if let index = keywords.firstIndex(where: { $0.name == name }) {
        keywords[index].count += 1
      } else {
        keywords.append((name, 1))
      }
    }
    let rules = keywords.map { Phrase("\($0.count) \(code: $0.name)") }
    var text: Phrase = "\(code: decision.id) (\(decision.status.rawValue))"
    if !rules.isEmpty {
      text =
        "\(text) affects \(.joined(rules, by: ", ")) rule\(decision.rules.count == 1 ? "" : "s")"
    }
    let files = vectors.decisions[decision.id] ?? []
    let count = files.reduce(0) { $0 + $1.vectors }
    if count > 0 {
      text = "\(text); \(count) test vectors depend on it: \(files.phrase(vectors.folder))"
    }
    return "\(text)."
  }
}
