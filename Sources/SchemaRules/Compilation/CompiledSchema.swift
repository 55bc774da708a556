import ECMARegex
import JSONText

/// A schema in the form that the walk over a document uses: flat tables of plain numbers, with
/// everything that only errors need beside them.
///
/// Immutable once made, and shared by all threads; whoever uses the tables keeps it alive.
final class CompiledSchema: Sendable {
  let schema: Schema
  let limits: ValidationLimits
  let tables: TablesPointer
  let rules: [CompiledRule]
  /// The index of the property at each place that is the same in every document, by the place's UTF-8; for
  /// declarations only.
  let propertyAtPointer: [[UInt8]: Int32]
  /// Keeps the patterns alive, to which the tables refer.
  private let patterns: [Pattern]

  init(_ parts: SchemaCompiler.Parts, of schema: Schema, limits: ValidationLimits) {
    self.schema = schema
    self.limits = limits
    tables = TablesPointer(SchemaTables(parts))
    rules = parts.rules
    propertyAtPointer = schema.graph.stopsAtType ? parts.propertiesByPointer() : [:]
    patterns = parts.patterns
  }

  deinit {
    tables.deallocate()
  }
}

extension SchemaCompiler.Parts {
  /// The properties that can be reached from the root through objects alone.
  fileprivate func propertiesByPointer() -> [[UInt8]: Int32] {
    var found: [[UInt8]: Int32] = [:]
    var pending: [(node: Int32, pointer: JSONPointer)] = [(root, .root)]
    while let (node, pointer) = pending.popLast() {
      guard node >= 0, nodes[Int(node)].object >= 0 else { continue }
      for index in objects[Int(nodes[Int(node)].object)].properties.indices {
        let property = properties[Int(index)]
        let name = text[property.name.start..<(property.name.start + property.name.words.count)]
        let place = pointer.appending(String(decoding: name, as: UTF8.self))
        let key = Array(place.description.utf8)
        // A schema that leads back to itself has no end of places.
        guard found.count < 100_000, found.updateValue(index, forKey: key) == nil else { continue }
        pending.append((property.node, place))
      }
    }
    return found
  }
}
