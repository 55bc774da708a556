import JSONText
import Vectors

/// Implementations that change the values of a document before they judge it.
enum ValueMutants {
  static var all: [Mutant] {
    let right = LibraryChecker.documented
    return (strings + presence + conversions + names + envelopes).map { name, change in
      Mutant(
        "value/\(name)", "before judging: \(name)", equivalence: Equivalences.values[name]
      ) {
        { subject in
          guard let value = subject.value else { return subject.answer }
          let changed = change(value, subject.target)
          guard changed != value || !changed.isIdentical(to: value) else { return subject.answer }
          var writer = JSONWriter()
          writer.value(changed)
          return right.check(writer.bytes, as: subject.target.rawValue)
        }
      }
    }
  }

  typealias Change = @Sendable (JSONValue, Target) -> JSONValue

  // MARK: Presence

  private static var presence: [(String, Change)] {
    let kinds: [(String, @Sendable (JSONValue) -> Bool)] = [
      ("null", { $0 == .null }), ("empty strings", { $0.isIdentical(to: .string("")) }),
      ("blank strings", { $0.stringValue.map { $0.unicodeScalars.allSatisfy(isSpace) } ?? false }),
      ("empty objects", { $0 == .object([]) }), ("empty arrays", { $0 == .array([]) }),
      ("false", { $0 == .boolean(false) }),
      ("zero", { $0 == .number("0") }),
      ("numbers", { if case .number = $0 { true } else { false } }),
      ("booleans", { $0.booleanValue != nil }), ("arrays", { $0.arrayValue != nil }),
      (
        "falsy values",
        {
          $0 == .null || $0 == .boolean(false) || $0 == .number("0")
            || $0.isIdentical(to: .string(""))
        }
      ),
      ("the string null", { $0.isIdentical(to: .string("null")) }),
      ("the string undefined", { $0.isIdentical(to: .string("undefined")) }),
    ]
    let required = [
      "name", "type", "prefix", "credentials", "accessKey", "secretKey", "bucketName", "region",
      "endpoint", "id", "data",
    ]
    let optional = ["description", "createdAt", "updatedAt"]
    return kinds.map { name, isAbsent -> (String, Change) in
      ("\(name) as absent", { value, _ in value.removing { isAbsent($0.value) } })
    }
      + kinds.prefix(4).flatMap { name, isAbsent -> [(String, Change)] in
        [
          (
            "\(name) as absent in optional fields",
            { value, _ in value.removing { optional.contains($0.name) && isAbsent($0.value) } }
          ),
          (
            "\(name) as absent in required fields",
            { value, _ in value.removing { required.contains($0.name) && isAbsent($0.value) } }
          ),
        ]
      }
  }

  // MARK: Conversions

  private static var conversions: [(String, Change)] {
    let edits: [(String, @Sendable (JSONValue) -> JSONValue)] = [
      ("numbers as strings", { if case .number(let text) = $0 { .string(text) } else { $0 } }),
      ("booleans as strings", { $0.booleanValue.map { .string($0 ? "true" : "false") } ?? $0 }),
      ("null as an empty string", { $0 == .null ? .string("") : $0 }),
      ("null as the string null", { $0 == .null ? .string("null") : $0 }),
      ("null as an empty object", { $0 == .null ? .object([]) : $0 }),
      ("true as an empty object", { $0 == .boolean(true) ? .object([]) : $0 }),
      (
        "arrays of one as their element",
        { if case .array(let list) = $0, list.count == 1 { list[0] } else { $0 } }
      ),
      (
        "arrays as their first element",
        { if case .array(let list) = $0, let first = list.first { first } else { $0 } }
      ),
      (
        "arrays as their last element",
        { if case .array(let list) = $0, let last = list.last { last } else { $0 } }
      ),
      (
        "arrays of strings joined",
        { value in
          guard case .array(let list) = value, !list.isEmpty,
            list.allSatisfy({ $0.stringValue != nil })
          else { return value }
          return .string(list.compactMap(\.stringValue).joined())
        }
      ),
      ("empty arrays as strings", { $0 == .array([]) ? .string("") : $0 }),
      ("empty arrays as empty objects", { $0 == .array([]) ? .object([]) : $0 }),
      (
        "arrays as objects",
        { value in
          guard case .array(let list) = value else { return value }
          return .object(list.enumerated().map { .init(name: String($0), value: $1) })
        }
      ),
      (
        "arrays of pairs as objects",
        { value in
          guard case .array(let list) = value, !list.isEmpty else { return value }
          let members = list.compactMap { pair -> JSONValue.Member? in
            guard let parts = pair.arrayValue, parts.count == 2, let name = parts[0].stringValue
            else { return nil }
            return .init(name: name, value: parts[1])
          }
          return members.count == list.count ? .object(members) : value
        }
      ),
      (
        "objects as strings",
        {
          if case .object(let members) = $0, members.count < 2 {
            .string("[object Object]")
          } else {
            $0
          }
        }
      ),
      (
        "objects with a value as it",
        {
          if case .object(let members) = $0, members.count == 1, members[0].name == "value" {
            members[0].value
          } else {
            $0
          }
        }
      ),
      (
        "strings of objects as objects",
        { value in
          guard let text = value.stringValue, text.hasPrefix("{"),
            let parsed = try? JSONValue(parsing: Array(text.utf8))
          else { return value }
          return parsed
        }
      ),
      ("empty strings as empty objects", { $0.isIdentical(to: .string("")) ? .object([]) : $0 }),
      ("empty strings as null", { $0.isIdentical(to: .string("")) ? .null : $0 }),
      (
        "whole numbers as strings",
        {
          if case .number(let text) = $0, !text.contains("."), !text.contains("e") {
            .string(text)
          } else {
            $0
          }
        }
      ),
    ]
    return edits.map { name, edit in (name, { value, _ in value.mapping(edit) }) }
  }
}
