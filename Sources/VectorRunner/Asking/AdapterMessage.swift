import JSONText
import Vectors

/// The lines that a runner and an adapter exchange. See `vectors/adapters/README.md`.
enum AdapterMessage {
  /// The version of the protocol.
  static let protocolVersion = 1

  static let hello = line { writer in
    writer.member("type", "hello")
    writer.member("protocol", protocolVersion)
  }

  static let bye = line { $0.member("type", "bye") }

  static func check(id: String, target: String, document: [UInt8]) -> [UInt8] {
    line { writer in
      writer.member("type", "check")
      writer.member("id", id)
      writer.member("target", target)
      writer.member("base64", Base64.encoding(document))
    }
  }

  private static func line(_ members: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    members(&writer)
    writer.endObject()
    writer.newline()
    return writer.bytes
  }

  private static func breach(_ message: String, _ line: [UInt8]) -> Failure {
    Failure(.breach, "\(message): \(Printable.excerpt(line))")
  }

  /// Reads the answer to `hello`.
  static func identity(_ line: [UInt8]) throws(Failure) -> Identity {
    let value = try object(line, "the answer to hello is not a JSON object")
    guard value["type"]?.stringValue == "hello",
      let name = value["name"]?.stringValue, !name.isEmpty
    else { throw breach(#"the answer to hello needs "type":"hello" and a "name""#, line) }
    guard value["protocol"]?.integerValue == protocolVersion else {
      throw breach(#"the adapter does not speak "protocol":\#(protocolVersion)"#, line)
    }
    guard let version = value["version"]?.stringValue else {
      throw breach(#"the answer to hello needs a "version", a string that may be empty"#, line)
    }
    let reports = value["reports"]?.stringValue
    guard reports == "errors" || reports == "verdicts" else {
      throw breach(#"the answer to hello needs "reports", "errors" or "verdicts""#, line)
    }
    let targets = value["targets"]?.arrayValue?.map(\.stringValue) ?? []
    let names = targets.compactMap { $0 }
    guard !names.isEmpty, names.count == targets.count else {
      throw breach(#"the answer to hello needs "targets", such as ["request","response"]"#, line)
    }
    return Identity(
      name: Printable.escaped(name), version: Printable.escaped(version), kind: .adapter,
      reportsErrors: reports == "errors", targets: names)
  }

  /// Reads the answer to `check`.
  static func answer(
    _ line: [UInt8], withErrors: Bool
  ) throws(Failure) -> (id: String, reply: Reply) {
    let value = try object(line, "not a JSON object")
    guard let id = value["id"]?.stringValue else {
      throw breach(#"the answer has no "id""#, line)
    }
    return (
      id,
      Reply { () throws(Failure) in try observation(value, line, withErrors: withErrors) }
    )
  }

  private static func observation(
    _ value: JSONValue, _ line: [UInt8], withErrors: Bool
  ) throws(Failure) -> Observation {
    guard let outcome = value["outcome"]?.stringValue.flatMap(Answer.Outcome.init),
      outcome != .rejected
    else {
      throw breach(#"an answer needs an "outcome" of valid, invalid, malformed, unsupported"#, line)
    }
    var findings: [Finding] = []
    if let errors = value["errors"], errors != .null {
      for error in errors.arrayValue ?? [.null] {
        guard let pointer = error["pointer"]?.stringValue,
          let keyword = error["keyword"]?.stringValue
        else { throw breach(#""errors" is an array of {"pointer":...,"keyword":...}"#, line) }
        findings.append(Finding(pointer, keyword))
      }
    }
    guard findings.isEmpty || outcome == .invalid else {
      throw breach(#"only an invalid document has "errors""#, line)
    }
    return Observation(outcome, withErrors ? findings : nil)
  }

  private static func object(_ line: [UInt8], _ problem: String) throws(Failure) -> JSONValue {
    guard let value = try? JSONValue(parsing: line), value.objectValue != nil else {
      throw breach(problem, line)
    }
    return value
  }
}
