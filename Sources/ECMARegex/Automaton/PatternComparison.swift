/// The result of comparing the texts that two patterns match.
///
/// The automata of both patterns read the same texts. Patterns with lookarounds or backreferences cannot be compared.
package enum PatternComparison: Equatable {
  /// Both patterns match the same texts.
  case equal
  /// One pattern matches these texts and the other does not. The shortest text comes first.
  case different([String])
  /// The patterns cannot be compared, at least not within the limits.
  case unknown

  /// The maximum numbers of pairs of states to examine and of texts to collect.
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

  /// A scalar for each set of scalars that both patterns treat in the same way. Letters are preferred, so the texts are
  /// legible.
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
  /// The kernel of a completed match.
  private static let matched: [Int32] = [.max]

  /// The kernel before the first scalar.
  fileprivate static func start(of program: AutomatonProgram) -> [Int32] {
    [Int32(program.start), Context.nothing]
  }

  /// Whether the text that led to a kernel matches.
  fileprivate mutating func accepts(_ kernel: [Int32], _ program: AutomatonProgram) -> Bool {
    self.kernel(after: kernel, symbol: program.symbols.count, program) == Self.matched
  }

  /// The kernel after one more scalar.
  fileprivate mutating func kernel(
    after kernel: [Int32], _ scalar: Unicode.Scalar, _ program: AutomatonProgram
  ) -> [Int32] {
    self.kernel(after: kernel, symbol: program.symbols.symbol(of: scalar.value), program)
  }

  /// A completed match remains one.
  private mutating func kernel(
    after kernel: [Int32], symbol: Int, _ program: AutomatonProgram
  ) -> [Int32] {
    if kernel == Self.matched { return kernel }
    let (next, accepts) = successor(of: kernel, over: symbol, program)
    return accepts ? Self.matched : next
  }
}
