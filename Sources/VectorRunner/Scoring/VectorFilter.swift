public import Vectors

/// A selection of vectors. An empty list sets no condition; otherwise, one entry of the list must match.
public struct VectorFilter: Hashable, Sendable {
  /// Ids.
  public var ids: [String] = []
  /// Classes, or folders of classes.
  public var classes: [String] = []
  /// Tags.
  public var tags: [String] = []
  /// Targets.
  public var targets: [String] = []
  /// Ids of rules.
  public var rules: [String] = []

  /// A filter without conditions.
  public init() {}

  /// The selected vectors, file by file.
  ///
  /// - Throws: a `FilterFailure` for an entry that matches no vector of the corpus, and if no vector is selected.
  public func selection(of corpus: Corpus) throws(FilterFailure) -> [SelectedVector] {
    let all = corpus.files.flatMap { file in
      file.vectors.map { (vector: $0, className: file.className) }
    }
    try Self.check("id", ids, among: all.map(\.vector.id))
    try Self.check("class", classes, among: corpus.files.flatMap { Self.folders(of: $0.className) })
    try Self.check("tag", tags, among: all.flatMap(\.vector.tags))
    try Self.check("rule", rules, among: all.flatMap(\.vector.rules))
    let selection = all.filter(fits).map { SelectedVector($0.vector, className: $0.className) }
    guard !selection.isEmpty else { throw FilterFailure(kind: "vector", name: "", known: []) }
    return selection
  }

  private func fits(_ vector: Vector, _ className: String) -> Bool {
    func fits(_ wanted: [String], _ names: [String]) -> Bool {
      wanted.isEmpty || names.contains(where: wanted.contains)
    }
    return fits(ids, [vector.id]) && fits(targets, [vector.target]) && fits(tags, vector.tags)
      && fits(rules, vector.rules) && fits(classes, Self.folders(of: className))
  }

  /// The class and the folders that it is in.
  private static func folders(of className: String) -> [String] {
    let parts = className.split(separator: "/")
    return parts.indices.map { parts[...$0].joined(separator: "/") }
  }

  private static func check(
    _ kind: String, _ names: [String], among known: [String]
  ) throws(FilterFailure) {
    guard !names.isEmpty else { return }
    let known = Set(known)
    for name in names where !known.contains(name) {
      throw FilterFailure(kind: kind, name: name, known: known.sorted())
    }
  }
}

/// A condition that matches nothing.
public struct FilterFailure: Error, Hashable, Sendable {
  /// The kind of name: id, class, tag or rule; `vector` if no vector matches all conditions.
  public let kind: String
  /// The name.
  public let name: String
  /// The known names.
  public let known: [String]
}
