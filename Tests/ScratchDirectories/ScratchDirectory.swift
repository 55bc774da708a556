public import Foundation

/// A directory for one test, gone with its owner, whether the test passes or fails.
///
/// It is public and a target of its own so that every test target can use it.
public final class ScratchDirectory {
  /// Where the directory is.
  public let url: URL

  /// Makes an empty directory below the system's temporary one.
  public init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("conform-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// Writes a file, with the directories on the way to it.
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
