/// The deterministic automaton of a pattern with few states, as one table for short ASCII subjects. Looking up each
/// byte in the table takes less time than calling the engine.
final class ASCIIAutomaton: Sendable {
  let table: ASCIIAutomatonTable

  /// Returns nil if no automaton decides the pattern, or if it has too many states.
  init?(_ syntax: PatternSyntax) {
    guard let program = AutomatonProgram(syntax, for: .verdicts),
      let table = ASCIIAutomatonTable(program)
    else { return nil }
    self.table = table
  }

  deinit {
    table.deallocate()
  }
}

/// The column of each ASCII character, followed by a row for each state. For each column, a row contains the start of
/// the row of the next state.
///
/// It is `@unchecked Sendable` and marked safe because the table is written before it is shared and freed by the
/// `ASCIIAutomaton` that owns it. Users of the table keep the automaton alive.
@safe struct ASCIIAutomatonTable: BitwiseCopyable, @unchecked Sendable {
  /// The longest subject, in bytes, for which the table is faster than the engine.
  static let longestSubject = 64
  private static let maximumStates = 64
  private static let maximumNodes = 512
  /// The number of columns in a row; the last one is for the end of the subject.
  private static let width = 32

  private let elements: UnsafeMutablePointer<UInt16>

  init?(_ program: AutomatonProgram) {
    guard program.nodes.count <= Self.maximumNodes, program.lookarounds.isEmpty else { return nil }
    let symbols = Set(program.symbols.ascii).sorted()
    guard symbols.count < Self.width else { return nil }
    var states = AutomatonStates(program)
    guard let rows = states.rows(for: symbols.map(Int.init), program, atMost: Self.maximumStates)
    else { return nil }
    let count = Self.row(of: Int32(rows.count))
    unsafe elements = .allocate(capacity: count)
    unsafe elements.initialize(repeating: UInt16(Self.dead), count: count)
    for (code, symbol) in program.symbols.ascii.enumerated() {
      unsafe elements[code] = UInt16(symbols.firstIndex(of: symbol) ?? 0)
    }
    for (state, row) in rows.enumerated() {
      // The last transition is the one at the end of the subject.
      for (column, next) in row.enumerated() {
        let place = column < symbols.count ? column : Self.width - 1
        unsafe elements[Self.row(of: Int32(state)) + place] = UInt16(Self.row(of: next))
      }
    }
  }

  private static let dead = 128
  private static let accepted = dead + width

  /// The start of the row that a transition leads to. The two outcomes of a match have the first two rows.
  private static func row(of transition: Int32) -> Int {
    transition < 0
      ? accepted : transition == AutomatonStates.dead ? dead : accepted + Int(transition) * width
  }

  func deallocate() {
    unsafe elements.deallocate()
  }

  /// Whether a subject, which must be ASCII, matches.
  @unsafe func matches(ascii subject: UnsafeRawBufferPointer) -> Bool {
    // Sound: each byte is less than 128, and the table contains only columns and starts of rows.
    var row = Self.row(of: AutomatonStates.first)
    for index in 0..<subject.count {
      row = unsafe Int(elements[row &+ Int(elements[Int(subject[index])])])
      if row <= Self.accepted { return row == Self.accepted }
    }
    row = unsafe Int(elements[row &+ Self.width &- 1])
    return row == Self.accepted
  }
}
