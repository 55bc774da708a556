import APIOperations
import JSONText
import SchemaEvaluation
import SchemaRules
import Vectors

/// The right answers for one body, from an evaluator that shares no code with the validator.
struct Oracle {
  private let evaluator: SchemaEvaluator
  /// The axes that matter for the body.
  private let axes: [Axis]

  /// An axis with what each alternative means.
  private struct Axis {
    let decision: Decision
    let interpretations: [Interpretation]

    /// Interpretations one of which leads to another answer than the recommended one if any does.
    var telling: ArraySlice<Interpretation> {
      switch decision.id {
      // Every policy that rejects does so where one does.
      case "unknown-fields": interpretations.prefix(2).dropFirst()
      // Of bounds, the strictest and the laxest.
      case "depth": interpretations.filter { ($0.depth ?? 0) <= 16 }[...]
      case "document-size": interpretations.prefix(2).dropFirst()
      default: interpretations.dropFirst()
      }
    }
  }

  /// The axes that a schema of its own answers; only a declaration leaves them open.
  private static let axesOfDeclarations = ["unknown-fields", "empty-strings", "type-and-enum"]

  /// - Throws: a `SchemaError` for a schema with a pattern that cannot be matched.
  init(_ schema: Schema, axes decisions: [Decision]) throws(SchemaError) {
    evaluator = try SchemaEvaluator(schema)
    let isDeclared = schema.declaration != nil
    axes = decisions.filter { isDeclared || !Self.axesOfDeclarations.contains($0.id) }
      .map { axis in
        Axis(
          decision: axis,
          interpretations: axis.alternatives.map {
            Interpretation().choosing($0.name, on: axis.id) ?? Interpretation()
          })
      }
  }

  /// Whether a value satisfies the schema.
  func accepts(_ value: JSONValue) -> Bool { evaluator.violations(of: value) == [] }

  /// The right answer to a draft under an interpretation; nil where a limit keeps it from being known. Adds
  /// the ids of the rules that the answer says are violated.
  private func answer(
    _ draft: Draft, _ byteCount: Int, _ interpretation: Interpretation, _ rules: inout [String]
  ) -> Expectation? {
    if let bound = interpretation.documentBytes, byteCount > bound { return .refused }
    switch draft.reading {
    case .malformed: return .malformed
    case .malformedBehind(let depth):
      // Bounds are approximate: a reader may stop at the last container of so many.
      return interpretation.depth.map { depth >= $0 } == true ? .refused : .malformed
    case .marked where interpretation.byteOrderMark == .reject: return .malformed
    case .unpairedSurrogate where interpretation.loneSurrogates == .reject: return .malformed
    case .deep(let value, let depth):
      return interpretation.depth.map { depth > $0 } == true
        ? .refused : answer(value, interpretation, &rules)
    case .value(let value), .marked(let value), .unpairedSurrogate(let value):
      return answer(value, interpretation, &rules)
    }
  }

  private func answer(
    _ value: JSONValue, _ interpretation: Interpretation, _ rules: inout [String]
  ) -> Expectation? {
    var value = value
    if value.hasDuplicates {
      if interpretation.duplicateKeys == .reject { return .malformed }
      value = value.resolvingDuplicates(lastWins: interpretation.duplicateKeys == .lastWins)
    }
    if let bound = interpretation.depth, value.depth > bound { return .refused }
    if interpretation.numberRange == .limited, value.hasHugeNumber { return .refused }
    guard let violations = evaluator.violations(of: value, under: interpretation) else {
      return nil
    }
    for rule in violations.compactMap(\.rule?.id) where !rules.contains(rule) { rules.append(rule) }
    return violations.isEmpty
      ? .valid
      : .invalid(violations.map { Finding($0.pointer.description, $0.keyword.rawValue) })
  }

  // MARK: Choices

  /// What is right about a draft.
  struct Verdict {
    var judgement: Judgement
    var given: [Given] = []
    /// The ids of the rules that the draft is about or some answer says are violated.
    var rules: [String]
  }

  /// Whether the answer to a draft depends on open questions, and how; nil where it is not known.
  ///
  /// It is computed for every draft, so that no vector depends on a choice without saying so.
  func verdict(on draft: Draft, bytes: [UInt8]) -> Verdict? {
    var rules: [String] = []
    for rule in draft.rules where !rules.contains(rule) { rules.append(rule) }
    let standard = Interpretation()
    guard let recommended = answer(draft, bytes.count, standard, &rules) else { return nil }
    let features = Features(draft, bytes, recommended)
    let relevant = axes.filter { features.concern($0.decision.id) }
    var ignored: [String] = []
    let sensitive = relevant.filter { axis in
      axis.telling.contains { answer(draft, bytes.count, $0, &ignored) != recommended }
    }
    guard let first = sensitive.first else {
      return Verdict(judgement: .fixed(recommended), rules: rules)
    }
    let axis = sensitive.first { $0.decision.id == draft.axis } ?? first
    func alternatives(_ other: Axis?, _ index: Int) -> [Judgement.Alternative]? {
      var list: [Judgement.Alternative] = []
      for alternative in axis.decision.alternatives {
        var interpretation = standard
        if let other {
          interpretation =
            interpretation.choosing(other.decision.alternatives[index].name, on: other.decision.id)
            ?? standard
        }
        interpretation =
          interpretation.choosing(alternative.name, on: axis.decision.id) ?? interpretation
        guard let answer = answer(draft, bytes.count, interpretation, &ignored) else { return nil }
        list.append(Judgement.Alternative(alternative.name, answer))
      }
      return list
    }
    guard let judgement = alternatives(nil, 0) else { return nil }
    for rule in ignored where !rules.contains(rule) { rules.append(rule) }
    // An axis that tells nothing under the recommended alternatives may under others: the size of a document
    // matters to those readers only that its depth does not stop.
    var given: [Given] = []
    for other in relevant where other.decision.id != axis.decision.id {
      let agreeing = other.decision.alternatives.indices.filter {
        alternatives(other, $0) == judgement
      }
      guard agreeing.count < other.decision.alternatives.count else { continue }
      given.append(
        Given(
          axis: other.decision.id,
          alternatives: agreeing.map { other.decision.alternatives[$0].name }))
    }
    return Verdict(
      judgement: .choice(axis: axis.decision.id, judgement), given: given, rules: rules)
  }
}

/// What a document must have for an axis to matter: a cheap test that spares most evaluations.
private struct Features {
  private var axes: Set<String> = ["unknown-fields"]

  init(_ draft: Draft, _ bytes: [UInt8], _ recommended: Expectation) {
    if bytes.contains(where: { $0 < 0x20 || $0 >= 0x7F || $0 == UInt8(ascii: "\\") }) {
      axes.formUnion(["regex-whitespace", "dollar", "length-unit"])
    }
    if bytes.count > 64 << 10 { axes.insert("document-size") }
    for (one, other) in zip(bytes, bytes.dropFirst()) where one == other && one == 0x22 {
      axes.insert("empty-strings")
      break
    }
    if recommended.findings.contains(where: { $0.keyword == "type" }) {
      axes.insert("type-and-enum")
    }
    switch draft.reading {
    case .malformed: axes = axes.intersection(["document-size"])
    case .marked(let value):
      axes.formUnion(["byte-order-mark", "type-and-enum"])
      add(value)
    case .unpairedSurrogate(let value):
      axes.formUnion(["lone-surrogates", "length-unit", "type-and-enum"])
      add(value)
    case .deep, .malformedBehind: axes.formUnion(["depth", "type-and-enum"])
    case .value(let value): add(value)
    }
  }

  private mutating func add(_ value: JSONValue) {
    if value.hasDuplicates { axes.formUnion(["duplicate-keys", "type-and-enum"]) }
    if value.depth > 15 { axes.insert("depth") }
    if value.hasHugeNumber { axes.insert("number-range") }
  }

  func concern(_ axis: String) -> Bool { axes.contains(axis) }
}
