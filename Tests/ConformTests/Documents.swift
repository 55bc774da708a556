/// Documents that several tests use.
enum Documents {
  /// Satisfies every rule of the request.
  static let valid = body()

  /// The request's body with some members replaced; an empty text omits a member.
  static func body(
    name: String = #""Example""#, type: String = #""s3""#, prefix: String = #""folder/""#,
    credentials: String = credentials(), more: String = ""
  ) -> String {
    let members = [
      ("name", name), ("type", type), ("prefix", prefix), ("credentials", credentials),
    ]
    let texts = members.filter { !$0.1.isEmpty }.map { #""\#($0.0)":\#($0.1)"# }
    return "{" + (texts + (more.isEmpty ? [] : [more])).joined(separator: ",") + "}"
  }

  static let credentialNames = ["accessKey", "secretKey", "bucketName", "region", "endpoint"]

  /// The object `credentials` with the value of one member, and with further members at the end.
  static func credentials(_ name: String = "", _ value: String = "", more: String = "") -> String {
    let texts = credentialNames.map { #""\#($0)":\#($0 == name ? value : #""x""#)"# }
    return "{" + (texts + (more.isEmpty ? [] : [more])).joined(separator: ",") + "}"
  }
}
