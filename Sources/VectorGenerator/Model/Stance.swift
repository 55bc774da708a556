import APIOperations
import Vectors

/// One alternative on each axis.
struct Stance: Hashable, Sendable {
  private var picks: [String: String] = [:]

  /// What this library picks on every axis.
  static let recommended = Stance()

  /// The alternative on an axis.
  subscript(axis: Axis) -> String {
    picks[axis.id] ?? axis.recommended
  }

  /// The same stance with another alternative on one axis.
  func picking(_ alternative: String, on axis: Axis) -> Stance {
    var stance = self
    stance.picks[axis.id] = alternative
    return stance
  }

  /// The bound on depth; nil if there is none.
  var depthBound: Int? {
    let index = Choices.depth.alternatives.firstIndex { $0.name == self[Choices.depth] } ?? 0
    return Choices.depthBounds[index]
  }

  /// The bound on bytes; nil if there is none.
  var sizeBound: Int? {
    let index =
      Choices.documentSize.alternatives.firstIndex { $0.name == self[Choices.documentSize] } ?? 0
    return Choices.sizeBounds[index].map { $0 * 1024 }
  }
}
