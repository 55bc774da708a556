/// Translates a parsed pattern into a PCRE2 pattern that matches the same subjects.
///
/// Every scalar except ASCII letters and digits is written as `\x{…}`, so the translation cannot contain syntax that
/// only PCRE2 has. Captures without a backreference become plain groups, because only the verdict matters.
struct PatternTranslator {
  /// The maximum length of a translation, in bytes.
  static let maximumLengthInBytes = 1_000_000

  /// The greatest number that PCRE2 accepts in a quantifier.
  static let maximumRepeatCount = 65_535

  /// The remaining work, in reverse order. It is an explicit list, so nesting needs no recursion.
  private enum Work {
    case text(String)
    case node(PatternNode)
  }

  let syntax: PatternSyntax
  private let captures: CaptureAnalysis
  private var work: [Work] = []
  private var output: [UInt8] = []

  /// - Throws: `PatternError` if PCRE2 cannot provide the text of a backreference.
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

  /// Writes a leaf, or adds the parts of a node to the work list.
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
    // PCRE2 gives wrong verdicts for some patterns with `{0}`, so parts that never match are omitted.
    if repetition.maximum == 0 { return }
    var atom = repetition.body
    if case .characters(let set) = atom, set.properties.isEmpty, set.scalars.isEmpty {
      // A quantifier would repeat the assertion that `[]` is translated to instead of the atom.
      if repetition.minimum > 0 { plan([.node(atom)]) }
      return
    }
    if case .backreference(let reference) = atom {
      if captures.references[reference.offset, default: []].isEmpty { return }
      // In PCRE2's machine code, a reference to an unset capture does not match if a quantifier directly follows it:
      // `(a)?b\1+` on "b".
      atom = .group(.init(body: atom, number: nil, name: nil, offset: reference.offset))
    }
    var items: [Work] = []
    for (minimum, maximum) in try Self.bounds(of: repetition) {
      let lazy = repetition.isLazy && minimum != maximum ? "?" : ""
      items += [.node(atom), .text(Self.quantifier(minimum, maximum) + lazy)]
    }
    plan(items)
  }

  /// The bounds to write; several pairs if a bound exceeds the maximum of PCRE2.
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
