/// A regular file, whichever path or descriptor leads to it.
package struct FileIdentity: Hashable, Sendable {
  private let device: UInt64
  private let number: UInt64

  private init?(_ info: stat) {
    guard info.st_mode & S_IFMT == S_IFREG else { return nil }
    (device, number) = (UInt64(truncatingIfNeeded: info.st_dev), UInt64(info.st_ino))
  }

  /// The file at a path, at the end of all symbolic links. Returns nil for anything else; wraps `stat`.
  package init?(_ path: SourcePath) {
    var info = stat()
    guard unsafe path.withCString({ unsafe stat($0, &info) }) == 0 else { return nil }
    self.init(info)
  }

  /// An open file. Returns nil for anything else; wraps `fstat`.
  init?(descriptor: CInt) {
    var info = stat()
    guard unsafe fstat(descriptor, &info) == 0 else { return nil }
    self.init(info)
  }
}
