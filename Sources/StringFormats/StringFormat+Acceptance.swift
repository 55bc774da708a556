private import ECMARegex
private import JSONText

extension StringFormat {
  /// Whether `text` has this format. The cost is linear in its length.
  package func accepts(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { unsafe accepts(validUTF8: UnsafeRawBufferPointer($0)) }
  }

  /// Whether a string, without JSON escapes, has this format. The cost is linear in its length.
  ///
  /// The bytes must stay alive and unchanged during the call. If they are not UTF-8, the verdict is meaningless, but
  /// the call is safe.
  @unsafe package func accepts(validUTF8 text: UnsafeRawBufferPointer) -> Bool {
    switch self {
    case .regex: return unsafe PatternSyntax.isValid(String(decoding: text, as: UTF8.self))
    case .json: return unsafe Self.isJSON(Array(text))
    case .base64: return unsafe Base64.decoding(String(decoding: text, as: UTF8.self)) != nil
    case .jsonInBase64:
      return unsafe Base64.decoding(String(decoding: text, as: UTF8.self)).map(Self.isJSON) ?? false
    default:
      var scanner = unsafe TextScanner(unsafeBytes: text)
      return take(from: &scanner) && scanner.isAtEnd
    }
  }

  /// A text that exceeds a limit of the reader does not count as JSON.
  private static func isJSON(_ text: [UInt8]) -> Bool { JSONText.check(text) == .wellFormed }

  private func take(from scanner: inout TextScanner) -> Bool {
    switch self {
    case .date: scanner.takeDate()
    case .time: scanner.takeTime()
    case .dateTime: scanner.takeDateTime()
    case .duration: scanner.takeDuration()
    case .email: scanner.takeMailbox(.ascii)
    case .idnEmail: scanner.takeMailbox(.unicode)
    case .hostname: scanner.takeHostname()
    case .hostnameWithoutIDNA: scanner.takeLDHName() != nil
    case .idnHostname: scanner.takeDomainName(.idnHostname)
    case .ipv4: scanner.takeIPv4Address()
    case .ipv6: scanner.takeIPv6Address()
    case .uri: scanner.takeReference(.uri, requiresScheme: true)
    case .uriReference: scanner.takeReference(.uri, requiresScheme: false)
    case .iri: scanner.takeReference(.iri, requiresScheme: true)
    case .iriReference: scanner.takeReference(.iri, requiresScheme: false)
    case .uuid: scanner.takeUUID()
    case .uriTemplate: scanner.takeURITemplate()
    case .jsonPointer: scanner.takeJSONPointer()
    case .relativeJSONPointer: scanner.takeRelativeJSONPointer(allowsAdjustment: false)
    case .adjustableRelativeJSONPointer: scanner.takeRelativeJSONPointer(allowsAdjustment: true)
    case .regex, .base64, .json, .jsonInBase64: false  // decided by other readers
    }
  }
}
