/// A pattern for paths inside a directory, as `.gitignore` files have it.
///
/// `?` is a character of a name, `*` any number of them, `[a-z]`, `[!a-z]` and `[[:digit:]]` are sets; `**/` is
/// any number of directories, `/**` everything inside one. A pattern without a slash, except at its end, is
/// about names at any depth. One that ends inside a set or behind a backslash matches nothing, as in Git.
///
/// https://git-scm.com/docs/gitignore#_pattern_format
package struct Glob: Sendable {
  private enum Step {
    case byte(UInt8)
    case anyByte
    case set([ClosedRange<UInt8>], isNegated: Bool)
    /// Any number of bytes but slashes.
    case run
    /// Any number of components with their slashes.
    case directories
    /// Any number of bytes.
    case everything
    /// Nothing; the next step may be left out.
    case option
  }

  private let directory: SourcePath
  private var steps: [Step] = []
  /// Whether the pattern ends with a slash, and so is about directories only.
  let isForDirectories: Bool

  /// - Parameter directory: The directory that paths are looked at in, from the root.
  package init(_ pattern: some Sequence<UInt8>, in directory: SourcePath) {
    let slash = UInt8(ascii: "/")
    self.directory = directory
    var pattern = Array(pattern)[...]
    isForDirectories = pattern.last == slash
    if isForDirectories { pattern.removeLast() }
    let hasSlash = pattern.contains(slash)
    if !hasSlash { steps.append(.directories) }
    if pattern.first == slash { pattern.removeFirst() }
    var isAtStart = true
    // Git compares the text before the first wildcard on its own, and takes what follows for a start.
    var isText = hasSlash
    while let byte = pattern.popFirst() {
      let wasText = isText && !isAtStart
      let wasAtStart = isAtStart || isText
      isText = isText && !"*?[\\".utf8.contains(byte)
      isAtStart = byte == slash
      switch byte {
      case UInt8(ascii: "*"):
        let stars = pattern.prefix { $0 == UInt8(ascii: "*") }.count
        pattern.removeFirst(stars)
        if stars > 0, wasAtStart, pattern.first == slash {
          pattern.removeFirst()
          isAtStart = true
          steps += wasText ? [.option, .directories] : [.directories]
        } else {
          steps.append(stars > 0 && wasAtStart && pattern.isEmpty ? .everything : .run)
        }
      case UInt8(ascii: "?"): steps.append(.anyByte)
      case UInt8(ascii: "["): steps.append(Self.set(&pattern) ?? Self.nothing)
      case UInt8(ascii: "\\"): steps.append(pattern.popFirst().map { .byte($0) } ?? Self.nothing)
      default: steps.append(.byte(byte))
      }
    }
  }

  private static let nothing = Step.set([], isNegated: false)

  /// Reads a set behind its opening bracket. Returns nil if it has no end, or an unknown class.
  private static func set(_ pattern: inout ArraySlice<UInt8>) -> Step? {
    var ranges: [ClosedRange<UInt8>] = []
    let isNegated = pattern.first == UInt8(ascii: "!") || pattern.first == UInt8(ascii: "^")
    if isNegated { pattern.removeFirst() }
    var isFirst = true
    while let byte = pattern.popFirst() {
      if byte == UInt8(ascii: "]"), !isFirst { return .set(ranges, isNegated: isNegated) }
      isFirst = false
      if byte == UInt8(ascii: "["), pattern.first == UInt8(ascii: ":"),
        let end = pattern.firstIndex(of: UInt8(ascii: "]")), end > pattern.startIndex + 1,
        pattern[end - 1] == UInt8(ascii: ":")
      {
        let name = String(decoding: pattern[pattern.startIndex + 1..<end - 1], as: UTF8.self)
        guard let members = classes[name] else { return nil }
        ranges += members
        pattern = pattern[(end + 1)...]
        continue
      }
      func escaped(_ byte: UInt8) -> UInt8? {
        byte == UInt8(ascii: "\\") ? pattern.popFirst() : byte
      }
      guard let first = escaped(byte) else { return nil }
      var last = first
      if pattern.first == UInt8(ascii: "-"), let end = pattern.dropFirst().first,
        end != UInt8(ascii: "]")
      {
        pattern.removeFirst(2)
        guard let end = escaped(end) else { return nil }
        last = max(first, end)
      }
      ranges.append(first...last)
    }
    return nil
  }

  /// POSIX's classes in ASCII.
  private static let classes: [String: [ClosedRange<UInt8>]] = [
    "alnum": [0x30...0x39, 0x41...0x5A, 0x61...0x7A], "alpha": [0x41...0x5A, 0x61...0x7A],
    "blank": [0x09...0x09, 0x20...0x20], "cntrl": [0x00...0x1F, 0x7F...0x7F],
    "digit": [0x30...0x39], "graph": [0x21...0x7E], "lower": [0x61...0x7A],
    "print": [0x20...0x7E], "punct": [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E],
    "space": [0x09...0x0D, 0x20...0x20], "upper": [0x41...0x5A],
    "xdigit": [0x30...0x39, 0x41...0x46, 0x61...0x66],
  ]

  /// Whether a path from the root matches, in time that grows with the product of both lengths.
  package func matches(_ path: [UInt8]) -> Bool {
    guard let path = SourcePath(path).relative(to: directory) else { return false }
    var isActive = [Bool](repeating: false, count: steps.count + 1)
    isActive[0] = true
    skip(&isActive, isAtStart: true)
    for byte in path.bytes {
      let isSlash = byte == UInt8(ascii: "/")
      var next = [Bool](repeating: false, count: isActive.count)
      for (index, step) in steps.enumerated() where isActive[index] {
        switch step {
        case .byte(let other): if byte == other { next[index + 1] = true }
        case .anyByte: if !isSlash { next[index + 1] = true }
        case .set(let ranges, let isNegated):
          if !isSlash, ranges.contains(where: { $0.contains(byte) }) != isNegated {
            next[index + 1] = true
          }
        case .run: if !isSlash { next[index] = true }
        case .directories, .everything: next[index] = true
        case .option: break
        }
      }
      skip(&next, isAtStart: isSlash)
      isActive = next
    }
    return isActive[steps.count]
  }

  /// Goes on behind steps that may match nothing.
  private func skip(_ isActive: inout [Bool], isAtStart: Bool) {
    for (index, step) in steps.enumerated() where isActive[index] {
      switch step {
      case .run, .everything: isActive[index + 1] = true
      case .directories: if isAtStart { isActive[index + 1] = true }
      case .option: (isActive[index + 1], isActive[index + 2]) = (true, true)
      default: break
      }
    }
  }
}
