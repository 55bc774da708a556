import Synchronization

/// Decides a pattern without backtracking, with a deterministic automaton whose states are built when a subject first
/// needs them.
///
/// Each scalar of the subject is looked up once. Building a state costs steps, whose number is limited in proportion
/// to the subject's length. A pattern with too many states therefore gives up instead of taking long.
///
/// Lookarounds have their own automata, which read the subject first and mark the places where each lookaround
/// matches. Nested lookarounds run before those that contain them.
final class LazyAutomaton: Sendable {
  private let program: AutomatonProgram
  private let lookarounds: [LazyAutomaton]
  /// Sets of states that no match is using. There are at most as many as there were concurrent matches.
  private let idle = Mutex<[AutomatonStates]>([])

  /// The maximum number of sets of states that are kept.
  private static let maximumIdle = 64
  /// The number of steps for building states that each byte of the subject allows, in addition to
  /// `MatchLimits.matchSteps`.
  static let stepsPerByte = 16

  init(_ program: AutomatonProgram) {
    self.program = program
    lookarounds = program.lookarounds.map(LazyAutomaton.init)
  }

  /// - Parameter subject: Well-formed UTF-8.
  /// - Returns: `.gaveUp(.matchSteps)` if the subject needs more states than the limit allows, and `.gaveUp(.heap)`
  ///   if a pattern with lookarounds needs more memory, which is one byte for each byte of the subject.
  @unsafe func match(_ subject: UnsafeRawBufferPointer, limits: MatchLimits) -> MatchResult {
    var places: [UInt8] = []
    return unsafe match(subject, limits: limits, noting: 0, in: &places)
  }

  /// Matches a pattern, or marks with a lookaround's bit each place where the program accepts.
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

/// The states that have been built for one program, and their transitions.
struct AutomatonStates: Sendable {
  // A transition leads to a state, or to the complement of one if a match ends before the symbol.
  static let dead: Int32 = 0
  static let first: Int32 = 1
  private static let unknown = Int32.min
  private static let outOfSteps = Int32.min + 1

  /// The maximum memory for the states of one program. When it is exceeded, the states are removed and built again as
  /// needed.
  private static let maximumBytes = 4 << 20

  /// The number of steps left for building states.
  var budget = 0

  /// The number of columns: the symbols and the end of the subject, each with every combination of lookaround
  /// results.
  private let width: Int
  private var transitions: [Int32] = []
  /// For each state, its nodes, followed by the preceding text as a `Context`.
  private var kernels: [[Int32]] = []
  private var numbers: [[Int32]: Int32] = [:]
  private var bytes = 0
  // Scratch memory: for each node, the last round that reached it.
  private var reached: [UInt32]
  private var waiting: [UInt32]
  private var round: UInt32 = 0
  private var pending: [Int] = []

  /// The properties of the preceding text that assertions depend on.
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
    transitions.removeAll(keepingCapacity: true)
    kernels.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    bytes = 0
    for kernel in [[], [Int32(program.start), Context.nothing]] { _ = insert(kernel) }
  }

  private mutating func insert(_ kernel: [Int32]) -> Int32 {
    let number = Int32(kernels.count)
    kernels.append(kernel)
    numbers[kernel] = number
    transitions.append(contentsOf: repeatElement(Self.unknown, count: width))
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
      let transition = self.transition(from: state, over: symbol, program)
      if transition == Self.outOfSteps { return .gaveUp(.matchSteps) }
      if transition < 0 { return .match }
      if transition == Self.dead { return .noMatch }
      state = transition
    }
  }

  /// Matches a program with the results of its lookarounds at each place, or marks the places where the program of a
  /// lookaround accepts.
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
      let lookaroundBits = conditions.isEmpty ? 0 : Int(conditions[place])
      var transition = self.transition(
        from: state, over: symbol << program.lookarounds.count | lookaroundBits, program)
      if transition == Self.outOfSteps { return .gaveUp(.matchSteps) }
      if transition < 0 {
        if bit == 0 { return .match }
        places[place] |= bit
        transition = ~transition
      }
      if transition == Self.dead || index == place { return .noMatch }
      state = transition
    }
  }

  private mutating func transition(
    from state: Int32, over column: Int, _ program: AutomatonProgram
  ) -> Int32 {
    let known = transitions[Int(state) * width + column]
    return known == Self.unknown ? build(from: state, over: column, program) : known
  }

  /// Follows transitions from state to state. Returns the first symbol without such a transition, with `index` after
  /// it.
  @unsafe private func walk(
    _ subject: UnsafeRawBufferPointer, _ symbols: SymbolClasses, _ state: inout Int32,
    _ index: inout Int
  ) -> Int {
    let width = width
    let end = width - 1
    // Sound: each state is a row of the table and each symbol a column. In well-formed UTF-8, a lead byte is followed
    // by its continuation bytes.
    return unsafe transitions.withUnsafeBufferPointer { transitions in
      unsafe symbols.ascii.withUnsafeBufferPointer { ascii in
        while true {
          var symbol = end
          if index < subject.count {
            let byte = unsafe subject[index]
            index += 1
            if byte < 0x80 {
              symbol = unsafe Int(ascii[Int(byte)])
            } else {
              symbol = unsafe symbols.symbol(in: subject, &index, after: byte)
            }
          }
          let next = unsafe transitions[Int(state) * width + symbol]
          if next < Self.first { return symbol }
          state = next
        }
      }
    }
  }

  /// The transitions from every state that can be reached with some symbols, in the order of the symbols, with the
  /// end of the subject last. The program must not have lookarounds. Returns nil if there are too many states.
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

  /// Builds the next state. It replaces all others if there is no room for one more.
  private mutating func build(
    from state: Int32, over column: Int, _ program: AutomatonProgram
  ) -> Int32 {
    let (next, accepts) = successor(of: kernels[Int(state)], over: column, program)
    guard budget > 0 else { return Self.outOfSteps }
    let known = numbers[next]
    let isFull = known == nil && bytes > Self.maximumBytes
    if isFull { clear(program) }
    let number = known ?? numbers[next] ?? insert(next)
    let transition = accepts ? ~number : number
    if !isFull { transitions[Int(state) * width + column] = transition }
    return transition
  }

  /// The kernel after a symbol, empty if no state follows, and whether a match ends before the symbol. In the latter
  /// case, only the program of a lookaround continues.
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
