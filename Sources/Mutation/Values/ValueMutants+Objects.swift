import JSONText
import Vectors

/// Members under other names, merged or lost, and other envelopes.
extension ValueMutants {
  static var names: [(String, Change)] {
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

  static var objects: [(String, Change)] {
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
              members.map({ $0.name.lowercased() }).hasRepeats
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
              members.map({ $0.name.trimmingScalars { $0 == " " } }).hasRepeats
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
              members.map({ $0.name.prefixScalars { $0 != "\u{0}" } }).hasRepeats
            else { return value }
            return .object(members + members)
          }
        }
      ),
      (
        "names repeated in different objects refused",
        { value, _ in
          value.allNames.hasRepeats
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

  static var envelopes: [(String, Change)] {
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
