import JSONText

/// Memory that validation needs beyond the document's bytes, kept from one document to the next.
///
/// One thread uses it at a time, for any number of documents and validators; validating with a
/// workspace that is warm does not allocate for a valid document.
public final class ValidationWorkspace {
  var scratch = JSONScratch()
  /// The current index in each array that the schema has led into.
  var indices: [Int] = []
  private var slots = Table<FieldSlot>([])

  /// An empty workspace.
  public init() {}

  deinit {
    slots.deallocate()
  }

  /// Forgets what a document that could not be read to its end has left behind.
  func reset() {
    scratch.reset()
    indices.removeAll(keepingCapacity: true)
  }

  /// Slots for the nodes of a schema, all of them empty.
  func emptySlots(count: Int) -> Table<FieldSlot> {
    if slots.count < count {
      slots.deallocate()
      slots = Table([FieldSlot](repeating: .empty, count: count))
    } else {
      // All bits set is -1 in each offset: `FieldSlot.empty`.
      unsafe slots.setAllBits(count: count)
    }
    return slots
  }
}

/// Where a field was last seen.
struct FieldSlot: BitwiseCopyable {
  /// The byte offset of the opening quote of the member's name, or -1.
  var nameOffset: Int
  /// The byte offset of the first byte of the value's string, or -1.
  var start: Int
  /// The byte offset of the closing quote of the value's string, or -1.
  var end: Int

  static let empty = FieldSlot(nameOffset: -1, start: -1, end: -1)
}
