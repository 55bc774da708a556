/// The reason why a document is not strict JSON, with its position.
///
/// A fault never contains text of the document, so printing one cannot reveal a secret.
public struct JSONFault: Error, Hashable, Sendable {
  /// The kinds of fault.
  public enum Reason: Hashable, Sendable {
    /// The document has no value: it has no bytes, or only whitespace.
    case emptyDocument
    /// The document starts with a byte order mark, which RFC 8259 section 8.1 forbids to add.
    case byteOrderMark
    /// A value was expected here.
    case expectedValue
    /// A member name in double quotes was expected here.
    case expectedKey
    /// A `:` was expected between a member name and its value.
    case expectedColon
    /// A `,` or the object's closing brace was expected here.
    case expectedCommaOrBrace
    /// A `,` or the array's closing bracket was expected here.
    case expectedCommaOrBracket
    /// A `,` is followed by the end of its object or array.
    case trailingComma
    /// The document ends inside a value.
    case unexpectedEnd
    /// Something other than whitespace follows the document's value.
    case trailingContent
    /// A literal starts like `true`, `false` or `null` but continues differently.
    case invalidLiteral
    /// A number does not follow the grammar of RFC 8259 section 6.
    case invalidNumber
    /// A number has a leading zero.
    case leadingZero
    /// A string contains an unescaped character below U+0020.
    case controlCharacter
    /// A backslash starts an escape that RFC 8259 section 7 does not define.
    case invalidEscape
    /// A `\u` escape is a surrogate without its counterpart.
    case loneSurrogate
    /// A byte sequence is not UTF-8 (RFC 3629): overlong, truncated, a surrogate, above U+10FFFF.
    case invalidUTF8
    /// An object has a duplicate member name; `firstOffset` is the byte offset of its first quote.
    case duplicateKey(firstOffset: Int)
    /// The text is malformed YAML, or YAML without an equivalent in JSON. Neither the code nor the message
    /// contains text of the document.
    indirect case yaml(code: String, message: String)
  }

  /// What is wrong.
  public let reason: Reason
  /// The byte offset of the fault from the start of the document.
  public let offset: Int

  /// Creates a fault at a byte offset.
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
    case .emptyDocument: "the document is empty; expected one JSON value"
    case .byteOrderMark: "the document starts with a byte order mark; save it as UTF-8 without one"
    case .expectedValue:
      "expected a value: an object, array, string in double quotes, number, true, false or null"
    case .expectedKey: "expected a member name in double quotes"
    case .expectedColon: "expected ':' after the member name"
    case .expectedCommaOrBrace: "expected ',' or '}' after the member"
    case .expectedCommaOrBracket: "expected ',' or ']' after the element"
    case .trailingComma: "trailing comma; remove it"
    case .unexpectedEnd: "the document ends inside a value; it may have been cut off"
    case .trailingContent: "expected only whitespace after the document's value"
    case .invalidLiteral:
      "not a JSON literal; the only literals are true, false and null, in lower case"
    case .invalidNumber: "not a JSON number"
    case .leadingZero: "a number must not have leading zeros"
    case .controlCharacter: "a control character in a string must be escaped"
    case .invalidEscape:
      #"not a JSON escape; the only escapes are \" \\ \/ \b \f \n \r \t and \u with four hex digits"#
    case .loneSurrogate: #"unpaired \u surrogate; write the high surrogate, then the low one"#
    case .invalidUTF8: "the bytes are not valid UTF-8"
    case .duplicateKey: "duplicate member name"
    case .yaml(_, let message): message
    }
  }

  /// The notation of the malformed text: `JSON` or `YAML`.
  public var notation: String { if case .yaml = reason { "YAML" } else { "JSON" } }
}
