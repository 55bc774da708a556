import SchemaRules

/// An order, as a service documents it.
enum Order {
  static let schema = Schema(
    id: "order",
    title: "An order",
    root: .object(
      "What a customer orders.",
      [
        .required("number", .string("The order number.", .pattern("^N[0-9]{4}$"))),
        .required(
          "lines",
          .array(
            of: .object(
              "One article.",
              [
                .required(
                  "article", .string("The name of the article.", .minLength(1), .maxLength(80))),
                .required("pieces", .integer("The number of pieces.", .minimum(1))),
              ]),
            "The ordered articles.")),
        .optional("speed", .string("The speed of delivery.", .oneOf("normal", "express"))),
        .optional("card", .string("The card that pays for the order.", secret: true)),
      ],
      unknownFields: .reject)
  )

  /// Compiled once and shared by all threads. A mistake in the declaration traps here, so tests find it.
  static let validator = Validator(constant: schema)
}
