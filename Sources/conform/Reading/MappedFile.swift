#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file's bytes in memory that the system fills as they are touched, a few windows of it at a time.
///
/// Bytes that a file loses while it is read are zeros. Marked safe although it holds a pointer, because
/// the bytes are reached only through a span that lives no longer than the mapping.
@safe struct MappedFile: ~Copyable {
  private let windows: MappedWindows

  /// Maps the first `count` bytes, at least one.
  ///
  /// Returns nil if the file cannot be mapped; wraps `mmap`.
  init?(_ file: borrowing InputFile, count: Int) {
    let address = unsafe mmap(nil, count, PROT_NONE, MAP_PRIVATE, file.descriptor, 0)
    guard let address = unsafe address, unsafe address != MAP_FAILED else { return nil }
    windows = unsafe MappedWindows(UnsafeMutableRawBufferPointer(start: address, count: count))
  }

  deinit {
    unsafe munmap(windows.bytes.baseAddress, windows.bytes.count)
  }

  /// Calls `body` with the bytes, to be touched by the thread that calls.
  func withBytes(_ body: (RawSpan) -> Void) {
    TouchSignal.withWindows(windows) {
      unsafe body(UnsafeRawBufferPointer(windows.bytes).bytes)
    }
  }
}
