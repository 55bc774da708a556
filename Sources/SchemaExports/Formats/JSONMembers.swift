import APIOperations
import JSONText

/// The members of an object under construction, in order.
struct JSONMembers {
  private(set) var members: [JSONValue.Member] = []

  var value: JSONValue { .object(members) }

  /// Adds a keyword. If the object already has it, adds it to `allOf` instead.
  mutating func add(_ name: String, _ value: JSONValue) {
    if members.contains(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
      append(to: "allOf", [.members([name: value])])
    } else {
      members.append(JSONValue.Member(name: name, value: value))
    }
  }

  /// Adds elements to an array, which is created if it is missing.
  mutating func append(to name: String, _ elements: [JSONValue]) {
    let index = members.firstIndex { $0.name.utf8.elementsEqual(name.utf8) }
    let array = (index.flatMap { members[$0].value.arrayValue } ?? []) + elements
    let member = JSONValue.Member(name: name, value: .array(array))
    if let index { members[index] = member } else { members.append(member) }
  }

  /// Moves a reference into `allOf` if it has siblings, which it would make ineffective.
  mutating func keepSiblingsOfReference() {
    guard members.count > 1,
      let index = members.firstIndex(where: { $0.name.utf8.elementsEqual("$ref".utf8) })
    else { return }
    let reference = members.remove(at: index)
    append(to: "allOf", [.object([reference])])
  }

  mutating func add(_ name: String, _ text: String) { add(name, .string(text)) }
  mutating func add(_ name: String, _ number: Int) { add(name, .number(String(number))) }
}

extension JSONValue {
  /// The tree as text, with one member per line and a line feed at the end.
  var prettyText: String {
    var writer = JSONWriter(pretty: true)
    writer.value(self)
    writer.newline()
    return writer.text
  }

  /// The value at a pointer, in which `*` means the first element of an array; nil if there is none.
  func value(at pointer: JSONPointer) -> JSONValue? {
    var value = self
    for token in pointer.tokens {
      if token == "*", let first = value.arrayValue?.first {
        value = first
      } else if let member = value[token] {
        value = member
      } else {
        return nil
      }
    }
    return value
  }
}

extension APIOperation.Example {
  /// The document as a tree; nil if it is not JSON.
  var value: JSONValue? { try? JSONValue(parsing: Array(json.utf8)) }
}
