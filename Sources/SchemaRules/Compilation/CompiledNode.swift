import JSONText

/// A compiled node: nodes of the graph that a value must satisfy together, as plain numbers.
///
/// The first byte of a value tells its kind. The kind selects a plan: an index into the table of plans for the kind,
/// or -1 if any such value is valid.
struct CompiledNode: BitwiseCopyable {
  var string: Int32 = -1
  var number: Int32 = -1
  var boolean: Int32 = -1
  var null: Int32 = -1
  var array: Int32 = -1
  var object: Int32 = -1
  /// Whether verdicts are remembered, because the same value may be checked again.
  var isRemembered = false

  subscript(kind: JSONKind) -> Int32 {
    get {
      switch kind {
      case .string: string
      case .number: number
      case .boolean: boolean
      case .null: null
      case .array: array
      case .object: object
      }
    }
    set {
      switch kind {
      case .string: string = newValue
      case .number: number = newValue
      case .boolean: boolean = newValue
      case .null: null = newValue
      case .array: array = newValue
      case .object: object = newValue
      }
    }
  }
}

/// A range of one of the tables.
struct TableRange: BitwiseCopyable {
  var first: Int32 = 0
  var count: Int32 = 0

  var isEmpty: Bool { @inline(__always) get { count == 0 } }
  var indices: Range<Int32> { @inline(__always) get { first..<(first &+ count) } }
}

/// The plan for checking a string, a number or a literal.
struct ScalarPlan: BitwiseCopyable {
  var checks = TableRange()
  var applicators = TableRange()
}

/// The plan for checking an array.
struct ArrayPlan: BitwiseCopyable {
  var isSecret = false
  /// Checks before the elements, which reject every array.
  var refusals = TableRange()
  /// Checks after the elements.
  var checks = TableRange()
  var applicators = TableRange()
  /// The requirements for the first elements, a range of `properties`: members without a name.
  var prefix = TableRange()
  /// The requirements for the other elements, an index into `properties`.
  var rest: Int32 = -1
  /// Whether the elements cannot change the verdict.
  var ignoresElements = false
}

/// The plan for checking an object.
struct ObjectPlan: BitwiseCopyable {
  var isSecret = false
  /// Whether members are read, no check rejects every object, and no member decides a choice.
  var isUsual = false
  /// Whether checks follow the members, other than for required members among the first 64.
  var hasMore = false
  /// Whether the members cannot change the verdict.
  var ignoresMembers = false
  var refusals = TableRange()
  var checks = TableRange()
  var applicators = TableRange()
  var properties = TableRange()
  /// The bits of the required members among the first 64 properties.
  var required: UInt64 = 0
  /// The bits of the required members among the other properties, a range of `requiredWords`.
  var moreRequired = TableRange()
  var keyTable = KeyTable()
  var predictions = Predictions()
  var undeclared = UndeclaredMembers()
  /// The choice that the value of a member decides before the members are read; -1 if there is none.
  var discriminator: Int32 = -1
  /// The choice that the presence of members decides before the members are read; -1 if there is none or if there is
  /// a discriminator.
  var presenceChoice: Int32 = -1
  /// The names that these choices and those that may follow depend on, a range of `nodeLists` with indices into
  /// `texts`.
  var discriminating = TableRange()

  /// Whether some members decide, before any member is read, which further requirements apply to the object.
  var isDecidedByMembers: Bool { discriminator >= 0 || presenceChoice >= 0 }
}

/// The treatment of members without a property.
struct UndeclaredMembers: BitwiseCopyable {
  enum Treatment: UInt8, BitwiseCopyable {
    /// The values must be strict JSON.
    case skip
    /// Each member gives a warning.
    case report
    case reject
    /// The values satisfy a node.
    case walk
    /// Patterns decide which nodes the values satisfy.
    case match
  }

  var treatment = Treatment.skip
  /// The violated rule, for `report` and `reject`.
  var rule: Int32 = -1
  /// The requirements for the values, an index into `properties` of a member without a name. Unused for `match`.
  var property: Int32 = -1
  /// A range of `memberGroups`, for `match`.
  var groups = TableRange()
  /// The node that names must satisfy; -1 if any name is valid.
  var names: Int32 = -1
}

/// Patterns of names, and the requirement for members whose names match none of them.
struct MemberGroup: BitwiseCopyable {
  /// A range of `namePatterns`.
  var patterns = TableRange()
  /// The node that values must satisfy if the name matches no pattern; -1 if there is none.
  var otherwise: Int32 = -1
  /// The rule that forbids any other member; -1 if none does.
  var refusal: Int32 = -1
}

/// A pattern of names with the node that values must satisfy; -1 if any value is valid.
struct NamePattern: BitwiseCopyable {
  var pattern: Int32
  var node: Int32
}

/// One member of a compiled object.
struct CompiledProperty: BitwiseCopyable {
  /// The canonical token of the name; one that matches nothing if the name has none.
  var spelling: CanonicalToken
  var name: CompiledText
  /// The node of the value; -1 if any value is valid.
  var node: Int32 = -1
  /// The node's plan for strings.
  var stringPlan: Int32 = -1
  /// The node's plan for objects if it only checks members and no verdicts are remembered; otherwise -1.
  var usualObject: Int32 = -1
  /// The index of the member among those of its object.
  var ordinal: Int32
  /// The bit of the member among the first 64; 0 for a later member.
  var bit: UInt64
  /// The rules that require the member, a range of `ruleLists`.
  var requiredRules = TableRange()
  /// The rule that the presence of the member violates; -1 if there is none.
  var refusal: Int32 = -1
  var fastPath = FastPath()
}

extension CompiledProperty {
  /// Creates a property for elements or undeclared members.
  init(unnamed node: Int32) {
    self.init(
      spelling: .unmatchable, name: CompiledText(words: WordPair(), start: 0), ordinal: 0, bit: 0)
    self.node = node
  }
}

/// A name or an enumeration value: its words and the offset of its bytes in the text of the schema.
struct CompiledText: BitwiseCopyable {
  var words: WordPair
  var start: Int
}

/// A single check of a value.
struct Check: BitwiseCopyable {
  enum Operation: UInt8, BitwiseCopyable {
    /// Every value is rejected.
    case refuse
    /// The number of code points, elements or members is at least `bound`, or at most `bound`.
    case atLeast
    case atMost
    /// The string matches the pattern at `index`.
    case pattern
    /// The string has the format `bound`.
    case format
    /// The number is whole.
    case whole
    /// The number is compared with the number at `index`.
    case minimum
    case maximum
    case exclusiveMinimum
    case exclusiveMaximum
    case multipleOf
    /// The string is among the `count` texts from `index` on.
    case texts
    /// The value is among the `count` values from `index` on.
    case values
    /// The literal is among those in the mask `bound`: 1 for `false`, 2 for `true`, 4 for `null`.
    case literals
    /// No two elements are equal.
    case unique
  }

  var operation: Operation
  var rule: Int32
  var bound = 0
  var index: Int32 = 0
  var count: Int32 = 0
}

/// Nodes that apply to a value that was already read.
struct Applicator: BitwiseCopyable {
  enum Operation: UInt8, BitwiseCopyable {
    /// The value also satisfies `node`.
    case also
    /// The value satisfies at least one, or exactly one, of `nodes`.
    case anyOf
    case oneOf
    /// The value does not satisfy `node`.
    case not
    /// If the value satisfies `node`, it satisfies `then`; otherwise, `otherwise`.
    case condition
    /// If the member `ordinal` is present, the object satisfies `node`.
    case ifPresent
    /// If the member `ordinal` is present, so are the members with the ordinals in `nodes`.
    case requires
    /// The names of members satisfy `node`.
    case names
    /// From `minimum` to `maximum` elements satisfy `node`; any element does if it is -1.
    case contains
    /// The unevaluated members satisfy `node`.
    case unevaluatedMembers
    /// The unevaluated elements satisfy `node`.
    case unevaluatedElements
  }

  var operation: Operation
  /// For `contains`, the rule that too few elements violate; `secondRule` is the one for too many.
  var rule: Int32 = -1
  var secondRule: Int32 = -1
  var node: Int32 = -1
  var then: Int32 = -1
  var otherwise: Int32 = -1
  /// A range of `nodeLists`.
  var nodes = TableRange()
  /// The members that the nodes require, in `nodeLists`; empty if no node requires any. For each node, the number of
  /// groups; for each group, the number of ordinals, then the ordinals. One member of each group must be present.
  var presence = TableRange()
  /// Whether the nodes require nothing else.
  var isPresenceAll = false
  var ordinal: Int32 = -1
  var minimum = 1
  var maximum = Int.max
  /// For `unevaluated…`: an index into `collectors`.
  var collector: Int32 = -1
  /// Whether the names of members may be secret, for `names`.
  var isSecret = false
  /// The number of alternatives in the schema. `nodes` contains those that allow the kind of the value.
  var alternatives: Int32 = 0
}
