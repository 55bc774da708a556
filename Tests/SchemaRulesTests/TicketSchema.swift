import SchemaRules

/// A schema that is unrelated to any operation and has values of every type, for tests of the engine.
enum Ticket {
  static let schema = Schema(
    id: "ticket", title: "A ticket",
    root: .object(
      "A ticket.",
      [
        .required("title", .string("Its title.", .minLength(2), .maxLength(5))),
        .optional("code", .string("Its code.", .pattern("^[a-z]+$"), .oneOf("ab", "A", "\u{E9}"))),
        .optional("count", .integer("How many.")),
        .optional("weight", .number("How heavy.")),
        .optional("isOpen", .boolean("Whether it is open.")),
        .optional(
          "steps",
          .array(
            of: .object(
              "A step.",
              [
                .required("do", .string("What to do.", .minLength(1))),
                .optional("*", .string("A name that looks like a wildcard.", .minLength(1))),
                .optional("tags", .array(of: .string("A tag.", .maxLength(2)), "The tags.")),
              ]),
            "The steps.")),
        .optional(
          "login",
          .object(
            "A login.",
            [
              .required("user", .string("Who.")), .required("pass~/word", .string("The password.")),
            ],
            secret: true)),
      ])
  )

  static func schema(unknownFields: UnknownFieldPolicy) -> Schema {
    schema.withUnknownFields(unknownFields)
  }
}
