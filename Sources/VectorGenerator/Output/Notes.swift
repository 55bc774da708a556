import JSONText
import Vectors

/// What each class of vectors is for: the kind of bug, what it lets through, and where to read on.
///
/// The form is that of the notes of Project Wycheproof.
enum Notes {
  private struct Note {
    let name: String
    let bugType: String
    let description: String
    let effect: String
    let reference: String

    init(
      _ name: String, _ bugType: String, _ description: String, effect: String, _ reference: String
    ) {
      self.name = name
      self.bugType = bugType
      self.description = description
      self.effect = effect
      self.reference = reference
    }
  }

  private static let validation = "https://json-schema.org/draft/2020-12/json-schema-validation"
  private static let core = "https://json-schema.org/draft/2020-12/json-schema-core"
  private static let rfc = "https://www.rfc-editor.org/rfc/rfc8259"

  /// By class; a class inside another has the other's note if it has none.
  private static let notes: [Note] = [
    Note(
      "types", "MISSING_CHECK", "A value of the wrong type that a lenient conversion makes right.",
      effect:
        "Code behind the validator meets a number, an array or null where it expects a string.",
      "\(validation)#section-6.1.1"),
    Note(
      "presence", "MISSING_CHECK", "A required member is missing, or is somewhere else.",
      effect: "Code behind the validator reads a member that is not there.",
      "\(validation)#section-6.5.3"),
    Note(
      "lengths", "WRONG_UNIT", "A string at a bound on its length, in characters of every width.",
      effect:
        "A text that is too long for its storage passes, or a right one is rejected in other scripts.",
      "\(validation)#section-6.3.1"),
    Note(
      "numbers", "OFF_BY_ONE", "A number at or beside a bound, in several spellings.",
      effect: "A value out of range passes, or rounding makes it another value.",
      "\(validation)#section-6.2"),
    Note(
      "patterns", "WRONG_DIALECT",
      "A character at a place where the pattern tells characters apart.",
      effect: "Text that nobody expects reaches file names, queries, logs or pages.",
      "https://tc39.es/ecma262/#sec-patterns"),
    Note(
      "patterns/line-terminators", "WRONG_ANCHOR",
      "A line terminator where ^ and $ may match at it.",
      effect: "A second line passes after a right first one: header and log injection.",
      "https://tc39.es/ecma262/#sec-compileassertion"),
    Note(
      "patterns/backtracking", "DENIAL_OF_SERVICE",
      "A text on which an engine backtracks at length.",
      effect: "One request keeps a processor busy for seconds or for ever.",
      "https://owasp.org/www-community/attacks/Regular_expression_Denial_of_Service_-_ReDoS"),
    Note(
      "enum", "LENIENT_COMPARISON", "A value that is almost one of those listed.",
      effect: "Code behind the validator meets a value that none of its branches handles.",
      "\(validation)#section-6.1.2"),
    Note(
      "strings", "UNDOCUMENTED_RULE",
      "A string that nothing forbids and that implementations dislike.",
      effect: "Right requests are rejected.", "\(validation)#section-6.3"),
    Note(
      "formats", "MISSING_CHECK", "A string that almost has a format.",
      effect: "A text reaches a parser that trusts its form.", "\(validation)#section-7"),
    Note(
      "arrays", "OFF_BY_ONE", "An array at a bound, with a wrong element, or with equal elements.",
      effect:
        "Too many elements, or one that was not looked at, reach the code behind the validator.",
      "\(validation)#section-6.4"),
    Note(
      "objects", "MISSING_CHECK",
      "An object by the number, the names and the company of its members.",
      effect: "Members under names that were not looked at reach the code behind the validator.",
      "\(validation)#section-6.5"),
    Note(
      "alternatives", "WRONG_ALTERNATIVE", "A value that satisfies none, one or several schemas.",
      effect: "A mixture of two kinds of values passes as either.", "\(core)#section-10.2"),
    Note(
      "unknown-fields", "CONFUSED_NAMES",
      "A member that is not declared, or looks like one that is.",
      effect: "A value slips in under a name that another reader takes for the declared one.",
      "\(core)#section-10.3.2.3"),
    Note(
      "duplicate-keys", "PARSER_DIFFERENTIAL",
      "Two members of one name, or two names that differ only just.",
      effect: "What is validated is not what is used.", "\(rfc)#section-4"),
    Note(
      "json", "LENIENT_PARSER", "A text that is almost JSON, or JSON in an unusual spelling.",
      effect: "Two readers of the same bytes disagree on what they say.", "\(rfc)#section-2"),
    Note(
      "encodings", "LENIENT_PARSER", "Bytes that are not UTF-8, or a byte order mark.",
      effect: "Overlong and cut sequences carry characters past a filter.", "\(rfc)#section-8.1"),
    Note(
      "limits", "DENIAL_OF_SERVICE", "A document that is deep or large.",
      effect: "A small request exhausts the stack or the memory.", "\(rfc)#section-9"),
    Note(
      "spelling", "ORDER_DEPENDENCE", "A document in another order or layout.",
      effect: "The answer depends on what JSON says does not matter.", "\(rfc)#section-4"),
    Note(
      "combinations", "MASKED_ERROR", "Several faults at once.",
      effect: "One fault hides another, and the sender corrects them one request at a time.",
      "\(core)#section-12"),
    Note(
      "page", "CONTRADICTION", "What documentation shows, and the plainest right documents.",
      effect: "An implementation follows an example against the rules, or rejects everything.",
      "\(core)#section-4.3"),
    Note(
      "found", "OTHER", "A document that tells a mutant from the right implementation.",
      effect: "The bug that the mutant stands for stays unnoticed.", "\(core)#section-4"),
  ]

  /// The notes on the classes of a corpus.
  static func jsonValue(for corpus: Corpus) -> JSONValue {
    let classes = Set(corpus.files.map(\.className))
    let used = notes.filter { note in
      classes.contains { $0 == note.name || $0.hasPrefix(note.name + "/") }
    }
    return .members([
      (
        "about",
        .string(
          "What each class of vectors is for; a class inside another has the other's note if it has none."
        )
      ),
      (
        "notes",
        .members(
          used.map { note in
            (
              note.name,
              .members([
                ("bugType", .string(note.bugType)), ("description", .string(note.description)),
                ("effect", .string(note.effect)), ("reference", .string(note.reference)),
              ])
            )
          })
      ),
    ])
  }
}
