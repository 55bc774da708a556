import Foundation
import Testing

/// The README shows actual output.
@Suite("The README")
struct ReadmeTests {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The contents of the README's code blocks of one language.
  static func blocks(_ language: String) throws -> [String] {
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    return readme.components(separatedBy: "```\(language)\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
  }

  @Test func commandsPrintTheShownOutput() throws {
    let sessions = try Self.blocks("console")
      .flatMap { "\n\($0)".components(separatedBy: "\n$ ").dropFirst() }
    try #require(sessions.count >= 3)
    for session in sessions {
      let lines = session.trimmingCharacters(in: .newlines).components(separatedBy: "\n")
      let command = try #require(lines.first)
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = ["-c", "exec 2>&1; \(command)"]
      process.currentDirectoryURL = Self.root
      let tools = ConformProcess.executable.deletingLastPathComponent().path
      process.environment = ["PATH": "\(tools):/usr/bin:/bin"]
      let output = Pipe()
      process.standardOutput = output
      try process.run()
      let printed = try output.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      let shown = lines.dropFirst().joined(separator: "\n")
      #expect(
        String(decoding: printed, as: UTF8.self).trimmingCharacters(in: .newlines) == shown,
        "\(command)")
    }
  }

  /// The Swift code in the README comes from files that are compiled with the tests.
  @Test func everyExampleIsCompiled() throws {
    let examples = [
      "Examples/library/Sources/parcels/ShippingLabel.swift", "Examples/library/Package.swift",
      "Tests/BackupDestinationsTests/ReadmeExample.swift",
    ]
    let compiled = try examples.map {
      try String(contentsOf: Self.root.appending(path: $0), encoding: .utf8)
        .replacing(#"path: "../..""#, with: #"path: "../conform""#)
    }
    #expect(try Self.blocks("swift") == compiled)
  }
}
