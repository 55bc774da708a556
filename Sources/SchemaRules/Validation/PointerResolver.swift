package import JSONText

/// Finds the pointers of values by their offsets. One walk over a document answers any number of ascending offsets,
/// so validation need not keep paths.
package struct PointerResolver {
  private struct Level {
    let isObject: Bool
    /// The name of the member; nil in an array.
    var name: StringToken?
    var index = 0
  }

  private var cursor: JSONCursor
  private var levels: [Level] = []
  private var isAtStart = true

  package init(_ cursor: JSONCursor) {
    self.cursor = cursor
    self.cursor.position = 0
  }

  /// The pointer of the value that starts at an offset, or of the member whose name starts there. Offsets must not
  /// decrease from one call to the next.
  mutating func pointer(at offset: Int) -> JSONPointer {
    while cursor.position < offset, step() {}
    return pointer(before: offset)
  }

  /// A member or a value of a document.
  package struct Place {
    package let pointer: JSONPointer
    /// Whether the place is a value other than an object or an array.
    package let isScalar: Bool
  }

  /// The members and values that start in a range of bytes, which must not begin before the current position.
  ///
  /// Returns nil if the range contains anything else, so the document is not JSON.
  package mutating func places(in range: Range<Int>) -> [Place]? {
    var places: [Place] = []
    while step() {
      let start = cursor.position
      if start >= range.upperBound { return places }
      guard start >= range.lowerBound else { continue }
      let isName = levels.last?.name.map { $0.start - 1 == start } ?? false
      let isContainer = cursor.next == UInt8(ascii: "{") || cursor.next == UInt8(ascii: "[")
      places.append(Place(pointer: pointer(before: start), isScalar: !isName && !isContainer))
    }
    cursor.skipWhitespace()
    return levels.isEmpty && cursor.position >= range.upperBound ? places : nil
  }

  private func pointer(before offset: Int) -> JSONPointer {
    var pointer = JSONPointer.root
    for level in levels {
      if let name = level.name {
        // A name at the offset is the name of the member.
        if name.start - 1 > offset { break }
        pointer = pointer.appending(cursor.string(name))
      } else if !level.isObject {
        pointer = pointer.appending(String(level.index))
      }
    }
    return pointer
  }

  /// Moves to the next name or value. Returns false at the end, and at a fault in the part of the document that was
  /// not read before.
  private mutating func step() -> Bool {
    do throws(JSONFault) {
      if isAtStart {
        isAtStart = false
        try cursor.beginDocument()
        return true
      }
      if let last = levels.last, last.isObject, let name = last.name,
        cursor.position == name.start - 1
      {
        // Move from the name to its value.
        _ = try cursor.scanString()
        try cursor.skipColon()
        return true
      }
      switch cursor.next {
      case UInt8(ascii: "{"):
        if try cursor.openObject() == .another {
          levels.append(Level(isObject: true, name: try peekName()))
          return true
        }
      case UInt8(ascii: "["):
        if try cursor.openArray() == .another {
          levels.append(Level(isObject: false))
          return true
        }
      default:
        cursor.skipCheckedValue()
      }
      return try leaveValue()
    } catch {
      return false
    }
  }

  /// Moves past the end of a value.
  private mutating func leaveValue() throws(JSONFault) -> Bool {
    while let last = levels.last {
      if last.isObject {
        if try cursor.continueObject() == .another {
          levels[levels.count - 1].name = try peekName()
          return true
        }
      } else if try cursor.continueArray() == .another {
        levels[levels.count - 1].index += 1
        return true
      }
      levels.removeLast()
    }
    return false
  }

  private func peekName() throws(JSONFault) -> StringToken {
    var ahead = cursor
    return try ahead.scanString()
  }
}
