import SchemaRules
import Vectors

extension Schema {
  /// The schema with a change of the field at a path of names.
  func changing(_ path: [String], _ change: (inout FieldSchema) -> Void) -> Schema {
    var schema = self
    schema.root.change(path[...], change)
    return schema
  }

  /// The schema with a change of the members of the object at a path of names.
  func changingMembers(of path: [String], _ change: (inout [Property]) -> Void) -> Schema {
    changing(path) { field in
      guard case .object(var object) = field.shape else { return }
      change(&object.properties)
      field.shape = .object(object)
    }
  }

  /// The schema with a change of the property at a path of names.
  func changingProperty(_ path: [String], _ change: (inout Property) -> Void) -> Schema {
    changingMembers(of: path.dropLast()) { properties in
      guard let index = properties.firstIndex(where: { $0.name == path.last }) else { return }
      change(&properties[index])
    }
  }

  /// The schema with another constraint in place of the one of the same keyword.
  func replacing(_ path: [String], with constraint: Constraint) -> Schema {
    changing(path) { field in
      field.constraints.removeAll { $0.keyword == constraint.keyword }
      field.constraints.append(constraint)
      // In the order in which the engine reports, so that only the constraint differs.
      field.constraints.sort { Self.rank($0.keyword) < Self.rank($1.keyword) }
    }
  }

  private static func rank(_ keyword: Keyword) -> Int {
    Keyword.allCases.firstIndex(of: keyword) ?? 0
  }
}

extension FieldSchema {
  fileprivate mutating func change(
    _ path: ArraySlice<String>, _ change: (inout FieldSchema) -> Void
  ) {
    guard let name = path.first else {
      change(&self)
      return
    }
    guard case .object(var object) = shape,
      let index = object.properties.firstIndex(where: { $0.name == name })
    else { return }
    object.properties[index].field.change(path.dropFirst(), change)
    shape = .object(object)
  }
}

extension Mutant {
  /// The engine with another schema for one body.
  static func schema(
    _ id: String, _ summary: String, _ target: Target, _ schema: Schema, equivalence: String? = nil
  ) -> Mutant {
    Mutant(
      "schema/\(target)/\(id)", summary, target: target, equivalence: equivalence, schema: schema
    ) {
      let bodies = CorpusBody.documented.map { body in
        CorpusBody(
          name: body.name, source: body.source,
          schema: body.name == target.rawValue ? schema : body.schema)
      }
      // A pattern that backtracks for ever is a mistake that the shortcuts would hide.
      let mutant = try? LibraryChecker(bodies, usesPatternShortcuts: false)
      guard let checker = mutant else {
        // A mutant that does not compile answers nothing; the tests see to it that there is none.
        return { _ in Answer(.unsupported) }
      }
      return { checker.check($0.bytes, as: $0.target.rawValue) }
    }
  }
}
