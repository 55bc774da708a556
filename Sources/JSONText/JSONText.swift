/// Checks of whole documents against RFC 8259 alone.
public enum JSONText {
  /// The result of checking a document.
  public enum Verdict: Hashable, Sendable {
    /// One JSON value, within the limits.
    case wellFormed
    /// Not strict JSON.
    case malformed(JSONFault)
    /// Indeterminate, because a limit was exceeded at the given byte offset.
    case limitExceeded(JSONLimits.Limit, offset: Int)
  }

  /// Checks a whole document without keeping its values.
  public static func check(_ bytes: [UInt8], limits: JSONLimits = JSONLimits()) -> Verdict {
    var scratch = JSONScratch(limits: limits)
    return unsafe bytes.withUnsafeBytes { unsafe check($0, limits: limits, scratch: &scratch) }
  }

  /// Checks a whole document in borrowed memory.
  @unsafe public static func check(
    _ bytes: UnsafeRawBufferPointer, limits: JSONLimits, scratch: inout JSONScratch
  ) -> Verdict {
    guard bytes.count <= limits.documentBytes else {
      return .limitExceeded(.documentBytes, offset: limits.documentBytes)
    }
    var cursor = unsafe JSONCursor(unsafeBytes: bytes)
    do throws(JSONFault) {
      try cursor.beginDocument()
      try cursor.skipValue(&scratch)
      try cursor.endDocument()
    } catch {
      scratch.reset()
      return .malformed(error)
    }
    if let offset = scratch.nesting.limitExceededAt {
      scratch.reset()
      return .limitExceeded(.depth, offset: offset)
    }
    return .wellFormed
  }
}
