import APIOperations
import SchemaRules

extension CreateLabel {
  static let source = APIOperation.Source(
    title: "REST API endpoints for labels / Create a label",
    apiVersion: "2022-11-28",
    layout: .init(
      sections: [
        request.id: "Body parameters", response.id: "Response schema",
        failure.id: "Response schema of failures",
      ],
      labels: [.required: "Required", .maxLength: "description"],
      aspects: [
        .route: "Code samples", .apiVersion: "Page header", .summary: "Introduction",
        .permission: "Fine-grained access tokens", .server: "Code samples > cURL",
        .authentication: "Code samples > cURL", .success: "HTTP response status codes",
      ]))

  static let exampleRequest = APIOperation.Example(
    name: "request", place: "Code samples > Request example", schemaID: request.id,
    json: #"{"name":"bug","description":"Something isn't working","color":"f29513"}"#, caveat: "")

  static let exampleResponse = APIOperation.Example(
    name: "response", place: "Code samples > Response", schemaID: response.id,
    json: """
      {
        "id": 208045946,
        "node_id": "MDU6TGFiZWwyMDgwNDU5NDY=",
        "url": "https://api.github.com/repos/octocat/Hello-World/labels/bug",
        "name": "bug",
        "description": "Something isn't working",
        "color": "f29513",
        "default": true
      }

      """, caveat: "")

  static let decisions = [
    Decision(
      id: "colour-digits", question: "Which digits may `color` have?",
      choice: "Six hexadecimal digits, in either case.",
      why: "The page says \"hexadecimal colour code\" and shows six digits.",
      rules: ["create-label.request/color/pattern"])
  ]
}
