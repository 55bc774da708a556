import ECMARegex
import JSONText
import SchemaRules

/// One evaluation of a schema on one instance.
///
/// It recurses into schemas that apply one another; the depth is bounded.
struct Evaluation {
  let graph: SchemaGraph
  let limits: EvaluationLimits
  let patterns: [[UInt8]: Pattern]
  /// The answers to open questions; nil to use the answers and the engine of this package.
  let interpretation: Interpretation?
  var instance: Instance
  /// The resources with dynamic anchors that the evaluation has entered, the outermost first and without duplicates:
  /// the part of the dynamic scope that dynamic references depend on.
  ///
  /// https://json-schema.org/draft/2020-12/json-schema-core#section-7.1
  private(set) var scope: [Int] = []
  /// All scopes so far, by the enclosing scope and the resource that was entered.
  private var scopes: [ScopeStep: Int] = [:]
  private var scopeID = 0
  private var active: Set<Activation> = []
  private var known: [Activation: Frame] = [:]

  private struct ScopeStep: Hashable {
    let outer: Int
    let resource: Int
  }

  /// A schema that is applied to a value in a scope. Repeating it inside itself is an endless loop; elsewhere, it
  /// gives the same result.
  private struct Activation: Hashable {
    let node: NodeID
    let value: Int
    let scope: Int
  }

  init(
    _ evaluator: SchemaEvaluator, of value: JSONValue, _ interpretation: Interpretation? = nil
  ) {
    self.interpretation = interpretation
    graph = evaluator.schema.graph
    limits = evaluator.limits
    patterns = evaluator.patterns
    instance = Instance(value)
  }

  /// Evaluates the root schema on the whole instance. Call it once.
  mutating func run() -> EvaluationUnit {
    let root = runFrame()
    var writer = UnitWriter(graph, InstanceLocations(instance), limits)
    return writer.unit(of: root, at: .root)
  }

  /// Evaluates the root schema without writing the units.
  mutating func runFrame() -> Frame { evaluate(graph.root, on: 0) }

  // MARK: Schemas

  private mutating func evaluate(_ node: NodeID, on value: Int) -> Frame {
    let outer = scopeID
    enter(graph.nodes[node].resource)
    defer { leave(to: outer) }
    let activation = Activation(node: node, value: value, scope: scopeID)
    if let known = known[activation] { return known }
    let frame = Frame(node, on: value)
    guard known.count < limits.units else {
      frame.leaveOpen(nil, .evaluation(.units, bound: limits.units))
      return frame
    }
    guard active.count < limits.depth else {
      frame.leaveOpen(nil, .evaluation(.depth, bound: limits.depth))
      return frame
    }
    guard active.insert(activation).inserted else {
      frame.leaveOpen(nil, .endlessReference)
      return frame
    }
    if graph.nodes[node].isSecret { instance.noteSecret(value) }
    evaluateKeywords(of: frame)
    frame.annotations += annotations(of: node, on: value)
    active.remove(activation)
    known[activation] = frame
    return frame
  }

  private mutating func enter(_ resource: Int) {
    guard graph.resources.indices.contains(resource),
      !graph.resources[resource].dynamicAnchors.isEmpty, !scope.contains(resource)
    else { return }
    scope.append(resource)
    let step = ScopeStep(outer: scopeID, resource: resource)
    scopeID = scopes[step] ?? scopes.count + 1
    scopes[step] = scopeID
  }

  private mutating func leave(to outer: Int) {
    guard scopeID != outer else { return }
    scope.removeLast()
    scopeID = outer
  }

  /// Applies a subschema, adds it to the frame's, and returns its state.
  mutating func apply(
    _ node: NodeID, to value: Int, by tokens: [String], in frame: Frame
  ) -> Frame {
    let inner = evaluate(node, on: value)
    frame.details.append(Frame.Detail(frame: inner, tokens: tokens))
    return inner
  }

  private mutating func evaluateKeywords(of frame: Frame) {
    let keywords = graph.nodes[frame.node].keywords
    if graph.stopsAtType, let type = keywords.firstIndex(where: { $0.keyword == .type }) {
      evaluateType(keywords[type], type, frame)
      // A value of the wrong type violates no other rule of a declaration.
      guard frame.verdict == .valid else { return }
    }
    // `unevaluated…` keywords come last, because they depend on the others.
    for isLast in [false, true] {
      for (index, use) in keywords.enumerated() {
        let isUnevaluated =
          use.keyword == .unevaluatedItems || use.keyword == .unevaluatedProperties
        guard isUnevaluated == isLast, !(graph.stopsAtType && use.keyword == .type) else {
          continue
        }
        evaluate(use, index, frame)
      }
    }
  }

  mutating func evaluate(_ use: KeywordUse, _ index: Int, _ frame: Frame) {
    switch instance.value(at: frame.value) {
    case .string(let text): evaluate(use, index, onString: text, frame)
    case .number(let text): evaluate(use, index, onNumber: ExactNumber(text), frame)
    case .array: evaluateArray(use, index, frame)
    case .object: evaluateObject(use, index, frame)
    case .boolean, .null: break
    }
    evaluateAny(use, index, frame)
    evaluateInPlace(use, index, frame)
  }

  // MARK: Annotations

  /// The values of keywords that are only annotations.
  ///
  /// https://json-schema.org/draft/2020-12/json-schema-core#section-7.7.1
  private func annotations(of node: NodeID, on value: Int) -> [Named<JSONValue>] {
    let node = graph.nodes[node]
    let isString = instance.value(at: value).kind == .string
    func isNamed(_ annotation: Named<JSONValue>, _ name: String) -> Bool {
      annotation.name.utf8.elementsEqual(name.utf8)
    }
    let named = node.keywords.compactMap { use -> Named<JSONValue>? in
      guard case .format(let name, _) = use.parameter else { return nil }
      return Named(use.keyword.rawValue, .string(name))
    }
    let annotations = node.annotations + named
    let hasMediaType = annotations.contains { isNamed($0, "contentMediaType") }
    return annotations.filter { annotation in
      if isNamed(annotation, "contentSchema") { return isString && hasMediaType }
      let describesStrings = ["contentEncoding", "contentMediaType"].contains {
        isNamed(annotation, $0)
      }
      return isString || !describesStrings
    }
  }

  // MARK: Patterns

  /// Whether a pattern matches somewhere in a text.
  func match(_ source: String, _ text: String) -> MatchResult {
    // Every pattern of the graph was compiled.
    let pattern = patterns[Array(source.utf8)]
    if let interpretation, let pattern,
      let matcher = PlainMatcher(pattern.syntax, interpretation)
    {
      return matcher.matches(text) ? .match : .noMatch
    }
    return pattern?.match(text) ?? .gaveUp(.engine)
  }
}
