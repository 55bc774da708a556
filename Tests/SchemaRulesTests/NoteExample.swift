import SchemaRules

let note = Schema(
  id: "note", title: "A note",
  root: .object(
    "A note.",
    [
      .required("title", .string("What it is about.", .minLength(1), .maxLength(80))),
      .optional("colour", .string("How it is shown.", .pattern("^#[0-9a-f]{6}$"))),
    ]))

/// Returns a message for each violation in a note.
func problems(in document: String) throws(SchemaError) -> [String] {
  try Validator(note).validate(document).errors.map(\.message)
}
