package import Processes

extension SourcePath {
  /// The kind of file at a path.
  enum Kind {
    case directory
    case regularFile
    /// A pipe, a device, a socket.
    case other
  }

  /// The system's information about the file at the path after following symbolic links, or about the path itself.
  /// Returns nil if there is none; wraps `stat` and `lstat`.
  private func info(ofLinks: Bool = false) -> stat? {
    var info = stat()
    let status = unsafe withCString { unsafe ofLinks ? lstat($0, &info) : stat($0, &info) }
    return status == 0 ? info : nil
  }

  /// The kind of file at the path after following symbolic links.
  func kind() throws(SystemError) -> Kind {
    guard let info = info() else { throw .last }
    return Kind(mode: info.st_mode)
  }

  /// Whether the path is that of a directory.
  package var isDirectory: Bool { (try? kind()) == .directory }

  /// Whether the path exists, even as a broken symbolic link.
  package var exists: Bool { info(ofLinks: true) != nil }

  /// Whether the path is that of a readable file.
  package var isReadableFile: Bool { (try? kind()).map { $0 != .directory } ?? false }

  /// The regular file at the path. Nil for anything else.
  package var regularFile: FileIdentity? { info().flatMap { FileIdentity($0) } }

  /// The size of the regular file at the path, in bytes. Nil for anything else.
  var regularFileSize: Int? { regularFile == nil ? nil : info().map { Int($0.st_size) } }

  /// Whether the path itself is a symbolic link.
  var isSymbolicLink: Bool { info(ofLinks: true).map { $0.st_mode & S_IFMT == S_IFLNK } ?? false }

  /// The names in a directory, except those that start with a dot, in byte order; wraps `readdir`.
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
