/// A pattern for paths inside a directory, as `.gitignore` files have it.
///
/// `?` is a character of a name, `*` any number of them, `[a-z]` and `[!a-z]` are sets; `**/` is any number
/// of directories, `/**` everything inside one. A pattern without a slash, except at its end, is about
/// names at any depth.
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
    /// One byte or more.
    case everything
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
    if !pattern.contains(slash) { steps.append(.directories) }
    if pattern.first == slash { pattern.removeFirst() }
    var isAtStart = true
    while let byte = pattern.popFirst() {
      let wasAtStart = isAtStart
      isAtStart = byte == slash
      switch byte {
      case UInt8(ascii: "*"):
        let stars = pattern.prefix { $0 == UInt8(ascii: "*") }.count
        pattern.removeFirst(stars)
        if stars == 1, wasAtStart, pattern.first == slash {
          pattern.removeFirst()
          isAtStart = true
          steps.append(.directories)
        } else {
          steps.append(stars == 1 && wasAtStart && pattern.isEmpty ? .everything : .run)
        }
      case UInt8(ascii: "?"): steps.append(.anyByte)
      case UInt8(ascii: "["): steps.append(Self.set(&pattern) ?? .byte(byte))
      case UInt8(ascii: "\\"): steps.append(.byte(pattern.popFirst() ?? byte))
      default: steps.append(.byte(byte))
      }
    }
  }

  /// Reads a set behind its opening bracket. Returns nil, and reads nothing, if it has no end.
  private static func set(_ pattern: inout ArraySlice<UInt8>) -> Step? {
    var rest = pattern
    var ranges: [ClosedRange<UInt8>] = []
    let isNegated = rest.first == UInt8(ascii: "!") || rest.first == UInt8(ascii: "^")
    if isNegated { rest.removeFirst() }
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "]"), !ranges.isEmpty {
        pattern = rest
        return .set(ranges, isNegated: isNegated)
      }
      let first = byte == UInt8(ascii: "\\") ? rest.popFirst() ?? byte : byte
      var last = first
      if rest.first == UInt8(ascii: "-"), let end = rest.dropFirst().first, end != UInt8(ascii: "]")
      {
        rest.removeFirst(2)
        last = max(first, end)
      }
      ranges.append(first...last)
    }
    return nil
  }

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
        case .directories: next[index] = true
        case .everything: (next[index], next[index + 1]) = (true, true)
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
      case .run: isActive[index + 1] = true
      case .directories: if isAtStart { isActive[index + 1] = true }
      default: break
      }
    }
  }
}
