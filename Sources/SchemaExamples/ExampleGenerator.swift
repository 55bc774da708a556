public import JSONText
public import SchemaRules

/// Makes valid documents for a schema, and validates each before it returns it.
///
/// The search makes a document top down, taking the first possibility at every choice: of several
/// alternatives, types or values. Where the validator finds an error, it takes the next possibility at the
/// closest choice, and after some of them leaves out the closest optional member. It may therefore miss a valid
/// document of a schema whose rules depend on one another in ways that no single choice settles.
public struct ExampleGenerator {
  /// How much a document has.
  public enum Extent: String, Hashable, Sendable, CaseIterable {
    /// What the schema requires, in as few and as short values as were found.
    case shortest
    /// Every member once, with values that the schema gives as examples; members for which no value was found are
    /// left out.
    case full
  }

  /// The search found no valid document, which does not prove that there is none.
  public struct Failure: Error, Hashable, CustomStringConvertible {
    /// How many documents were tried.
    public let attempts: Int
    /// What was wrong with the last of them, in a sentence without its end.
    public let obstacle: String

    /// Both.
    public var description: String {
      "no valid document was found in \(attempts) attempt\(attempts == 1 ? "" : "s"), which does not prove that there "
        + "is none; in the last attempt, \(obstacle)"
    }
  }

  private let schema: Schema
  private let validator: Validator
  private let costs: [Int]
  private let stringLength: Int

  /// The most documents that are tried.
  private static let mostAttempts = 600

  /// A generator of documents for a schema.
  ///
  /// - Throws: what compiling the schema throws.
  public init(_ schema: Schema) throws(SchemaError) {
    try self.init(schema, stringLength: 0)
  }

  /// - Parameter stringLength: The least number of code points in a string whose rules allow that many.
  package init(_ schema: Schema, stringLength: Int) throws(SchemaError) {
    self.schema = schema
    self.stringLength = stringLength
    validator = try Validator(schema, limits: ValidationLimits(errors: 8))
    costs = NodeCosts(schema.graph).costs
  }

  /// A valid document.
  ///
  /// - Throws: a `Failure` if the search does not find one.
  public func document(_ extent: Extent) throws(Failure) -> JSONValue {
    try search(Self.mostAttempts, for: [schema.graph.root], extent, 0) { value in
      var writer = JSONWriter()
      writer.value(value)
      let result = validator.validate(writer.bytes)
      guard result.outcome != .valid else { return nil }
      // What is wrong inside an alternative comes before the alternative.
      return Faults(
        places: result.errors.map(\.pointer).sorted { $0.tokens.count > $1.tokens.count },
        message: result.errors.first?.message ?? "the document was \(result.outcome)")
    }
  }

  /// A small value that nodes allow together, as far as their keywords show: nothing validates it. Values of
  /// different variants differ where they may. Returns nil if the search does not find one.
  package func value(_ nodes: [NodeID], variant: Int = 0) -> JSONValue? {
    try? search(Self.mostAttempts / 12, for: nodes, .shortest, variant) { _ in nil }
  }

  private struct Faults {
    var places: [JSONPointer]
    var message: String
  }

  /// The first value without faults.
  private func search(
    _ most: Int, for nodes: [NodeID], _ extent: Extent, _ variant: Int,
    faults: (JSONValue) -> Faults?
  ) throws(Failure) -> JSONValue {
    var choices = Choices()
    var attempts = 0
    var obstacle = ""
    while attempts < most {
      attempts += 1
      choices.begin()
      var construction = ExampleConstruction(
        schema.graph, costs, choices, stringLength: stringLength)
      let value = construction.value(nodes, at: .root, extent: extent, variant: variant)
      choices = construction.choices
      var places = construction.deadEnds
      if let place = places.first { obstacle = "no value was found for \(place.subject)" }
      if let value {
        guard let found = faults(value) else { return value }
        places += found.places
        obstacle = found.message
      }
      guard choices.advance(after: places) else { break }
    }
    throw Failure(attempts: attempts, obstacle: obstacle)
  }
}

extension JSONPointer {
  /// The place in a sentence.
  fileprivate var subject: String { self == .root ? "the document" : description }
}

/// Which possibility to take at each choice.
struct Choices {
  /// Something to choose at a place of the document.
  struct Point: Hashable {
    let place: JSONPointer
    let topic: String
  }

  /// Where a choice is from the place of a fault, those first that most likely settle it.
  private enum Reach: Int, Comparable {
    /// At the place: alternatives, types and values. Each combination is tried.
    case at
    /// Right below it, or which members there are. One of them is changed at a time.
    case below
    /// Above it. Each combination is tried.
    case above

    init(_ point: Point, _ distance: Int) {
      self = distance < 0 ? .above : distance > 0 || point.topic == "members" ? .below : .at
    }

    static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
  }

  private var taken: [Point: (index: Int, count: Int)] = [:]
  private var order: [Point] = []
  /// The choices that the document at hand depends on.
  private var used: Set<Point> = []
  /// The choices below a fault of which every possibility has been tried.
  private var spent: Set<Point> = []
  /// The optional members that documents had.
  private var optional: Set<JSONPointer> = []
  /// The optional members to leave out.
  private var dropped: Set<JSONPointer> = []
  private var attempts: [JSONPointer: Int] = [:]

  /// How many possibilities are tried at a place before an optional member around it is left out.
  private static let patience = 20

  /// Starts another document.
  mutating func begin() { used = [] }

  /// Whether to have an optional member.
  mutating func keeps(_ member: JSONPointer) -> Bool {
    optional.insert(member)
    return !dropped.contains(member)
  }

  /// The index of the possibility to take of some; 0 unless it has been tried.
  mutating func index(of count: Int, _ topic: String, at place: JSONPointer) -> Int {
    guard count > 1 else { return 0 }
    let point = Point(place: place, topic: topic)
    let index = taken[point]?.index ?? 0
    if taken[point] == nil { order.append(point) }
    used.insert(point)
    taken[point] = (min(index, count - 1), count)
    return min(index, count - 1)
  }

  /// Takes the next possibility at the last choice that has one and is at, above or right below the place of
  /// a fault; or leaves out the member with the fault. Returns false if there is nothing more to try.
  mutating func advance(after faults: [JSONPointer]) -> Bool {
    for fault in faults {
      attempts[fault, default: 0] += 1
      if attempts[fault, default: 0] > Self.patience, drop(around: fault) { return true }
      let near = order.indices.filter { index in
        let place = order[index].place.tokens
        return place.count <= fault.tokens.count + 1
          && zip(place, fault.tokens).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
      }.map { index in
        let distance = order[index].place.tokens.count - fault.tokens.count
        return (
          point: order[index], reach: Reach(order[index], distance), distance: abs(distance),
          index: index
        )
      }.sorted { ($0.reach, $0.distance, -$0.index) < ($1.reach, $1.distance, -$1.index) }
      // The combinations at the place start again with each choice below, which then may be used again.
      for candidate in near
      where !spent.contains(candidate.point)
        && (candidate.reach == .below || used.contains(candidate.point))
      {
        let point = candidate.point
        guard let (index, count) = taken[point] else { continue }
        if index + 1 < count {
          taken[point] = (index + 1, count)
          // Choices that come before it start again.
          for other in near.prefix(while: { $0.index != candidate.index })
          where other.reach < .below || candidate.reach > .below {
            taken[other.point]?.index = 0
            if candidate.reach != .below { spent.remove(other.point) }
          }
          return true
        }
        if candidate.reach == .below {
          taken[point]?.index = 0
          spent.insert(point)
        }
      }
      if drop(around: fault) { return true }
      attempts[fault] = nil
    }
    return false
  }

  /// Leaves out the innermost optional member that a place is in. Returns false if there is none.
  private mutating func drop(around place: JSONPointer) -> Bool {
    for length in stride(from: place.tokens.count, to: 0, by: -1) {
      let outer = place.tokens.prefix(length).reduce(JSONPointer.root) { $0.appending($1) }
      if optional.contains(outer), dropped.insert(outer).inserted {
        attempts = [:]
        return true
      }
    }
    return false
  }
}

/// How much a value of each node needs at least, to tell alternatives that end from those that recur.
struct NodeCosts {
  static let endless = 1 << 40
  private(set) var costs: [Int]

  init(_ graph: SchemaGraph) {
    costs = [Int](repeating: Self.endless, count: graph.nodes.count)
    for _ in 0..<64 {
      var isStable = true
      for node in graph.nodes.indices.reversed() {
        let cost = min(cost(of: graph.nodes[node]), Self.endless)
        if cost < costs[node] {
          costs[node] = cost
          isStable = false
        }
      }
      if isStable { break }
    }
  }

  private func cost(of node: SchemaNode) -> Int {
    if node.isFalse { return Self.endless }
    let required = node.requiredNames
    var total = 1
    for use in node.keywords {
      let inner = use.parameter.nodes.map { costs[$0] }
      switch (use.keyword, use.parameter) {
      case (.ref, _), (.dynamicRef, _), (.recursiveRef, _), (.allOf, _):
        total += inner.reduce(0) { min($0 + $1, Self.endless) }
      case (.anyOf, _), (.oneOf, _): total += inner.min() ?? 0
      case (.properties, .schemasByName(let named)):
        for property in named where required.contains(Array(property.name.utf8)) {
          total += costs[property.value]
        }
      case (.items, .schema(let element)):
        if case .count(let count) = node[.minItems], count > 0 { total += costs[element] }
      default: break
      }
      total = min(total, Self.endless)
    }
    return total
  }
}
