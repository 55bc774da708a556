extension String {
  /// The text as the path or fragment of a URI. Every character except letters, digits, `-._~` and `/` is replaced by
  /// its UTF-8 in hexadecimal.
  ///
  /// https://www.rfc-editor.org/rfc/rfc3986#section-2.1
  package var percentEncoded: String { utf8.percentEncoded(butFor: "") }
}

extension Sequence<UInt8> {
  /// The bytes as the path of a URI, encoded in the same way; they need not be UTF-8.
  package var percentEncoded: String { percentEncoded(butFor: "") }

  /// The bytes, all encoded except letters, digits, `-._~`, `/` and further ASCII characters.
  fileprivate func percentEncoded(butFor others: StaticString) -> String {
    let others = others.description.utf8
    let digits = Array("0123456789ABCDEF".utf8)
    var encoded: [UInt8] = []
    for byte in self {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        encoded.append(byte)
      case _ where others.contains(byte):
        encoded.append(byte)
      default:
        encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }
}

extension JSONPointer {
  /// The pointer as a fragment of a URI, such as `#/$defs/name`.
  ///
  /// https://www.rfc-editor.org/rfc/rfc6901#section-6
  public var uriFragment: String {
    // The further characters that a fragment can contain: https://www.rfc-editor.org/rfc/rfc3986#section-3.5
    "#" + description.utf8.percentEncoded(butFor: "!$&'()*+,;=:@?")
  }

  /// Reads a pointer from a fragment of a URI, such as `#/name`. Returns nil if the text does not start with `#`,
  /// contains a character that a fragment cannot contain, or does not decode to a pointer in UTF-8.
  ///
  /// https://www.rfc-editor.org/rfc/rfc6901#section-6
  public init?(uriFragment text: String) {
    guard text.utf8.first == UInt8(ascii: "#"),
      let decoded = text.utf8.dropFirst().percentDecoded
    else { return nil }
    self.init(decoded)
  }
}

extension Substring.UTF8View {
  /// The decoded text of a fragment of a URI. Returns nil for a byte that a fragment cannot contain, a `%` without
  /// two hexadecimal digits, or a result that is not UTF-8.
  ///
  /// https://www.rfc-editor.org/rfc/rfc3986#section-3.5
  package var percentDecoded: String? {
    var decoded: [UInt8] = []
    var bytes = makeIterator()
    while let byte = bytes.next() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = bytes.next()?.hexadecimalDigit, let low = bytes.next()?.hexadecimalDigit
        else { return nil }
        decoded.append(high << 4 | low)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "@")...UInt8(ascii: "Z"),
        UInt8(ascii: "&")...UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "$"),
        UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "_"), UInt8(ascii: "~"):
        decoded.append(byte)
      default: return nil
      }
    }
    return String(validating: decoded, as: UTF8.self)
  }
}

extension UInt8 {
  /// The value of a hexadecimal digit in either case. Returns nil for any other byte.
  fileprivate var hexadecimalDigit: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
