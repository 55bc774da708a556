package import JSONText

/// A JSON text as a flat list of its values with their positions, in the order of the text.
///
/// It is created in one pass without recursion. Names and strings are decoded when they are needed.
///
/// Worked example: `{"a": [1]}` has three values: the object, whose `next` is 3; the array, which is named `a` and
/// whose parent is 0 and whose `next` is 3; and the number, whose parent is 1.
package struct TextOutline: Sendable {
  /// A value of the text.
  package struct Value: BitwiseCopyable {
    package var kind: JSONKind
    /// The index of the enclosing object or array; -1 for the whole text.
    package var parent: Int32
    /// The index of the first value after this one that is not inside it.
    package var next: Int32
    /// The byte offsets of the first byte and of the byte after the last; a string includes its quotes.
    package var start: Int32
    package var end: Int32
    /// The byte offset after the opening quote of the member's name; -1 for an element.
    package var nameStart: Int32
    /// The byte offset of the closing quote of the member's name; the index of an element.
    package var nameEnd: Int32
  }

  /// The reason why a text has no outline.
  package enum Obstacle: Error {
    case fault(JSONFault)
    case limit(JSONLimits.Limit, offset: Int)
  }

  /// The name of the text in messages.
  package let name: String
  package let bytes: [UInt8]
  /// The positions of the values in the text from which this one was translated; nil for an original text.
  package let map: SourceMap?
  package private(set) var values: [Value] = []

  /// Reads a text, which must be strict JSON. Offsets have 32 bits, which are enough within the limit on bytes of
  /// `JSONLimits`.
  package init(_ bytes: [UInt8], name: String, map: SourceMap? = nil) throws(Obstacle) {
    self.name = name
    self.bytes = bytes
    self.map = map
    switch JSONText.check(bytes) {
    case .wellFormed: break
    case .malformed(let fault): throw .fault(fault)
    case .limitExceeded(let limit, let offset): throw .limit(limit, offset: offset)
    }
    values.reserveCapacity(bytes.count / 16)
    let fault: JSONFault? = unsafe bytes.withUnsafeBytes { bytes in
      do throws(JSONFault) {
        try read(unsafe JSONCursor(unsafeBytes: bytes))
        return nil
      } catch {
        return error
      }
    }
    if let fault { throw .fault(fault) }
  }

  private mutating func read(_ cursor: consuming JSONCursor) throws(JSONFault) {
    var cursor = cursor
    try cursor.beginDocument()
    // The open containers with their current numbers of values.
    var open: [(index: Int, count: Int32)] = []
    var parent = -1
    var nameStart: Int32 = -1
    var nameEnd: Int32 = 0
    while true {
      guard let kind = cursor.kindOfNextValue else {
        throw JSONFault(.expectedValue, at: cursor.position)
      }
      let index = values.count
      values.append(
        Value(
          kind: kind, parent: Int32(truncatingIfNeeded: parent),
          next: Int32(truncatingIfNeeded: index + 1),
          start: Int32(truncatingIfNeeded: cursor.position), end: 0, nameStart: nameStart,
          nameEnd: nameEnd))
      var continuation = JSONCursor.Continuation.closed
      switch kind {
      case .object, .array:
        continuation = kind == .object ? try cursor.openObject() : try cursor.openArray()
        if continuation == .another {
          open.append((index, 0))
          parent = index
        }
      case .string: _ = try cursor.scanString()
      case .number: try cursor.scanNumber()
      case .boolean, .null: try cursor.scanLiteral()
      }
      if continuation == .closed { values[index].end = Int32(truncatingIfNeeded: cursor.position) }
      while continuation == .closed, let container = open.last {
        let isObject = values[container.index].kind == .object
        continuation = isObject ? try cursor.continueObject() : try cursor.continueArray()
        guard continuation == .closed else { break }
        open.removeLast()
        values[container.index].end = Int32(truncatingIfNeeded: cursor.position)
        values[container.index].next = Int32(truncatingIfNeeded: values.count)
        parent = open.last?.index ?? -1
      }
      guard continuation == .another, !open.isEmpty else { return }
      if values[parent].kind == .object {
        let name = try cursor.scanString()
        nameStart = Int32(truncatingIfNeeded: name.start)
        nameEnd = Int32(truncatingIfNeeded: name.end)
        try cursor.skipColon()
      } else {
        nameStart = -1
        nameEnd = open[open.count - 1].count
        open[open.count - 1].count &+= 1
      }
    }
  }
}

extension TextOutline {
  /// The original text.
  package var source: [UInt8] { map?.source ?? bytes }

  /// The range of the original text that corresponds to a range of this one.
  package func sourceRange(of range: Range<Int>) -> Range<Int> { map?.range(of: range) ?? range }
}
