/// Unicode in the letters, digits and hyphens of one label, without the tag `xn--`.
///
/// https://www.rfc-editor.org/rfc/rfc3492
enum Punycode {
  /// Returns nil if `text` is not valid Punycode. The cost is quadratic, so the caller must limit the length; a label
  /// has at most 63 octets.
  static func decode(_ text: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar]? {
    var scalars: [Unicode.Scalar] = []
    var digits = text
    if let delimiter = text.lastIndex(of: "-") {
      scalars = Array(text[..<delimiter])
      digits = text[(delimiter + 1)...]
    }
    var state = State()
    while !digits.isEmpty {
      let start = state.index
      var weight = 1
      var position = State.base
      while true {
        guard let digit = digits.popFirst().flatMap(value) else { return nil }
        state.index += digit * weight
        // No valid text approaches the maximum. While another digit follows, the weight is at most the index, so no
        // sum or product overflows.
        guard state.index <= State.maximumIndex else { return nil }
        let threshold = state.threshold(at: position)
        if digit < threshold { break }
        weight *= State.base - threshold
        position += State.base
      }
      let count = scalars.count + 1
      state.adapt(delta: state.index - start, count: count, isFirst: start == 0)
      state.codePoint += state.index / count
      state.index %= count
      guard let scalar = UInt32(exactly: state.codePoint).flatMap(Unicode.Scalar.init) else {
        return nil
      }
      scalars.insert(scalar, at: state.index)
      state.index += 1
    }
    return scalars
  }

  /// Returns nil if the label for this text would be too long.
  static func encode(_ text: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    guard text.count <= DomainLabel.maximumLength else { return nil }
    var output = text.filter(\.isASCII)
    var handled = output.count
    let asciiCount = handled
    if handled > 0 { output.append("-") }
    var state = State()
    while handled < text.count {
      let remaining = text.lazy.map { Int($0.value) }.filter { $0 >= state.codePoint }
      guard let next = remaining.min() else { return nil }
      state.index += (next - state.codePoint) * (handled + 1)
      state.codePoint = next
      for scalar in text {
        if scalar.value < state.codePoint { state.index += 1 }
        guard scalar.value == state.codePoint else { continue }
        output += digits(of: state.index, state)
        state.adapt(delta: state.index, count: handled + 1, isFirst: handled == asciiCount)
        state.index = 0
        handled += 1
      }
      state.index += 1
      state.codePoint += 1
    }
    return output
  }

  private static func digits(of number: Int, _ state: State) -> [Unicode.Scalar] {
    var digits: [Unicode.Scalar] = []
    var remainder = number
    var position = State.base
    while true {
      let threshold = state.threshold(at: position)
      guard remainder >= threshold else { break }
      remainder -= threshold
      digits.append(digit(threshold + remainder % (State.base - threshold)))
      remainder /= State.base - threshold
      position += State.base
    }
    return digits + [digit(remainder)]
  }

  /// The digit for a value below 36: `a` to `z`, then `0` to `9`.
  private static func digit(_ value: Int) -> Unicode.Scalar {
    Unicode.Scalar(UInt8(truncatingIfNeeded: value < 26 ? 0x61 + value : 0x30 + value - 26))
  }

  private static func value(of digit: Unicode.Scalar) -> Int? {
    switch digit {
    case "a"..."z": Int(digit.value) - 0x61
    case "0"..."9": Int(digit.value) - 0x30 + 26
    default: nil
    }
  }

  /// The state that the encoder and the decoder keep from one code point to the next.
  private struct State {
    var codePoint = 128
    var index = 0
    var bias = 72

    static let base = 36
    static let maximumIndex = 0x11_0000 * (DomainLabel.maximumLength + 1)

    func threshold(at position: Int) -> Int { min(max(position - bias, 1), 26) }

    /// https://www.rfc-editor.org/rfc/rfc3492#section-6.1
    mutating func adapt(delta: Int, count: Int, isFirst: Bool) {
      var delta = isFirst ? delta / 700 : delta / 2
      delta += delta / count
      var position = 0
      while delta > 455 {
        delta /= State.base - 1
        position += State.base
      }
      bias = position + State.base * delta / (delta + 38)
    }
  }
}
