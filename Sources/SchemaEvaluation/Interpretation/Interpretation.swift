/// Answers to the questions that documentation and standards leave open: one alternative on each axis.
///
/// The first case of each axis is what this package does.
package struct Interpretation: Hashable, Sendable {
  /// The meaning of `\s`.
  package enum WhiteSpace: String, Hashable, Sendable, CaseIterable {
    case ecmascript, unicode
    case pcreUCP = "pcre-ucp"
    case python, ascii
    case asciiWithoutVT = "ascii-without-vt"
  }

  /// The positions at which `^` and `$` match.
  package enum Dollar: String, Hashable, Sendable, CaseIterable {
    case endOnly = "end-only"
    case beforeFinalNewline = "before-final-newline"
    case beforeFinalTerminator = "before-final-terminator"
    case anyLine = "any-line"
  }

  /// The unit of the length of a string.
  package enum LengthUnit: String, Hashable, Sendable, CaseIterable {
    case codePoints = "code-points"
    case utf16 = "utf-16"
    case utf8 = "utf-8"
    case graphemes

    /// The length of a string.
    func length(of text: String) -> Int {
      switch self {
      case .codePoints: text.unicodeScalars.count
      case .utf16: text.utf16.count
      case .utf8: text.utf8.count
      case .graphemes: text.count
      }
    }
  }

  /// The treatment of members that a declared object does not name.
  package enum UnknownFields: String, Hashable, Sendable, CaseIterable {
    case allow, reject
    case rejectAtParent = "reject-at-parent"
    case rejectHidingNames = "reject-hiding-names"
  }

  /// The meaning of an empty string without a rule for its length.
  package enum EmptyStrings: String, Hashable, Sendable, CaseIterable {
    case allow
    case asAbsent = "as-absent"
    case tooShort = "too-short"
  }

  /// The treatment of duplicate member names.
  package enum DuplicateKeys: String, Hashable, Sendable, CaseIterable {
    case reject
    case lastWins = "last-wins"
    case firstWins = "first-wins"
  }

  /// The treatment of a byte order mark before a document.
  package enum ByteOrderMark: String, Hashable, Sendable, CaseIterable { case reject, ignore }

  /// The treatment of an escape of an unpaired surrogate.
  package enum LoneSurrogates: String, Hashable, Sendable, CaseIterable { case reject, accept }

  /// Whether numbers that no double can hold are read.
  package enum NumberRange: String, Hashable, Sendable, CaseIterable { case unbounded, limited }

  /// The rules that a value of the wrong type violates if its values are listed.
  package enum TypeAndEnum: String, Hashable, Sendable, CaseIterable {
    case typeAlone = "type-alone"
    case both
    case enumAlone = "enum-alone"
  }

  package var whiteSpace = WhiteSpace.ecmascript
  package var dollar = Dollar.endOnly
  package var lengthUnit = LengthUnit.codePoints
  package var unknownFields = UnknownFields.allow
  package var emptyStrings = EmptyStrings.allow
  package var duplicateKeys = DuplicateKeys.reject
  package var byteOrderMark = ByteOrderMark.reject
  package var loneSurrogates = LoneSurrogates.reject
  package var numberRange = NumberRange.unbounded
  package var typeAndEnum = TypeAndEnum.typeAlone
  /// The maximum nesting of containers; nil for no limit.
  package var depth: Int? = 512
  /// The maximum number of bytes of a document; nil for no limit.
  package var documentBytes: Int?

  /// The interpretation of this package.
  package init() {}

  /// Returns the interpretation with another alternative on one axis, both by their names in `choices.json`; nil for an
  /// unknown name.
  package func choosing(_ alternative: String, on axis: String) -> Interpretation? {
    var changed = self
    func set<Choice: RawRepresentable<String>>(
      _ path: WritableKeyPath<Interpretation, Choice>
    ) -> Bool {
      guard let choice = Choice(rawValue: alternative) else { return false }
      changed[keyPath: path] = choice
      return true
    }
    func setBound(_ path: WritableKeyPath<Interpretation, Int?>) -> Bool {
      let words = alternative.split(separator: "-")
      let bound = words.compactMap { Int($0) }.first
      guard bound != nil || alternative == "unbounded" else { return false }
      changed[keyPath: path] = bound.map { words.last == "kib" ? $0 * 1024 : $0 }
      return true
    }
    let isKnown =
      switch axis {
      case "regex-whitespace": set(\.whiteSpace)
      case "dollar": set(\.dollar)
      case "length-unit": set(\.lengthUnit)
      case "unknown-fields": set(\.unknownFields)
      case "empty-strings": set(\.emptyStrings)
      case "duplicate-keys": set(\.duplicateKeys)
      case "byte-order-mark": set(\.byteOrderMark)
      case "lone-surrogates": set(\.loneSurrogates)
      case "number-range": set(\.numberRange)
      case "type-and-enum": set(\.typeAndEnum)
      case "depth": setBound(\.depth)
      case "document-size": setBound(\.documentBytes)
      default: false
      }
    return isKnown ? changed : nil
  }
}
