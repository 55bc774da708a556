/// Answers to the questions that documentation and standards leave open: one alternative on each axis.
///
/// The first case of each axis is what this package does.
public struct Interpretation: Hashable, Sendable {
  /// What `\s` stands for.
  public enum WhiteSpace: String, Hashable, Sendable, CaseIterable {
    case ecmascript, unicode
    case pcreUCP = "pcre-ucp"
    case python, ascii
    case asciiWithoutVT = "ascii-without-vt"
  }

  /// Where `^` and `$` match.
  public enum Dollar: String, Hashable, Sendable, CaseIterable {
    case endOnly = "end-only"
    case beforeFinalNewline = "before-final-newline"
    case beforeFinalTerminator = "before-final-terminator"
    case anyLine = "any-line"
  }

  /// What the length of a string counts.
  public enum LengthUnit: String, Hashable, Sendable, CaseIterable {
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

  /// What happens to members that a declared object does not name.
  public enum UnknownFields: String, Hashable, Sendable, CaseIterable {
    case allow, reject
    case rejectAtParent = "reject-at-parent"
    case rejectHidingNames = "reject-hiding-names"
  }

  /// What an empty string is where no rule bounds its length.
  public enum EmptyStrings: String, Hashable, Sendable, CaseIterable {
    case allow
    case asAbsent = "as-absent"
    case tooShort = "too-short"
  }

  /// What a member name that an object has twice means.
  public enum DuplicateKeys: String, Hashable, Sendable, CaseIterable {
    case reject
    case lastWins = "last-wins"
    case firstWins = "first-wins"
  }

  /// What a byte order mark in front of a document means.
  public enum ByteOrderMark: String, Hashable, Sendable, CaseIterable { case reject, ignore }

  /// What an escape of half a surrogate pair means.
  public enum LoneSurrogates: String, Hashable, Sendable, CaseIterable { case reject, accept }

  /// Whether numbers that no double can hold are read.
  public enum NumberRange: String, Hashable, Sendable, CaseIterable { case unbounded, limited }

  /// What a value of the wrong type violates where its values are listed.
  public enum TypeAndEnum: String, Hashable, Sendable, CaseIterable {
    case typeAlone = "type-alone"
    case both
    case enumAlone = "enum-alone"
  }

  public var whiteSpace = WhiteSpace.ecmascript
  public var dollar = Dollar.endOnly
  public var lengthUnit = LengthUnit.codePoints
  public var unknownFields = UnknownFields.allow
  public var emptyStrings = EmptyStrings.allow
  public var duplicateKeys = DuplicateKeys.reject
  public var byteOrderMark = ByteOrderMark.reject
  public var loneSurrogates = LoneSurrogates.reject
  public var numberRange = NumberRange.unbounded
  public var typeAndEnum = TypeAndEnum.typeAlone
  /// How many containers may be nested; nil for any number.
  public var depth: Int? = 512
  /// How many bytes a document may have; nil for more than anyone asks about.
  public var documentBytes: Int?

  /// What this package does.
  public init() {}

  /// The same with another alternative on one axis, both by their names in `choices.json`. Returns nil for
  /// an unknown name.
  public func choosing(_ alternative: String, on axis: String) -> Interpretation? {
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
