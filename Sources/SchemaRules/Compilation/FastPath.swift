import ECMARegex
import JSONText

/// A fast test that accepts most valid values of a property while the walk moves past them.
///
/// It decides only one way: a value that fails the test may still be valid, and the property's node decides.
struct FastPath: BitwiseCopyable {
  var kind = Kind.notString
  /// For `length` and `scanner`: the bounds, in code points.
  var minLength = 0
  var maxLength = Int.max
  /// The scanner of the pattern, for `scanner`.
  var scanner: UnownedScanner?
  /// The canonical token of the first value, and the table that predicts the others, for `spelling`; -1 if there is
  /// none.
  var spelling = CanonicalToken.unmatchable
  var textTable: Int32 = -1
  /// The literals and numbers of which any value is valid.
  var scalars: ScalarKinds = []
  /// The bounds of bounded integers.
  var minimum = Int64.min
  var maximum = Int64.max

  enum Kind: UInt8, BitwiseCopyable {
    /// Any string is valid.
    case anyString
    /// The length must be within the bounds; there are no other rules.
    case length
    /// The pattern must match, which scanning the string tests, and the length must be within the bounds.
    case scanner
    /// The value must be one of the enumerated values, in its canonical spelling.
    case spelling
    /// The rules of the plan decide about strings.
    case rules
    /// The value is not a string, or a string must satisfy more than a list of rules.
    case notString
  }

  /// Creates the test for the values of a node; with -1, any value passes.
  init(for node: Int32, in parts: inout SchemaCompiler.Parts) {
    guard node >= 0 else {
      kind = .anyString
      scalars = [.false, .true, .null, .integer, .fraction]
      return
    }
    scalars = Self.scalars(of: parts.nodes[Int(node)], in: parts)
    findBounds(of: parts.nodes[Int(node)].number, in: parts)
    let index = parts.nodes[Int(node)].string
    guard index >= 0 else {
      kind = .anyString
      return
    }
    let plan = parts.scalars[Int(index)]
    guard plan.applicators.isEmpty else { return }
    var pattern: Int32?
    var hasOthers = false
    var tables: [Int32] = []
    for index in plan.checks.indices {
      let check = parts.checks[Int(index)]
      switch check.operation {
      case .atLeast: minLength = max(minLength, check.bound)
      case .atMost: maxLength = min(maxLength, check.bound)
      case .pattern where pattern == nil: pattern = check.index
      case .texts: tables.append(check.index)
      case .refuse: return
      default: hasOthers = true
      }
    }
    kind = .rules
    if hasOthers { return }
    if !tables.isEmpty {
      if tables.count == plan.checks.count { findSpellings(of: tables, in: &parts) }
      return
    }
    guard let pattern else {
      kind = .length
      return
    }
    if let scanner = unsafe parts.patterns[Int(pattern)].unownedMatcher.scanner {
      kind = .scanner
      self.scanner = scanner
    }
  }

  /// Finds the canonical spellings of the texts that all given tables contain.
  private mutating func findSpellings(of tables: [Int32], in parts: inout SchemaCompiler.Parts) {
    let index = TextTable.common(to: tables, in: &parts)
    let table = parts.textTables[Int(index)]
    guard table.count > 0 else { return }
    kind = .spelling
    spelling = parts.spellings[Int(table.firstSpelling)]
    if table.predictions.isUseful { textTable = index }
  }

  /// Finds the integers that a plan for numbers allows, if its only checks are bounds.
  private mutating func findBounds(of plan: Int32, in parts: SchemaCompiler.Parts) {
    guard plan >= 0, scalars.isDisjoint(with: .integer),
      parts.scalars[Int(plan)].applicators.isEmpty
    else { return }
    var bounds = (minimum: Int64.min, maximum: Int64.max)
    for index in parts.scalars[Int(plan)].checks.indices {
      let check = parts.checks[Int(index)]
      if check.operation == .whole { continue }
      guard [.minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum].contains(check.operation),
        let bound = parts.numbers[Int(check.index)].shortInteger
      else { return }
      switch check.operation {
      case .minimum: bounds.minimum = max(bounds.minimum, bound)
      case .exclusiveMinimum: bounds.minimum = max(bounds.minimum, bound + 1)
      case .maximum: bounds.maximum = min(bounds.maximum, bound)
      default: bounds.maximum = min(bounds.maximum, bound - 1)
      }
    }
    scalars.insert(.boundedInteger)
    (minimum, maximum) = bounds
  }

  private static func scalars(
    of node: CompiledNode, in parts: SchemaCompiler.Parts
  ) -> ScalarKinds {
    /// The checks of a plan, empty if any value is valid. Returns nil if the plan contains more than checks.
    func checks(_ plan: Int32) -> [Check]? {
      guard plan >= 0 else { return [] }
      guard parts.scalars[Int(plan)].applicators.isEmpty else { return nil }
      return parts.scalars[Int(plan)].checks.indices.map { parts.checks[Int($0)] }
    }
    func allows(_ plan: Int32, _ mask: Int) -> Bool {
      checks(plan)?.allSatisfy { $0.operation == .literals && $0.bound & mask != 0 } ?? false
    }
    var scalars: ScalarKinds = []
    if allows(node.boolean, 1) { scalars.insert(.false) }
    if allows(node.boolean, 2) { scalars.insert(.true) }
    if allows(node.null, 4) { scalars.insert(.null) }
    if let checks = checks(node.number) {
      if checks.isEmpty { scalars.formUnion([.integer, .fraction]) }
      if checks.count == 1, checks[0].operation == .whole { scalars.insert(.integer) }
    }
    return scalars
  }

  /// Whether a number of code points is within the bounds.
  @inline(__always)
  func allows(length: Int) -> Bool {
    length >= minLength && length <= maxLength
  }

  /// Creates a fast path for a property that is not compiled yet.
  init() {}
}
