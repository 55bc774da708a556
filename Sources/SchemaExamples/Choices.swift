import JSONText

/// Which option to take at each choice.
struct Choices {
  /// Something to choose at a place of the document.
  struct Point: Hashable {
    let place: JSONPointer
    let topic: String
  }

  /// The position of a choice relative to a fault, the most promising first.
  private enum Reach: Int, Comparable {
    /// At the place: alternatives, types and values. Each combination is tried.
    case at
    /// Directly inside it, or the choice of members. One of them is changed at a time.
    case below
    /// Enclosing it. Each combination is tried.
    case above

    init(_ point: Point, _ distance: Int) {
      self = distance < 0 ? .above : distance > 0 || point.topic == "members" ? .below : .at
    }

    static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
  }

  private var taken: [Point: (index: Int, count: Int)] = [:]
  /// The choices by the time of their first use, with the tokens of their places.
  private var order: [(point: Point, tokens: [String])] = []
  /// The choices that the current document depends on.
  private var used: Set<Point> = []
  /// The choices below a fault of which every possibility has been tried.
  private var spent: Set<Point> = []
  /// The optional members that documents had.
  private var optional: Set<JSONPointer> = []
  /// The optional members to omit.
  private var dropped: Set<JSONPointer> = []
  private var attempts: [JSONPointer: Int] = [:]

  /// The number of options to try at a place before omitting an enclosing optional member.
  private static let patience = 20

  /// Starts another document.
  mutating func begin() { used = [] }

  /// Whether to have an optional member.
  mutating func keeps(_ member: JSONPointer) -> Bool {
    optional.insert(member)
    return !dropped.contains(member)
  }

  /// The index of the option to take; 0 until it has been tried.
  mutating func index(of count: Int, _ topic: String, at place: JSONPointer) -> Int {
    guard count > 1 else { return 0 }
    let point = Point(place: place, topic: topic)
    let index = taken[point]?.index ?? 0
    if taken[point] == nil { order.append((point, place.tokens)) }
    used.insert(point)
    taken[point] = (min(index, count - 1), count)
    return min(index, count - 1)
  }

  /// Takes the next option at the last choice that has one and is at, above or directly below the place of a fault, or
  /// omits the member with the fault. Returns false if there is nothing left to try.
  mutating func advance(after faults: [JSONPointer]) -> Bool {
    for fault in faults {
      attempts[fault, default: 0] += 1
      if attempts[fault, default: 0] > Self.patience, drop(around: fault) { return true }
      let tokens = fault.tokens
      let near = order.indices.filter { index in
        let place = order[index].tokens
        return place.count <= tokens.count + 1
          && zip(place, tokens).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
      }.map { index in
        let point = order[index].point
        let distance = order[index].tokens.count - tokens.count
        return (
          point: point, reach: Reach(point, distance), distance: abs(distance), index: index
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

  /// Omits the innermost optional member that contains a place. Returns false if there is none.
  private mutating func drop(around place: JSONPointer) -> Bool {
    let tokens = place.tokens
    for length in stride(from: tokens.count, to: 0, by: -1) {
      let outer = tokens.prefix(length).reduce(JSONPointer.root) { $0.appending($1) }
      if optional.contains(outer), dropped.insert(outer).inserted {
        attempts = [:]
        return true
      }
    }
    return false
  }
}
