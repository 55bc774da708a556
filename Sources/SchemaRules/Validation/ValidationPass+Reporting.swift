import ECMARegex
import JSONText

extension ValidationPass {
  /// The position of an error in a document; its pointer is computed when needed.
  enum Place {
    /// The value that starts at an offset, or the member whose name starts there.
    case value(Int)
    /// A member that is missing from the object at an offset, as an index into `properties`.
    case missing(Int32, object: Int)
  }

  /// A limit that was exceeded before the result of a rule was known.
  enum OpenQuestion {
    /// Matching a pattern of a rule or of member names.
    case matching(MatchLimit, Int32?)
    case evaluation(bound: Int)
    case comparison(bound: Int)
  }

  private func rule(_ index: Int32) -> CompiledRule {
    unsafe compiled._withUnsafeGuaranteedRef { $0.rules[Int(index)] }
  }

  private var limits: ValidationLimits {
    unsafe compiled._withUnsafeGuaranteedRef { $0.limits }
  }

  /// Records that a rule is violated.
  @inline(__always)
  mutating func fail(
    _ rule: Int32, _ actual: FieldError.Actual, _ range: Range<Int>, _ place: Place,
    isAfterContents: Bool = false
  ) {
    failureCount &+= 1
    if isSilent {
      if failureCount == 1 { firstFailure = isAfterContents ? cursor.position : range.lowerBound }
    } else if errorLimit == 0 {
      hasFindings = true
      workspace.memory.findings.omittedErrorCount &+= 1
    } else {
      report(rule, actual, range, place, isAfterContents)
    }
  }

  @inline(never)
  private mutating func report(
    _ index: Int32, _ actual: FieldError.Actual, _ range: Range<Int>, _ place: Place,
    _ isAfterContents: Bool
  ) {
    hasFindings = true
    guard workspace.memory.findings.errors.count < errorLimit else {
      workspace.memory.findings.omittedErrorCount += 1
      return
    }
    let isMissing = if case .missing = place { true } else { false }
    let order = isMissing || isAfterContents ? cursor.position : range.lowerBound
    if isRereading || order < workspace.memory.findings.lastOrder {
      workspace.memory.findings.isUnordered = true
    }
    workspace.memory.findings.lastOrder = order
    // The closure copies only the parts that the error keeps.
    unsafe compiled._withUnsafeGuaranteedRef { compiled in
      let known = secretAnchor < 0 ? compiled.rules[Int(index)].pointer : nil
      if known == nil {
        workspace.memory.findings.places.append(unresolved(place, isError: true))
      }
      workspace.memory.findings.errors.append(
        FieldError(
          rule: compiled.rules[Int(index)].rule, pointer: known ?? .root, actual: actual,
          byteRange: range, order: order))
    }
  }

  private func unresolved(_ place: Place, isError: Bool) -> Findings.UnresolvedPlace {
    let findings = workspace.memory.findings
    var unresolved = Findings.UnresolvedPlace(
      index: isError ? findings.errors.count : findings.warnings.count, isError: isError, offset: 0)
    switch place {
    case .value(let offset): unresolved.offset = offset
    case .missing(let property, let object):
      let name = tables.properties[property].name
      unresolved.offset = object
      unresolved.name = unsafe String(
        decoding: tables.text.bytes(from: name.start, count: name.words.count), as: UTF8.self)
    }
    if secretAnchor >= 0 {
      // Names on the path may be secret.
      unresolved.offset = secretAnchor
      unresolved.name = nil
    }
    return unresolved
  }

  /// Records an undeclared member according to the object's policy.
  @inline(never)
  mutating func report(undeclared name: StringToken, in plan: Table<ObjectPlan>.Place, _ start: Int)
  {
    let isError = plan.element.undeclared.treatment == .reject
    if isError {
      failureCount += 1
      if failureCount == 1 { firstFailure = name.start - 1 }
    }
    if isSilent { return }
    hasFindings = true
    let count =
      isError ? workspace.memory.findings.errors.count : workspace.memory.findings.warnings.count
    guard count < errorLimit else {
      if isError {
        workspace.memory.findings.omittedErrorCount += 1
      } else {
        workspace.memory.findings.omittedWarningCount += 1
      }
      return
    }
    let rule = rule(plan.element.undeclared.rule)
    // A name inside a secret may itself be secret.
    var pointer = JSONPointer.root
    if let place = rule.pointer, secretAnchor < 0 {
      pointer = plan.element.isSecret ? place : place.appending(cursor.string(name))
    } else {
      let offset = plan.element.isSecret ? start : name.start - 1
      workspace.memory.findings.places.append(unresolved(.value(offset), isError: isError))
    }
    if isRereading { workspace.memory.findings.isUnordered = true }
    let error = FieldError(
      rule: rule.rule, pointer: pointer, actual: .unspecified, byteRange: name.byteRange,
      order: name.start - 1)
    if isError {
      workspace.memory.findings.errors.append(error)
    } else {
      workspace.memory.findings.warnings.append(error)
    }
  }

  // MARK: Limits and faults

  /// Records that a limit was exceeded before the result of a rule was known; it counts if the rule does.
  @inline(never)
  mutating func leaveOpen(_ question: OpenQuestion, at range: Range<Int>) {
    undecidedCount += 1
    // Keep the first one of this document; one of an earlier document may not have mattered.
    guard workspace.memory.findings.openLimit?.document != documentNumber else { return }
    let kind: ExceededLimit.Kind
    var pointer: JSONPointer?
    switch question {
    case .matching(let limit, let index):
      let rule = index.map { self.rule($0) }
      kind = .matching(limit, rule?.rule)
      pointer = rule?.pointer
    case .evaluation(let bound): kind = .evaluation(.depth, bound: bound)
    case .comparison(let bound): kind = .evaluation(.comparedDepth, bound: bound)
    }
    workspace.memory.findings.openLimit = Findings.OpenLimit(
      kind: kind, pointer: secretAnchor < 0 ? pointer : nil, byteRange: range,
      offset: secretAnchor < 0 ? range.lowerBound : secretAnchor, document: documentNumber)
  }

  /// Turns the open question into the obstacle to a verdict.
  @inline(never)
  mutating func noteOpenQuestion() {
    hasFindings = true
    guard let open = workspace.memory.findings.openLimit else { return }
    var pointer = open.pointer
    if pointer == nil {
      var resolver = PointerResolver(cursor)
      pointer = resolver.pointer(at: open.offset)
    }
    note(open.kind, at: pointer ?? .root, open.byteRange)
  }

  /// Records that the container at an offset exceeds the nesting limit.
  @inline(never)
  mutating func noteDepth(at offset: Int) {
    note(.document(.depth, bound: limits.json.depth), at: .root, offset..<(offset + 1))
  }

  /// Records that the document has more bytes than the limit allows.
  @inline(never)
  mutating func noteLength() {
    let bound = limits.json.documentBytes
    note(.document(.documentBytes, bound: bound), at: .root, bound..<bound)
  }

  /// Records that a limit was exceeded; the first one counts.
  private mutating func note(
    _ limit: ExceededLimit.Kind, at pointer: JSONPointer, _ range: Range<Int>
  ) {
    hasFindings = true
    guard workspace.memory.findings.obstacle == nil else { return }
    workspace.memory.findings.obstacle = .limit(
      ExceededLimit(kind: limit, pointer: pointer, byteRange: range))
  }

  /// Records that the document is not strict JSON, which takes precedence over any limit.
  @inline(never)
  mutating func note(_ fault: JSONFault) {
    hasFindings = true
    workspace.memory.findings.obstacle = .fault(fault)
  }
}
