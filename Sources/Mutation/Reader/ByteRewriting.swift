import JSONText

/// What careless implementations do to a document before they read it.
enum ByteRewriting {
  static var all: [(String, @Sendable ([UInt8]) -> [UInt8])] {
    [
      ("cut at a null character", { Array($0.prefix { $0 != 0 }) }),
      ("null characters left out", { $0.filter { $0 != 0 } }),
      (
        "control characters left out",
        { $0.filter { $0 >= 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 } }
      ),
      ("all control characters left out", { $0.filter { $0 >= 0x20 } }),
      ("line feeds left out", { $0.filter { $0 != 0x0A && $0 != 0x0D } }),
      ("CR left out", { $0.filter { $0 != 0x0D } }),
      ("tabs as spaces", { $0.map { $0 == 0x09 ? 0x20 : $0 } }),
      ("control characters as spaces", { $0.map { $0 < 0x20 ? 0x20 : $0 } }),
      ("bytes beyond ASCII left out", { $0.filter { $0 < 0x80 } }),
      ("bytes beyond ASCII as question marks", { $0.map { $0 < 0x80 ? $0 : 0x3F } }),
      ("the high bit cleared", { $0.map { $0 & 0x7F } }),
      ("single quotes as double quotes", { $0.map { $0 == 0x27 ? 0x22 : $0 } }),
      ("backslashes left out", { $0.filter { $0 != 0x5C } }),
      ("spaces left out", { $0.filter { $0 != 0x20 } }),
      ("cut to 64 KiB", { Array($0.prefix(65_536)) }),
      ("cut to 4 KiB", { Array($0.prefix(4_096)) }),
      (
        "from the first brace",
        { bytes in bytes.firstIndex(of: 0x7B).map { Array(bytes[$0...]) } ?? bytes }
      ),
      (
        "to the last brace",
        { bytes in bytes.lastIndex(of: 0x7D).map { Array(bytes[...$0]) } ?? bytes }
      ),
      ("the first line only", { Array($0.prefix { $0 != 0x0A }) }),
      ("in small letters", { $0.map { 0x41...0x5A ~= $0 ? $0 + 0x20 : $0 } }),
      ("\\/ left alone", { bytes in replacing(bytes, "\\/", "\\\\/") }),
      ("\\u escapes left alone", { bytes in replacing(bytes, "\\u", "\\\\u") }),
      ("\\u0000 as the end", { bytes in replacing(bytes, "\\u0000", "") }),
    ]
  }

  private static func replacing(_ bytes: [UInt8], _ one: String, _ other: String) -> [UInt8] {
    let (one, other) = (Array(one.utf8), Array(other.utf8))
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      if bytes[position] == 0x5C, position + 1 < bytes.count {
        if bytes[position...].starts(with: one) {
          result += other
          position += one.count
        } else {
          // An escape of another kind, a doubled backslash among them, stays in one piece.
          result += bytes[position...(position + 1)]
          position += 2
        }
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return result
  }
}
