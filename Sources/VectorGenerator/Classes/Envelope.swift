import JSONText
import Vectors

/// What stands around the data of the response.
enum Envelope {
  static var files: [DraftFile] {
    [
      DraftFile(
        path: "envelope/structure.json", title: "The envelope of the response",
        about: "The response is one object, and its data is in the member data.", drafts: drafts)
    ]
  }

  private static var drafts: [Draft] {
    let body = Body(.response)
    let data = body.value["data"] ?? .null
    let request = Body(.request).value
    let error = JSONValue.members([
      ("error", .members([("status", .number("400")), ("message", .string("Bad request"))]))
    ])
    let wrongs: [(String, JSONValue)] = [
      ("data without its envelope", data), ("the request's body", request),
      ("the request in the envelope", .members([("data", request)])),
      ("an error", error), ("an error and data", body.adding("error", .null, to: "").value),
      ("an envelope in an envelope", .members([("data", body.value)])),
      ("an array of responses", .array([body.value])),
      ("a list as data", .members([("data", .array([data, data]))])),
      ("empty data", .members([("data", .object([]))])), ("nothing", .object([])),
      ("null data", .members([("data", .null)])),
      ("data as text", .members([("data", .string(data.text))])),
      ("data called Data", .members([("Data", data)])),
      ("data called result", .members([("result", data)])),
      ("data called DATA", .members([("DATA", data)])),
      ("data under an empty name", .members([("", data)])),
      ("destination in data", .members([("data", .members([("backupDestination", data)]))])),
      (
        "data and its fields outside",
        .object((data.objectValue ?? []) + (body.value.objectValue ?? []))
      ),
      ("the update's answer", .members([("data", .object([]))])),
      ("a status beside data", body.adding("status", .number("200"), to: "").value),
      (
        "pagination beside data",
        body.adding("pagination", .members([("hasNextPage", .boolean(false))]), to: "").value
      ),
      (
        "an id outside data",
        Body(.response).setting("/id", nil).adding("id", .string("abc"), to: "").value
      ),
      (
        "a name outside data",
        Body(.response).setting("/name", nil).adding("name", .string("abc"), to: "").value
      ),
      (
        "credentials outside data",
        Body(.response).setting("/credentials", nil)
          .adding("credentials", request["credentials"] ?? .null, to: "").value
      ),
      (
        "an id with a capital",
        Body(.response).setting("/id", nil).adding("ID", .string("abc"), to: "/data").value
      ),
      (
        "an id with an underscore",
        Body(.response).setting("/id", nil).adding("_id", .string("abc"), to: "/data").value
      ),
      (
        "data last, and much before it",
        JSONValue.object(
          [.init(name: "a", value: .array([.null, .object([])]))] + (body.value.objectValue ?? []))
      ),
    ]
    let asRequest: [(String, JSONValue)] = [
      ("the response's body", body.value), ("the response's data", data), ("an error", error),
    ]
    let fields = ["/id", "/createdAt", "/updatedAt"]
    let combinations = (0..<64).map { mask -> Draft in
      var changed = body
      var names: [String] = []
      for (index, field) in fields.enumerated() {
        let state = (mask >> (2 * index)) & 3
        switch state {
        case 0: changed = changed.setting(field, nil)
        case 1: changed = changed.setting(field, .string("2021-01-20T11:19:53.175Z"))
        case 2: changed = changed.setting(field, .null)
        default: changed = changed.setting(field, .number("1611141593"))
        }
        names.append("\(field) \(["missing", "a text", "null", "a number"][state])")
      }
      return Draft(
        "envelope/assigned/\(mask)", .response,
        "The assigned fields together: \(names.joined(separator: ", ")).", changed.value)
    }
    return wrongs.map { why, value in
      Draft(
        "envelope/\(why)", .response, "The response is or has: \(why).", value, tags: ["envelope"],
        axis: Choices.unknownFields)
    }
      + asRequest.map { why, value in
        Draft(
          "envelope/request/\(why)", .request, "The request is: \(why).", value, tags: ["envelope"],
          axis: Choices.unknownFields)
      } + combinations
  }
}
