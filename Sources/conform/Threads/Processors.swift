#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The processors that this process may run on.
enum Processors {
  /// Their number: as `taskset` and containers' CPU sets allow where the system tells, else those
  /// of the machine.
  static var count: Int {
    allowedCount ?? max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN)))
  }

  /// The bits of the mask in Linux's `/proc/self/status`, such as `Cpus_allowed:   ff,ffffffff`.
  private static var allowedCount: Int? {
    var memory: [UInt8] = []
    guard var file = try? InputFile(opening: SourcePath("/proc/self/status")),
      let count = try? file.readAll(into: &memory, limit: 1 << 16)
    else { return nil }
    let name = Array("Cpus_allowed:".utf8)
    let lines = memory.prefix(count).split(separator: UInt8(ascii: "\n"))
    let line = lines.first { $0.starts(with: name) }
    let mask = String(decoding: line?.dropFirst(name.count) ?? [], as: UTF8.self)
    let bits = mask.reduce(0) { $0 + ($1.hexDigitValue?.nonzeroBitCount ?? 0) }
    return bits > 0 ? bits : nil
  }
}
