/// What comparing the texts that two patterns match shows.
///
/// The automata of both are walked at once. Patterns with lookarounds or back references have none.
package enum PatternComparison: Equatable {
  /// Both patterns match the same texts.
  case equal
  /// One matches these texts and the other does not, the shortest first.
  case different([String])
  /// The patterns cannot be compared, or not within the bounds.
  case unknown

  /// How many pairs of states are looked at, and how many texts are collected.
  private static let (pairLimit, textLimit) = (20_000, 12)

  /// Compares two patterns.
  package init(_ one: Pattern, _ other: Pattern) {
    guard let left = AutomatonProgram(one.syntax, for: .verdicts), left.lookarounds.isEmpty,
      let right = AutomatonProgram(other.syntax, for: .verdicts), right.lookarounds.isEmpty
    else {
      self = .unknown
      return
    }
    let letters = Self.letters(left.symbols, right.symbols)
    var (leftStates, rightStates) = (AutomatonStates(left), AutomatonStates(right))
    var queue = [
      (left: AutomatonStates.start(of: left), right: AutomatonStates.start(of: right), text: "")
    ]
    var seen: Set = [[queue[0].left, queue[0].right]]
    var texts: [String] = []
    var next = 0
    while next < queue.count, texts.count < Self.textLimit {
      let pair = queue[next]
      next += 1
      if leftStates.accepts(pair.left, left) != rightStates.accepts(pair.right, right) {
        texts.append(pair.text)
      }
      for letter in letters {
        let following = [
          leftStates.kernel(after: pair.left, letter, left),
          rightStates.kernel(after: pair.right, letter, right),
        ]
        guard seen.insert(following).inserted else { continue }
        guard seen.count < Self.pairLimit else {
          self = texts.isEmpty ? .unknown : .different(texts)
          return
        }
        queue.append((following[0], following[1], pair.text + String(letter)))
      }
    }
    self = texts.isEmpty ? .equal : .different(texts)
  }

  /// A scalar for each set of them that both patterns treat alike; letters first, so that the texts can be read.
  private static func letters(_ one: SymbolClasses, _ other: SymbolClasses) -> [Unicode.Scalar] {
    let starts = Set(one.starts + other.starts).sorted().map { Unicode.Scalar($0) ?? "\u{E000}" }
    let readable = starts.filter { $0.isASCII && $0.properties.isAlphabetic }
    var seen: Set<[Int]> = []
    return (readable + starts).filter { scalar in
      seen.insert([one.symbol(of: scalar.value), other.symbol(of: scalar.value)]).inserted
    }
  }
}

extension AutomatonStates {
  /// Stands for a match in place of a kernel.
  private static let matched: [Int32] = [.max]

  /// The kernel before the first scalar.
  fileprivate static func start(of program: AutomatonProgram) -> [Int32] {
    [Int32(program.start), Context.nothing]
  }

  /// Whether a text that led to a kernel matches.
  fileprivate mutating func accepts(_ kernel: [Int32], _ program: AutomatonProgram) -> Bool {
    self.kernel(after: kernel, symbol: program.symbols.count, program) == Self.matched
  }

  /// The kernel behind one scalar more.
  fileprivate mutating func kernel(
    after kernel: [Int32], _ scalar: Unicode.Scalar, _ program: AutomatonProgram
  ) -> [Int32] {
    self.kernel(after: kernel, symbol: program.symbols.symbol(of: scalar.value), program)
  }

  /// What has matched stays a match.
  private mutating func kernel(
    after kernel: [Int32], symbol: Int, _ program: AutomatonProgram
  ) -> [Int32] {
    if kernel == Self.matched { return kernel }
    let (next, accepts) = successor(of: kernel, over: symbol, program)
    return accepts ? Self.matched : next
  }
}
