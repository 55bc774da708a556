import JSONText

/// Memory that validation needs beyond the document's bytes, kept from one document to the next.
///
/// One thread uses it at a time, for any number of documents and validators; validating with a
/// workspace that is warm does not allocate for a valid document.
public final class ValidationWorkspace {
  var scratch = JSONScratch()
  private var slots = Table<FieldSlot>([])

  /// An empty workspace.
  public init() {}

  deinit {
    slots.deallocate()
  }

  /// Slots for the nodes of a schema, all of them empty.
  func emptySlots(count: Int) -> Table<FieldSlot> {
    if slots.count < count {
      slots.deallocate()
      slots = Table([FieldSlot](repeating: .empty, count: count))
    } else {
      slots.fill(with: .empty)
    }
    return slots
  }
}

/// Where the value of one field was last seen.
struct FieldSlot: BitwiseCopyable {
  /// The byte offset of the opening quote of the member's name, or -1.
  var nameOffset: Int
  /// The value's string, if it is one.
  var value: StringToken?

  static let empty = FieldSlot(nameOffset: -1, value: nil)
}
