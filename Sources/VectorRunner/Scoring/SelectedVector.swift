public import Vectors

/// A vector to ask about.
public struct SelectedVector: Sendable {
  /// The vector.
  public let vector: Vector
  /// The folder of its source file.
  public let className: String
  /// The document.
  public let bytes: [UInt8]

  /// A vector of a class.
  public init(_ vector: Vector, className: String) {
    self.vector = vector
    self.className = className
    bytes = vector.input.bytes
  }
}

/// Which vectors to ask about. An empty list is no condition; of a list one entry has to fit.
public struct VectorFilter: Hashable, Sendable {
  /// Ids.
  public var ids: [String] = []
  /// Classes, or folders that classes stand in.
  public var classes: [String] = []
  /// Tags.
  public var tags: [String] = []
  /// Targets.
  public var targets: [String] = []
  /// Ids of rules.
  public var rules: [String] = []

  /// A filter without conditions.
  public init() {}

  /// The vectors that fit, file by file.
  ///
  /// - Throws: a `FilterFailure` for an entry that fits no vector of the corpus, and if no vector
  ///   is left.
  public func selection(of corpus: Corpus) throws(FilterFailure) -> [SelectedVector] {
    let known = Known(corpus)
    try Self.check("id", ids, among: known.ids)
    try Self.check("class", classes, among: known.classes)
    try Self.check("tag", tags, among: known.tags)
    try Self.check("rule", rules, among: known.rules)
    var selection: [SelectedVector] = []
    for file in corpus.files {
      guard classes.isEmpty || classes.contains(where: { Self.isClass($0, of: file.className) })
      else { continue }
      for vector in file.vectors where fits(vector) {
        selection.append(SelectedVector(vector, className: file.className))
      }
    }
    guard !selection.isEmpty else { throw FilterFailure(kind: "vector", name: "", known: []) }
    return selection
  }

  private func fits(_ vector: Vector) -> Bool {
    (ids.isEmpty || ids.contains(vector.id))
      && (targets.isEmpty || targets.contains(vector.target))
      && (tags.isEmpty || !Set(tags).isDisjoint(with: vector.tags))
      && (rules.isEmpty || !Set(rules).isDisjoint(with: vector.rules))
  }

  private static func isClass(_ name: String, of className: String) -> Bool {
    name == className || className.hasPrefix("\(name)/")
  }

  private static func check(
    _ kind: String, _ names: [String], among known: Set<String>
  ) throws(FilterFailure) {
    for name in names where !known.contains(name) {
      throw FilterFailure(kind: kind, name: name, known: known.sorted())
    }
  }

  /// Every name that stands in the corpus.
  private struct Known {
    var ids: Set<String> = []
    var classes: Set<String> = []
    var tags: Set<String> = []
    var rules: Set<String> = []

    init(_ corpus: Corpus) {
      for file in corpus.files {
        var path = ""
        for part in file.className.split(separator: "/") {
          path += path.isEmpty ? part : "/\(part)"
          classes.insert(path)
        }
        for vector in file.vectors {
          ids.insert(vector.id)
          tags.formUnion(vector.tags)
          rules.formUnion(vector.rules)
        }
      }
    }
  }
}

/// A condition that fits nothing.
public struct FilterFailure: Error, Hashable, Sendable {
  /// What the name should be of: id, class, tag, rule; `vector` if all conditions together fit none.
  public let kind: String
  /// The name.
  public let name: String
  /// The names that there are.
  public let known: [String]
}
