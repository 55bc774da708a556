public import CVector

/// Tests the text of a JSON string while scanning for its end, so the bytes are read once instead of twice.
///
/// Like the `UnownedMatcher` that it comes from, it can be used only while the `Pattern` is alive.
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

  /// Scans for the first byte that is not a plain character of a JSON string: a quote, a backslash, a control
  /// character, or a byte beyond ASCII.
  ///
  /// - Parameters:
  ///   - start: The start of the string's text.
  ///   - readable: The number of bytes that can be read from there.
  /// - Returns: The number of bytes before that byte, and whether the pattern matches them as a whole subject; nil if
  ///   the scan ends first, which can be before the last readable byte.
  @inlinable @inline(__always)
  @unsafe public func scan(
    _ start: UnsafePointer<UInt8>, readable: Int
  ) -> (length: Int, matches: Bool)? {
    let scan = unsafe function(neighbors, start, readable)
    return scan.length < 0 ? nil : (scan.length, scan.matches != 0)
  }
}
