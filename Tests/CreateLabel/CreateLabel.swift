public import APIOperations
public import SchemaRules

/// The operation "Create a label" of GitHub's REST API, from its public documentation, in our own words.
///
/// It shows that another documented page costs only this folder. Nothing else in the repository except its tests
/// refers to it.
public enum CreateLabel {
  /// The operation.
  public static let operation = APIOperation(
    id: "create-label",
    title: "Create a label",
    summary: "Adds a label to a repository, for its issues and pull requests.",
    method: "POST",
    path: "/repos/{owner}/{repo}/labels",
    permission: "Issues or Pull requests: write",
    server: "https://api.github.com",
    authentication: .bearer,
    successStatus: "201",
    successSummary: "The label as it was created.",
    failures: APIOperation.Failures(
      [
        .init(
          status: "404", summary: "There is no such repository, or the token may not see it.",
          provenance: .documented),
        .init(
          status: "422", summary: "A value is not accepted, or too many requests were sent.",
          provenance: .documented),
      ], body: failure),
    request: request,
    response: response,
    examples: [exampleRequest, exampleResponse],
    decisions: decisions,
    source: source)

  /// The request body.
  public static let request = Schema(
    id: "create-label.request", title: "Create a label: request body",
    root: .object(
      "The label to create.",
      [
        .required(
          "name",
          .string("What the label says; an emoji may be in it, as itself or as a word in colons.")),
        .optional("color", color),
        .optional(
          "description", .string("What the label is for, in a few words.", .maxLength(100))),
      ]))

  /// The response body.
  public static let response = Schema(
    id: "create-label.response", title: "Create a label: response body",
    root: .object(
      "The label.",
      [
        .required("id", .integer("The label's number.")),
        .required("node_id", .string("The label's id in the GraphQL API.")),
        .required("url", .string("Where the label is.", .format("uri"))),
        .required("name", .string("What the label says.")),
        .required("description", .string("What the label is for.").orNull),
        .required("color", color),
        .required("default", .boolean("Whether new repositories have the label.")),
      ]))

  static let failure = Schema(
    id: "create-label.failure", title: "Create a label: body of a failure",
    root: .object(
      "What went wrong.",
      [
        .optional("message", .string("What went wrong, for people.")),
        .optional("documentation_url", .string("Where to read about it.")),
      ]))

  private static let color = FieldSchema.string(
    "The colour, as six hexadecimal digits without a number sign.",
    KeywordUse(
      .pattern, .pattern("^[0-9a-fA-F]{6}$"),
      provenance: .chosen("The page says it in a sentence, not as a pattern.")))
}
