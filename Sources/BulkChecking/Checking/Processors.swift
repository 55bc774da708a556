/// The processors that this process may run on.
package enum Processors {
  /// The number of processors that `taskset` and containers' CPU sets allow, if the system reports it; otherwise the
  /// number in the machine.
  package static var count: Int {
    allowedCount ?? max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN)))
  }

  /// The bits of the mask in Linux's `/proc/self/status`, such as `Cpus_allowed:   ff,ffffffff`.
  private static var allowedCount: Int? {
    let status = (try? InputFile.contents(of: SourcePath("/proc/self/status"))) ?? []
    let name = Array("Cpus_allowed:".utf8)
    let line = status.split(separator: UInt8(ascii: "\n")).first { $0.starts(with: name) }
    let mask = String(decoding: line?.dropFirst(name.count) ?? [], as: UTF8.self)
    let bits = mask.reduce(0) { $0 + ($1.hexDigitValue?.nonzeroBitCount ?? 0) }
    return bits > 0 ? bits : nil
  }
}
