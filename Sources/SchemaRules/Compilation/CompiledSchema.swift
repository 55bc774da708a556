import ECMARegex

/// A schema in the form that the walk over a document uses: flat tables of plain numbers, with
/// everything that only errors need beside them.
///
/// Immutable once made. It is `@unchecked Sendable` because the tables are raw memory, which is
/// written only in `init` and freed only in `deinit`, so that every thread may read it.
final class CompiledSchema: @unchecked Sendable {
  let nodes: Table<CompiledNode>
  let properties: Table<CompiledProperty>
  /// The places of all key tables: an index into `properties`, or -1.
  let keyPlaces: Table<Int32>
  let enumValues: Table<TextRange>
  /// The bytes of all names and enumeration values.
  let text: Table<UInt8>
  let patterns: [Pattern]
  let rules: [Rule]
  /// The index of the node at each pointer, those inside arrays left out.
  let nodeAtPointer: [String: Int]

  init(_ parts: SchemaCompiler.Parts) {
    nodes = Table(parts.nodes)
    properties = Table(parts.properties)
    keyPlaces = Table(parts.keyPlaces)
    enumValues = Table(parts.enumValues)
    text = Table(parts.text)
    patterns = parts.patterns
    rules = parts.rules
    nodeAtPointer = parts.nodeAtPointer
  }

  deinit {
    nodes.deallocate()
    properties.deallocate()
    keyPlaces.deallocate()
    enumValues.deallocate()
    text.deallocate()
  }

  /// The index of the property of an object with a name, or -1; `readable` bytes from the name's
  /// first on may be loaded.
  @inline(__always)
  func property(
    of object: CompiledNode, _ name: UnsafeRawBufferPointer, readable: Int
  ) -> Int {
    let words = unsafe KeyWords(name, readable: readable)
    let table = object.keyTable
    var place = Int(words.hash >> table.shift)
    while true {
      let index = Int(keyPlaces[table.start + place])
      if index < 0 { return -1 }
      let property = properties[index]
      if property.name == words, unsafe hasSameMiddle(property, name) { return index }
      place = (place + 1) & table.mask
    }
  }

  /// Whether the bytes of a name that its two words leave out are those of a property.
  @inline(__always)
  private func hasSameMiddle(_ property: CompiledProperty, _ name: UnsafeRawBufferPointer) -> Bool {
    for offset in stride(from: 8, to: property.name.count - 8, by: 1) {
      guard unsafe text[property.nameStart + offset] == name[offset] else { return false }
    }
    return true
  }
}
