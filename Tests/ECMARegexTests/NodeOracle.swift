import Foundation
import ScratchDirectories

/// A JavaScript engine that gives verdicts.
struct NodeOracle {
  /// One pattern and the subjects to match it with.
  struct Question: Sendable {
    var pattern: String
    var flags = "u"
    var subjects: [String] = []
    /// In place of `subjects`: every scalar in ascending order, each between these two texts.
    var surrounding: (before: String, after: String)?

    var subjectCount: Int { surrounding == nil ? subjects.count : 1_112_064 }
  }

  /// The engine's answer: rejected, or one verdict for each subject.
  enum Answer: Equatable, Sendable {
    case rejected
    case verdicts([Verdict])
  }

  enum Verdict: UInt8, Sendable {
    case match = 0x2B
    case noMatch = 0x2D
    case tookTooLong = 0x74
  }

  struct Failure: Error { let message: String }

  let executable: URL

  /// The `node` on the search path; nil if there is none.
  static let installed: NodeOracle? = {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    for folder in path.split(separator: ":") {
      let candidate = "\(folder)/node"
      if FileManager.default.isExecutableFile(atPath: candidate) {
        return NodeOracle(executable: URL(filePath: candidate))
      }
    }
    return nil
  }()

  /// The reason that is shown for a skipped test.
  static let skipReason = "node is not on the search path"

  /// Asks all questions in one run.
  func answers(to questions: [Question]) throws -> [Answer] {
    var bytes: [UInt8] = []
    for question in questions { Self.write(question, to: &bytes) }
    let scratch = try ScratchDirectory()
    let input = try scratch.file("questions.ndjson", bytes)
    let output = try scratch.file("answers", [])

    let process = Process()
    process.executableURL = executable
    process.arguments = [
      URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Oracle/verdicts.mjs")
        .path()
    ]
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(message: "node ended with status \(process.terminationStatus)")
    }
    let lines = [UInt8](try Data(contentsOf: output))
      .split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
    guard lines.count == questions.count else {
      throw Failure(message: "\(questions.count) questions, \(lines.count) answers")
    }
    return try zip(questions, lines).map { question, line in
      if line.elementsEqual([0x52]) { return .rejected }
      let verdicts = line.compactMap(Verdict.init(rawValue:))
      guard verdicts.count == question.subjectCount else {
        throw Failure(message: "verdicts are missing for \(question.pattern)")
      }
      return .verdicts(verdicts)
    }
  }

  /// Writes JSON directly, because Foundation's encoder and decoder drop a leading U+FEFF.
  private static func write(_ question: Question, to bytes: inout [UInt8]) {
    bytes += #"{"pattern":"#.utf8
    write(question.pattern, to: &bytes)
    bytes += #","flags":"#.utf8
    write(question.flags, to: &bytes)
    if let (before, after) = question.surrounding {
      bytes += #","before":"#.utf8
      write(before, to: &bytes)
      bytes += #","after":"#.utf8
      write(after, to: &bytes)
      bytes += "}\n".utf8
      return
    }
    bytes += #","subjects":["#.utf8
    for (position, subject) in question.subjects.enumerated() {
      if position > 0 { bytes.append(0x2C) }
      write(subject, to: &bytes)
    }
    bytes += "]}\n".utf8
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    bytes.append(0x22)
    for unit in text.utf16 {
      if (0x20...0x7E).contains(unit), unit != 0x22, unit != 0x5C {
        bytes.append(UInt8(unit))
        continue
      }
      bytes += [0x5C, 0x75]
      for shift in [12, 8, 4, 0] { bytes.append(digits[Int(unit >> UInt16(shift)) & 15]) }
    }
    bytes.append(0x22)
  }
}
