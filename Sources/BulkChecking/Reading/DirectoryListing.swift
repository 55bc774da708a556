package import Processes

extension SourcePath {
  /// What the path leads to.
  enum Kind {
    case directory
    case regularFile
    /// A pipe, a device, a socket.
    case other
  }

  /// What the system tells of the path's end, behind all symbolic links, or of the path itself. Returns nil for a
  /// failure; wraps `stat` and `lstat`.
  private func info(ofLinks: Bool = false) -> stat? {
    var info = stat()
    let status = unsafe withCString { unsafe ofLinks ? lstat($0, &info) : stat($0, &info) }
    return status == 0 ? info : nil
  }

  /// What the path leads to, at the end of all symbolic links.
  func kind() throws(SystemError) -> Kind {
    guard let info = info() else { throw .last }
    return Kind(mode: info.st_mode)
  }

  /// Whether the path leads to a directory.
  package var isDirectory: Bool { (try? kind()) == .directory }

  /// Whether there is anything at the path itself, a symbolic link included.
  package var exists: Bool { info(ofLinks: true) != nil }

  /// Whether the path leads to something that bytes can be read from.
  package var isReadableFile: Bool { (try? kind()).map { $0 != .directory } ?? false }

  /// The regular file that the path leads to. Nil for anything else.
  package var regularFile: FileIdentity? { info().flatMap { FileIdentity($0) } }

  /// The number of bytes of the regular file that the path leads to. Nil for anything else.
  var regularFileSize: Int? { regularFile == nil ? nil : info().map { Int($0.st_size) } }

  /// Whether the path itself is a symbolic link.
  var isSymbolicLink: Bool { info(ofLinks: true).map { $0.st_mode & S_IFMT == S_IFLNK } ?? false }

  /// The names in a directory, those that start with a dot left out, in the order of their bytes;
  /// wraps `readdir`.
  package func visibleNames() throws(SystemError) -> [[UInt8]] {
    guard let directory = unsafe withCString({ unsafe opendir($0) }) else { throw .last }
    defer { unsafe closedir(directory) }
    var names: [[UInt8]] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(directory) else {
        guard errno == 0 else { throw .last }
        break
      }
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe Array(bytes.prefix { $0 != 0 })
      }
      if name.first != UInt8(ascii: ".") { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }
}

extension SourcePath.Kind {
  fileprivate init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFDIR: self = .directory
    case S_IFREG: self = .regularFile
    default: self = .other
    }
  }
}
