import JSONText

/// The findings about a document so far.
struct Findings {
  /// The reason why a document has no verdict from the rules.
  enum Obstacle: Hashable {
    case fault(JSONFault)
    case limit(ExceededLimit)
  }

  /// An error or a warning whose pointer is still unknown.
  struct UnresolvedPlace {
    let index: Int
    let isError: Bool
    var offset: Int
    /// The name of a member that is missing there.
    var name: String?
  }

  /// A limit that was exceeded before the result of a rule was known. It matters only if the rule does.
  struct OpenLimit {
    let kind: ExceededLimit.Kind
    let pointer: JSONPointer?
    let byteRange: Range<Int>
    let offset: Int
    /// The number of the document that exceeded the limit.
    let document: Int
  }

  var errors: [FieldError] = []
  var warnings: [FieldError] = []
  var places: [UnresolvedPlace] = []
  var omittedErrorCount = 0
  var omittedWarningCount = 0
  var obstacle: Obstacle?
  var openLimit: OpenLimit?
  /// Whether errors were found while values were read again, so they are not in document order.
  var isUnordered = false
  /// The sort key of the last error.
  var lastOrder = 0

  /// Whether there are findings other than errors.
  var hasRemarks: Bool {
    if case nil = obstacle { !warnings.isEmpty || omittedWarningCount > 0 } else { true }
  }

  var outcome: ValidationResult.Outcome {
    switch obstacle {
    case .fault: .malformed
    case .limit: .indeterminate
    case nil: errors.isEmpty && omittedErrorCount == 0 ? .valid : .invalid
    }
  }

  /// Gives every error its pointer, sorts the errors into document order, and removes duplicates.
  @inline(__always)
  mutating func complete(_ cursor: JSONCursor) {
    if !places.isEmpty { resolve(cursor) }
    if isUnordered { sortErrors() }
  }

  @inline(never)
  private mutating func sortErrors() {
    let sorted = errors.enumerated().sorted {
      ($0.element.order, $0.offset) < ($1.element.order, $1.offset)
    }.map(\.element)
    // If two nodes have the same requirement, report it once.
    var seen: Set<FieldError> = []
    errors = sorted.filter { seen.insert($0).inserted }
    isUnordered = false
  }

  @inline(never)
  private mutating func resolve(_ cursor: JSONCursor) {
    if case .fault = obstacle {
      // The errors will not be reported.
      places.removeAll(keepingCapacity: true)
      return
    }
    var resolver = PointerResolver(cursor)
    for place in places.sorted(by: { $0.offset < $1.offset }) {
      var pointer = resolver.pointer(at: place.offset)
      if let name = place.name { pointer = pointer.appending(name) }
      if place.isError {
        errors[place.index].pointer = pointer
      } else {
        warnings[place.index].pointer = pointer
      }
    }
    places.removeAll(keepingCapacity: true)
  }
}
