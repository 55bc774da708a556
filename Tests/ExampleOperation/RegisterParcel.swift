public import APIOperations
public import SchemaRules

/// A small operation that is unrelated to any other and has values of every type, for tests of operations in general.
///
/// It is public and a separate target, so several test targets can share it.
public enum RegisterParcel {
  /// The operation.
  public static let operation = declared(
    by: .init(
      title: "Parcels / Register parcel", apiVersion: "v2",
      details: [.init(label: "revision", member: "revision", value: .text("b"))],
      readOn: "2026-11-24", sha256: String(repeating: "0", count: 64),
      layout: .init(
        sections: [request.id: "Body", response.id: "Answer"], labels: [.minLength: "shortest"],
        aspects: [.route: "Title"])))

  /// The operation from a page of which only the version is known.
  public static let placeless = declared(
    by: .init(title: "", apiVersion: "v2", readOn: "2026-11-24", sha256: ""))

  private static func declared(by source: APIOperation.Source) -> APIOperation {
    APIOperation(
      id: "register-parcel",
      title: "Register parcel",
      summary: "Announces a parcel to the carrier.",
      method: "PUT",
      path: "/v2/parcels/{number}",
      permission: "Parcels > Write",
      server: "https://carrier.example",
      authentication: .bearer,
      successStatus: "201",
      request: request,
      response: response,
      examples: [
        .init(
          name: "page-request", place: "Example", schemaID: request.id, json: #"{"to":"Oslo"}"#,
          caveat: "It lacks the weight.")
      ],
      completedExamples: [
        .init(
          name: "completed-request", place: "Example, completed", schemaID: request.id,
          json: #"{"to":"Oslo","weight":1.5,"tags":["fragile"]}"#, caveat: "")
      ],
      decisions: [
        Decision(
          id: "unit", question: "Which unit has `weight`?", choice: "Kilograms.",
          why: "The page's example would be absurd in grams.",
          observations: [
            .init(subject: "A scale 1.0", run: "weigh | head", result: "kilograms")
          ],
          rules: ["register-parcel.request/weight/type"])
      ],
      source: source)
  }

  /// The request body.
  public static let request = Schema(
    id: "register-parcel.request", title: "Register parcel: request",
    root: .object(
      "The parcel.",
      [
        .required("to", .string("Where it goes.", .minLength(2), .maxLength(40))),
        .required("weight", .number("How heavy it is.")),
        .optional("pieces", .integer("How many pieces it has.")),
        .optional("insured", .boolean("Whether it is insured.")),
        .optional(
          "service",
          .string("How fast it goes.", .oneOf("next-day", "class", "a\"b\u{E9}"))),
        .optional(
          "tags",
          .array(
            of: .string("A tag.", .pattern(#"^(?!-)[a-z-]+(?<!-)$"#)), "What it is known by.")),
        .optional(
          "items",
          .array(
            of: .object(
              "A thing in it.",
              [
                .required("name", .string("What it is.")),
                .optional("<b>|`*`", .string("A name that is hard to write down.", .minLength(1))),
              ], unknownFields: .reject),
            "What is in it.")),
        .optional(
          "customs",
          .object(
            "What customs want to know.",
            [.required("pass~/word", .string("The password of the declaration."))],
            unknownFields: .report, secret: true)),
      ]))

  /// The response body.
  public static let response = Schema(
    id: "register-parcel.response", title: "Register parcel: response",
    root: .object(
      "The parcel, registered.",
      [.required("number", .string("Its number.", .pattern("^N[0-9]{3,}$")))]))
}
