extension PatternParser {
  /// Reads the opening of a group or a lookaround.
  ///
  /// https://tc39.es/ecma262/#prod-Atom
  mutating func parseOpening() throws(PatternError) {
    let start = index
    guard frames.count <= PatternSyntax.maximumNestingDepth else {
      throw PatternError(
        kind: .unsupported,
        message: "Parentheses are nested deeper than \(PatternSyntax.maximumNestingDepth) levels.",
        offset: start)
    }
    index += 1
    guard peek == "?" else {
      captureNames.append(nil)
      open(.group(number: captureNames.count, name: nil), offset: start)
      return
    }
    if eat("?:") {
      open(.group(number: nil, name: nil), offset: start)
    } else if eat("?=") {
      open(.lookaround(.ahead, isNegative: false), offset: start)
    } else if eat("?!") {
      open(.lookaround(.ahead, isNegative: true), offset: start)
    } else if eat("?<=") {
      open(.lookaround(.behind, isNegative: false), offset: start)
    } else if eat("?<!") {
      open(.lookaround(.behind, isNegative: true), offset: start)
    } else if eat("?<") {
      index -= 1
      let name = try parseGroupName(after: "(?")
      try declare(name, at: start)
      captureNames.append(name)
      open(.group(number: captureNames.count, name: name), offset: start)
    } else if parseModifiers() {
      markUnsupported(
        "Modifiers such as `\(spelling(from: start))` are not supported; spell both cases, as in `[aA]`.",
        at: start)
      open(.group(number: nil, name: nil), offset: start)
    } else {
      throw syntax(groupAdvice(at: start), at: start)
    }
  }

  /// Reads `?ims-ims:`, the modifiers of ECMA-262. If there are none, does not move.
  ///
  /// https://tc39.es/ecma262/#sec-patterns-static-semantics-early-errors
  private mutating func parseModifiers() -> Bool {
    let start = index
    index += 1
    let added = parseFlags()
    var removed: [Unicode.Scalar] = []
    let hasRemoved = eat("-")
    if hasRemoved { removed = parseFlags() }
    let flags = added + removed
    guard !flags.isEmpty, Set(flags).count == flags.count, eat(":") else {
      index = start
      return false
    }
    return true
  }

  private mutating func parseFlags() -> [Unicode.Scalar] {
    var flags: [Unicode.Scalar] = []
    while let flag = peek, flag == "i" || flag == "m" || flag == "s", flags.count < 7 {
      flags.append(flag)
      index += 1
    }
    return flags
  }

  /// Advice about a group syntax that ECMA-262 does not have.
  private func groupAdvice(at start: Int) -> String {
    let opening = spelling(start..<min(start + 3, scalars.count))
    let advice =
      switch peek(ahead: 1) {
      case ">": "ECMA-262 has no atomic groups"
      case "#": "ECMA-262 has no comments in patterns"
      case "|": "ECMA-262 has no branch reset groups"
      case "P", "'": "a named group is written `(?<name>…)`"
      case "R", "&", "+", .some("0"..."9"): "ECMA-262 has no recursion"
      case "(": "ECMA-262 has no conditionals"
      case "C": "ECMA-262 has no callouts"
      case "i", "m", "s", "x", "-", "^":
        "ECMA-262 sets no flags in the middle of a pattern; spell both cases, as in `[aA]`"
      default: "`(?` must be followed by one of `:`, `=`, `!`, `<=`, `<!`, `<name>`"
      }
    return "`\(opening)` does not open a group: \(advice)."
  }

  /// Reads `<name>` and decodes the name.
  ///
  /// https://tc39.es/ecma262/#prod-GroupName
  mutating func parseGroupName(after opening: String) throws(PatternError) -> String {
    let start = index
    guard eat("<") else {
      throw syntax(
        "`\(opening)` must be followed by a group's name: `\(opening)<name>`.", at: start)
    }
    var name = String.UnicodeScalarView()
    while true {
      let offset = index
      guard let scalar = peek else {
        throw syntax("The group's name has no closing `>`.", at: start)
      }
      index += 1
      if scalar == ">" { break }
      var codePoint = scalar.value
      if scalar == "\\" {
        guard eat("u") else {
          throw syntax(
            "In a group's name, the only escapes are `\\uHHHH` and `\\u{…}`.", at: offset)
        }
        codePoint = try parseUnicodeEscape(at: offset)
      }
      guard let decoded = Unicode.Scalar(codePoint), decoded.isNamePart(first: name.isEmpty) else {
        throw syntax(
          "`\(spelling(from: offset))` is not allowed here in a group's name; "
            + "names have the syntax of JavaScript's identifiers.", at: offset)
      }
      name.append(decoded)
    }
    guard !name.isEmpty else {
      throw syntax("A group's name cannot be empty.", at: start)
    }
    return String(name)
  }

  /// Records a capture's name; two captures may share one only in different alternatives.
  private mutating func declare(_ name: String, at offset: Int) throws(PatternError) {
    let path = frames.map { (frame: $0.identity, alternative: $0.alternatives.count) }
    let key = Array(name.utf8)
    let earlier = namedCaptures[key, default: []]
    guard earlier.count < 100 else {
      throw PatternError(
        kind: .unsupported, message: "More than 100 groups are named `\(name)`.", offset: offset)
    }
    for capture in earlier {
      let differs = zip(capture.path, path).contains {
        $0.frame == $1.frame && $0.alternative != $1.alternative
      }
      if !differs {
        throw syntax(
          "Two groups that can both take part are named `\(name)`; rename one.", at: offset)
      }
    }
    namedCaptures[key, default: []].append(NamedCapture(path: path))
  }

  /// Checks that every backreference refers to a capture, which may come later.
  func checkBackreferences() throws(PatternError) {
    for reference in backreferences {
      switch reference.target {
      case .number(let number) where number > captureNames.count:
        throw syntax(
          "`\\\(number)` refers to capture \(number), but the pattern has \(captureNames.count); "
            + "an octal escape is written `\\xHH`.", at: reference.offset)
      case .name(let name) where namedCaptures[Array(name.utf8)] == nil:
        throw syntax("`\\k<\(name)>` refers to a group that does not exist.", at: reference.offset)
      default:
        continue
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether a name can contain this scalar, at its start or later.
  ///
  /// https://tc39.es/ecma262/#prod-RegExpIdentifierName
  fileprivate func isNamePart(first: Bool) -> Bool {
    if self == "$" || self == "_" || properties.isIDStart { return true }
    return !first && (properties.isIDContinue || self == "\u{200C}" || self == "\u{200D}")
  }
}
