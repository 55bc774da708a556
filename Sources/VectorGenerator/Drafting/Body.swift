import JSONText
import Vectors

/// Bodies that are valid but for what is changed in them.
struct Body {
  /// The body that the changes have led to.
  private(set) var value: JSONValue
  private let target: Target

  /// The smallest comfortable body of a target.
  init(_ target: Target) {
    self.target = target
    var members: [(String, JSONValue)] = [
      ("name", .string("abc")), ("type", .string("s3")), ("prefix", .string("p/")),
      (
        "credentials",
        .members([
          ("accessKey", .string("A")), ("secretKey", .string("S")),
          ("bucketName", .string("b")), ("region", .string("r")), ("endpoint", .string("e")),
        ])
      ),
    ]
    if target == .response { members.append(("id", .string("abc"))) }
    value =
      target == .request ? .members(members) : .members([("data", .members(members))])
  }

  /// The pointer, in the document, of a field of the destination.
  static func pointer(_ field: String, in target: Target) -> String {
    target == .request ? field : "/data" + field
  }

  /// Changes a field of the destination, or adds it behind the others; nil removes it.
  func setting(_ field: String, _ value: JSONValue?) -> Body {
    settingInDocument(Self.pointer(field, in: target), value)
  }

  /// Changes a value by its pointer in the document.
  func settingInDocument(_ pointer: String, _ value: JSONValue?) -> Body {
    var body = self
    let tokens = pointer.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    body.value = self.value.setting(tokens[...], value)
    return body
  }

  /// Adds a member, even if there is one of its name, to the object at a pointer in the document.
  func adding(_ name: String, _ value: JSONValue, to pointer: String, atStart: Bool = false) -> Body
  {
    var body = self
    let tokens = pointer.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    let member = JSONValue.Member(name: name, value: value)
    body.value = self.value.changing(tokens[...]) { members in
      members.insert(member, at: atStart ? 0 : members.count)
    }
    return body
  }

  /// The text of the body.
  var text: String { value.text }
}

extension JSONValue {
  static func members(_ members: [(String, JSONValue)]) -> JSONValue {
    .object(members.map { Member(name: $0.0, value: $0.1) })
  }

  /// The compact text, characters beyond ASCII as themselves.
  var text: String {
    var writer = JSONWriter()
    writer.value(self)
    return writer.text
  }

  func setting(_ path: ArraySlice<String>, _ value: JSONValue?) -> JSONValue {
    guard let name = path.last else { return value ?? .null }
    return changing(path.dropLast()) { members in
      let index = members.firstIndex { $0.name.utf8.elementsEqual(name.utf8) }
      if let value {
        let member = Member(name: name, value: value)
        if let index { members[index] = member } else { members.append(member) }
      } else if let index {
        members.remove(at: index)
      }
    }
  }

  func changing(_ path: ArraySlice<String>, _ change: (inout [Member]) -> Void) -> JSONValue {
    guard case .object(var members) = self else { return self }
    if let name = path.first {
      if let index = members.firstIndex(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
        members[index] = Member(
          name: name, value: members[index].value.changing(path.dropFirst(), change))
      }
    } else {
      change(&members)
    }
    return .object(members)
  }
}
