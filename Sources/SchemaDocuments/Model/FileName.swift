/// File names derived from ids.
public enum FileName {
  /// Returns a file name for an id: at most 200 ASCII letters, digits, dots and hyphens.
  public static func ofID(_ id: String) -> String {
    let name = id.map { $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "." ? $0 : "-" }
    guard name.count > 200 else { return String(name) }
    // The end of a long id distinguishes most places; the checksum distinguishes the rest.
    let sum = id.utf8.reduce(UInt32(5381)) { $0 &* 33 ^ UInt32($1) }
    return String(name.suffix(190)) + "-" + String(sum, radix: 16)
  }
}
