/// The reason why a source, or the whole run, could not be checked completely.
package struct SourceFailure: Sendable {
  /// The source; nil if the failure is not about one source.
  let source: Source?
  /// The reason, without the source's name.
  let reason: String
  private let verb: String

  init(_ source: Source?, cannot verb: String, _ reason: String) {
    self.source = source
    self.reason = reason
    self.verb = verb
  }

  /// Returns nil if the reading was stopped on request.
  init?(_ source: Source, _ error: ReadError) {
    if error == .stopped { return nil }
    self.init(source, cannot: "read", error.message)
  }

  /// The message for people.
  package var message: String {
    source.map { "cannot \(verb) \(TerminalText.escaped($0.name)): \(reason)" } ?? reason
  }
}
