import ECMARegex
import JSONText

extension ValidationPass {
  /// Checks a string against what the schema says about its text.
  @inline(never)
  mutating func check(_ token: StringToken, of index: Int) {
    let node = tables.nodes.place(index)
    let length = token.lengthInCodePoints
    if length < node.element.minLength {
      report(node.element.minLengthRule, .length(length), token)
    }
    if length > node.element.maxLength {
      report(node.element.maxLengthRule, .length(length), token)
    }
    guard !token.hasEscapes else { return checkEscaped(token, node.element) }
    // The bytes stand in the document, and so do those behind them.
    let text = unsafe cursor.bytes(from: token.start, to: token.end)
    if node.element.pattern >= 0 {
      let matcher = tables.matchers.place(Int(node.element.pattern))
      let result = unsafe matcher.element.match(validUTF8: text, isASCII: length == text.count)
      if result != .match { report(result, node.element, token) }
    }
    if node.element.enumRule >= 0,
      unsafe !tables.isEnumerated(
        text, readable: cursor.count &- token.start, by: node.element)
    {
      report(node.element.enumRule, .unspecified, token)
    }
  }

  @inline(never)
  private mutating func checkEscaped(_ token: StringToken, _ node: CompiledNode) {
    let tables = tables
    let (result, isEnumerated) = unsafe workspace.memory.scratch.withUnescaped(
      token, from: cursor
    ) { text in
      (
        node.pattern < 0
          ? .match
          : unsafe tables.matchers[node.pattern]
            .match(validUTF8: text, isASCII: token.lengthInCodePoints == text.count),
        unsafe node.enumRule < 0
          || tables.isEnumerated(text, readable: text.count, by: node)
      )
    }
    if result != .match { report(result, node, token) }
    if !isEnumerated { report(node.enumRule, .unspecified, token) }
  }

  private mutating func report(
    _ rule: Int32, _ actual: FieldError.Actual, _ token: StringToken
  ) {
    report(rule, actual, token.byteRange)
  }

  /// Notes that a pattern does not match, or that the engine gave up on it.
  @inline(never)
  private mutating func report(_ result: MatchResult, _ node: CompiledNode, _ token: StringToken) {
    guard case .gaveUp(let limit) = result else {
      return report(node.patternRule, .unspecified, token)
    }
    let rule = rule(node.patternRule)
    note(.matching(limit, rule), at: rule.pointer(at: workspace.memory.indices), token.byteRange)
  }
}

extension JSONCursor {
  /// Moves past a string if it is seen to be valid while its end is looked for; otherwise stays.
  @inline(__always)
  mutating func skipPlainString(of property: Table<CompiledProperty>.Place) -> Bool {
    let (start, readable) = unsafe bytesBehindQuote
    // Sound: the walk keeps the patterns alive, and the bytes.
    guard
      let (length, matches) = unsafe property.element.quickTest.scanner?.scan(
        start, readable: readable),
      matches, property.element.quickTest.allows(length: length)
    else { return false }
    return skipPlainString(ofLength: length) != nil
  }
}
