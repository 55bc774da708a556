import APIOperations
import Vectors

typealias Axis = Decision

/// The axes by name, until the families are derived.
enum Choices {
  static let axes = Decision.axes
  static func telling(_ axis: Axis) -> [String] {
    if axis.id == depth.id { return ["at-most-16", "unbounded"] }
    if axis.id == documentSize.id { return ["at-most-64-kib"] }
    return axis.alternatives.dropFirst().map(\.name)
  }
  static let whitespace = Decision.axis("regex-whitespace")
  static let dollar = Decision.axis("dollar")
  static let lengthUnit = Decision.axis("length-unit")
  static let unknownFields = Decision.axis("unknown-fields")
  static let emptyStrings = Decision.axis("empty-strings")
  static let duplicateKeys = Decision.axis("duplicate-keys")
  static let byteOrderMark = Decision.axis("byte-order-mark")
  static let loneSurrogates = Decision.axis("lone-surrogates")
  static let numberRange = Decision.axis("number-range")
  static let depth = Decision.axis("depth")
  static let documentSize = Decision.axis("document-size")
  static let typeAndEnum = Decision.axis("type-and-enum")
  static let depthBounds: [Int?] = [512, 16, 32, 64, 100, 128, 256, 1_000, 10_000, nil]
  static let sizeBounds: [Int?] = [nil, 64, 100, 256, 1024]
}
