import ECMARegex

/// Mistakes in a pattern, derived from its syntax tree.
struct PatternVariants {
  /// A name, and the pattern as it is wrong.
  typealias Variant = (label: String, source: String)

  private let source: String
  private let root: PatternNode?
  private let parts: [PatternNode]

  /// How many parts of a pattern are changed.
  private static let partLimit = 60

  init(_ source: String) {
    self.source = source
    root = Pattern.read(source)?.syntax.root
    parts = root.map { PatternSource.parts(of: $0) } ?? []
  }

  /// Every variant.
  var all: [Variant] {
    var classCount = 0
    var variants = anchors
    for (index, part) in parts.enumerated().prefix(Self.partLimit) {
      let label: String
      var texts: [Variant]
      switch part {
      case .characters(let characters):
        classCount += 1
        label = "class \(classCount)"
        texts = ClassVariants(characters).all
        if !isRepeated(index) { texts += quantifiers(of: PatternSource.text(of: characters)) }
      case .repetition(let repetition):
        label = "part \(index)"
        texts = self.repetitions(repetition)
      case .group:
        label = "part \(index)"
        texts = isRepeated(index) ? [] : quantifiers(of: PatternSource.text(of: part))
      case .alternation(let alternatives):
        label = "part \(index)"
        texts = alternatives.indices.map { left in
          let rest = alternatives.enumerated().filter { $0.0 != left }
          let text = rest.map { PatternSource.text(of: $0.1) }.joined(separator: "|")
          return ("without alternative \(left + 1)", text)
        }
      case .anchor, .lookaround:
        label = "part \(index)"
        texts = [("left out", "")]
      case .sequence, .backreference: continue
      }
      variants += texts.map { text in ("\(label)/\(text.label)", replacing(index, by: text.source))
      }
    }
    // The right pattern, as it is spelt here, and what comes twice.
    var seen: Set<[UInt8]> = root.map { [Array(PatternSource.text(of: $0).utf8)] } ?? []
    return (variants + everywhere).filter { variant in
      seen.insert(Array(variant.source.utf8)).inserted && keepsReferences(variant.source)
    }
  }

  /// Whether every back reference of a variant still has its group; without it, the variant is no pattern.
  private func keepsReferences(_ variant: String) -> Bool {
    let hasReferences = parts.contains { if case .backreference = $0 { true } else { false } }
    return !hasReferences || (try? Pattern(variant)) != nil
  }

  /// Whether a part is the body of a repetition, which is the part before it.
  private func isRepeated(_ index: Int) -> Bool {
    guard index > 0, case .repetition = parts[index - 1] else { return false }
    return true
  }

  private func replacing(_ index: Int, by text: String) -> String {
    root.map { PatternSource.text(of: $0) { number, _ in number == index ? text : nil } } ?? source
  }

  // MARK: Parts

  private func quantifiers(of atom: String) -> [Variant] {
    RewritingTable.patterns.cells("repeated", ["part": atom]).map { ($0[0], $0[1]) }
  }

  private func repetitions(_ repetition: PatternNode.Repetition) -> [Variant] {
    let body = PatternSource.text(of: repetition.body)
    let (least, most) = (repetition.minimum, repetition.maximum)
    var variants: [Variant] = RewritingTable.patterns.cells("other repetitions", ["part": body])
      .map { ($0[0], $0[1]) }
    if most == nil { variants.append(("nested", "(?:\(body){1,}){\(least),}")) }
    for count in [1, 2, 8, 30, 64, 100, 255] where most == nil && count > least {
      variants.append(("at most \(count)", "\(body){\(least),\(count)}"))
    }
    if let most {
      for (label, lower, upper) in [
        ("one fewer", least, most - 1), ("one more", least, most + 1),
        ("from one fewer", least - 1, most),
        ("from one more", least + 1, most),
      ] where lower >= 0 && lower <= upper {
        variants.append((label, "\(body){\(lower),\(upper)}"))
      }
      variants.append(("without end", "\(body){\(least),}"))
    }
    return variants
  }

  // MARK: The whole pattern

  /// Other meanings of `^` and `$`, and what else is done to a pattern as a whole.
  var anchors: [Variant] {
    guard let root else { return [] }
    func with(_ start: String, _ end: String) -> String {
      PatternSource.text(of: root) { _, part in
        switch part {
        case .anchor(.start): start
        case .anchor(.end): end
        default: nil
        }
      }
    }
    let meanings = RewritingTable.patterns.cells("anchors").map { ($0[0], with($0[1], $0[2])) }
    let others = RewritingTable.patterns.cells("whole", ["source": source]).map { ($0[0], $0[1]) }
    return (meanings + others).filter { $0.1 != with("^", "$") }
  }

  /// What goes wrong with every class at once: flags, other meanings of the escapes.
  private var everywhere: [Variant] {
    guard let root else { return [] }
    func with(_ change: (CharacterClass) -> String?) -> String {
      withoutActuallyEscaping(change) { change in
        PatternSource.text(of: root) { _, part in
          if case .characters(let characters) = part { change(characters) } else { nil }
        }
      }
    }
    let cases: [Variant] = [
      ("in any case", with { ClassVariants($0).caseFolded }),
      ("without capitals", with { ClassVariants($0).without(0x41...0x5A) }),
      ("without small letters", with { ClassVariants($0).without(0x61...0x7A) }),
      ("without digits", with { ClassVariants($0).without(0x30...0x39) }),
    ]
    let fewer = Array(ScalarSet.whiteSpace.members).map { scalar in
      let rest = ScalarSet.whiteSpace.subtracting(scalar)
      return (#"\s without \#(scalar.name)"#, PatternSource.members(of: rest))
    }
    let meanings = RewritingTable.patterns.cells("white space").map { ($0[0], $0[1]) }
    let spaces = (fewer + meanings).map { label, members in
      (label, with { ClassVariants($0).with(whiteSpace: members) })
    }
    let right = PatternSource.text(of: root)
    return (cases + spaces).filter { $0.1 != right }
  }
}
