import SchemaRules

/// A booking, with values of every kind.
enum Booking {
  static let schema = Schema(
    id: "booking",
    title: "A booking",
    root: .object(
      "What someone has booked.",
      [
        .required("day", .string("The day.", .format("date"))),
        .required("guests", .integer("How many come.", .minimum(1), .maximum(12))),
        .optional("deposit", .number("In euros.", .exclusiveMinimum(0), .multipleOf("0.01"))),
        .optional("note", .string("What to know.", .maxLength(200)).orNull),
        .optional(
          "rooms",
          .array(of: .integer("A room's number."), "The rooms.", .minItems(1), .uniqueItems)),
        .optional(
          "rates",
          .map(
            of: .number("A rate.", .minimum(0)), "Rates by currency.",
            names: [.pattern("^[A-Z]{3}$")])),
        .required(
          "payment",
          .oneOf(
            "How it is paid.", by: "method",
            [
              "card": .object("By card.", [.required("number", .string("Its number."))]),
              "invoice": .object("By invoice.", [.optional("days", .integer("When it is due."))]),
            ])),
      ])
  )

  static let validator = Validator(constant: schema)
}
