import JSONText
import Vectors

/// The purpose of each class of vectors: the kind of bug, its effect, and a reference.
///
/// The form is that of the notes of Project Wycheproof.
enum Notes {
  /// The notes on the classes of a corpus.
  static func jsonValue(for corpus: Corpus) -> JSONValue {
    let classes = Set(corpus.files.map(\.className))
    let used = Table.notes.members("notes").filter { note in
      classes.contains { $0 == note.name || $0.hasPrefix(note.name + "/") }
    }
    return .members([
      (
        "about",
        .string(
          "What each class of vectors is for; a class inside another has the other's note if it has none."
        )
      ), ("notes", .object(used)),
    ])
  }
}
