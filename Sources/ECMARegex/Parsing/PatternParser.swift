/// Reads a pattern with the grammar of ECMA-262 with the `u` flag.
///
/// Open parentheses are kept on an explicit stack, so nesting does not need recursion. Syntax that is valid but
/// cannot be matched is recorded, and reported only if the rest has no syntax error.
///
/// https://tc39.es/ecma262/#prod-Pattern
struct PatternParser {
  /// An open parenthesis. The first frame is the whole pattern.
  struct Frame {
    enum Opening {
      case pattern
      case group(number: Int?, name: String?)
      case lookaround(PatternNode.Lookaround.Direction, isNegative: Bool)
    }

    let opening: Opening
    let offset: Int
    let identity: Int
    var alternatives: [PatternNode] = []
    var terms: [PatternNode] = []
  }

  /// A capture's name with the alternatives that contain it; the outermost comes first.
  struct NamedCapture {
    let path: [(frame: Int, alternative: Int)]
  }

  let scalars: [Unicode.Scalar]
  let grammar: Pattern.Grammar
  var index = 0
  var frames: [Frame] = []
  var frameCount = 0
  var captureNames: [String?] = []
  /// The captures by the UTF-8 of their names: ECMA-262 compares code points, but `String` would merge NFC and NFD.
  var namedCaptures: [[UInt8]: [NamedCapture]] = [:]
  var backreferences: [PatternNode.Backreference] = []

  /// The first part that is valid but cannot be matched.
  var unsupported: PatternError?
  /// The spellings that only Annex B accepts.
  var annexBWarnings: [PatternWarning] = []
  /// The first spelling that has another meaning without the `u` flag, with its offset.
  var modeDependence: (spelling: String, offset: Int)?

  var warnings: [PatternWarning] { annexBWarnings }

  init(_ source: String, grammar: Pattern.Grammar) {
    self.scalars = Array(source.unicodeScalars)
    self.grammar = grammar
  }

  /// Parses the whole pattern.
  mutating func parse() throws(PatternError) -> PatternSyntax {
    guard scalars.count <= PatternSyntax.maximumLengthInCodePoints else {
      throw PatternError(
        kind: .unsupported,
        message:
          "The pattern is longer than \(PatternSyntax.maximumLengthInCodePoints) code points.",
        offset: PatternSyntax.maximumLengthInCodePoints)
    }
    open(.pattern, offset: 0)
    while let scalar = peek {
      try parseTerm(startingWith: scalar)
    }
    guard frames.count == 1, let last = frames.popLast() else {
      throw syntax(
        "This parenthesis is never closed; write `)` after the group, or `\\(` for the character.",
        at: frames.last?.offset ?? 0)
    }
    let result = PatternSyntax(root: body(of: last), captureNames: captureNames)
    try checkBackreferences()
    try checkAnnexB()
    if let unsupported { throw unsupported }
    return result
  }

  private mutating func parseTerm(startingWith scalar: Unicode.Scalar) throws(PatternError) {
    let start = index
    switch scalar {
    case "|":
      index += 1
      frames[frames.count - 1].alternatives.append(sequence(frames[frames.count - 1].terms))
      frames[frames.count - 1].terms = []
    case "(":
      try parseOpening()
    case ")":
      index += 1
      try close(at: start)
    case "^":
      index += 1
      try appendAssertion(.anchor(.start), at: start)
    case "$":
      index += 1
      try appendAssertion(.anchor(.end), at: start)
    case "\\":
      switch try parseAtomEscape() {
      case .atom(let node): try appendAtom(node)
      case .assertion(let anchor): try appendAssertion(.anchor(anchor), at: start)
      }
    case ".":
      index += 1
      try appendAtom(
        .characters(CharacterClass(ScalarSet.lineTerminators.complement, offsets: start..<index)))
    case "[":
      try appendAtom(.characters(parseClass()))
    case "*", "+", "?":
      throw syntax(
        "There is nothing for `\(scalar)` to repeat\(Self.repetitionAdvice(before: scalars[..<start]))",
        at: start)
    case "{", "}", "]":
      try parseLoneBracket(scalar)
    default:
      index += 1
      note(astral: scalar, at: start)
      try appendAtom(literal(scalar.value, from: start))
    }
  }

  /// Adds an atom, with the quantifier after it if there is one, to the current sequence.
  mutating func appendAtom(_ node: PatternNode) throws(PatternError) {
    let start = index
    guard let quantifier = try parseQuantifier() else {
      frames[frames.count - 1].terms.append(node)
      return
    }
    frames[frames.count - 1].terms.append(
      .repetition(
        .init(
          body: node, minimum: quantifier.minimum, maximum: quantifier.maximum,
          isLazy: quantifier.isLazy, offset: start)))
  }

  /// Adds an assertion to the current sequence. With the `u` flag, an assertion must not have a quantifier.
  mutating func appendAssertion(_ node: PatternNode, at start: Int) throws(PatternError) {
    frames[frames.count - 1].terms.append(node)
    let offset = index
    if try parseQuantifier() != nil {
      throw syntax(
        "With the u flag, an assertion cannot be repeated; enclose it in `(?:…)` or drop the quantifier.",
        at: offset)
    }
  }

  mutating func open(_ opening: Frame.Opening, offset: Int) {
    frames.append(Frame(opening: opening, offset: offset, identity: frameCount))
    frameCount += 1
  }

  private mutating func close(at offset: Int) throws(PatternError) {
    guard frames.count > 1, let frame = frames.popLast() else {
      throw syntax(
        "This `)` does not close a group; write `\\)` for the character.", at: offset)
    }
    let content = body(of: frame)
    switch frame.opening {
    case .pattern:
      frames[frames.count - 1].terms.append(content)
    case .group(let number, let name):
      try appendAtom(
        .group(.init(body: content, number: number, name: name, offset: frame.offset)))
    case .lookaround(let direction, let isNegative):
      try appendAssertion(
        .lookaround(
          .init(body: content, direction: direction, isNegative: isNegative, offset: frame.offset)),
        at: frame.offset)
    }
  }

  private func body(of frame: Frame) -> PatternNode {
    let last = sequence(frame.terms)
    return frame.alternatives.isEmpty ? last : .alternation(frame.alternatives + [last])
  }

  private func sequence(_ terms: [PatternNode]) -> PatternNode {
    if terms.count == 1, let only = terms.first { return only }
    return .sequence(terms)
  }
}
