import ArgumentParser
import Foundation

/// The directory with the data of the service. Only its owner can read the files in it.
struct DataDirectory {
  private let url: URL

  /// Creates the directory if it is missing, and makes all files that the process creates private.
  ///
  /// - Throws: A `ValidationError` that names the directory.
  init(_ path: String) throws {
    umask(0o077)
    url = URL(filePath: path, directoryHint: .isDirectory)
    do {
      try FileManager.default.createDirectory(
        at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw ValidationError("--data-directory: cannot make \(path): \(error.localizedDescription)")
    }
  }

  /// The path of a file in the directory. If the file exists, its mode becomes 0600.
  func file(_ name: String) -> String {
    let path = url.appending(path: name).path
    _ = unsafe chmod(path, 0o600)
    return path
  }
}
