import ECMARegex
import JSONText

/// How most values of a property are seen to be valid, while the walk moves past them.
///
/// What does not pass the test may be valid all the same: then the property's node decides.
struct QuickTest: BitwiseCopyable {
  var kind = Kind.notString
  /// For `scanner`, and the bounds of the length that go with it, in code points.
  var scanner: UnownedScanner?
  var minLength = 0
  var maxLength = Int.max
  /// For `spelling`.
  var spelling = UsualSpelling.unmatchable

  enum Kind: UInt8, BitwiseCopyable {
    /// Any string is valid.
    case anyString
    /// The pattern matches, which the scan for the string's end finds out, and the length is within
    /// its bounds.
    case scanner
    /// The value is the first of the enumerated ones, as nearly every writer spells it.
    case spelling
    /// A string that only its rules decide.
    case rules
    /// The value is no string.
    case notString
  }

  /// The test for a field whose node is complete.
  init(for field: FieldSchema, _ node: CompiledNode, patterns: [Pattern]) {
    guard case .string(let constraints) = field.shape else { return }
    kind = .rules
    if constraints.isEmpty {
      kind = .anyString
    } else if case .enumeration(let values) = constraints[0].kind, constraints.count == 1,
      let spelling = values.first.flatMap(UsualSpelling.init(ofString:))
    {
      kind = .spelling
      self.spelling = spelling
    } else if node.pattern >= 0, node.enumRule < 0,
      let scanner = unsafe patterns[Int(node.pattern)].unownedMatcher.scanner
    {
      kind = .scanner
      self.scanner = scanner
      minLength = node.minLength
      maxLength = node.maxLength
    }
  }

  /// A property that is not compiled yet.
  init() {}
}
