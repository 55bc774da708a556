import Foundation
import ScratchDirectories
import Testing

@Suite("Documents rendered from the rules")
struct DocumentsTests {
  static let documents = ReadmeTests.root.appending(path: "docs")
  static let vectors = ["--vectors", ReadmeTests.root.appending(path: "vectors").path]

  /// The committed files equal the rendered ones; otherwise, run `make docs-generate`.
  @Test func committedDocumentsAreUpToDate() throws {
    let run = try ConformProcess.run(["documents", Self.documents.path, "--check"] + Self.vectors)
    #expect(run.text == "")
    #expect(run.errorText == "")
    #expect(run.status == 0)
  }

  @Test("Documents are written, and a differing one is named")
  func writing() throws {
    let scratch = try ScratchDirectory()
    let missing = try ConformProcess.run(
      ["documents", scratch.url.path, "--check"], in: scratch.url)
    #expect(missing.status == 1)
    #expect(try ConformProcess.run(["documents", scratch.url.path], in: scratch.url).status == 0)
    #expect(
      try ConformProcess.run(["documents", scratch.url.path, "--check"], in: scratch.url).status
        == 0)
    let file = scratch.url.appending(path: "types.ts")
    try Data("edited by hand\n".utf8).write(to: file)
    try scratch.file("diagrams/old.svg", "<svg/>")
    let changed = try ConformProcess.run(
      ["documents", scratch.url.path, "--check"], in: scratch.url)
    #expect(
      changed.lines == [
        "\(file.path) differs from the generated file",
        "\(scratch.url.path)/diagrams/old.svg is no longer generated",
      ])
    #expect(changed.status == 1)
  }
}
