import JSONText

extension JSONFault {
  /// A hint about a document that is not JSON: the format that it resembles and what to do. Returns nil if it resembles
  /// no known format.
  ///
  /// The hint never contains text of the document.
  ///
  /// - Parameter isStartOfSource: Whether the document is at the start of its source. A later line starts after the
  ///   byte of a line feed, and looks the same in both byte orders of UTF-16 and UTF-32.
  func hint(_ bytes: RawSpan, isStartOfSource: Bool) -> String? {
    guard notation == "JSON" else { return nil }
    func starts(_ prefix: [UInt8], at offset: Int = 0) -> Bool {
      offset + prefix.count <= bytes.byteCount
        && prefix.indices.allSatisfy { bytes.byte(at: offset + $0) == prefix[$0] }
    }
    func starts(_ text: String, at offset: Int = 0) -> Bool { starts(Array(text.utf8), at: offset) }
    let iconv = "convert it to UTF-8, for example with iconv -t UTF-8 -f"
    let unpack = "with that extension, conform unpacks it"
    // By the first bytes: https://www.rfc-editor.org/rfc/rfc4627#section-3 for UTF-16 and UTF-32.
    for (prefix, hint) in [
      ([0xFF, 0xFE, 0, 0], "this looks like UTF-32; \(iconv) UTF-32"),
      ([0, 0, 0xFE, 0xFF], "this looks like UTF-32; \(iconv) UTF-32"),
      ([0xFF, 0xFE], "this looks like UTF-16, as PowerShell writes it; \(iconv) UTF-16"),
      ([0xFE, 0xFF], "this looks like UTF-16; \(iconv) UTF-16"),
      ([0x1F, 0x8B], "this looks like a .gz file; \(unpack)"),
      ([0x28, 0xB5, 0x2F, 0xFD], "this looks like a .zst file; \(unpack)"),
      (Array("PK\u{3}\u{4}".utf8), "this looks like a zip file; unpack it first"),
      (Array("BZh".utf8), "this looks like a .bz2 file; unpack it first"),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], "this looks like an .xz file; unpack it first"),
      ([0x1E], "this looks like a JSON text sequence; remove each U+001E, and use --lines"),
      (Array("<<<<<<< ".utf8), Self.conflict),
      (Array("PAR1".utf8), "this looks like a Parquet file; export it as NDJSON"),
      (Array("%YAML".utf8), Self.yaml), (Array("---".utf8), Self.yaml),
    ] as [([UInt8], String)] where starts(prefix) { return hint }
    if bytes.byteCount >= 4, offset < 4 {
      let zeros = (0..<4).map { bytes.byte(at: $0) == 0 }
      for (pattern, encoding) in [
        ([false, true, false, true], "UTF-16LE"), ([true, false, true, false], "UTF-16BE"),
        ([false, true, true, true], "UTF-32LE"), ([true, true, true, false], "UTF-32BE"),
      ] where zeros == pattern {
        let name = encoding.dropLast(2)
        return "this looks like \(name); \(iconv) \(isStartOfSource ? encoding : String(name))"
      }
    }
    guard offset < bytes.byteCount else { return nil }
    switch reason {
    case .expectedValue, .expectedKey, .expectedCommaOrBrace, .expectedCommaOrBracket,
      .expectedColon,
      .trailingContent, .invalidLiteral, .trailingComma, .invalidNumber:
      break
    default: return nil
    }
    var start = 0
    while start < offset, " \t\r\n".utf8.contains(bytes.byte(at: start)) { start += 1 }
    // A literal or a number shows to be none a few bytes on.
    let isAtStart = offset - start <= 5
    for opening in ["//", "/*"] where starts(opening, at: offset) {
      return
        "this looks like a comment, which JSON does not have; remove comments (JSONC, JSON5) first"
    }
    if starts("<<<<<<< ", at: offset) { return Self.conflict }
    // A brace and a quotation mark in Base64.
    if isAtStart && starts("eyJ", at: start) { return "this looks like Base64; decode it first" }
    if isAtStart && starts("<", at: start) {
      return "this looks like HTML or XML, perhaps an error page instead of the document"
    }
    if isAtStart
      && (starts("#", at: start) || starts("- ", at: start) || Self.isMapping(bytes, start))
    {
      return Self.yaml
    }
    if starts("#", at: offset) {
      return "this looks like a comment, which JSON does not have; remove it"
    }
    if starts("'", at: offset) {
      return "JSON strings have double quotes; this looks like JSON5 or a Python value"
    }
    for literal in ["NaN", "Infinity", "-Infinity", "undefined", "None", "True", "False"]
    where starts(literal, at: offset) {
      return "JSON has no \(literal); use null, a number, true or false"
    }
    if reason == .trailingContent, starts("{", at: offset) || starts("[", at: offset) {
      return "there is more than one document; with one per line, use --lines"
    }
    return nil
  }

  private static let yaml = "this looks like YAML; read it with --yaml"
  private static let conflict = "this looks like a merge conflict; resolve it first"

  /// Whether a line starts with a name and a colon, as in YAML.
  private static func isMapping(_ bytes: RawSpan, _ start: Int) -> Bool {
    var index = start
    while index < bytes.byteCount, index - start < 200 {
      let byte = bytes.byte(at: index)
      index += 1
      if byte == UInt8(ascii: ":") {
        return index - start > 1
          && (index == bytes.byteCount || " \t\r\n".utf8.contains(bytes.byte(at: index)))
      }
      let scalar = Unicode.Scalar(byte)
      guard scalar.properties.isAlphabetic && scalar.isASCII || "0123456789_-".utf8.contains(byte)
      else { return false }
    }
    return false
  }
}
