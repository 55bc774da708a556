enum BacktrackingCheck {
  static func warnings(for syntax: PatternSyntax) -> [PatternWarning] { [] }
}
