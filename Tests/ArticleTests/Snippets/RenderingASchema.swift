import APIOperations
import SchemaDocuments
import SchemaExports
import SchemaRules

/// The operation that places an order, with the documents that are generated from its rules.
enum PlaceOrder {
  static let operation = APIOperation(
    id: "place-order", title: "Place order", summary: "Orders articles.",
    method: "POST", path: "/v1/orders", permission: "Orders > Create",
    successStatus: "200",
    request: Order.schema,
    response: Schema(
      id: "order.answer", title: "The response",
      root: .object("The response.", [.required("id", .string("The id of the order."))])),
    examples: [],
    source: APIOperation.Source(
      title: "Orders / Place order", apiVersion: "v1", readOn: "2026-11-24", sha256: "",
      layout: .init(
        sections: ["order": "Order", "order.answer": "Response"],
        labels: [.minLength: "min length", .maxLength: "max length", .enum: "one of"]))
  )

  static var page: String { HTMLReference(Reference(operation)).text }
  static var openAPI: Export { Export(.openAPI31, of: operation) }
}
