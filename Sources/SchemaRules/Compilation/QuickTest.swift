import ECMARegex
import JSONText

/// How most values of a property are seen to be valid, while the walk moves past them.
///
/// What does not pass the test may be valid all the same: then the property's node decides.
struct QuickTest: BitwiseCopyable {
  var kind = Kind.notString
  /// For `length` and `scanner`: the bounds, in code points.
  var minLength = 0
  var maxLength = Int.max
  /// For `scanner`.
  var scanner: UnownedScanner?
  /// For `spelling`.
  var spelling = UsualSpelling.unmatchable

  enum Kind: UInt8, BitwiseCopyable {
    /// Any string is valid.
    case anyString
    /// The length is within its bounds, and there are no other rules.
    case length
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
    } else if node.pattern < 0, node.enumRule < 0 {
      kind = .length
    }
    minLength = node.minLength
    maxLength = node.maxLength
  }

  /// Whether a number of code points is within the bounds.
  @inline(__always)
  func allows(length: Int) -> Bool {
    length >= minLength && length <= maxLength
  }

  /// A property that is not compiled yet.
  init() {}
}
