import Foundation
import Testing

/// The JavaScript engine that runs the reference, if it is installed.
enum Node {
  static let skipReason: Comment = "node is not installed; the reference needs a JavaScript engine"

  /// The path of `node`; nil if it is not on PATH.
  static let executable: URL? = (ProcessInfo.processInfo.environment["PATH"] ?? "")
    .split(separator: ":")
    .map { URL(filePath: String($0)).appending(path: "node") }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }

  static var isInstalled: Bool { executable != nil }

  /// The folder of the reference's scripts.
  static let scripts = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Differential")

  /// Runs a script and returns its output. The input comes from a file, if there is one.
  static func run(_ script: String, _ arguments: [String], input: URL? = nil) throws -> Data {
    let node: URL = try #require(executable)
    let process = Process()
    process.executableURL = node
    process.arguments = [scripts.appending(path: script).path] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardInput = try input.map { try FileHandle(forReadingFrom: $0) } ?? .nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(script) failed")
    return data
  }
}
