/// Random patterns over the whole grammar, some of them with deliberate errors.
struct PatternGenerator {
  var random: SeededRandom
  private var groups = 0
  /// Whether the current pattern tests captures and loops over two letters instead of classes.
  private(set) var isNarrow = false

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  static let names = ["a", "b", "n1", "$", "_x", "äö", "𝒳"]

  static let literals = [
    "a", "b", "c", "0", "7", "_", "-", " ", "\n", "\t", "é", "ſ", "\u{212A}", "😀", "\u{2028}",
    "\u{FEFF}", "\u{85}", ",", ":", "=", "!", "<", ">", "#", "\"", "'", "A", "Z", "&", "~", "@",
  ]

  static let escapes = [
    #"\n"#, #"\r"#, #"\t"#, #"\v"#, #"\f"#, #"\0"#, #"\cA"#, #"\cj"#, #"\cZ"#, #"\x61"#, #"\x0a"#,
    #"\u0061"#, #"\u2028"#, #"\ufeff"#, #"\ud83d\ude00"#, #"\ud83d"#, #"\ude00"#, #"\u{61}"#,
    #"\u{1F600}"#, #"\u{0000a0}"#, #"\/"#, #"\."#, #"\*"#, #"\["#, #"\]"#, #"\{"#, #"\}"#, #"\|"#,
    #"\\"#, #"\^"#, #"\$"#, #"\("#, #"\)"#, #"\+"#, #"\?"#, #"\u{d83d}"#, #"\uD83D\u{DE00}"#,
  ]

  static let classEscapes = [#"\d"#, #"\D"#, #"\s"#, #"\S"#, #"\w"#, #"\W"#]

  static let properties = [
    #"\p{L}"#, #"\P{L}"#, #"\p{Lu}"#, #"\p{gc=Ll}"#, #"\p{General_Category=Decimal_Number}"#,
    #"\p{Script=Greek}"#, #"\p{sc=Latin}"#, #"\P{scx=Grek}"#, #"\p{Script_Extensions=Han}"#,
    #"\p{Alphabetic}"#, #"\p{White_Space}"#, #"\p{Emoji}"#, #"\p{ASCII}"#, #"\P{ASCII}"#,
    #"\p{Any}"#, #"\P{Any}"#, #"\p{Assigned}"#, #"\p{LC}"#, #"\p{Cs}"#, #"\p{Cc}"#, #"\p{P}"#,
    #"\p{Sc}"#, #"\p{Zs}"#, #"\p{ID_Start}"#, #"\p{XIDC}"#, #"\p{Uppercase}"#, #"\p{Hex_Digit}"#,
  ]

  /// Spellings that the u flag rejects or that have another meaning in other engines.
  static let oddities = [
    "++", "*+", "?+", "(?>a)", "(?i)a", "(?#c)", "(?|a)", "(?P<n>a)", "(?'n'a)", "(?R)", "(?1)",
    "(?(1)a)", "(?C)", "(*ACCEPT)", "(*UTF)", #"\Qa\E"#, #"\A"#, #"\z"#, #"\Z"#, #"\G"#, #"\K"#,
    #"\R"#, #"\X"#, #"\N"#, #"\h"#, #"\H"#, #"\V"#, #"\e"#, #"\a"#, #"\o{12}"#, #"\g1"#, #"\g{1}"#,
    #"\C"#, #"\01"#, #"\c1"#, #"\c"#, #"\pL"#, #"\p{lu}"#, #"\p{Greek}"#, #"\p{}"#, #"\p{L"#,
    #"\-"#, #"\_"#, #"\ "#, #"\:"#, "{", "}", "]", "{,2}", "{ 1 }", "{1, 2}", "{2,1}", "{a}",
    "(?=a)*",
    "(?!a)+", "(?<=a)?", "^*", "$+", #"\b{2}"#, #"\u12"#, #"\x4"#, #"\x{41}"#, #"\u{110000}"#,
    #"\u{}"#, #"\u{ 61}"#, #"\k"#, #"\k<"#, #"\k<zz>"#, #"\8"#, #"\99"#, "[b-a]", #"[\d-a]"#,
    #"[a-\w]"#, "[[:alpha:]]", "[[.a.]]", "[[=a=]]", #"[\B]"#, #"[\1]"#, #"[\-]"#, #"[\k]"#, "[a",
    "(", ")", "(?", "(?<", "(?<>a)", "(?<1>a)", "(?<a", "\\", "|", "||", "*", "+", "?", "(?:)",
    "()",
    "{0}", "{0,0}", "{0,}", "{1}", "??", "+?", "[]", "[^]", "[^]*", ".*", "$", "^", #"\b"#, #"\B"#,
    "(?<a>a)", "(?<a>b)", "(?i:a)", "(?-s:.)", "(?m-i:^a$)", "(?-:a)", "(?ii:a)", "(?<=a*b)",
    "(?<!a{1,3}b)", #"(?<=(a))\1"#, "a{2147483648}", "a{99999999999999999999,}",
    #"(?<\u{61}>a)"#, #"(?<\u0062>b)"#, #"[\b]"#, #"[\v]"#, "[--a]", "[a-]", "[^-a]", "[^^]",
  ]

  /// Generates one pattern.
  mutating func pattern() -> String {
    groups = 0
    isNarrow = random.oneIn(3)
    var text = disjunction(depth: 3)
    if random.oneIn(3) { text = "^\(text)" }
    if random.oneIn(3) { text += "$" }
    if random.oneIn(4) { text = spliced(text) }
    return text
  }

  /// The pattern with a piece inserted, removed or doubled.
  private mutating func spliced(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    let place = random.below(scalars.count + 1)
    switch random.below(4) {
    case 0, 1:
      scalars.insert(contentsOf: random.pick(Self.oddities).unicodeScalars, at: place)
    case 2:
      let end = min(scalars.count, place + 1 + random.below(2))
      scalars.removeSubrange(place..<end)
    default:
      let end = min(scalars.count, place + 1 + random.below(4))
      scalars.insert(contentsOf: scalars[place..<end], at: random.below(scalars.count + 1))
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private mutating func disjunction(depth: Int) -> String {
    (0..<random.pick([1, 1, 1, 1, 2, 2, 3])).map { _ in alternative(depth: depth) }
      .joined(separator: "|")
  }

  private mutating func alternative(depth: Int) -> String {
    (0..<random.pick([0, 1, 1, 2, 2, 3, 4])).map { _ in term(depth: depth) }.joined()
  }

  private mutating func term(depth: Int) -> String {
    switch random.below(24) {
    case 0: return random.pick(["^", "$", #"\b"#, #"\B"#])
    case 1 where depth > 0, 2...3 where depth > 0 && isNarrow:
      return random.pick(["(?=", "(?!", "(?<=", "(?<!"]) + disjunction(depth: depth - 1) + ")"
    default: return atom(depth: depth) + quantifier()
    }
  }

  private mutating func quantifier() -> String {
    guard random.oneIn(3) else { return "" }
    let counts = ["{0}", "{1}", "{2}", "{0,1}", "{0,2}", "{1,2}", "{2,3}", "{0,}", "{1,}", "{2,}"]
    let text = random.oneIn(3) ? random.pick(counts) : random.pick(["*", "+", "?"])
    return random.oneIn(4) ? text + "?" : text
  }

  private mutating func narrowAtom(depth: Int) -> String {
    switch random.below(10) {
    case 0...2: return random.pick(["a", "a", "b", "[ab]", "."])
    case 3...5 where groups > 0: return "\\\(1 + random.below(groups))"
    case 6...9 where depth > 0: return group(depth: depth)
    default: return "a"
    }
  }

  private mutating func atom(depth: Int) -> String {
    if isNarrow { return narrowAtom(depth: depth) }
    switch random.below(20) {
    case 0...6: return random.pick(["a", "a", "b", "b", "c", random.pick(Self.literals)])
    case 7: return "."
    case 8: return random.pick(Self.classEscapes)
    case 9: return random.pick(Self.escapes)
    case 10: return random.pick(Self.properties)
    case 11, 12: return characterClass()
    case 13 where groups > 0: return "\\\(1 + random.below(groups + (random.oneIn(8) ? 1 : 0)))"
    case 14 where groups > 0 && random.oneIn(3): return "\\k<\(random.pick(Self.names))>"
    case 15...19 where depth > 0: return group(depth: depth)
    default: return random.pick(Self.literals)
    }
  }

  private mutating func group(depth: Int) -> String {
    switch random.below(5) {
    case 0, 1: return "(?:\(disjunction(depth: depth - 1)))"
    case 2:
      groups += 1
      return "(?<\(random.pick(Self.names))>\(disjunction(depth: depth - 1)))"
    default:
      groups += 1
      return "(\(disjunction(depth: depth - 1)))"
    }
  }

  private mutating func characterClass() -> String {
    let members = (0..<random.below(4)).map { _ in classMember() }.joined()
    return "[\(random.oneIn(3) ? "^" : "")\(members)]"
  }

  private mutating func classMember() -> String {
    switch random.below(10) {
    case 0...3: return random.pick(Self.literals + ["[", ".", "*", "(", "$", "^"])
    case 4: return random.pick(Self.classEscapes)
    case 5: return random.pick(Self.properties)
    case 6: return random.pick(Self.escapes + [#"\b"#, #"\-"#])
    case 7: return random.pick(["a-z", "0-9", "A-Z", #"\u{0}-\u{10ffff}"#, " -~", "😀-😂", "é-ſ"])
    default: return "\(random.pick(Self.literals))-\(random.pick(Self.literals))"
    }
  }
}
