/// The kinds of literals and numbers.
package struct ScalarKinds: OptionSet, BitwiseCopyable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let `false` = ScalarKinds(rawValue: 1)
  package static let `true` = ScalarKinds(rawValue: 2)
  package static let null = ScalarKinds(rawValue: 4)
  /// Numbers without a fraction.
  package static let integer = ScalarKinds(rawValue: 8)
  /// Numbers with a fraction; only together with `integer`.
  package static let fraction = ScalarKinds(rawValue: 16)
  /// Numbers without a fraction that are within bounds.
  package static let boundedInteger = ScalarKinds(rawValue: 32)
}

extension JSONCursor {
  /// Moves past a value of any kind and checks it completely, including duplicate names.
  ///
  /// It does not recurse: `scratch` keeps the open containers, however many there are.
  ///
  /// - Throws: Any `JSONFault`.
  package mutating func skipValue(_ scratch: inout JSONScratch) throws(JSONFault) {
    // A local cursor stays in registers; after a fault, the position is not needed.
    var cursor = self
    let outerDepth = scratch.nesting.depth
    repeat {
      var continuation = try cursor.skipScalarOrOpen(&scratch)
      // A value is complete: continue in the enclosing container, or close that too.
      while continuation == .closed && scratch.nesting.depth > outerDepth {
        if scratch.nesting.isInObject {
          continuation = try cursor.continueObject()
          if continuation == .another {
            try cursor.skipName(&scratch)
          } else {
            scratch.keys.close()
            scratch.nesting.leave()
          }
        } else {
          continuation = try cursor.continueArray()
          if continuation == .closed { scratch.nesting.leave() }
        }
      }
    } while scratch.nesting.depth > outerDepth
    self = cursor
  }

  /// Moves past a scalar or an empty container (`closed`), or into a container up to the value of its first member or
  /// its first element (`another`).
  @inline(__always)
  private mutating func skipScalarOrOpen(
    _ scratch: inout JSONScratch
  ) throws(JSONFault) -> Continuation {
    guard let first = next else { throw JSONFault(.unexpectedEnd, at: position) }
    switch first {
    case UInt8(ascii: "\""):
      _ = try scanString()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      try skipNumber()
    case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
      try skipLiteral()
    case UInt8(ascii: "["):
      let start = position
      let continuation = try openArray()
      scratch.nesting.enter(.array, at: start)
      guard continuation == .closed else { return .another }
      scratch.nesting.leave()
    case UInt8(ascii: "{"):
      let start = position
      let continuation = try openObject()
      scratch.nesting.enter(.object, at: start)
      guard continuation == .closed else {
        scratch.keys.open()
        try skipName(&scratch)
        return .another
      }
      scratch.nesting.leave()
    default:
      throw JSONFault(.expectedValue, at: position)
    }
    return .closed
  }

  @inline(__always)
  private mutating func skipName(_ scratch: inout JSONScratch) throws(JSONFault) {
    let name = try scanString()
    try scratch.keys.insert(name, from: self)
    try skipColon()
  }

  // The calls below need their arguments in memory; with copies, the cursor itself can stay in registers.

  /// Moves past a number. Unlike `scanNumber`, does not determine whether it is whole.
  @inline(__always)
  private mutating func skipNumber() throws(JSONFault) {
    let start = position
    if next == UInt8(ascii: "-") { position &+= 1 }
    let integerStart = position
    skipDigits()
    // No digit can follow a leading zero.
    var isUsual =
      position &- integerStart == 1
      || position != integerStart && byte(at: integerStart) != UInt8(ascii: "0")
    if next == UInt8(ascii: ".") {
      position &+= 1
      let fractionStart = position
      skipDigits()
      isUsual = isUsual && position != fractionStart
    }
    if isUsual, (next ?? 0) | 0x20 != UInt8(ascii: "e") { return }
    position = start
    var copy = self
    try copy.scanNumber()
    self = copy
  }

  @inline(__always)
  private mutating func skipDigits() {
    while let byte = next, byte &- UInt8(ascii: "0") < 10 { position &+= 1 }
  }

  @inline(__always)
  private mutating func skipLiteral() throws(JSONFault) {
    if count &- position >= 5 {
      // Without a branch for each literal, because the next one is hard to predict.
      let word = word(at: position)
      let last = byte(at: position &+ 4)
      let length =
        (word == Self.trueWord ? 4 : 0) | (word == Self.nullWord ? 4 : 0)
        | (word == Self.falseWord ? 5 : 0) & (last == UInt8(ascii: "e") ? 5 : 0)
      if length > 0 {
        position &+= length
        return
      }
    }
    var copy = self
    try copy.scanLiteral()
    self = copy
  }

  /// The position after a literal or a number of an accepted kind in its canonical spelling; -1 for anything else,
  /// which may still be valid.
  ///
  /// The bounds apply to bounded integers.
  package func endOfScalar(
    _ accepted: ScalarKinds, minimum: Int64 = .min, maximum: Int64 = .max
  ) -> Int {
    guard count &- position >= 5 else { return -1 }
    let first = byte(at: position)
    if first > UInt8(ascii: "9") {
      let word = word(at: position)
      if word == Self.trueWord { return accepted.contains(.true) ? position &+ 4 : -1 }
      if word == Self.nullWord { return accepted.contains(.null) ? position &+ 4 : -1 }
      let isFalse = word == Self.falseWord && byte(at: position &+ 4) == UInt8(ascii: "e")
      return isFalse && accepted.contains(.false) ? position &+ 5 : -1
    }
    if accepted.contains(.boundedInteger) { return endOfInteger(minimum, maximum) }
    guard accepted.contains(.integer) else { return -1 }
    var cursor = self
    if first == UInt8(ascii: "-") { cursor.position &+= 1 }
    let start = cursor.position
    cursor.skipDigits()
    let length = cursor.position &- start
    guard length == 1 || length > 0 && byte(at: start) != UInt8(ascii: "0") else { return -1 }
    if cursor.next == UInt8(ascii: ".") {
      guard accepted.contains(.fraction) else { return -1 }
      cursor.position &+= 1
      let fraction = cursor.position
      cursor.skipDigits()
      if cursor.position == fraction { return -1 }
    }
    return (cursor.next ?? 0) | 0x20 == UInt8(ascii: "e") ? -1 : cursor.position
  }

  @inline(__always)
  private func endOfInteger(_ minimum: Int64, _ maximum: Int64) -> Int {
    let isNegative = byte(at: position) == UInt8(ascii: "-")
    let start = isNegative ? position &+ 1 : position
    var offset = start
    var value: Int64 = 0
    while offset < count, byte(at: offset) &- UInt8(ascii: "0") < 10 {
      value = value &* 10 &+ Int64(byte(at: offset) &- UInt8(ascii: "0"))
      offset &+= 1
    }
    // Leave numbers with a leading zero, or with more digits than a machine word holds, to `scanNumber`.
    let length = offset &- start
    guard 1...18 ~= length, length == 1 || byte(at: start) != UInt8(ascii: "0"),
      offset >= count || !Self.continuesNumber(byte(at: offset))
    else { return -1 }
    if isNegative { value = 0 &- value }
    return value >= minimum && value <= maximum ? offset : -1
  }

  /// `true`, `null` and `fals`, with the first letter in the low bits.
  private static var trueWord: UInt32 { 0x6575_7274 }
  private static var nullWord: UInt32 { 0x6C6C_756E }
  private static var falseWord: UInt32 { 0x736C_6166 }

  /// The four bytes that start at an offset, with the first in the low bits.
  @inline(__always)
  private func word(at offset: Int) -> UInt32 {
    assert(offset >= 0 && count - offset >= 4)
    // Sound: the caller compared the offset with `count`.
    return unsafe UInt32(
      littleEndian: UnsafeRawPointer(base + offset).loadUnaligned(as: UInt32.self))
  }
}
