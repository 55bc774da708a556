/// https://www.rfc-editor.org/rfc/rfc3339#appendix-A
extension TextScanner {
  mutating func takeDuration() -> Bool {
    guard take("P") || take("p") else { return false }
    let start = position
    if takeComponents(["W"]) { return true }
    position = start
    if !isNext(Self.timeSeparator), !takeComponents(["Y", "M", "D"]) { return false }
    return !take(Self.timeSeparator) || takeComponents(["H", "M", "S"])
  }

  private static let timeSeparator = ByteSet("Tt")

  /// Moves past one or more numbers with their units. The first unit can be any of `units`; each further one must be
  /// the next.
  private mutating func takeComponents(_ units: [Unicode.Scalar]) -> Bool {
    var remaining = units[...]
    var isFirst = true
    while skip(.digits) > 0 {
      guard let next else { return false }
      let unit = Unicode.Scalar(next & 0xDF)  // in uppercase
      guard ByteSet.letters.contains(next), let index = remaining.firstIndex(of: unit),
        isFirst || index == remaining.startIndex
      else { return false }
      position += 1
      remaining = remaining[(index + 1)...]
      isFirst = false
    }
    return !isFirst
  }
}
