import Foundation
import ScratchDirectories
import Testing

@testable import BulkChecking

@Suite("Files that several threads read")
struct RegularFileTests {
  @Test("An error in the middle is thrown once and is not treated as the end of the file")
  func error() throws {
    let scratch = try ScratchDirectory()
    let descriptor = unsafe open(scratch.url.path, O_RDONLY)
    defer { _ = close(descriptor) }
    // A directory can be opened, and reading it fails as a medium does that has gone.
    let file = try #require(RegularFile(duplicating: descriptor, size: 1 << 20))
    var buffer = ByteBuffer()
    #expect(throws: ReadError.self) { try file.read(into: &buffer, 100, at: 0) }
    #expect(file.hasFailed)
    #expect(try file.read(into: &buffer, 100, at: 200) == 0)
  }

  @Test("A buffer keeps its bytes while it grows")
  func buffer() throws {
    let scratch = try ScratchDirectory()
    let content = (0..<100_000).map { UInt8(truncatingIfNeeded: $0) }
    let url = try scratch.file("x", content)
    var file = try InputFile(opening: SourcePath(url.path))
    var buffer = ByteBuffer()
    try file.readAll(into: &buffer, limit: .max)
    #expect(buffer.withBytes { unsafe $0.withUnsafeBytes { unsafe Array($0) } } == content)
    for limit in [0, 1, 99_998, 99_999] {
      var file = try InputFile(opening: SourcePath(url.path))
      try file.readAll(into: &buffer, limit: limit)
      #expect(buffer.count == limit + 1)
    }
  }
}
