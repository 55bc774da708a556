import JSONText
import Vectors

/// Texts that no report may contain, even if an implementation repeats them.
struct Secrets {
  /// The mark for text that `Printable` omitted.
  private static let cut = "..."
  private static let mark = "[secret]"
  /// The minimum length of a part of a secret, next to omitted text, that must not show either.
  private static let partLength = 3

  /// The secrets in every spelling that an answer can contain, longest first.
  private let spellings: [String]

  init(_ secrets: [String]) {
    let names = secrets.filter { !$0.isEmpty }.flatMap { secret in
      [secret, secret.replacing("~", with: "~0").replacing("/", with: "~1")]
    }
    let all = names.flatMap { name in
      [name, name.percentEncoded, name.percentEncoded.replacing("/", with: "%2F")]
    }
    spellings = Set(
      all + all.map { $0.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") }
    )
    .sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
  }

  /// The text without secrets, and without parts of them where the text was cut.
  func scrubbed(_ text: String) -> String {
    spellings.reduce(text) { text, spelling in
      let text = text.replacing(spelling, with: Self.mark)
      var parts = text.split(separator: Self.cut, omittingEmptySubsequences: false).map(String.init)
      guard parts.count > 1 else { return text }
      let lengths = stride(from: spelling.count - 1, through: Self.partLength, by: -1)
      for index in parts.indices {
        if index < parts.count - 1,
          let length = lengths.first(where: { parts[index].hasSuffix(spelling.prefix($0)) })
        {
          parts[index] = parts[index].dropLast(length) + Self.mark
        }
        if index > 0,
          let length = lengths.first(where: { parts[index].hasPrefix(spelling.suffix($0)) })
        {
          parts[index] = Self.mark + parts[index].dropFirst(length)
        }
      }
      return parts.joined(separator: Self.cut)
    }
  }
}

extension Secrets {
  func scrubbed(_ failure: Failure) -> Failure { Failure(failure.kind, scrubbed(failure.detail)) }

  func scrubbed(_ identity: Identity) -> Identity {
    var identity = identity
    identity.name = scrubbed(identity.name)
    identity.version = scrubbed(identity.version)
    identity.targets = identity.targets?.map(scrubbed)
    return identity
  }

  func scrubbed(_ result: VectorResult) -> VectorResult {
    var result = result
    if case .failed(let failure) = result.status { result.status = .failed(scrubbed(failure)) }
    result.reply = result.reply.map(scrubbed).mapError(scrubbed)
    return result
  }

  private func scrubbed(_ observation: Observation) -> Observation {
    var observation = observation
    observation.findings = observation.findings?.map {
      Finding(scrubbed($0.pointer), scrubbed($0.keyword))
    }
    observation.pointers = observation.pointers?.map(scrubbed)
    observation.note = observation.note.map(scrubbed)
    return observation
  }
}
