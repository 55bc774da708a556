import BulkChecking
import ECMARegex
import JSONText

/// Answers a line of standard input with a line of standard output: `conform pattern --lines`.
final class PatternLines {
  /// Longer lines are not read.
  private static let lineLimit = 1 << 26

  private let grammar: Pattern.Grammar
  private var output = StandardOutput()
  private var hasUnreadableLine = false

  init(grammar: Pattern.Grammar) {
    self.grammar = grammar
  }

  /// Answers every line.
  func run() -> ExitStatus {
    var reader = LineBlockReader(.standardInput(), lineLimit: Self.lineLimit, numbersLines: false)
    var block = LineBlock()
    do throws(ReadError) {
      while !output.hasFailed, try reader.next(into: &block) {
        try block.load()
        block.forEachLine { _, _, bytes, _ in
          let line = unsafe bytes.withUnsafeBytes { unsafe Array($0) }
          output.append(answer(to: line))
          return true
        }
        // Whoever asks through a pipe may wait for the answer before asking on.
        output.flush()
      }
    } catch {
      StandardError.remark("cannot read <stdin>: \(error.message)")
      hasUnreadableLine = true
    }
    output.flush()
    if let message = output.failureMessage { StandardError.remark(message) }
    return hasUnreadableLine || output.hasFailed ? .failed : .allValid
  }

  private func answer(to line: [UInt8]) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    do throws(UnreadableLine) {
      let request = try PatternRequest(line, limit: Self.lineLimit)
      switch PatternCommand.compile(request.pattern, grammar) {
      case .success(let pattern): writer.accepted(pattern, request.subjects)
      case .failure(let error): writer.refused(error)
      }
    } catch {
      hasUnreadableLine = true
      writer.member("outcome", "error")
      writer.member("message", error.message)
    }
    writer.endObject()
    writer.newline()
    return writer.bytes
  }
}

/// Why a line asks nothing.
private struct UnreadableLine: Error {
  let message: String
}

/// What a line asks.
private struct PatternRequest {
  let pattern: String
  let subjects: [String]

  init(_ line: [UInt8], limit: Int) throws(UnreadableLine) {
    let value: JSONValue
    do throws(JSONValue.ReadError) {
      value = try JSONValue(parsing: line, limits: JSONLimits(documentBytes: limit))
    } catch {
      switch error {
      case .malformed(let fault):
        throw UnreadableLine(
          message: "malformed JSON at byte \(fault.offset) of the line: \(fault.message)")
      case .limitExceeded(let limit):
        throw UnreadableLine(message: "the line goes beyond the limit \"\(limit.rawValue)\"")
      }
    }
    guard let pattern = value["pattern"]?.stringValue else {
      throw UnreadableLine(message: #"expected an object with the member "pattern", a string"#)
    }
    self.pattern = pattern
    var subjects: [String] = []
    if let given = value["subjects"] {
      let texts = given.arrayValue?.map(\.stringValue)
      guard let texts, !texts.contains(nil) else {
        throw UnreadableLine(message: #"expected "subjects" to be an array of strings"#)
      }
      subjects = texts.compactMap { $0 }
    }
    self.subjects = subjects
  }
}

extension JSONWriter {
  fileprivate mutating func accepted(_ pattern: Pattern, _ subjects: [String]) {
    member("outcome", "accepted")
    name("verdicts")
    beginArray()
    for subject in subjects { string(pattern.match(subject).name) }
    endArray()
    guard !pattern.warnings.isEmpty else { return }
    name("warnings")
    beginArray()
    for warning in pattern.warnings {
      beginObject()
      member("kind", warning.kind.rawValue)
      member("message", warning.message)
      member("offset", warning.offset)
      endObject()
    }
    endArray()
  }

  fileprivate mutating func refused(_ error: PatternError) {
    member("outcome", error.kind.rawValue)
    member("message", error.message)
    member("offset", error.offset)
  }
}
