import ECMARegex
import JSONText

/// The tables that the walk over a document reads at every step, as plain memory. Copying them costs nothing, and no
/// thread counts references.
///
/// It is `@unchecked Sendable` because the tables are written only before they are shared and freed only by the
/// `CompiledSchema` that owns them, so every thread can read them in between.
struct SchemaTables: BitwiseCopyable, @unchecked Sendable {
  let nodes: Table<CompiledNode>
  let scalars: Table<ScalarPlan>
  let arrays: Table<ArrayPlan>
  let objects: Table<ObjectPlan>
  let checks: Table<Check>
  let applicators: Table<Applicator>
  let nodeLists: Table<Int32>
  let ruleLists: Table<Int32>
  let requiredWords: Table<UInt64>
  let properties: Table<CompiledProperty>
  /// The slots of all key tables: an index into `properties` or `texts`, or -1.
  let keyPlaces: Table<Int32>
  /// The predictions of all tables.
  let predictions: Table<Prediction>
  let memberGroups: Table<MemberGroup>
  let namePatterns: Table<NamePattern>
  let discriminators: Table<Discriminator>
  let presenceChoices: Table<PresenceChoice>
  let collectors: Table<Collector>
  let collectorBranches: Table<CollectorBranch>
  let texts: Table<CompiledText>
  let textTables: Table<TextTable>
  /// The canonical tokens of the texts of all text tables.
  let spellings: Table<CanonicalToken>
  let values: Table<CompiledValue>
  let numbers: Table<JSONNumber>
  /// The bytes of all names, and of enumerated texts, values and numbers.
  let text: Table<UInt8>
  let matchers: Table<UnownedMatcher>
  let root: Int32

  init(_ parts: SchemaCompiler.Parts) {
    nodes = Table(parts.nodes)
    scalars = Table(parts.scalars)
    arrays = Table(parts.arrays)
    objects = Table(parts.objects)
    checks = Table(parts.checks)
    applicators = Table(parts.applicators)
    nodeLists = Table(parts.nodeLists)
    ruleLists = Table(parts.ruleLists)
    requiredWords = Table(parts.requiredWords)
    properties = Table(parts.properties)
    keyPlaces = Table(parts.keyPlaces)
    predictions = Table(parts.predictions)
    memberGroups = Table(parts.memberGroups)
    namePatterns = Table(parts.namePatterns)
    discriminators = Table(parts.discriminators)
    presenceChoices = Table(parts.presenceChoices)
    collectors = Table(parts.collectors)
    collectorBranches = Table(parts.collectorBranches)
    texts = Table(parts.texts)
    textTables = Table(parts.textTables)
    spellings = Table(parts.spellings)
    values = Table(parts.values)
    numbers = Table(parts.numbers)
    text = Table(parts.text)
    matchers = Table(parts.patterns.map { unsafe $0.unownedMatcher })
    root = parts.root
  }

  func deallocate() {
    nodes.deallocate()
    scalars.deallocate()
    arrays.deallocate()
    objects.deallocate()
    checks.deallocate()
    applicators.deallocate()
    nodeLists.deallocate()
    ruleLists.deallocate()
    requiredWords.deallocate()
    properties.deallocate()
    keyPlaces.deallocate()
    predictions.deallocate()
    memberGroups.deallocate()
    namePatterns.deallocate()
    discriminators.deallocate()
    presenceChoices.deallocate()
    collectors.deallocate()
    collectorBranches.deallocate()
    texts.deallocate()
    textTables.deallocate()
    spellings.deallocate()
    values.deallocate()
    numbers.deallocate()
    text.deallocate()
    matchers.deallocate()
  }

  /// A cursor over the bytes of the schema's texts, values and numbers.
  var textCursor: JSONCursor {
    @inline(__always) get {
      unsafe JSONCursor(unsafeBytes: text.bytes(from: 0, count: text.count))
    }
  }

  /// The index of the property with the given name in an object's plan, or -1. From the first byte of the name, `readable`
  /// bytes can be loaded.
  @inline(__always)
  func property(of plan: Int32, _ name: UnsafeRawBufferPointer, readable: Int) -> Int {
    let words = unsafe WordPair(name, readable: readable)
    let table = objects.place(Int(plan)).element.keyTable
    var place = Int(unsafe table.hash(words, name) >> table.shift)
    while true {
      let index = Int(keyPlaces[table.start + place])
      if index < 0 { return -1 }
      if unsafe isEqual(properties[index].name, words, name) { return index }
      place = (place + 1) & table.mask
    }
  }

  /// The index of a text in a table, starting at 0, or -1. From its first byte, `readable` bytes can be loaded.
  @inline(__always)
  func place(
    of text: UnsafeRawBufferPointer, readable: Int, in index: Int32
  ) -> Int32 {
    let words = unsafe WordPair(text, readable: readable)
    let table = textTables.place(Int(index))
    let first = table.element.first
    guard table.element.isHashed else {
      for offset in 0..<table.element.count
      where unsafe isEqual(texts[first &+ offset], words, text) {
        return offset
      }
      return -1
    }
    let places = table.element.places
    var place = Int(unsafe places.hash(words, text) >> places.shift)
    while true {
      let index = keyPlaces[places.start + place]
      if index < 0 { return -1 }
      if unsafe isEqual(texts[index], words, text) { return index &- first }
      place = (place + 1) & places.mask
    }
  }

  /// Whether a text of the schema equals the given bytes, whose words are also given.
  @inline(__always)
  func isEqual(_ own: CompiledText, _ words: WordPair, _ bytes: UnsafeRawBufferPointer) -> Bool {
    guard own.words == words else { return false }
    // The two words do not cover the bytes between the first and the last 8.
    for offset in stride(from: 8, to: own.words.count - 8, by: 1) {
      guard unsafe text[own.start + offset] == bytes[offset] else { return false }
    }
    return true
  }
}

/// A pointer to the tables of a schema, so a walk need not copy them.
///
/// Marked safe, and `@unchecked Sendable`, for the same reasons as `SchemaTables`; the `CompiledSchema` that owns the
/// tables frees them last.
@safe struct TablesPointer: BitwiseCopyable, @unchecked Sendable {
  private let base: UnsafeMutablePointer<SchemaTables>

  init(_ tables: SchemaTables) {
    unsafe base = .allocate(capacity: 1)
    unsafe base.initialize(to: tables)
  }

  func deallocate() {
    tables.deallocate()
    unsafe base.deallocate()
  }

  /// The address of the tables.
  @unsafe var address: UnsafePointer<SchemaTables> {
    @inline(__always) get { unsafe UnsafePointer(base) }
  }

  var tables: SchemaTables {
    @inline(__always) unsafeAddress { unsafe UnsafePointer(base) }
  }
}
