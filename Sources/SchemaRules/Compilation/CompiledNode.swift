import JSONText

/// What the walk over a document needs at hand of some nodes of the graph that a value must satisfy
/// together, as plain numbers.
///
/// The first byte of a value tells its kind, and that which plan the value is checked by: an index into
/// the table of plans for the kind, or -1 where any such value is valid.
struct CompiledNode: BitwiseCopyable {
  var string: Int32 = -1
  var number: Int32 = -1
  var boolean: Int32 = -1
  var null: Int32 = -1
  var array: Int32 = -1
  var object: Int32 = -1
  /// Whether verdicts are remembered, because the same value may be asked about again.
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

/// How a string, a number or a literal is checked.
struct ScalarPlan: BitwiseCopyable {
  var checks = TableRange()
  var applicators = TableRange()
}

/// How an array is checked.
struct ArrayPlan: BitwiseCopyable {
  var isSecret = false
  /// Checked before the elements: what makes any array wrong.
  var refusals = TableRange()
  /// Checked after the elements.
  var checks = TableRange()
  var applicators = TableRange()
  /// What the first elements are, a range of `properties`: members without a name.
  var prefix = TableRange()
  /// What the other elements are, an index into `properties`.
  var rest: Int32 = -1
  /// Whether any array is valid, or none, whatever is in it.
  var ignoresElements = false
}

/// How an object is checked.
struct ObjectPlan: BitwiseCopyable {
  var isSecret = false
  /// Whether there are only members to look at: no refusals, no discriminator.
  var isUsual = false
  /// Whether there is anything to do after the members but to see whether some of the first 64 are
  /// missing.
  var hasMore = false
  /// Whether any object is valid, or none, whatever is in it.
  var ignoresMembers = false
  var refusals = TableRange()
  var checks = TableRange()
  var applicators = TableRange()
  var properties = TableRange()
  /// The bits of those of the first 64 properties that must be there.
  var required: UInt64 = 0
  /// The bits of the others, a range of `requiredWords`.
  var moreRequired = TableRange()
  var keyTable = KeyTable()
  var predictions = Predictions()
  var undeclared = UndeclaredMembers()
  /// The choice that is made by a member's value before the members are read; -1 if there is none.
  var discriminator: Int32 = -1
  /// The choice that is made by which members are there, likewise; only without the other.
  var presenceChoice: Int32 = -1
  /// The names that this choice and those behind it look at: a range of `nodeLists`, of indices into `texts`.
  var discriminating = TableRange()

  /// Whether some members decide, before any is read, what else the object must satisfy.
  var isDecidedByMembers: Bool { discriminator >= 0 || presenceChoice >= 0 }
}

/// How members without a property are treated.
struct UndeclaredMembers: BitwiseCopyable {
  enum Treatment: UInt8, BitwiseCopyable {
    /// Their values must be strict JSON.
    case skip
    /// Each gives a warning, or an error.
    case report
    case reject
    /// Their values satisfy a node.
    case walk
    /// Patterns decide which nodes their values satisfy.
    case match
  }

  var treatment = Treatment.skip
  /// For `report` and `reject`.
  var rule: Int32 = -1
  /// An index into `properties`, of a member without a name: the requirements for the values, except for `match`.
  var property: Int32 = -1
  /// For `match`: ranges of `memberGroups`.
  var groups = TableRange()
  /// The node that names satisfy; -1 if any name is valid.
  var names: Int32 = -1
}

/// Patterns of names, and what the values of members satisfy whose name matches none of them.
struct MemberGroup: BitwiseCopyable {
  /// A range of `namePatterns`.
  var patterns = TableRange()
  /// -1 if nothing is asked for.
  var otherwise: Int32 = -1
  /// The rule that forbids any other member; -1 if none does.
  var refusal: Int32 = -1
}

/// A pattern of names with the node that values satisfy, -1 if any does.
struct NamePattern: BitwiseCopyable {
  var pattern: Int32
  var node: Int32
}

/// One member of a compiled object.
struct CompiledProperty: BitwiseCopyable {
  /// The name as documents usually spell it; one that matches nothing if there is no such spelling.
  var spelling: CanonicalToken
  var name: CompiledText
  /// -1 where any value is valid.
  var node: Int32 = -1
  /// The node's plan for strings.
  var stringPlan: Int32 = -1
  /// The node's plan for objects if there are only members to look at, and no verdicts to remember; otherwise -1.
  var usualObject: Int32 = -1
  /// Where the member stands among those of its object, from 0.
  var ordinal: Int32
  /// The bit that stands for it among the first 64; 0 if it is not one of them.
  var bit: UInt64
  /// The rules that ask for the member, a range of `ruleLists`.
  var requiredRules = TableRange()
  /// The rule that is broken where the member is there; -1 if none is.
  var refusal: Int32 = -1
  var fastPath = FastPath()
}

extension CompiledProperty {
  /// What elements are, and members that are not declared.
  init(unnamed node: Int32) {
    self.init(
      spelling: .unmatchable, name: CompiledText(words: WordPair(), start: 0), ordinal: 0, bit: 0)
    self.node = node
  }
}

/// A name or an enumeration value: its words, and where all of its bytes are in the schema's text.
struct CompiledText: BitwiseCopyable {
  var words: WordPair
  var start: Int
}

/// One thing that is checked of a value, beside what its plan says.
struct Check: BitwiseCopyable {
  enum Operation: UInt8, BitwiseCopyable {
    /// Always broken.
    case refuse
    /// Code points, elements or members: at least, at most `bound`.
    case atLeast
    case atMost
    /// `index` into the patterns.
    case pattern
    /// `bound` is the format.
    case format
    /// The number is whole.
    case whole
    /// `index` into the numbers.
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

/// Nodes that are applied to a value which was read already.
struct Applicator: BitwiseCopyable {
  enum Operation: UInt8, BitwiseCopyable {
    /// The value satisfies `node` too.
    case also
    /// At least one, or exactly one, of the `nodes`.
    case anyOf
    case oneOf
    /// Not `node`.
    case not
    /// If `node`, then `then`, else `otherwise`.
    case condition
    /// If the member `ordinal` is there, `node`.
    case ifPresent
    /// If the member `ordinal` is there, the members with the ordinals in `nodes` are too.
    case requires
    /// The names of members satisfy `node`.
    case names
    /// From `minimum` to `maximum` elements satisfy `node`; -1 is satisfied by any.
    case contains
    /// The members that nothing has looked at satisfy `node`.
    case unevaluatedMembers
    /// The elements that nothing has looked at satisfy `node`.
    case unevaluatedElements
  }

  var operation: Operation
  /// For `contains`: the rule of too few, and of too many.
  var rule: Int32 = -1
  var secondRule: Int32 = -1
  var node: Int32 = -1
  var then: Int32 = -1
  var otherwise: Int32 = -1
  /// A range of `nodeLists`.
  var nodes = TableRange()
  /// The members that the nodes ask for, in `nodeLists`: for each node how many groups there are, and for
  /// each group how many ordinals and these; one of each group must be there. Empty if none asks for any.
  var presence = TableRange()
  /// Whether that is all that they ask for.
  var isPresenceAll = false
  var ordinal: Int32 = -1
  var minimum = 1
  var maximum = Int.max
  /// For `unevaluated…`: an index into `collectors`.
  var collector: Int32 = -1
  /// For what is about the names of members: whether they may be secret.
  var isSecret = false
  /// How many alternatives the schema has, of which `nodes` are those for the kind of value.
  var alternatives: Int32 = 0
}
