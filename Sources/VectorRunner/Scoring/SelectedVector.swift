public import Vectors

/// A vector selected for a run.
public struct SelectedVector: Sendable {
  /// The vector.
  public let vector: Vector
  /// The folder of its source file.
  public let className: String

  /// The class and the folders that contain it.
  fileprivate var folders: [String] {
    let parts = className.split(separator: "/")
    return parts.indices.map { parts[...$0].joined(separator: "/") }
  }
}

extension Corpus {
  /// The vectors that match all conditions, file by file.
  ///
  /// An empty list sets no condition; otherwise, a vector must match one entry of the list. `classes` can also name
  /// folders of classes.
  ///
  /// - Throws: a `FilterFailure` for an entry that matches no vector of the corpus, and if no vector is selected.
  public func selection(
    ids: [String] = [], classes: [String] = [], tags: [String] = [], targets: [String] = [],
    rules: [String] = []
  ) throws(FilterFailure) -> [SelectedVector] {
    let conditions: [(kind: String, wanted: [String], names: (SelectedVector) -> [String])] = [
      ("id", ids, { [$0.vector.id] }), ("class", classes, \.folders), ("tag", tags, \.vector.tags),
      ("target", targets, { [$0.vector.target] }), ("rule", rules, \.vector.rules),
    ]
    var selection = files.flatMap { file in
      file.vectors.map { SelectedVector(vector: $0, className: file.className) }
    }
    let all = selection
    for condition in conditions where !condition.wanted.isEmpty {
      let known = Set(all.flatMap(condition.names))
      for name in condition.wanted where !known.contains(name) {
        throw FilterFailure(kind: condition.kind, name: name, known: known.sorted())
      }
      selection.removeAll { !condition.names($0).contains(where: condition.wanted.contains) }
    }
    guard !selection.isEmpty else { throw FilterFailure(kind: "vector", name: "", known: []) }
    return selection
  }
}

/// A condition that matches nothing.
public struct FilterFailure: Error, Hashable, Sendable {
  /// The kind of name: id, class, tag, target or rule; `vector` if no vector matches all conditions.
  public let kind: String
  /// The name.
  public let name: String
  /// The known names.
  public let known: [String]
}
