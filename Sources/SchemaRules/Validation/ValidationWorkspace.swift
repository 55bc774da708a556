import JSONText

/// Memory that validation needs beyond the document's bytes, kept from one document to the next.
///
/// One thread uses it at a time, for any number of documents and validators; validating with a
/// workspace that is warm does not allocate for a valid document. Using it again inside the closure of
/// `Validator.read` traps: the values of a document are being read from it there.
public final class ValidationWorkspace {
  let pointer = WorkspacePointer()

  /// An empty workspace.
  public init() {}

  deinit {
    pointer.deallocate()
  }
}

/// Where a workspace's memory is: a pointer, so that a walk does not have to count references.
///
/// Marked safe because the memory is freed with the workspace, which whoever starts a walk keeps alive.
@safe struct WorkspacePointer: BitwiseCopyable {
  private let base: UnsafeMutablePointer<WorkspaceMemory>

  init() {
    unsafe base = .allocate(capacity: 1)
    unsafe base.initialize(to: WorkspaceMemory())
  }

  func deallocate() {
    memory.nameOffsets.deallocate()
    unsafe base.deinitialize(count: 1)
    unsafe base.deallocate()
  }

  var memory: WorkspaceMemory {
    @inline(__always) unsafeAddress { unsafe UnsafePointer(base) }
    @inline(__always) nonmutating unsafeMutableAddress { unsafe base }
  }
}

/// What a workspace consists of.
struct WorkspaceMemory: ~Copyable {
  var scratch = JSONScratch()
  /// Which properties of large open objects were seen.
  var presence = PresenceBits()
  /// The nodes that members by pattern satisfy, innermost object last.
  var nodes: [Int32] = []
  /// Memory for more nodes, or for more items, than this is given back before the next document.
  private static let mostKept = 1 << 14
  /// The members and elements of values of which some are unevaluated, innermost value last.
  var items: [ValidationPass.Item] = []
  /// The members that decide how the object at hand is checked, and where their values are.
  var discriminating: [(name: Int32, position: Int)] = []
  var verdicts = RememberedVerdicts()
  var containerEnds = ContainerEnds()
  var uniqueItems = UniqueItems()
  var comparer = ValueComparer()
  var findings = Findings()
  /// Where the opening quote of the name of each of a schema's properties was last seen, where values are to
  /// be read.
  ///
  /// Each document's offsets are counted from a number above all earlier ones, so that nothing has
  /// to be cleared in between: what is below the number is not this document's.
  ///
  /// Worked example: a first document of 100 bytes counts from 1, the next from 102. An offset of 52
  /// is then the first document's byte 51, and for the second one means "not seen".
  var nameOffsets = Table<Int>([])
  /// What the next document's offsets are counted from in `nameOffsets`.
  var nextOrigin = 1
  /// Whether the values of a document are being read by `nameOffsets`.
  var isLent = false

  /// Makes room for the names of a schema and returns what the offsets of a document are counted
  /// from: every name was seen below that.
  @inline(__always)
  mutating func begin(nameCount: Int, byteCount: Int) -> Int {
    precondition(!isLent, "a workspace is in use until the values of its document are read")
    if nodes.capacity > Self.mostKept { nodes = [] }
    if items.capacity > Self.mostKept { items = [] }
    verdicts.forget()
    containerEnds.forget()
    if nameOffsets.count < nameCount { makeRoom(count: nameCount) }
    let origin = nextOrigin
    nextOrigin += byteCount + 1
    return origin
  }

  @inline(never)
  private mutating func makeRoom(count: Int) {
    nameOffsets.deallocate()
    nameOffsets = Table([Int](repeating: 0, count: count))
  }

  /// Turns what was found into a result, and is ready for the next document.
  @inline(never)
  mutating func takeResult(_ cursor: JSONCursor) -> ValidationResult {
    findings.complete(cursor)
    findings.lastOrder = 0
    let result = ValidationResult(taking: &findings)
    if result.outcome == .malformed || result.outcome == .indeterminate {
      // The document may not have been read to its end.
      scratch.reset()
      presence = PresenceBits()
      nodes.removeAll(keepingCapacity: true)
      items.removeAll(keepingCapacity: true)
    }
    return result
  }
}
