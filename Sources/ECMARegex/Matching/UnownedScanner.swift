public import CVector

/// Tests the text of a JSON string while it looks for the string's end: one look at the bytes where
/// scanning and matching would take two.
///
/// Usable only as long as the `Pattern` that it comes from is alive, like the `UnownedMatcher` it is had
/// from.
@safe
public struct UnownedScanner: BitwiseCopyable, @unchecked Sendable {
  @usableFromInline let neighbors: UnsafePointer<cvector_neighbors>
  @usableFromInline let function:
    @convention(c) (UnsafePointer<cvector_neighbors>?, UnsafePointer<UInt8>?, Int) -> cvector_scan

  init?(_ table: NeighborTable) {
    guard let function = unsafe table.neighbors.pointee.scan else { return nil }
    unsafe neighbors = UnsafePointer(table.neighbors)
    unsafe self.function = function
  }

  /// Looks for the first byte that is not a plain character of a JSON string: a quote, a backslash, a
  /// control character, or a byte beyond ASCII.
  ///
  /// - Parameters:
  ///   - start: Where the string's text begins.
  ///   - readable: The number of bytes that may be read from there on.
  /// - Returns: The number of bytes before it, and whether the pattern matches these as a whole
  ///   subject; nil if there is none in the bytes that were looked at, which are not always all.
  @inlinable @inline(__always)
  @unsafe public func scan(
    _ start: UnsafePointer<UInt8>, readable: Int
  ) -> (length: Int, matches: Bool)? {
    let scan = unsafe function(neighbors, start, readable)
    return scan.length < 0 ? nil : (scan.length, scan.matches != 0)
  }
}
