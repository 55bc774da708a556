/// Why a document is not strict JSON, and the byte at which that shows.
///
/// A fault never holds text of the document, so that printing one cannot print a secret.
public struct JSONFault: Error, Hashable, Sendable {
  /// The kinds of fault that the reader tells apart.
  public enum Reason: Hashable, Sendable {
    /// There is no value at all: no bytes, or white space only.
    case emptyDocument
    /// The document starts with a byte order mark, which RFC 8259 section 8.1 forbids to add.
    case byteOrderMark
    /// A value must start here and does not.
    case expectedValue
    /// A member name in double quotes must start here and does not.
    case expectedKey
    /// A `:` must stand between a member name and its value.
    case expectedColon
    /// A `,` or the closing brace of the object must stand here.
    case expectedCommaOrBrace
    /// A `,` or the closing bracket of the array must stand here.
    case expectedCommaOrBracket
    /// A `,` is followed by the end of its object or array.
    case trailingComma
    /// The document ends inside a value.
    case unexpectedEnd
    /// Something other than white space follows the document's value.
    case trailingContent
    /// A literal starts like `true`, `false` or `null` and goes on differently.
    case invalidLiteral
    /// A number does not follow the grammar of RFC 8259 section 6.
    case invalidNumber
    /// A number has a leading zero.
    case leadingZero
    /// A character below U+0020 stands unescaped in a string.
    case controlCharacter
    /// A backslash is followed by something that is no escape of RFC 8259 section 7.
    case invalidEscape
    /// A `\u` escape names half of a surrogate pair without the other half.
    case loneSurrogate
    /// A byte sequence is not UTF-8 (RFC 3629): overlong, truncated, a surrogate, above U+10FFFF.
    case invalidUTF8
    /// An object has a member name twice; `firstOffset` is the byte offset of its first quote.
    case duplicateKey(firstOffset: Int)
    /// The text is YAML that is malformed, or that JSON has no value for. Neither the code nor the message
    /// holds text of the document.
    indirect case yaml(code: String, message: String)
  }

  /// What is wrong.
  public let reason: Reason
  /// The byte offset at which it shows, counted from the start of the document.
  public let offset: Int

  /// A fault at a byte offset.
  @inlinable public init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }
}

extension JSONFault {
  /// A stable name for programs, such as `duplicateKey`.
  public var code: String {
    switch reason {
    case .emptyDocument: "emptyDocument"
    case .byteOrderMark: "byteOrderMark"
    case .expectedValue: "expectedValue"
    case .expectedKey: "expectedKey"
    case .expectedColon: "expectedColon"
    case .expectedCommaOrBrace: "expectedCommaOrBrace"
    case .expectedCommaOrBracket: "expectedCommaOrBracket"
    case .trailingComma: "trailingComma"
    case .unexpectedEnd: "unexpectedEnd"
    case .trailingContent: "trailingContent"
    case .invalidLiteral: "invalidLiteral"
    case .invalidNumber: "invalidNumber"
    case .leadingZero: "leadingZero"
    case .controlCharacter: "controlCharacter"
    case .invalidEscape: "invalidEscape"
    case .loneSurrogate: "loneSurrogate"
    case .invalidUTF8: "invalidUTF8"
    case .duplicateKey: "duplicateKey"
    case .yaml(let code, _): code
    }
  }

  /// What is wrong and what to do about it, in plain English, without text of the document.
  public var message: String {
    switch reason {
    case .emptyDocument: "the document is empty; it must hold one JSON value"
    case .byteOrderMark: "the document starts with a byte order mark; save it as UTF-8 without one"
    case .expectedValue:
      "expected a value: an object, array, string in double quotes, number, true, false or null"
    case .expectedKey: "expected a member name in double quotes"
    case .expectedColon: "expected ':' after the member name"
    case .expectedCommaOrBrace: "expected ',' or '}' after the member"
    case .expectedCommaOrBracket: "expected ',' or ']' after the element"
    case .trailingComma: "a ',' must be followed by another member or element; remove it"
    case .unexpectedEnd: "the document ends inside a value; it may have been cut off"
    case .trailingContent: "expected nothing but white space after the document's value"
    case .invalidLiteral: "not a JSON literal; only true, false and null exist, in lower case"
    case .invalidNumber: "not a JSON number"
    case .leadingZero: "a number must not have leading zeros"
    case .controlCharacter: "a control character in a string must be escaped"
    case .invalidEscape:
      #"not a JSON escape; only \" \\ \/ \b \f \n \r \t and \u with four hex digits exist"#
    case .loneSurrogate: #"a \u surrogate must be one half of a pair, high half first"#
    case .invalidUTF8: "the bytes are not valid UTF-8"
    case .duplicateKey: "a member name stands twice in one object"
    case .yaml(_, let message): message
    }
  }

  /// The notation that the text is not well-formed in: `JSON` or `YAML`.
  public var notation: String { if case .yaml = reason { "YAML" } else { "JSON" } }
}
