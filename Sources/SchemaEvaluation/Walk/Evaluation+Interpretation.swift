package import JSONText
package import SchemaRules

extension Evaluation {
  /// Evaluates the type of a declared value, including the effects of an interpretation.
  mutating func evaluateType(_ use: KeywordUse, _ index: Int, _ frame: Frame) {
    let start = frame.findings.count
    evaluate(use, index, frame)
    guard let interpretation else { return }
    let keywords = graph.nodes[frame.node].keywords
    guard frame.findings.count == start else {
      // A value of the wrong type is not among the listed values.
      guard interpretation.typeAndEnum != .typeAlone,
        let list = keywords.firstIndex(where: { $0.keyword == .enum || $0.keyword == .const })
      else { return }
      if interpretation.typeAndEnum == .enumAlone { frame.dropFindings(from: start) }
      frame.fail(list, .broken(.unspecified))
      return
    }
    if interpretation.emptyStrings == .tooShort, instance.value(at: frame.value) == .string(""),
      !keywords.contains(where: { $0.keyword == .minLength })
    {
      frame.isTooShort = true
      frame.require(.invalid)
      // The other rules of the value apply too.
      for (index, use) in keywords.enumerated() where use.keyword != .type {
        evaluate(use, index, frame)
      }
    }
  }

  /// Applies a policy to members that a declaration does not name.
  func rejectUnknown(
    _ members: [Int], _ policy: UnknownFieldPolicy, _ index: Int, _ frame: Frame
  ) {
    switch interpretation?.unknownFields ?? (policy == .reject ? .reject : .allow) {
    case .allow: break
    case .rejectAtParent: if !members.isEmpty { frame.fail(index, .broken(.unspecified)) }
    case .rejectHidingNames where graph.nodes[frame.node].isSecret:
      if !members.isEmpty { frame.fail(index, .broken(.unspecified)) }
    case .reject, .rejectHidingNames:
      for member in members { reject(member, index, frame) }
    }
  }
}

extension SchemaEvaluator {
  /// A rule that a value violates, with the keyword and the place of the value or of the missing member.
  package struct Violation: Hashable, Sendable {
    package let pointer: JSONPointer
    package let keyword: Keyword
    /// The rule; nil for a minimum length that only an interpretation requires.
    package let rule: Rule?
  }

  /// Every rule that a document's value violates under an interpretation, in the order of the document; an
  /// object's missing members come last. Returns nil if a limit was exceeded.
  ///
  /// Violations inside alternatives of `anyOf` and `oneOf` are omitted; the keyword's own violation represents them.
  package func violations(
    of value: JSONValue, under interpretation: Interpretation = Interpretation()
  ) -> [Violation]? {
    let drops = interpretation.emptyStrings == .asAbsent && schema.graph.stopsAtType
    let value = drops ? value.withoutEmptyStrings : value
    var evaluation = Evaluation(self, of: value, interpretation)
    let root = evaluation.runFrame()
    guard root.verdict != .indeterminate else { return nil }
    var collector = ViolationCollector(evaluation.graph, evaluation.instance)
    collector.collect(root)
    return collector.violations
  }
}

/// Collects the decisive failures with their places.
private struct ViolationCollector {
  private struct Entry {
    var violation: SchemaEvaluator.Violation
    /// The position of the violation: the start of the value or, for a missing member, the end of the object.
    var order: (Int, Int, Int)
  }

  private let graph: SchemaGraph
  private let instance: Instance
  private let spans: [ClosedRange<Int>]
  private var entries: [Entry] = []
  private var seen: Set<Key> = []

  private struct Key: Hashable {
    let pointer: JSONPointer
    let keyword: Keyword
  }

  init(_ graph: SchemaGraph, _ instance: Instance) {
    self.graph = graph
    self.instance = instance
    spans = Self.spans(instance)
  }

  /// For each value, its ordinal in the document and that of the last value inside it.
  private static func spans(_ instance: Instance) -> [ClosedRange<Int>] {
    var starts = [Int](repeating: 0, count: instance.entries.count)
    var ends = starts
    var order: [Int] = []
    var pending = [0]
    while let index = pending.popLast() {
      starts[index] = order.count
      order.append(index)
      pending += instance.children(of: index).reversed()
    }
    for index in order.reversed() {
      ends[index] = instance.children(of: index).last.map { ends[$0] } ?? starts[index]
    }
    return zip(starts, ends).map { $0...max($0, $1) }
  }

  /// The violations in document order.
  var violations: [SchemaEvaluator.Violation] {
    entries.enumerated().sorted { one, other in
      (one.element.order.0, one.element.order.1, one.element.order.2, one.offset)
        < (other.element.order.0, other.element.order.1, other.element.order.2, other.offset)
    }.map(\.element.violation)
  }

  private func pointer(to index: Int) -> JSONPointer {
    let entry = instance.entries[index]
    switch entry.step {
    case .root: return .root
    case .member(let name): return pointer(to: entry.parent).appending(name)
    case .element(let ordinal): return pointer(to: entry.parent).appending(String(ordinal))
    case .name: return pointer(to: entry.parent).appending(entry.value.stringValue ?? "")
    }
  }

  mutating func collect(_ frame: Evaluation.Frame) {
    if frame.isTooShort { add(pointer(to: frame.value), .minLength, nil, frame.value) }
    for finding in frame.findings {
      guard let use = finding.use else { continue }
      let rule = Rule(graph: graph, node: frame.node, use: use)
      switch finding.reason {
      case .missing(let names, _):
        let place = pointer(to: frame.value)
        for name in names {
          add(place.appending(name), rule.keyword, rule, frame.value, isMissing: true)
        }
      default: add(pointer(to: frame.value), rule.keyword, rule, frame.value)
      }
    }
    for detail in frame.details where detail.isDecisive && detail.frame.verdict == .invalid {
      let keyword = detail.tokens.first.flatMap(Keyword.init)
      if keyword == .anyOf || keyword == .oneOf || keyword == .contains || keyword == .not {
        continue
      }
      // A policy that rejects members has no separate schema.
      if keyword == .additionalProperties,
        case .unknownFields = graph.nodes[frame.node][.additionalProperties]
      {
        let use = graph.nodes[frame.node].keywords.firstIndex {
          $0.keyword == .additionalProperties
        }
        let rule = use.map { Rule(graph: graph, node: frame.node, use: $0) }
        add(pointer(to: detail.frame.value), .additionalProperties, rule, detail.frame.value)
      } else {
        collect(detail.frame)
      }
    }
  }

  private mutating func add(
    _ pointer: JSONPointer, _ keyword: Keyword, _ rule: Rule?, _ value: Int, isMissing: Bool = false
  ) {
    guard seen.insert(Key(pointer: pointer, keyword: keyword)).inserted else { return }
    let violation = SchemaEvaluator.Violation(pointer: pointer, keyword: keyword, rule: rule)
    // The name of a member has no span.
    let entry = instance.entries[value]
    let index = entry.step == .name ? entry.parent : value
    let span = spans[index]
    entries.append(
      Entry(
        violation: violation,
        order: isMissing ? (span.upperBound, 1, -span.lowerBound) : (span.lowerBound, 0, 0)))
  }
}

extension JSONValue {
  /// The value after removing members that are empty strings.
  fileprivate var withoutEmptyStrings: JSONValue {
    switch self {
    case .object(let members):
      .object(
        members.filter { $0.value != .string("") }.map {
          Member(name: $0.name, value: $0.value.withoutEmptyStrings)
        })
    case .array(let elements): .array(elements.map(\.withoutEmptyStrings))
    default: self
    }
  }
}
