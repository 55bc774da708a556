/// A regular expression of ECMA-262 with the `u` flag, ready to match.
///
/// It gives the same verdicts as a JavaScript engine. A pattern that cannot be matched exactly is rejected when it is
/// compiled.
///
/// https://tc39.es/ecma262/#sec-patterns
public struct Pattern: Sendable {
  /// The accepted syntax.
  public enum Grammar: String, Sendable, CaseIterable {
    /// The grammar of the `u` flag, as JSON Schema recommends.
    case strict
    /// The grammar of the `u` flag, and the spellings of Annex B that have only one meaning: `\-` and other escaped
    /// punctuation, a lone `]`, `{` or `}`, and a class escape next to a hyphen.
    ///
    /// https://tc39.es/ecma262/#sec-regular-expressions-patterns
    case annexB
  }

  /// The pattern as its author wrote it.
  public let source: String

  /// The pattern text that PCRE2 compiles.
  public let translation: String

  /// The syntax tree of the pattern.
  public let syntax: PatternSyntax

  /// Advice about slow backtracking and about syntax that only Annex B allows.
  ///
  /// Each access examines the pattern again.
  public var warnings: [PatternWarning] {
    annexBWarnings + BacktrackingCheck.warnings(for: syntax)
  }

  private let annexBWarnings: [PatternWarning]

  /// The limits of one match.
  public let limits: MatchLimits

  /// A test of neighboring characters that decides ASCII subjects without the engine; nil if the pattern does not allow
  /// it or if it was not requested.
  public let shortcut: NeighborTest?

  /// An automaton that decides short ASCII subjects of other patterns without the engine; nil if the pattern does not
  /// allow it or if it was not requested.
  let automaton: ASCIIAutomaton?

  let route: MatchRoute
  let code: CompiledCode
  /// Faster code for ASCII subjects; nil if there is none.
  let codeForASCII: CompiledCode?

  /// Parses, translates and compiles `source`.
  ///
  /// With `usesShortcut`, some patterns decide subjects without the engine. The verdicts are the same, but such a match
  /// never exceeds a limit. Without `boundsTime`, PCRE2 decides every subject within its own limits, however long it
  /// takes.
  ///
  /// - Throws: `PatternError`, of kind `syntax` if ECMA-262 rejects the pattern, and of kind `unsupported` if it cannot
  ///   be matched exactly.
  public init(
    _ source: String, grammar: Grammar = .strict, limits: MatchLimits = .default,
    usesShortcut: Bool = false, boundsTime: Bool = true
  ) throws(PatternError) {
    try self.init(
      source, grammar: grammar, limits: limits, usesShortcut: usesShortcut,
      engine: Engine(boundsTime: boundsTime))
  }

  /// The engines that may decide a subject. By default all are used; tests compare them.
  struct Engine {
    var usesJIT = true
    var usesCodeForASCII = true
    /// Whether an automaton, or code that counts its steps, decides subjects that could take PCRE2 long.
    var boundsTime = true
    /// The maximum number of bytes that a shortcut tests in one step: 0, 16 or 32.
    var vectorWidth: Int32 = 32
  }

  init(
    _ source: String, grammar: Grammar = .strict, limits: MatchLimits = .default,
    usesShortcut: Bool = false, engine: Engine
  ) throws(PatternError) {
    var parser = PatternParser(source, grammar: grammar)
    let syntax = try parser.parse()
    var translator = try PatternTranslator(syntax)
    let translation = try translator.translate()
    do throws(CompiledCode.Refusal) {
      self.code = try CompiledCode(translation, for: .utf8, usesJIT: engine.usesJIT)
    } catch {
      throw PatternError(
        kind: .unsupported,
        message: "PCRE2 cannot compile the translation of this pattern: \(error.message).",
        offset: 0)
    }
    self.codeForASCII =
      engine.usesCodeForASCII ? Self.codeForASCII(syntax, usesJIT: engine.usesJIT) : nil
    self.source = source
    self.translation = translation
    self.syntax = syntax
    self.annexBWarnings = parser.warnings
    self.limits = limits
    self.route = MatchRoute(
      syntax, translation: translation, limits: limits, isUsed: engine.boundsTime)
    self.shortcut =
      usesShortcut ? NeighborTest(syntax, vectorWidth: engine.vectorWidth) : nil
    self.automaton = usesShortcut && shortcut == nil ? ASCIIAutomaton(syntax) : nil
  }

  private static func codeForASCII(_ syntax: PatternSyntax, usesJIT: Bool) -> CompiledCode? {
    guard let syntax = syntax.restrictedToASCII() else { return nil }
    // This never fails if the whole pattern compiles; if it did, that code would be used.
    guard var translator = try? PatternTranslator(syntax),
      let translation = try? translator.translate()
    else { return nil }
    return try? CompiledCode(translation, for: .ascii, usesJIT: usesJIT)
  }
}
