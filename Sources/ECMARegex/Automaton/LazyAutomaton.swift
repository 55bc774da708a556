import Synchronization

/// Decides a pattern without backtracking: a deterministic automaton whose states are built when a subject
/// first needs them.
///
/// Each scalar of the subject is looked up once. Building a state costs steps, whose number is limited by
/// the subject's length, so that a pattern with too many states gives up instead of taking long.
///
/// Lookarounds have automata of their own, which go over the subject first and note the places where each of
/// them matches; nested lookarounds run before those that contain them.
final class LazyAutomaton: Sendable {
  private let program: AutomatonProgram
  private let lookarounds: [LazyAutomaton]
  /// States that no match is using: one set for each thread that ever matched at the same time.
  private let idle = Mutex<[AutomatonStates]>([])

  /// The most sets of states that are kept.
  private static let maximumIdle = 64
  /// How many steps of building are allowed for each byte of the subject, beside `MatchLimits.matchSteps`.
  static let stepsPerByte = 16

  init(_ program: AutomatonProgram) {
    self.program = program
    lookarounds = program.lookarounds.map(LazyAutomaton.init)
  }

  /// - Parameter subject: Well-formed UTF-8.
  /// - Returns: `.gaveUp(.matchSteps)` if the subject needs more states than the limit allows, and
  ///   `.gaveUp(.heap)` if a pattern with lookarounds would need more memory: a byte for each of the subject.
  @unsafe func match(_ subject: UnsafeRawBufferPointer, limits: MatchLimits) -> MatchResult {
    var places: [UInt8] = []
    return unsafe match(subject, limits: limits, noting: 0, in: &places)
  }

  /// Matches, or notes a lookaround's bit for each place that the program accepts at.
  @unsafe private func match(
    _ subject: UnsafeRawBufferPointer, limits: MatchLimits, noting bit: UInt8,
    in places: inout [UInt8]
  ) -> MatchResult {
    var conditions: [UInt8] = []
    if !lookarounds.isEmpty {
      guard subject.count < Int(limits.heapInKibibytes) << 10 else { return .gaveUp(.heap) }
      conditions = Array(repeating: 0, count: subject.count + 1)
    }
    for (index, lookaround) in lookarounds.enumerated() {
      let result = unsafe lookaround.match(
        subject, limits: limits, noting: 1 << UInt8(index), in: &conditions)
      if case .gaveUp = result { return result }
    }
    var states = idle.withLock { $0.popLast() } ?? AutomatonStates(program)
    let bytes = subject.count.multipliedReportingOverflow(by: Self.stepsPerByte).partialValue
    states.budget = Int(limits.matchSteps) + bytes
    let result =
      conditions.isEmpty && bit == 0
      ? unsafe states.match(subject, program)
      : unsafe states.match(subject, program, where: conditions, noting: bit, in: &places)
    idle.withLock { if $0.count < Self.maximumIdle { $0.append(states) } }
    return result
  }
}

/// The states that have been built for one program, and the way from each of them over each symbol.
struct AutomatonStates: Sendable {
  // A way leads to a state, or, if a match ends in front of the symbol, to the complement of one.
  static let dead: Int32 = 0
  static let first: Int32 = 1
  private static let unknown = Int32.min
  private static let outOfSteps = Int32.min + 1

  /// The most memory that the states of one program may take; then they are built again as needed.
  private static let maximumBytes = 4 << 20

  /// The steps that may still be spent on building states.
  var budget = 0

  /// The number of columns: symbols, and one for the subject's end, each with every combination of what
  /// lookarounds say.
  private let width: Int
  private var ways: [Int32] = []
  /// The nodes that a state waits at, and as the last element what precedes, as `Context`.
  private var kernels: [[Int32]] = []
  private var numbers: [[Int32]: Int32] = [:]
  private var bytes = 0
  // Scratch memory: by node, the last round in which it was reached.
  private var reached: [UInt32]
  private var waiting: [UInt32]
  private var round: UInt32 = 0
  private var pending: [Int] = []

  /// What precedes a state's place, as far as an assertion can ask.
  enum Context {
    static let nothing: Int32 = 1
    static let wordCharacter: Int32 = 2
  }

  init(_ program: AutomatonProgram) {
    width = (program.symbols.count + 1) << program.lookarounds.count
    reached = Array(repeating: 0, count: program.nodes.count)
    waiting = reached
    clear(program)
  }

  private mutating func clear(_ program: AutomatonProgram) {
    ways.removeAll(keepingCapacity: true)
    kernels.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    bytes = 0
    for kernel in [[], [Int32(program.start), Context.nothing]] { _ = insert(kernel) }
  }

  private mutating func insert(_ kernel: [Int32]) -> Int32 {
    let number = Int32(kernels.count)
    kernels.append(kernel)
    numbers[kernel] = number
    ways.append(contentsOf: repeatElement(Self.unknown, count: width))
    bytes += 4 * (width + kernel.count) + 96
    return number
  }

  @unsafe mutating func match(
    _ subject: UnsafeRawBufferPointer, _ program: AutomatonProgram
  ) -> MatchResult {
    var state = Self.first
    var index = 0
    while true {
      let symbol = unsafe walk(subject, program.symbols, &state, &index)
      let way = self.way(from: state, over: symbol, program)
      if way == Self.outOfSteps { return .gaveUp(.matchSteps) }
      if way < 0 { return .match }
      if way == Self.dead { return .noMatch }
      state = way
    }
  }

  /// The same with what the lookarounds say of each place, or in order to note the places at which the program
  /// accepts.
  @unsafe mutating func match(
    _ subject: UnsafeRawBufferPointer, _ program: AutomatonProgram, where conditions: [UInt8],
    noting bit: UInt8, in places: inout [UInt8]
  ) -> MatchResult {
    var state = Self.first
    var index = program.direction == .ahead ? subject.count : 0
    while true {
      let place = index
      let symbol = unsafe program.symbols.symbol(
        in: subject, &index, backwards: program.direction == .ahead)
      let said = conditions.isEmpty ? 0 : Int(conditions[place])
      var way = self.way(
        from: state, over: symbol << program.lookarounds.count | said, program)
      if way == Self.outOfSteps { return .gaveUp(.matchSteps) }
      if way < 0 {
        if bit == 0 { return .match }
        places[place] |= bit
        way = ~way
      }
      if way == Self.dead || index == place { return .noMatch }
      state = way
    }
  }

  private mutating func way(
    from state: Int32, over column: Int, _ program: AutomatonProgram
  ) -> Int32 {
    let known = ways[Int(state) * width + column]
    return known == Self.unknown ? build(from: state, over: column, program) : known
  }

  /// Continues as far as the ways lead to states. Returns the symbol for which there is no such way, with `index`
  /// behind it.
  @unsafe private func walk(
    _ subject: UnsafeRawBufferPointer, _ symbols: SymbolClasses, _ state: inout Int32,
    _ index: inout Int
  ) -> Int {
    let width = width
    let end = width - 1
    // Sound: a state is a row of the table, a symbol a column; the subject is well-formed UTF-8, so that a
    // lead byte is followed by its continuation bytes.
    return unsafe ways.withUnsafeBufferPointer { ways in
      unsafe symbols.ascii.withUnsafeBufferPointer { ascii in
        while true {
          var symbol = end
          if index < subject.count {
            let byte = unsafe subject[index]
            index += 1
            if byte < 0x80 {
              symbol = unsafe Int(ascii[Int(byte)])
            } else {
              symbol = unsafe symbols.symbol(in: subject, &index, behind: byte)
            }
          }
          let next = unsafe ways[Int(state) * width + symbol]
          if next < Self.first { return symbol }
          state = next
        }
      }
    }
  }

  /// The ways from every state that some symbols lead to, in the order of the symbols, the end last, for a program
  /// without lookarounds. Returns nil if there are too many states.
  mutating func rows(
    for symbols: [Int], _ program: AutomatonProgram, atMost bound: Int
  ) -> [[Int32]]? {
    budget = bound * 64
    var rows: [[Int32]] = [[]]
    while rows.count < kernels.count {
      guard kernels.count <= bound else { return nil }
      let state = Int32(rows.count)
      rows.append((symbols + [width - 1]).map { build(from: state, over: $0, program) })
      guard budget > 0 else { return nil }
    }
    return rows
  }

  /// Builds the state that follows; it replaces the others where there is no room for one more.
  private mutating func build(
    from state: Int32, over column: Int, _ program: AutomatonProgram
  ) -> Int32 {
    let (next, accepts) = successor(of: kernels[Int(state)], over: column, program)
    guard budget > 0 else { return Self.outOfSteps }
    let known = numbers[next]
    let isFull = known == nil && bytes > Self.maximumBytes
    if isFull { clear(program) }
    let number = known ?? numbers[next] ?? insert(next)
    let way = accepts ? ~number : number
    if !isFull { ways[Int(state) * width + column] = way }
    return way
  }

  /// The kernel behind a symbol, empty if nothing can follow, and whether a match ends before the symbol, after
  /// which only a lookaround's program continues.
  mutating func successor(
    of kernel: [Int32], over column: Int, _ program: AutomatonProgram
  ) -> (kernel: [Int32], accepts: Bool) {
    let symbol = column >> program.lookarounds.count
    let isEnd = symbol == program.symbols.count
    var accepts = false
    let context = kernel.last ?? 0
    let isWord = !isEnd && !program.isWord.isEmpty && program.isWord[symbol]
    if round == .max {
      reached = reached.map { _ in 0 }
      waiting = reached
      round = 0
    }
    round += 1
    var next: [Int32] = []
    pending.removeAll(keepingCapacity: true)
    for node in kernel.dropLast() { reach(Int(node)) }
    while let node = pending.popLast() {
      budget -= 1
      switch program.nodes[node] {
      case .accept:
        if program.direction == nil { return ([], true) }
        accepts = true
      case .fail, .condition(nil, _, _): continue
      case .condition(let lookaround?, let isNegative, let target):
        if (column >> lookaround & 1 == 1) != isNegative { reach(target) }
      case .split(let first, let second):
        reach(first)
        reach(second)
      case .assert(let anchor, let target):
        let isBoundary = (context & Context.wordCharacter != 0) != isWord
        let holds =
          switch anchor {
          case .start: context & Context.nothing != 0
          case .end: isEnd
          case .wordBoundary: isBoundary
          case .notWordBoundary: !isBoundary
          }
        if holds { reach(target) }
      case .read(let set, let target):
        guard !isEnd, program.symbols.holds(set, symbol), waiting[target] != round else { continue }
        waiting[target] = round
        next.append(Int32(target))
      }
    }
    guard !next.isEmpty else { return ([], accepts) }
    next.sort()
    next.append(isWord ? Context.wordCharacter : 0)
    return (next, accepts)
  }

  private mutating func reach(_ node: Int) {
    guard reached[node] != round else { return }
    reached[node] = round
    pending.append(node)
  }
}
