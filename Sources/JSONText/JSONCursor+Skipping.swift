extension JSONCursor {
  /// Moves past a value of any kind and checks all of it, duplicate names included.
  ///
  /// Not recursive: the open containers are in `scratch`, whatever their number.
  ///
  /// - Throws: any `JSONFault`.
  public mutating func skipValue(_ scratch: inout JSONScratch) throws(JSONFault) {
    let outerDepth = scratch.nesting.depth
    repeat {
      var continuation = try skipScalarOrOpen(&scratch)
      // A value is complete: go on in the container around it, or close that too.
      while continuation == .closed && scratch.nesting.depth > outerDepth {
        if scratch.nesting.isInObject {
          continuation = try continueObject()
          if continuation == .another {
            try skipName(&scratch)
          } else {
            scratch.keys.close()
            scratch.nesting.leave()
          }
        } else {
          continuation = try continueArray()
          if continuation == .closed { scratch.nesting.leave() }
        }
      }
    } while scratch.nesting.depth > outerDepth
  }

  /// Moves past a scalar or an empty container (`closed`), or into a container up to its first
  /// member's value or first element (`another`).
  private mutating func skipScalarOrOpen(
    _ scratch: inout JSONScratch
  ) throws(JSONFault) -> Continuation {
    switch kindOfNextValue {
    case .string:
      _ = try scanString()
    case .number:
      try scanNumber()
    case .boolean, .null:
      try scanLiteral()
    case .array:
      let start = position
      let continuation = try openArray()
      scratch.nesting.enter(.array, at: start)
      guard continuation == .closed else { return .another }
      scratch.nesting.leave()
    case .object:
      let start = position
      let continuation = try openObject()
      scratch.nesting.enter(.object, at: start)
      guard continuation == .closed else {
        scratch.keys.open()
        try skipName(&scratch)
        return .another
      }
      scratch.nesting.leave()
    case nil:
      throw JSONFault(isAtEnd ? .unexpectedEnd : .expectedValue, at: position)
    }
    return .closed
  }

  private mutating func skipName(_ scratch: inout JSONScratch) throws(JSONFault) {
    let name = try scanString()
    try scratch.keys.insert(name, from: self)
    try skipColon()
  }
}
