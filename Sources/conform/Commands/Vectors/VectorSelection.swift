import ArgumentParser
import BulkChecking
import Subjects
import VectorRunner
import Vectors

/// The options that name the corpus and select vectors of it.
struct VectorSelection: ParsableArguments {
  @Option(help: ArgumentHelp("The folder of the corpus.", valueName: "folder"))
  var vectors: String?

  @Option(
    name: .customLong("class"), parsing: .singleValue,
    help: ArgumentHelp(
      "Only vectors of this class, such as patterns or patterns/name. Repeatable.",
      valueName: "class"))
  var classes: [String] = []

  @Option(
    name: .customLong("tag"), parsing: .singleValue,
    help: ArgumentHelp("Only vectors with this tag. Repeatable.", valueName: "tag"))
  var tags: [String] = []

  @Option(help: ArgumentHelp("Only vectors for this body, such as request.", valueName: "target"))
  var target: String?

  @Option(
    name: .customLong("id"), parsing: .singleValue,
    help: ArgumentHelp("Only the vector with this id. Repeatable.", valueName: "id"))
  var ids: [String] = []

  @Option(
    name: .customLong("rule"), parsing: .singleValue,
    help: ArgumentHelp("Only vectors about this rule. Repeatable.", valueName: "rule"))
  var rules: [String] = []

  /// - Throws: `CommandFailure` if there is no corpus, `FilterFailure` if no vector matches.
  func load() throws -> (corpus: Corpus, selection: [SelectedVector]) {
    let corpus = try CorpusLocation.load(vectors)
    let selection = try corpus.selection(
      ids: ids, classes: classes, tags: tags, targets: [target].compactMap { $0 }, rules: rules)
    return (corpus, selection)
  }
}

extension CommandFailure {
  /// Ids are too many to list.
  private static let listLimit = 200

  init(_ failure: FilterFailure) {
    guard failure.kind != "vector" else {
      self.init(message: "no vector matches all conditions")
      return
    }
    guard failure.known.count > Self.listLimit else {
      self.init(unknown: failure.kind, failure.name, known: failure.known)
      return
    }
    self.init(message: "unknown \(failure.kind) '\(TerminalText.escaped(failure.name))'")
  }
}
