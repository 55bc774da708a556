import ECMARegex
import JSONText

/// What the walk over a document reads at every step, as plain memory: copying it costs nothing, and
/// no thread has to count references.
///
/// It is `@unchecked Sendable` because the tables are written only while they are made and freed
/// only by the `CompiledSchema` that owns them, so that every thread may read them in between.
struct SchemaTables: BitwiseCopyable, @unchecked Sendable {
  let nodes: Table<CompiledNode>
  let properties: Table<CompiledProperty>
  /// The places of all key tables: an index into `properties`, or -1.
  let keyPlaces: Table<Int32>
  /// The guesses of all guess tables.
  let guesses: Table<Guess>
  let enumValues: Table<CompiledText>
  /// The bytes of all names and enumeration values.
  let text: Table<UInt8>
  let matchers: Table<UnownedMatcher>

  init(_ parts: SchemaCompiler.Parts) {
    nodes = Table(parts.nodes)
    properties = Table(parts.properties)
    keyPlaces = Table(parts.keyPlaces)
    guesses = Table(parts.guesses)
    enumValues = Table(parts.enumValues)
    text = Table(parts.text)
    matchers = Table(parts.patterns.map { unsafe $0.unownedMatcher })
  }

  func deallocate() {
    nodes.deallocate()
    properties.deallocate()
    keyPlaces.deallocate()
    guesses.deallocate()
    enumValues.deallocate()
    text.deallocate()
    matchers.deallocate()
  }

  /// The index of the property of an object with a name, or -1; `readable` bytes from the name's
  /// first on may be loaded.
  @inline(__always)
  func property(of object: Int, _ name: UnsafeRawBufferPointer, readable: Int) -> Int {
    let words = unsafe WordPair(name, readable: readable)
    let table = nodes[object].keyTable
    var place = Int(words.hash >> table.shift)
    while true {
      let index = Int(keyPlaces[table.start + place])
      if index < 0 { return -1 }
      if unsafe isEqual(properties[index].name, words, name) { return index }
      place = (place + 1) & table.mask
    }
  }

  /// Whether a text is among those that a node lists; `readable` bytes from its first on may be loaded.
  @inline(__always)
  func isEnumerated(
    _ text: UnsafeRawBufferPointer, readable: Int, by node: CompiledNode
  ) -> Bool {
    let words = unsafe WordPair(text, readable: readable)
    var value = node.firstEnumValue
    let end = value &+ node.enumValueCount
    while value < end {
      if unsafe isEqual(enumValues[value], words, text) { return true }
      value &+= 1
    }
    return false
  }

  /// Whether a text of the schema is the one whose bytes, and their words, are given.
  @inline(__always)
  func isEqual(_ own: CompiledText, _ words: WordPair, _ bytes: UnsafeRawBufferPointer) -> Bool {
    guard own.words == words else { return false }
    // The two words leave out what is between the first and the last 8 bytes.
    for offset in stride(from: 8, to: own.words.count - 8, by: 1) {
      guard unsafe text[own.start + offset] == bytes[offset] else { return false }
    }
    return true
  }
}
