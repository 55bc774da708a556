/// Translates a parsed pattern into a PCRE2 pattern that matches the same subjects.
///
/// Every scalar except ASCII letters and digits is written as `\x{…}`, so the translation cannot contain syntax that
/// only PCRE2 has. Captures without a back reference become plain groups, because only the verdict matters.
struct PatternTranslator {
  /// The longest translation that is given to PCRE2, in bytes.
  static let maximumLengthInBytes = 1_000_000

  /// The greatest number PCRE2 accepts in a quantifier.
  static let maximumRepeatCount = 65_535

  /// The remaining work, last first. It is an explicit list, so nesting needs no recursion.
  private enum Work {
    case text(String)
    case node(PatternNode)
  }

  let syntax: PatternSyntax
  private let captures: CaptureAnalysis
  private var work: [Work] = []
  private var output: [UInt8] = []

  /// - Throws: `PatternError` where a back reference's text cannot be had from PCRE2.
  init(_ syntax: PatternSyntax) throws(PatternError) {
    self.syntax = syntax
    self.captures = try CaptureAnalysis(syntax)
  }

  /// The translation: ASCII text.
  mutating func translate() throws(PatternError) -> String {
    output = []
    work = [.node(syntax.root)]
    while let item = work.popLast() {
      switch item {
      case .text(let text): output += text.utf8
      case .node(let node): try write(node)
      }
      guard output.count <= Self.maximumLengthInBytes else {
        throw PatternError(
          kind: .unsupported,
          message: "The pattern's translation is longer than \(Self.maximumLengthInBytes) bytes.",
          offset: 0)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Writes a leaf, or puts the parts of a node on the work list.
  private mutating func write(_ node: PatternNode) throws(PatternError) {
    switch node {
    case .characters(let set): output += Self.spelling(of: set).utf8
    case .anchor(let anchor): output += Self.spelling(of: anchor).utf8
    case .backreference(let reference): output += spelling(of: reference).utf8
    case .sequence(let parts): plan(parts.map(Work.node))
    case .alternation(let alternatives): plan(Self.alternatives(alternatives))
    case .group(let group):
      let isKept = group.number.flatMap { captures.numbers[$0] } != nil
      plan([.text(isKept ? "(" : "(?:"), .node(group.body), .text(")")])
    case .lookaround(let lookaround): try plan(lookaround)
    case .repetition(let repetition): try plan(repetition)
    }
  }

  private mutating func plan(_ items: [Work]) {
    work.append(contentsOf: items.reversed())
  }

  private static func alternatives(_ nodes: [PatternNode]) -> [Work] {
    Array(nodes.map { [Work.node($0)] }.joined(separator: [.text("|")]))
  }

  private mutating func plan(_ lookaround: PatternNode.Lookaround) throws(PatternError) {
    let opening =
      switch (lookaround.direction, lookaround.isNegative) {
      case (.ahead, false): "(?="
      case (.ahead, true): "(?!"
      case (.behind, false): "(?<="
      case (.behind, true): "(?<!"
      }
    let keepsBody =
      lookaround.direction == .ahead
      || captures.lookbehindsWithCaptures.contains(lookaround.offset)
    let body =
      try keepsBody ? [lookaround.body] : LookbehindExpansion(of: lookaround).alternatives()
    plan([.text(opening)] + Self.alternatives(body) + [.text(")")])
  }

  private mutating func plan(_ repetition: PatternNode.Repetition) throws(PatternError) {
    // PCRE2 compiles `{0}` to verdicts that are wrong in places: what never takes part is omitted.
    if repetition.maximum == 0 { return }
    var atom = repetition.body
    if case .characters(let set) = atom, set.properties.isEmpty, set.scalars.isEmpty {
      // A quantifier on the assertion that stands for `[]` would not mean a repeated atom.
      if repetition.minimum > 0 { plan([.node(atom)]) }
      return
    }
    if case .backreference(let reference) = atom {
      if captures.references[reference.offset, default: []].isEmpty { return }
      // With a quantifier directly after it, a reference to a capture that holds nothing does not
      // match in PCRE2's machine code: `(a)?b\1+` on "b".
      atom = .group(.init(body: atom, number: nil, name: nil, offset: reference.offset))
    }
    var items: [Work] = []
    for (minimum, maximum) in try Self.bounds(of: repetition) {
      let lazy = repetition.isLazy && minimum != maximum ? "?" : ""
      items += [.node(atom), .text(Self.quantifier(minimum, maximum) + lazy)]
    }
    plan(items)
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

  private func spelling(of reference: PatternNode.Backreference) -> String {
    captures.references[reference.offset, default: []]
      .compactMap { captures.numbers[$0] }
      .map { "\\g{\($0)}" }
      .joined()
  }
}
