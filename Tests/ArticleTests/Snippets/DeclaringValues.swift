import SchemaRules

/// A booking, with values of every type.
enum Booking {
  static let schema = Schema(
    id: "booking",
    title: "A booking",
    root: .object(
      "What a guest has booked.",
      [
        .required("day", .string("The day.", .format("date"))),
        .required("guests", .integer("The number of guests.", .minimum(1), .maximum(12))),
        .optional(
          "deposit", .number("The deposit in euros.", .exclusiveMinimum(0), .multipleOf("0.01"))),
        .optional("note", .string("A note for the host.", .maxLength(200)).orNull),
        .optional(
          "rooms",
          .array(
            of: .integer("The number of a room."), "The booked rooms.", .minItems(1), .uniqueItems)),
        .optional(
          "rates",
          .map(
            of: .number("A rate.", .minimum(0)), "Rates by currency.",
            names: [.pattern("^[A-Z]{3}$")])),
        .required(
          "payment",
          .oneOf(
            "The method of payment.", by: "method",
            [
              "card": .object(
                "Payment by card.", [.required("number", .string("The card number."))]),
              "invoice": .object(
                "Payment by invoice.", [.optional("days", .integer("The days until it is due."))]),
            ])),
      ])
  )

  static let validator = Validator(constant: schema)
}
