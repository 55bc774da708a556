public import Foundation

/// A directory for one test. It is removed with its owner, whether the test passes or fails.
///
/// It is public and a separate target, so every test target can use it.
public final class ScratchDirectory {
  /// The location of the directory.
  public let url: URL

  /// Creates an empty directory in the system's temporary directory.
  public init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("conform-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// Writes a file and creates the directories on its path.
  @discardableResult
  public func file(_ name: String, _ content: some Sequence<UInt8>) throws -> URL {
    let url = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(content).write(to: url)
    return url
  }

  /// Writes a file of UTF-8.
  @discardableResult
  public func file(_ name: String, _ content: String) throws -> URL {
    try file(name, content.utf8)
  }
}
