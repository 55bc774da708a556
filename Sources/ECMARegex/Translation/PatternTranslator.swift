/// Writes a parsed pattern as the PCRE2 pattern that matches the same subjects.
///
/// Nothing of the author's spelling goes through: every scalar but ASCII letters and digits is
/// written `\x{…}`, so no syntax that only PCRE2 has can arise. Captures without a back reference
/// become plain groups, because only the verdict is asked for.
struct PatternTranslator {
  /// The longest translation that is given to PCRE2, in bytes.
  static let maximumLengthInBytes = 1_000_000

  /// The greatest number PCRE2 accepts in a quantifier.
  static let maximumRepeatCount = 65_535

  let syntax: PatternSyntax
  private let captures: CaptureAnalysis
  private var output: [UInt8] = []

  /// - Throws: `PatternError` where a back reference's text cannot be had from PCRE2.
  init(_ syntax: PatternSyntax) throws(PatternError) {
    self.syntax = syntax
    self.captures = try CaptureAnalysis(syntax)
  }

  /// The translation: ASCII text.
  mutating func translate() throws(PatternError) -> String {
    output = []
    try emit(syntax.root)
    return String(decoding: output, as: UTF8.self)
  }

  mutating func emit(_ node: PatternNode) throws(PatternError) {
    guard output.count <= Self.maximumLengthInBytes else {
      throw PatternError(
        kind: .unsupported,
        message: "The pattern's translation is longer than \(Self.maximumLengthInBytes) bytes.",
        offset: 0)
    }
    switch node {
    case .characters(let set): write(Self.spelling(of: set))
    case .sequence(let parts): for part in parts { try emit(part) }
    case .alternation(let alternatives): try emit(alternatives: alternatives)
    case .repetition(let repetition): try emit(repetition)
    case .group(let group):
      write(group.number.flatMap { captures.numbers[$0] } == nil ? "(?:" : "(")
      try emit(group.body)
      write(")")
    case .anchor(let anchor): write(Self.spelling(of: anchor))
    case .lookaround(let lookaround): try emit(lookaround)
    case .backreference(let reference): write(spelling(of: reference))
    }
  }

  private mutating func emit(alternatives: [PatternNode]) throws(PatternError) {
    for (position, alternative) in alternatives.enumerated() {
      if position > 0 { write("|") }
      try emit(alternative)
    }
  }

  private mutating func emit(_ lookaround: PatternNode.Lookaround) throws(PatternError) {
    switch (lookaround.direction, lookaround.isNegative) {
    case (.ahead, false): write("(?=")
    case (.ahead, true): write("(?!")
    case (.behind, false): write("(?<=")
    case (.behind, true): write("(?<!")
    }
    if lookaround.direction == .ahead
      || captures.lookbehindsWithCaptures.contains(lookaround.offset)
    {
      try emit(lookaround.body)
    } else {
      try emit(alternatives: LookbehindExpansion(of: lookaround).alternatives())
    }
    write(")")
  }

  private mutating func emit(_ repetition: PatternNode.Repetition) throws(PatternError) {
    // PCRE2 compiles `{0}` to verdicts that are wrong in places: what never takes part is left out.
    if repetition.maximum == 0 { return }
    var atom = repetition.body
    if case .characters(let set) = atom, set.properties.isEmpty, set.scalars.isEmpty {
      // A quantifier on the assertion that stands for `[]` would not mean a repeated atom.
      if repetition.minimum > 0 { try emit(atom) }
      return
    }
    if case .backreference(let reference) = atom {
      if captures.references[reference.offset, default: []].isEmpty { return }
      // With a quantifier directly behind it, a reference to a capture that holds nothing does not
      // match in PCRE2's machine code: `(a)?b\1+` on "b".
      atom = .group(.init(body: atom, number: nil, name: nil, offset: reference.offset))
    }
    let bounds = try Self.bounds(of: repetition)
    for (minimum, maximum) in bounds {
      try emit(atom)
      write(Self.quantifier(minimum, maximum))
      if repetition.isLazy, minimum != maximum { write("?") }
    }
  }

  /// The numbers to write; several pairs where one number is more than PCRE2 accepts.
  private static func bounds(
    of repetition: PatternNode.Repetition
  ) throws(PatternError) -> [(Int, Int?)] {
    let greatest = repetition.maximum ?? repetition.minimum
    guard greatest > maximumRepeatCount else { return [(repetition.minimum, repetition.maximum)] }
    guard case .characters = repetition.body, greatest <= 16 * maximumRepeatCount else {
      throw PatternError(
        kind: .unsupported,
        message: "PCRE2 repeats at most \(maximumRepeatCount) times; write a smaller number.",
        offset: repetition.offset)
    }
    var bounds: [(Int, Int?)] = []
    var minimum = repetition.minimum
    while minimum > 0 {
      let part = min(minimum, maximumRepeatCount)
      bounds.append((part, part))
      minimum -= part
    }
    guard let maximum = repetition.maximum else { return bounds + [(0, nil)] }
    var rest = maximum - repetition.minimum
    while rest > 0 {
      let part = min(rest, maximumRepeatCount)
      bounds.append((0, part))
      rest -= part
    }
    return bounds
  }

  private mutating func write(_ text: String) {
    output += text.utf8
  }

  private func spelling(of reference: PatternNode.Backreference) -> String {
    captures.references[reference.offset, default: []]
      .compactMap { captures.numbers[$0] }
      .map { "\\g{\($0)}" }
      .joined()
  }
}
