import ECMARegex
import JSONText
import StringFormats

extension ValidationPass {
  /// Checks a string against a plan. The cursor is after the string.
  @inline(never)
  mutating func check(_ token: StringToken, _ plan: Int32) throws(JSONFault) {
    checkText(token, plan)
    let applicators = tables.scalars[plan].applicators
    if !applicators.isEmpty {
      try apply(applicators, ValueAtHand(start: token.start - 1, kind: .string))
    }
  }

  /// Checks a string against the rules of a plan.
  @inline(never)
  mutating func checkText(_ token: StringToken, _ plan: Int32) {
    let checks = tables.scalars.place(Int(plan)).element.checks
    var check = tables.checks.place(Int(checks.first))
    let end = tables.checks.place(Int(checks.first &+ checks.count))
    while check != end {
      defer { check = check.next }
      switch check.element.operation {
      case .atLeast:
        if token.lengthInCodePoints < check.element.bound {
          fail(check.element.rule, .length(token.lengthInCodePoints), token)
        }
      case .atMost:
        if token.lengthInCodePoints > check.element.bound {
          fail(check.element.rule, .length(token.lengthInCodePoints), token)
        }
      case .pattern:
        switch match(token, check.element.index) {
        case .match: break
        case .noMatch: fail(check.element.rule, .unspecified, token)
        case .gaveUp(let limit):
          leaveOpen(.matching(limit, check.element.rule), at: token.byteRange)
        }
      case .texts:
        if place(of: token, in: check.element.index, cursor) < 0 {
          fail(check.element.rule, .unspecified, token)
        }
      case .format:
        if !hasFormat(token, check.element.bound) { fail(check.element.rule, .unspecified, token) }
      case .refuse:
        fail(check.element.rule, .kind(.string), token)
      default: break
      }
    }
  }

  private mutating func hasFormat(_ token: StringToken, _ index: Int) -> Bool {
    guard let format = StringFormat(rawValue: UInt8(truncatingIfNeeded: index)) else { return true }
    guard token.hasEscapes else {
      return unsafe format.accepts(validUTF8: cursor.bytes(from: token.start, to: token.end))
    }
    return unsafe workspace.memory.scratch.withUnescaped(token, from: cursor) { text in
      unsafe format.accepts(validUTF8: text)
    }
  }

  @inline(__always)
  private mutating func fail(_ rule: Int32, _ actual: FieldError.Actual, _ token: StringToken) {
    fail(rule, actual, token.byteRange, .value(token.start &- 1))
  }

  // MARK: Numbers

  mutating func walkNumber(_ index: Int32) throws(JSONFault) {
    let plan = tables.scalars.place(Int(index))
    let start = cursor.position
    let number = try cursor.readNumber()
    let range = start..<cursor.position
    for index in plan.element.checks.indices {
      let check = tables.checks.place(Int(index))
      let actual: FieldError.Actual
      switch check.element.operation {
      case .refuse: actual = .kind(.number)
      case .whole:
        // In draft 4, the spelling decides.
        guard !number.isWhole || (check.element.bound == 1 && !isSpeltWhole(range)) else {
          continue
        }
        actual = .fractionalNumber
      case .values:
        guard !isListed(at: start, check.element) else { continue }
        actual = .unspecified
      default:
        guard !satisfies(number, check.element) else { continue }
        actual = .unspecified
      }
      fail(check.element.rule, actual, range, .value(start))
    }
    if !plan.element.applicators.isEmpty {
      try apply(plan.element.applicators, ValueAtHand(start: start, kind: .number))
    }
  }

  /// Whether a number has neither a fraction nor an exponent.
  private func isSpeltWhole(_ range: Range<Int>) -> Bool {
    unsafe cursor.bytes(from: range.lowerBound, to: range.upperBound).allSatisfy {
      $0 == UInt8(ascii: "-") || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
    }
  }

  @inline(__always)
  private func satisfies(_ number: JSONNumber, _ check: Check) -> Bool {
    let bound = tables.numbers[check.index]
    if check.operation == .multipleOf {
      return number.isMultiple(of: bound, in: cursor, divisorIn: tables.textCursor)
    }
    let order = JSONNumber.compare(number, in: cursor, with: bound, in: tables.textCursor)
    return switch check.operation {
    case .minimum: order >= 0
    case .maximum: order <= 0
    case .exclusiveMinimum: order > 0
    case .exclusiveMaximum: order < 0
    default: true
    }
  }

  // MARK: Literals

  mutating func walkLiteral(_ index: Int32) throws(JSONFault) {
    let start = cursor.position
    let first = cursor.next
    try cursor.scanLiteral()
    guard index >= 0 else { return }
    let kind: JSONKind = first == UInt8(ascii: "n") ? .null : .boolean
    let mask = kind == .null ? 4 : first == UInt8(ascii: "t") ? 2 : 1
    let plan = tables.scalars.place(Int(index))
    for index in plan.element.checks.indices {
      let check = tables.checks[index]
      if check.operation == .literals && check.bound & mask != 0 { continue }
      fail(
        check.rule, check.operation == .refuse ? .kind(kind) : .unspecified,
        start..<cursor.position, .value(start))
    }
    if !plan.element.applicators.isEmpty {
      try apply(plan.element.applicators, ValueAtHand(start: start, kind: kind))
    }
  }

  // MARK: Containers

  /// Reports the checks that reject every value of a kind.
  @inline(never)
  mutating func refuse(_ checks: TableRange, _ kind: JSONKind, _ range: Range<Int>) {
    for index in checks.indices {
      fail(tables.checks[index].rule, .kind(kind), range, .value(range.lowerBound))
    }
  }

  /// Checks a container after its members or elements were read.
  @inline(never)
  mutating func checkContainer(_ checks: TableRange, count: Int, _ start: Int) {
    for index in checks.indices {
      let check = tables.checks[index]
      var actual = FieldError.Actual.unspecified
      switch check.operation {
      case .atLeast:
        guard count < check.bound else { continue }
        actual = .length(count)
      case .atMost:
        guard count > check.bound else { continue }
        actual = .length(count)
      case .values:
        guard !isListed(at: start, check) else { continue }
      case .unique:
        guard count > 1 else { continue }
        var cursor = cursor
        cursor.position = start
        switch workspace.memory.uniqueItems.search(
          arrayAt: cursor, depth: SchemaLimits.comparedDepth, scratch: &workspace.memory.scratch)
        {
        case .unique: continue
        case .duplicate(let first, let second): actual = .equalElements(first.index, second.index)
        case .tooDeep:
          leaveOpen(.comparison(bound: SchemaLimits.comparedDepth), at: start..<(start + 1))
          continue
        }
      default: continue
      }
      fail(check.rule, actual, start..<(start + 1), .value(start), isAfterContents: true)
    }
  }

  /// Whether a check lists the value that starts at an offset and was read before.
  @inline(never)
  private mutating func isListed(at start: Int, _ check: Check) -> Bool {
    var cursor = cursor
    cursor.position = start
    guard
      let hash = cursor.readValueHash(
        &workspace.memory.scratch, depth: SchemaLimits.comparedDepth)
    else {
      leaveOpen(.comparison(bound: SchemaLimits.comparedDepth), at: start..<(start + 1))
      return true
    }
    // The values are sorted by hash; find the first one whose hash is not less.
    var low = check.index
    var high = check.index &+ check.count
    while low < high {
      let middle = low &+ (high &- low) / 2
      if tables.values[middle].hash < hash { low = middle &+ 1 } else { high = middle }
    }
    while low < check.index &+ check.count, tables.values[low].hash == hash {
      var own = tables.textCursor
      own.position = tables.values[low].start
      cursor.position = start
      let outcome = workspace.memory.comparer.compare(
        cursor, own, depth: SchemaLimits.comparedDepth, scratch: &workspace.memory.scratch)
      if outcome == .equal { return true }
      low &+= 1
    }
    return false
  }
}

extension JSONCursor {
  /// Moves past a string if the scan for its end also shows that it is valid; otherwise does not move.
  @inline(__always)
  mutating func skipPlainString(of property: Table<CompiledProperty>.Place) -> Bool {
    let (start, readable) = unsafe bytesAfterQuote
    // Sound: the patterns and the bytes stay alive during the walk.
    guard
      let (length, matches) = unsafe property.element.fastPath.scanner?.scan(
        start, readable: readable),
      matches, property.element.fastPath.allows(length: length)
    else { return false }
    return skipPlainString(ofLength: length) != nil
  }
}
