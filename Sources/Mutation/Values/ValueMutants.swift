import JSONText
import Vectors

/// Implementations that change the values of a document before they judge it.
enum ValueMutants {
  static var all: [Mutant] {
    let right = LibraryChecker()
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
          return right.check(writer.bytes, as: subject.target)
        }
      }
    }
  }

  typealias Change = @Sendable (JSONValue, Target) -> JSONValue

  // MARK: Strings

  private static var strings: [(String, Change)] {
    let edits: [(String, @Sendable (String) -> String)] = [
      ("trimmed", { $0.trimmingScalars { Self.isSpace($0) } }),
      ("trimmed of spaces", { $0.trimmingScalars { $0 == " " } }),
      ("trimmed at the end", { $0.trimmingScalars(atStart: false) { Self.isSpace($0) } }),
      ("trimmed at the start", { $0.trimmingScalars(atEnd: false) { Self.isSpace($0) } }),
      ("chomped", { $0.trimmingScalars(atStart: false) { $0 == "\n" || $0 == "\r" } }),
      (
        "without one final LF",
        {
          $0.unicodeScalars.last == "\n"
            ? String(String.UnicodeScalarView($0.unicodeScalars.dropLast())) : $0
        }
      ),
      ("in small letters", { $0.lowercased() }), ("in capitals", { $0.uppercased() }),
      (
        "in small ASCII letters",
        { $0.mappingScalars { ("A"..."Z").contains($0) ? Unicode.Scalar($0.value + 32) : $0 } }
      ),
      ("with CRLF as LF", { text in text.removingScalar("\r") }),
      ("cut at a null character", { $0.prefixScalars { $0 != "\u{0}" } }),
      ("cut at a line feed", { $0.prefixScalars { $0 != "\n" } }),
      ("without null characters", { $0.removingScalar("\u{0}") }),
      (
        "without control characters",
        { $0.filteringScalars { $0.value >= 0x20 && $0.value != 0x7F } }
      ),
      (
        "without zero-width characters",
        { $0.filteringScalars { ![0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF].contains($0.value) } }
      ),
      ("without byte order marks", { $0.removingScalar("\u{FEFF}") }),
      ("without soft hyphens", { $0.removingScalar("\u{AD}") }),
      ("without combining marks", { $0.filteringScalars { !(0x300...0x36F).contains($0.value) } }),
      ("without characters above U+FFFF", { $0.filteringScalars { $0.value <= 0xFFFF } }),
      ("without characters beyond ASCII", { $0.filteringScalars { $0.value < 0x80 } }),
      (
        "with dashes as hyphens",
        {
          $0.mappingScalars {
            (0x2010...0x2015).contains($0.value) || $0.value == 0x2212 ? "-" : $0
          }
        }
      ),
      (
        "with fullwidth as ASCII",
        {
          $0.mappingScalars {
            (0xFF01...0xFF5E).contains($0.value) ? Unicode.Scalar($0.value - 0xFEE0) : $0
          }
        }
      ),
      ("with white space as spaces", { $0.mappingScalars { Self.isSpace($0) ? " " : $0 } }),
      ("with no-break spaces as spaces", { $0.mappingScalars { $0.value == 0xA0 ? " " : $0 } }),
      ("with runs of spaces as one", { $0.collapsing { $0 == " " } }),
      ("with runs of white space as one", { $0.collapsing { Self.isSpace($0) } }),
      (
        "with accents folded",
        { $0.mappingScalars { $0.value == 0xE9 ? "e" : $0.value == 0xC0 ? "A" : $0 } }
      ),
      (
        "with case folded beyond ASCII",
        { $0.mappingScalars { $0.value == 0x212A ? "k" : $0.value == 0x17F ? "s" : $0 } }
      ),
      (
        "with curly quotes as straight",
        {
          $0.mappingScalars {
            [0x2018, 0x2019].contains($0.value)
              ? "'" : [0x201C, 0x201D].contains($0.value) ? "\"" : $0
          }
        }
      ),
      ("with replacement characters left out", { $0.removingScalar("\u{FFFD}") }),
      ("cut to 100", { $0.prefixScalars(100) }), ("cut to 200", { $0.prefixScalars(200) }),
      ("cut to 255", { $0.prefixScalars(255) }), ("cut to 1024", { $0.prefixScalars(1024) }),
      ("without quotes", { $0.removingScalar("\"") }),
      (
        "without markup", { $0.contains("<") ? $0.filteringScalars { $0 != "<" && $0 != ">" } : $0 }
      ), ("unescaped again", { $0.contains("\\") ? $0.removingScalar("\\") : $0 }),
      (
        "as bytes of Latin-1",
        { text in text.utf8.reduce(into: "") { $0.unicodeScalars.append(Unicode.Scalar($1)) } }
      ),
      ("with slashes as one", { $0.collapsing { $0 == "/" } }),
      ("with backslashes as slashes", { $0.mappingScalars { $0 == "\\" ? "/" : $0 } }),
    ]
    let fields = ["name", "description", "type", "prefix"]
    let perField = fields.flatMap { field in
      edits.prefix(9).map { name, edit -> (String, Change) in
        (
          "\(field) \(name)",
          { value, target in value.changing(field, in: target) { $0.mappingStrings(edit) } }
        )
      }
    }
    let slash: [(String, Change)] = [
      (
        "prefix with a slash added",
        { value, target in
          value.changing("prefix", in: target) {
            $0.mappingStrings { $0.hasSuffix("/") ? $0 : $0 + "/" }
          }
        }
      ),
      (
        "prefix without a slash at the start",
        { value, target in
          value.changing("prefix", in: target) {
            $0.mappingStrings { $0.hasPrefix("/") ? String($0.dropFirst()) : $0 }
          }
        }
      ),
      (
        "type aliases",
        { value, target in
          value.changing("type", in: target) {
            $0.mappingStrings { ["aws", "aws-s3", "S3", "minio"].contains($0) ? "s3" : $0 }
          }
        }
      ),
    ]
    return edits.map { name, edit in ("strings \(name)", { value, _ in value.mappingStrings(edit) })
    } + perField + slash
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool { ClassText.whiteSpaceSet.contains(scalar) }

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

  // MARK: Names

  private static var names: [(String, Change)] {
    let edits: [(String, @Sendable (String) -> String)] = [
      ("in any case", { $0.lowercased() }), ("trimmed", { $0.trimmingScalars { isSpace($0) } }),
      ("in snake case", { $0.removingScalar("_").lowercased() }),
      ("in kebab case", { $0.removingScalar("-").lowercased() }),
      ("cut at a null character", { $0.prefixScalars { $0 != "\u{0}" } }),
      (
        "without zero-width characters",
        { $0.removingScalar("\u{200B}").removingScalar("\u{FEFF}") }
      ), ("without combining marks", { $0.removingScalar("\u{301}") }),
      (
        "fullwidth as ASCII",
        {
          $0.mappingScalars {
            (0xFF01...0xFF5E).contains($0.value) ? Unicode.Scalar($0.value - 0xFEE0) : $0
          }
        }
      ),
      (
        "with look-alikes",
        { $0.mappingScalars { $0.value == 0x435 ? "e" : $0.value == 0x430 ? "a" : $0 } }
      ),
      ("with an underscore before", { $0.hasPrefix("_") ? String($0.dropFirst()) : $0 }),
      ("with a dot before", { $0.hasPrefix(".") ? String($0.dropFirst()) : $0 }),
      (
        "with an s behind",
        { $0.hasSuffix("s") && $0 != "credentials" ? String($0.dropLast()) : $0 }
      ), ("without line ends", { $0.removingScalar("\n") }),
    ]
    let known = ["data"] + SchemaMutants.fields(of: .response).compactMap(\.last)
    return edits.map { name, edit -> (String, Change) in
      (
        "names \(name)",
        { value, _ in
          value.renaming { old in
            if known.contains(where: { $0.utf8.elementsEqual(old.utf8) }) { return old }
            let new = edit(old)
            return known.first {
              $0.utf8.elementsEqual(new.utf8) || $0.lowercased().utf8.elementsEqual(new.utf8)
            } ?? old
          }
        }
      )
    } + objects
  }

  private static var objects: [(String, Change)] {
    [
      (
        "__proto__ merged",
        { value, _ in
          value.mapping { value in
            guard case .object(let members) = value, let more = value["__proto__"]?.objectValue
            else { return value }
            let names = Set(members.map(\.name))
            return .object(members + more.filter { !names.contains($0.name) })
          }
        }
      ),
      (
        "unknown objects merged",
        { value, _ in
          value.mapping { value in
            guard case .object(let members) = value, let more = value["foo"]?.objectValue else {
              return value
            }
            let names = Set(members.map(\.name))
            return .object(members + more.filter { !names.contains($0.name) })
          }
        }
      ),
      (
        "names equal by canonical form refused",
        { value, _ in
          value.mapping { value in
            guard case .object(let members) = value, Set(members.map(\.name)).count < members.count
            else { return value }
            return .object(members + members)
          }
        }
      ),
      (
        "names equal in any case refused",
        { value, _ in
          value.mapping { value in
            guard case .object(let members) = value,
              Set(members.map { $0.name.lowercased() }).count < members.count
            else { return value }
            return .object(members + members)
          }
        }
      ),
      (
        "names equal when trimmed refused",
        { value, _ in
          value.mapping { value in
            guard case .object(let members) = value,
              Set(members.map { $0.name.trimmingScalars { $0 == " " } }).count < members.count
            else { return value }
            return .object(members + members)
          }
        }
      ),
      (
        "names equal up to a null character refused",
        { value, _ in
          value.mapping { value in
            guard case .object(let members) = value,
              Set(members.map { $0.name.prefixScalars { $0 != "\u{0}" } }).count < members.count
            else { return value }
            return .object(members + members)
          }
        }
      ),
      (
        "names repeated in different objects refused",
        { value, _ in
          let names = value.allNames
          return Set(names).count < names.count
            ? .object([.init(name: "a", value: .null), .init(name: "a", value: .null)]) : value
        }
      ),
      (
        "members behind the tenth left out",
        { value, _ in
          value.mapping { value in
            guard case .object(let members) = value else { return value }
            return .object(Array(members.prefix(10)))
          }
        }
      ),
      (
        "members behind an unknown one left out",
        { value, target in
          let known =
            target == .request
            ? ["name", "description", "type", "prefix", "credentials"] : ["data"]
          guard case .object(let members) = value else { return value }
          return .object(Array(members.prefix { known.contains($0.name) }))
        }
      ),
      (
        "members backwards, if type stands first",
        { value, _ in
          guard case .object(let members) = value, members.first?.name == "type" else {
            return value
          }
          return .object([])
        }
      ),
      (
        "members out of order left out",
        { value, target in
          let order = [
            "name", "description", "type", "prefix", "credentials", "id", "createdAt", "updatedAt",
          ]
          func ordered(_ value: JSONValue) -> JSONValue {
            guard case .object(let members) = value else { return value }
            var last = -1
            return .object(
              members.filter { member in
                guard let rank = order.firstIndex(of: member.name) else { return true }
                if rank < last { return false }
                last = rank
                return true
              })
          }
          return target == .request ? ordered(value) : value.changing("data", in: .request, ordered)
        }
      ),
    ]
  }

  // MARK: Envelopes

  private static var envelopes: [(String, Change)] {
    @Sendable func wrapped(_ value: JSONValue) -> JSONValue {
      .object([.init(name: "data", value: value)])
    }
    return [
      (
        "the response unwrapped",
        { value, target in
          target == .response && value["data"] == nil && value["id"] != nil ? wrapped(value) : value
        }
      ),
      (
        "the response's data as the whole",
        { value, target in target == .response ? wrapped(value) : value }
      ),
      (
        "the request wrapped",
        { value, target in target == .request ? value["data"] ?? value : value }
      ),
      (
        "data in any case",
        { value, target in
          target == .response
            ? value["data"] == nil ? wrapped(value["Data"] ?? value["DATA"] ?? .null) : value
            : value
        }
      ),
      (
        "result for data",
        { value, target in
          target == .response && value["data"] == nil
            ? value["result"].map(wrapped) ?? value : value
        }
      ),
      (
        "the first of a list as data",
        { value, target in
          target == .response ? value["data"]?.arrayValue?.first.map(wrapped) ?? value : value
        }
      ),
      (
        "data in data",
        { value, target in
          target == .response ? value["data"]?["data"].map(wrapped) ?? value : value
        }
      ),
      (
        "credentials flat",
        { value, target in
          guard target == .request, value["credentials"] == nil, case .object(let members) = value
          else { return value }
          return .object(members + [.init(name: "credentials", value: value)])
        }
      ),
      (
        "fields of data outside it",
        { value, target in
          guard target == .response, case .object(let outer) = value,
            case .object(let inner)? = value["data"]
          else { return value }
          let names = Set(inner.map(\.name))
          return wrapped(.object(inner + outer.filter { !names.contains($0.name) }))
        }
      ),
      (
        "fields of credentials for missing ones",
        { value, target in
          guard target == .request, case .object(let members) = value,
            let inner = value["credentials"]?.objectValue
          else { return value }
          let names = Set(members.map(\.name))
          return .object(members + inner.filter { !names.contains($0.name) })
        }
      ),
    ]
  }
}
