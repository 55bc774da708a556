import SchemaRules

/// An order, as some service documents it.
enum Order {
  static let schema = Schema(
    id: "order",
    title: "An order",
    root: .object(
      "What someone wants to have.",
      [
        .required("number", .string("Its number.", .pattern("^N[0-9]{4}$"))),
        .required(
          "lines",
          .array(
            of: .object(
              "One article.",
              [
                .required("article", .string("Its name.", .minLength(1), .maxLength(80))),
                .required("pieces", .integer("How many of it.", .minimum(1))),
              ]),
            "What is ordered.")),
        .optional("speed", .string("How fast it is sent.", .oneOf("normal", "express"))),
        .optional("card", .string("What it is paid with.", secret: true)),
      ],
      unknownFields: .reject)
  )

  /// Compiled once, shared by every thread. A declaration that is wrong traps here, in the tests.
  static let validator = Validator(constant: schema)
}
