import JSONText

/// One field of a compiled schema: what the walk over a document needs at hand, as plain numbers.
///
/// Indices point into the tables of `CompiledSchema`; -1 stands for "none".
struct CompiledNode: BitwiseCopyable {
  var type: ValueType
  var isSecret: Bool
  var typeRule: Int32

  // Strings.
  var minLength = 0
  var maxLength = Int.max
  var minLengthRule: Int32 = -1
  var maxLengthRule: Int32 = -1
  var pattern: Int32 = -1
  var patternRule: Int32 = -1
  var enumRule: Int32 = -1
  var firstEnumValue: Int32 = 0
  var enumValueCount: Int32 = 0

  // Objects.
  var firstProperty: Int32 = 0
  var propertyCount: Int32 = 0
  var requiredCount: Int32 = 0
  var unknownFields: UnknownFieldPolicy = .allow
  var additionalPropertiesRule: Int32 = -1
  var keyTable = KeyTable()
  var guessTable = GuessTable()

  // Arrays.
  var items: Int32 = -1
}

/// One member of a compiled object.
struct CompiledProperty: BitwiseCopyable {
  /// The name as documents usually spell it; one that matches nothing if there is no such spelling.
  var spelling: UsualSpelling
  var name: CompiledText
  var node: Int32
  /// -1 for an optional member.
  var requiredRule: Int32
  /// 1 if the member must be there, else 0: counting those that are takes no branch.
  var requiredCount: Int32
  var quickTest = QuickTest()
}

/// A name or an enumeration value: its words, and where all of its bytes are in the schema's text.
struct CompiledText: BitwiseCopyable {
  var words: WordPair
  var start: Int
}
