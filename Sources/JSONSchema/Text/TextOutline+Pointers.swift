package import JSONText

extension TextOutline {
  /// The pointer of a value in the text, or in a part of it that contains the value.
  ///
  /// Takes time proportional to the depth.
  package func pointer(of value: Int, from root: Int = 0) -> JSONPointer {
    var path: [Int] = []
    var index = value
    while index != root, index > 0 {
      path.append(index)
      index = Int(values[index].parent)
    }
    var text: [UInt8] = []
    for index in path.reversed() { append(tokenFor: index, to: &text) }
    return JSONPointer(String(decoding: text, as: UTF8.self)) ?? .root
  }

  private func append(tokenFor index: Int, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "/"))
    let value = values[index]
    if value.nameStart >= 0 {
      let raw = bytes[Int(value.nameStart)..<Int(value.nameEnd)]
      let isPlain = !raw.contains {
        $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/")
      }
      if isPlain {
        text += raw
        return
      }
    }
    for byte in name(of: index) {
      switch byte {
      case UInt8(ascii: "~"): text += [byte, UInt8(ascii: "0")]
      case UInt8(ascii: "/"): text += [UInt8(ascii: "~"), UInt8(ascii: "1")]
      default: text.append(byte)
      }
    }
  }

  /// The value at a pointer relative to another value. Returns nil if there is none.
  ///
  /// `index` finds the members of large objects, so many pointers into one object cost no more than reading it once.
  package func value(at pointer: JSONPointer, from root: Int = 0, _ index: inout MemberIndex)
    -> Int?
  {
    var current = root
    for token in pointer.tokens {
      switch values[current].kind {
      case .object:
        guard let member = index.member(ByteString(token), of: current, in: self) else {
          return nil
        }
        current = member
      case .array:
        guard let element = element(ByteString(token), of: current, &index) else { return nil }
        current = element
      case .string, .number, .boolean, .null: return nil
      }
    }
    return current
  }

  /// The innermost value that contains a byte of the text; the whole text for whitespace around it.
  package func value(around offset: Int) -> Int {
    // Find the first value that starts after the byte; the values are in order.
    var low = 0
    var high = values.count
    while low < high {
      let middle = low + (high - low) / 2
      if Int(values[middle].start) <= offset { low = middle + 1 } else { high = middle }
    }
    var value = low - 1
    while value > 0, Int(values[value].end) <= offset { value = Int(values[value].parent) }
    return max(value, 0)
  }

  private func element(_ token: ByteString, of array: Int, _ index: inout MemberIndex) -> Int? {
    // `01` is not an index.
    guard token.bytes.count == 1 || token.bytes.first != UInt8(ascii: "0") else { return nil }
    return index.member(token, of: array, in: self)
  }
}
