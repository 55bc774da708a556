#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension [UInt8] {
  /// Appends zeros up to a size, if the array is not that large yet.
  mutating func grow(to size: Int) {
    guard size > count else { return }
    let old = self
    self = unsafe [UInt8](unsafeUninitializedCapacity: size) { memory, count in
      guard let start = memory.baseAddress else { return }
      let bytes = UnsafeMutableRawBufferPointer(memory)
      unsafe old.withUnsafeBytes { unsafe bytes.copyMemory(from: $0) }
      unsafe memset(start + old.count, 0, size - old.count)
      count = size
    }
  }
}
