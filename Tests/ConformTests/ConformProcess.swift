import Foundation
import ScratchDirectories
import Testing

/// The built executable, started like a user's command.
struct ConformProcess {
  /// The results of a run.
  struct Run {
    let status: Int32
    let output: [UInt8]
    let errorOutput: [UInt8]

    var text: String { String(decoding: output, as: UTF8.self) }
    var errorText: String { String(decoding: errorOutput, as: UTF8.self) }
    var lines: [String] {
      text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
    }
  }

  /// The executable is next to the test bundle.
  static let executable: URL = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
    let directory =
      bundle?.bundleURL.deletingLastPathComponent()
      ?? URL(fileURLWithPath: CommandLine.arguments.first ?? "").deletingLastPathComponent()
    return directory.appendingPathComponent("conform")
  }()

  /// Runs the command until it ends.
  ///
  /// - Throws: The error of `Process` if there is no executable.
  static func run(
    _ arguments: [String], input: some Sequence<UInt8> = [], environment: [String: String] = [:],
    in directory: URL? = nil, executable: URL = executable
  ) throws -> Run {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = directory
    var variables = ProcessInfo.processInfo.environment
    for name in ["NO_COLOR", "TERM"] { variables[name] = nil }
    process.environment = variables.merging(environment) { $1 }
    // Files instead of pipes, so neither side can wait for the other.
    let scratch = try ScratchDirectory()
    let files = try (
      input: scratch.file("stdin", Array(input)), output: scratch.file("stdout", []),
      errors: scratch.file("stderr", [])
    )
    process.standardInput = try FileHandle(forReadingFrom: files.input)
    process.standardOutput = try FileHandle(forWritingTo: files.output)
    process.standardError = try FileHandle(forWritingTo: files.errors)
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationReason == .exit, "ended by signal \(process.terminationStatus)")
    return Run(
      status: process.terminationStatus, output: Array(try Data(contentsOf: files.output)),
      errorOutput: Array(try Data(contentsOf: files.errors)))
  }

  /// Runs a shell script with the command's path as its argument 0.
  ///
  /// The output is that of the whole script.
  static func runScript(
    _ script: String, _ arguments: [String] = [], in directory: URL
  ) throws -> Run {
    try run(
      ["-c", script, executable.path] + arguments, input: [], in: directory,
      executable: URL(fileURLWithPath: "/bin/sh"))
  }

  static func run(
    _ arguments: [String], input: String, environment: [String: String] = [:],
    in directory: URL? = nil
  ) throws -> Run {
    try run(arguments, input: input.utf8, environment: environment, in: directory)
  }
}

/// Programs that some tests need, if they are installed.
enum Tool {
  static func isInstalled(_ name: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
    }
  }
}
