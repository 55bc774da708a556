extension [UInt8] {
  /// Escapes, in JSON text after an offset, the characters that a terminal obeys or does not show as they are: control
  /// and format characters, line and paragraph separators.
  ///
  /// Outside ASCII, they occur only inside strings.
  mutating func escapeControls(from start: Int) {
    guard self[start...].contains(where: { $0 >= 0x80 }) else { return }
    let text = String(decoding: self[start...], as: UTF8.self)
    guard text.unicodeScalars.contains(where: \.isControl) else { return }
    removeSubrange(start...)
    for scalar in text.unicodeScalars {
      if scalar.isControl {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          append(
            contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8)
        }
      } else {
        append(contentsOf: String(scalar).utf8)
      }
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool {
    if isASCII { return false }
    return switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
