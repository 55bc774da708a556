import JSONText

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Memory that validation needs in addition to the document's bytes, reused for the next document.
///
/// One thread at a time can use it, for any number of documents and validators. Once it is warm, validating a valid
/// document does not allocate. Calls without a workspace use that of the calling thread, so create one only to control
/// when the memory is freed.
public final class ValidationWorkspace {
  let pointer = WorkspacePointer()

  /// Creates an empty workspace.
  public init() {}

  deinit {
    pointer.deallocate()
  }
}

extension ValidationWorkspace {
  /// The length of the longest document, in bytes, for which a thread's own workspace is used. A longer document gets
  /// a new workspace, whose cost is small compared with the walk.
  private static let pooledBytes = 1 << 24

  /// The key of each thread's workspace, which is freed with the thread; nil if there are no keys left.
  private static let key: pthread_key_t? = {
    var key = pthread_key_t()
    let code = unsafe pthread_key_create(&key) { pointer in
      let pointer: UnsafeMutableRawPointer? = unsafe pointer
      if let pointer = unsafe pointer {
        unsafe Unmanaged<ValidationWorkspace>.fromOpaque(pointer).release()
      }
    }
    return code == 0 ? key : nil
  }()

  /// Calls a closure with the thread's workspace. The closure must not call this function.
  @inline(__always)
  static func withPooled<Value>(
    for bytes: RawSpan, _ body: (ValidationWorkspace) -> Value
  ) -> Value {
    guard bytes.byteCount <= pooledBytes, let key else { return body(ValidationWorkspace()) }
    if let pointer = unsafe pthread_getspecific(key) {
      // Sound: the thread owns the workspace and runs only `body` in the meantime.
      return unsafe Unmanaged<ValidationWorkspace>.fromOpaque(pointer)
        ._withUnsafeGuaranteedRef { body($0) }
    }
    let workspace = ValidationWorkspace()
    let kept = unsafe Unmanaged.passRetained(workspace)
    if unsafe pthread_setspecific(key, kept.toOpaque()) != 0 { unsafe kept.release() }
    return body(workspace)
  }
}

/// A pointer to the memory of a workspace, so a walk need not count references.
///
/// Marked safe because the memory is freed with the workspace, which the caller keeps alive until the walk ends.
@safe struct WorkspacePointer: BitwiseCopyable {
  private let base: UnsafeMutablePointer<WorkspaceMemory>

  init() {
    unsafe base = .allocate(capacity: 1)
    unsafe base.initialize(to: WorkspaceMemory())
  }

  func deallocate() {
    unsafe base.deinitialize(count: 1)
    unsafe base.deallocate()
  }

  var memory: WorkspaceMemory {
    @inline(__always) unsafeAddress { unsafe UnsafePointer(base) }
    @inline(__always) nonmutating unsafeMutableAddress { unsafe base }
  }
}

/// The contents of a workspace.
struct WorkspaceMemory: ~Copyable {
  var scratch = JSONScratch()
  /// The properties that were seen of large open objects.
  var presence = PresenceBits()
  /// The nodes that apply to members by patterns of their names; those of the innermost object come last.
  var nodes: [Int32] = []
  /// The maximum number of nodes and of items whose memory is kept for the next document.
  private static let mostKept = 1 << 14
  /// The members and elements of values with `unevaluated…` keywords; those of the innermost value come last.
  var items: [ValidationPass.Item] = []
  /// The members that decide how to check the current object.
  var discriminating = DiscriminatingMembers()
  var verdicts = RememberedVerdicts()
  var containerEnds = ContainerEnds()
  var uniqueItems = UniqueItems()
  var comparer = ValueComparer()
  var findings = Findings()
  /// The number of documents that were started.
  var documentCount = 0

  /// Forgets the previous document and returns the number of the next one.
  @inline(__always)
  mutating func begin() -> Int {
    if nodes.capacity > Self.mostKept { nodes = [] }
    if items.capacity > Self.mostKept { items = [] }
    verdicts.forget()
    containerEnds.forget()
    documentCount &+= 1
    return documentCount
  }

  /// Turns the findings into a result and prepares for the next document.
  @inline(never)
  mutating func takeResult(_ cursor: JSONCursor) -> ValidationResult {
    findings.complete(cursor)
    findings.lastOrder = 0
    let result = ValidationResult(taking: &findings)
    if result.outcome == .malformed || result.outcome == .indeterminate {
      // The document may be incomplete.
      scratch.reset()
      presence = PresenceBits()
      nodes.removeAll(keepingCapacity: true)
      items.removeAll(keepingCapacity: true)
    }
    return result
  }
}
