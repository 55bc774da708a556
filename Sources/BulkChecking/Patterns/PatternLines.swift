package import ECMARegex
import JSONText

/// Answers a line of standard input with a line of standard output: `conform pattern --lines`.
package struct PatternLines {
  /// Longer lines are not read.
  private static let lineLimit = 1 << 26

  private let grammar: Pattern.Grammar
  private var output = StandardOutput()
  private var hasUnreadableLine = false

  package init(grammar: Pattern.Grammar) { self.grammar = grammar }

  /// Answers every line.
  package mutating func run() -> ExitStatus {
    var reader = LineBlockReader(.standardInput(), lineLimit: Self.lineLimit, numbersLines: false)
    var block = LineBlock()
    do throws(ReadError) {
      while !output.hasFailed, try reader.next(into: &block) {
        try block.load()
        block.forEachLine { _, _, bytes, _ in
          answer(unsafe bytes.withUnsafeBytes { unsafe Array($0) })
          return true
        }
        // A caller on a pipe may wait for this answer before sending the next question.
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

  private mutating func answer(_ line: [UInt8]) {
    var writer = JSONWriter()
    writer.beginObject()
    do {
      let (source, subjects) = try Self.question(line)
      let pattern = try Pattern(source, grammar: grammar)
      writer.member("outcome", "accepted")
      writer.member("verdicts", subjects) { $0.string(pattern.match($1).name) }
      if !pattern.warnings.isEmpty {
        writer.objects("warnings", pattern.warnings) { writer, warning in
          writer.member("kind", warning.kind.rawValue)
          writer.member("message", warning.message)
          writer.member("offset", warning.offset)
        }
      }
    } catch let error as PatternError {
      writer.member("outcome", error.kind.rawValue)
      writer.member("message", error.message)
      writer.member("offset", error.offset)
    } catch {
      hasUnreadableLine = true
      writer.member("outcome", "error")
      writer.member("message", "\(error)")
    }
    writer.endObject()
    writer.newline()
    output.append(writer.bytes)
  }

  /// The pattern and the subjects of a line.
  private static func question(_ line: [UInt8]) throws -> (String, [String]) {
    let value: JSONValue
    do throws(JSONValue.ReadError) {
      value = try JSONValue(parsing: line, limits: JSONLimits(documentBytes: lineLimit))
    } catch {
      switch error {
      case .malformed(let fault):
        throw CommandFailure(
          message: "malformed JSON at byte \(fault.offset) of the line: \(fault.message)")
      case .limitExceeded(let limit):
        throw CommandFailure(message: "the line exceeds the limit \"\(limit.rawValue)\"")
      }
    }
    guard let pattern = value["pattern"]?.stringValue else {
      throw CommandFailure(message: #"expected an object with the member "pattern", a string"#)
    }
    guard let given = value["subjects"] else { return (pattern, []) }
    let subjects = given.arrayValue?.compactMap(\.stringValue)
    guard let subjects, subjects.count == given.arrayValue?.count else {
      throw CommandFailure(message: #"expected "subjects" to be an array of strings"#)
    }
    return (pattern, subjects)
  }
}

extension MatchResult {
  /// A stable name for programs.
  package var name: String {
    switch self {
    case .match: "match"
    case .noMatch: "noMatch"
    case .gaveUp: "gaveUp"
    }
  }

  /// The name, with the limit that was exceeded.
  package var inFull: String {
    if case .gaveUp(let limit) = self { "\(name) (\(limit.rawValue))" } else { name }
  }
}
