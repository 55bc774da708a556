public import APIOperations

/// An alternative that an implementation must follow.
public struct Requirement: Hashable, Sendable {
  /// The id of the axis.
  public let axis: String
  /// The name of the alternative.
  public let alternative: String

  /// Reads `AXIS=ALTERNATIVE`.
  ///
  /// - Throws: `FilterFailure` if there is no such axis or alternative.
  public init(_ text: String, axes: [Decision]) throws(FilterFailure) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts.first ?? "")
    guard let axis = axes.first(where: { $0.id == name }) else {
      throw FilterFailure(kind: "choice", name: name, known: axes.map(\.id))
    }
    let alternative = parts.count > 1 ? String(parts[1]) : ""
    let known = axis.alternatives.map(\.name)
    guard known.contains(alternative) else {
      throw FilterFailure(kind: "alternative", name: alternative, known: known)
    }
    (self.axis, self.alternative) = (name, alternative)
  }

  /// The reason why the conclusions do not satisfy the requirement; nil if they do.
  func remark(on conclusions: [AxisConclusion]) -> String? {
    guard let conclusion = conclusions.first(where: { $0.axis.id == axis }) else {
      return "required \(axis)=\(alternative), but no answer depends on it"
    }
    if conclusion.candidates.contains(alternative) { return nil }
    return "required \(axis)=\(alternative), but the answers follow \(conclusion.chosen)"
  }
}
