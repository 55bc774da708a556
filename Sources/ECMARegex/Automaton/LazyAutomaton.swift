import Synchronization

/// Decides a pattern without backtracking: a deterministic automaton whose states are built when a subject
/// first needs them.
///
/// Each scalar of the subject is looked up once. Building a state costs steps, whose number is limited by
/// the subject's length, so that a pattern with too many states gives up instead of taking long.
final class LazyAutomaton: Sendable {
  private let program: AutomatonProgram
  /// States that no match is using: one set for each thread that ever matched at the same time.
  private let idle = Mutex<[AutomatonStates]>([])

  /// The most sets of states that are kept.
  private static let maximumIdle = 64
  /// How many steps of building are allowed for each byte of the subject, beside `MatchLimits.matchSteps`.
  static let stepsPerByte = 16

  init(_ program: AutomatonProgram) { self.program = program }

  /// - Parameter subject: Well-formed UTF-8.
  /// - Returns: `.gaveUp(.matchSteps)` if the subject needs more states than the limit allows.
  @unsafe func match(_ subject: UnsafeRawBufferPointer, limits: MatchLimits) -> MatchResult {
    var states = idle.withLock { $0.popLast() } ?? AutomatonStates(program)
    let bytes = subject.count.multipliedReportingOverflow(by: Self.stepsPerByte).partialValue
    states.budget = Int(limits.matchSteps) + bytes
    let result = unsafe states.match(subject, program)
    idle.withLock { if $0.count < Self.maximumIdle { $0.append(states) } }
    return result
  }
}

/// The states that have been built for one program, and the way from each of them over each symbol.
struct AutomatonStates: Sendable {
  /// What ends a match is a state too.
  static let dead: Int32 = 0
  static let accepted: Int32 = 1
  static let first: Int32 = 2
  private static let unknown: Int32 = -1
  private static let outOfSteps: Int32 = -2

  /// The most memory that the states of one program may take; then they are built again as needed.
  private static let maximumBytes = 4 << 20

  /// The steps that may still be spent on building states.
  var budget = 0

  /// The number of symbols, and one for the subject's end.
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
  private enum Context {
    static let nothing: Int32 = 1
    static let wordCharacter: Int32 = 2
  }

  init(_ program: AutomatonProgram) {
    width = program.symbols.count + 1
    reached = Array(repeating: 0, count: program.nodes.count)
    waiting = reached
    clear(program)
  }

  private mutating func clear(_ program: AutomatonProgram) {
    ways.removeAll(keepingCapacity: true)
    kernels.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    bytes = 0
    for kernel in [[], [], [Int32(program.start), Context.nothing]] { _ = insert(kernel) }
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
      if state == Self.accepted { return .match }
      if state == Self.dead { return .noMatch }
      state = build(from: state, over: symbol, program)
      if state == Self.outOfSteps { return .gaveUp(.matchSteps) }
    }
  }

  /// Goes on as far as the ways are known. Returns the symbol for which there is no known way, with `index`
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
              let length = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3
              var codePoint = UInt32(byte) & (0x3F >> UInt32(length))
              for _ in 0..<length where index < subject.count {
                codePoint = unsafe codePoint << 6 | UInt32(subject[index] & 0x3F)
                index += 1
              }
              symbol = symbols.symbol(of: codePoint)
            }
          }
          let next = unsafe ways[Int(state) * width + symbol]
          if next < Self.first {
            if next != Self.unknown { state = next }
            return symbol
          }
          state = next
        }
      }
    }
  }

  /// The ways from every state that some symbols lead to, in the order of the symbols, the end last. Returns nil if
  /// there are too many states.
  mutating func rows(
    for symbols: [Int], _ program: AutomatonProgram, atMost bound: Int
  ) -> [[Int32]]? {
    budget = bound * 64
    var rows: [[Int32]] = [[], []]
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
    from state: Int32, over symbol: Int, _ program: AutomatonProgram
  ) -> Int32 {
    let next = successor(of: kernels[Int(state)], over: symbol, program)
    guard budget > 0 else { return Self.outOfSteps }
    if next.isEmpty { return remember(Self.dead, from: state, over: symbol) }
    if next == [Self.accepted] { return remember(Self.accepted, from: state, over: symbol) }
    if let known = numbers[next] { return remember(known, from: state, over: symbol) }
    guard bytes <= Self.maximumBytes else {
      clear(program)
      return numbers[next] ?? insert(next)
    }
    return remember(insert(next), from: state, over: symbol)
  }

  private mutating func remember(_ next: Int32, from state: Int32, over symbol: Int) -> Int32 {
    ways[Int(state) * width + symbol] = next
    return next
  }

  /// The kernel behind a symbol: empty if nothing can follow, `[accepted]` if a match ends before it.
  private mutating func successor(
    of kernel: [Int32], over symbol: Int, _ program: AutomatonProgram
  ) -> [Int32] {
    let isEnd = symbol == width - 1
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
      case .accept: return [Self.accepted]
      case .fail, .condition: continue
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
    guard !next.isEmpty else { return [] }
    next.sort()
    next.append(isWord ? Context.wordCharacter : 0)
    return next
  }

  private mutating func reach(_ node: Int) {
    guard reached[node] != round else { return }
    reached[node] = round
    pending.append(node)
  }
}
