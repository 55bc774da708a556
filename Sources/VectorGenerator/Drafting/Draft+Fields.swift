import JSONText
import Vectors

extension Draft {
  /// A body in which one field of the destination has a given value.
  static func field(
    _ key: String, _ target: Target, _ field: String, _ value: JSONValue, _ why: String,
    about keywords: [String] = [], raw: Bool = false, tags: [String] = [], axis: Axis? = nil
  ) -> Draft {
    let body = Body(target).setting(field, value)
    let pointer = Body.pointer(field, in: target)
    let rules = keywords.map { Finding(pointer, $0) }
    guard raw else {
      return Draft(key, target, why, body.value, rules: rules, tags: tags, axis: axis)
    }
    return Draft(
      key, target, why, .recipe([.text(body.text)]), rules: rules, tags: tags + ["raw-utf8"],
      axis: axis
    ) { PageModel.judge(body.value, as: target, $0) }
  }
}

/// The fields of both bodies, by their pointer in the destination.
enum Fields {
  static let texts = ["/name", "/description", "/type", "/prefix"]
  static let secrets = ["accessKey", "secretKey", "bucketName", "region", "endpoint"]
    .map { "/credentials/" + $0 }
  static let assigned = ["/id", "/createdAt", "/updatedAt"]

  /// The text fields of a target.
  static func allTexts(_ target: Target) -> [String] {
    texts + secrets + (target == .response ? assigned : [])
  }

  /// The fields of a target that must be there.
  static func required(_ target: Target) -> [String] {
    ["/name", "/type", "/prefix", "/credentials"] + secrets + (target == .response ? ["/id"] : [])
  }
}
