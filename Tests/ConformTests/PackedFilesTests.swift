import Foundation
import ScratchDirectories
import Testing

@Suite("Packed files")
struct PackedFilesTests {
  struct Packing: Identifiable, CustomTestStringConvertible {
    /// The extension.
    let id: String
    let tool: String
    var testDescription: String { id }
  }

  static let packings = [Packing(id: "gz", tool: "gzip"), Packing(id: "zst", tool: "zstd")]
    .filter { Tool.isInstalled($0.tool) }

  @Test("Both tools are installed", .enabled(if: packings.count < 2))
  func toolsAreMissing() {
    withKnownIssue("gzip or zstd is not installed; their files are not tested") {
      #expect(Self.packings.count == 2)
    }
  }

  @Test("The inner extension determines the content", arguments: packings)
  func content(packing: Packing) throws {
    let scratch = try ScratchDirectory()
    try scratch.file("a.ndjson", String(repeating: Documents.valid + "\n[]\n", count: 500))
    try scratch.file("b.json", Documents.valid)
    try scratch.file("c", Documents.valid)
    let run = try ConformProcess.runScript(
      """
      \(packing.tool) -q a.ndjson b.json c && mkdir d && cp *.\(packing.id) d &&
      for path in a.ndjson.\(packing.id) b.json.\(packing.id) c.\(packing.id) d
      do "$0" check $path | tail -n 1; done
      """, in: scratch.url)
    #expect(
      run.lines == [
        "1000 documents: 500 valid, 500 invalid (500 errors)", "1 document: 1 valid",
        "1 document: 1 valid", "1001 documents: 501 valid, 500 invalid (500 errors)",
      ])
    #expect(run.errorText == "")
  }

  @Test("Damage is a failure, even if documents were read before it", arguments: packings)
  func damage(packing: Packing) throws {
    let scratch = try ScratchDirectory()
    var generator = SystemRandomNumberGenerator()
    // Barely compressible text, so half of the file contains half of the lines.
    let lines = (0..<5000).map { _ in "[\(UInt64.random(in: 0...(.max), using: &generator))]\n" }
    try scratch.file("a.ndjson", lines.joined())
    let run = try ConformProcess.runScript(
      """
      \(packing.tool) -q a.ndjson && f=a.ndjson.\(packing.id) && size=$(wc -c <$f)
      head -c $((size / 2)) $f >cut.ndjson.\(packing.id)
      cp cut.ndjson.\(packing.id) cut.json.\(packing.id)
      echo '{}' >no.ndjson.\(packing.id)
      for path in cut.ndjson.\(packing.id) cut.json.\(packing.id) no.ndjson.\(packing.id)
      do "$0" check --format ndjson $path >/dev/null; echo $?; done
      """, in: scratch.url)
    #expect(run.lines == ["2", "2", "2"])
    #expect(run.errorText.contains("conform: cannot read cut.json.\(packing.id): \(packing.tool)"))
  }

  @Test("A missing tool is named", arguments: packings)
  func missingTool(packing: Packing) throws {
    let scratch = try ScratchDirectory()
    try scratch.file("a.ndjson.\(packing.id)", "")
    let run = try ConformProcess.run(
      ["check", "a.ndjson.\(packing.id)"], input: "", environment: ["PATH": scratch.url.path],
      in: scratch.url)
    #expect(run.status == 2)
    #expect(run.errorText.contains("\(packing.tool), which unpacks .\(packing.id) files"))
    #expect(run.errorText.contains("it is not installed"))
  }
}
