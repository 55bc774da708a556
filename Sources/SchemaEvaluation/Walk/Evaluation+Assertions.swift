import ECMARegex
import JSONText
import SchemaRules
import StringFormats

extension Evaluation {
  // MARK: Values of any type

  mutating func evaluateAny(_ use: KeywordUse, _ index: Int, _ frame: Frame) {
    let value = instance.value(at: frame.value)
    switch (use.keyword, use.parameter) {
    case (.falseSchema, _):
      frame.fail(index, .broken(.unspecified))
    case (.type, .types(let types)):
      if types.contains(where: { isOf(type: $0, value, graph.dialect(of: frame.node)) }) { return }
      let isFraction = value.kind == .number && types.contains(.integer)
      frame.fail(index, .broken(isFraction ? .fractionalNumber : .kind(value.kind)))
    case (.enum, .values(let values)), (.const, .values(let values)):
      let bytes = value.canonicalBytes
      if !values.contains(where: { $0.canonicalBytes == bytes }) {
        frame.fail(index, .broken(.unspecified))
      }
    default: break
    }
  }

  private func isOf(type: ValueType, _ value: JSONValue, _ dialect: Dialect) -> Bool {
    switch (type, value) {
    case (.integer, .number(let text)):
      dialect == .draft4 ? ExactNumber(text).isSpelledWhole : ExactNumber(text).isWhole
    case (.number, .number), (.string, .string), (.boolean, .boolean), (.null, .null),
      (.array, .array), (.object, .object):
      true
    default: false
    }
  }

  // MARK: Strings

  mutating func evaluate(
    _ use: KeywordUse, _ index: Int, onString text: String, _ frame: Frame
  ) {
    let unit = interpretation?.lengthUnit ?? .codePoints
    switch (use.keyword, use.parameter) {
    case (.minLength, .count(let bound)):
      require(unit.length(of: text), in: bound...Int.max, index, frame)
    case (.maxLength, .count(let bound)):
      require(unit.length(of: text), in: 0...max(bound, 0), index, frame)
    case (.pattern, .pattern(let source)):
      switch match(source, text) {
      case .match: break
      case .noMatch: frame.fail(index, .broken(.unspecified))
      case .gaveUp(let limit): frame.leaveOpen(index, .matching(limit: limit.rawValue))
      }
    case (_, .format):
      if graph.assertedFormat(of: use, at: frame.node)?.accepts(text) == false {
        frame.fail(index, .broken(.unspecified))
      }
    default: break
    }
  }

  /// Requires a length or a number of values to be in a range.
  func require(_ count: Int, in range: ClosedRange<Int>, _ index: Int, _ frame: Frame) {
    if !range.contains(count) { frame.fail(index, .broken(.length(count))) }
  }

  // MARK: Numbers

  mutating func evaluate(
    _ use: KeywordUse, _ index: Int, onNumber number: ExactNumber, _ frame: Frame
  ) {
    guard case .number(let text) = use.parameter else { return }
    let bound = ExactNumber(text)
    let order = number.compare(with: bound)
    let isMet =
      switch use.keyword {
      case .minimum: order >= 0
      case .maximum: order <= 0
      case .exclusiveMinimum: order > 0
      case .exclusiveMaximum: order < 0
      case .multipleOf: number.isMultiple(of: bound)
      default: true
      }
    if !isMet { frame.fail(index, .broken(.unspecified)) }
  }
}
