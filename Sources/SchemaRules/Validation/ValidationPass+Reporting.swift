import JSONText

extension ValidationPass {
  /// A rule of the schema, by its index.
  func rule(_ index: Int32) -> Rule {
    unsafe compiled._withUnsafeGuaranteedRef { $0.rules[Int(index)] }
  }

  private var limits: ValidationLimits {
    unsafe compiled._withUnsafeGuaranteedRef { $0.limits }
  }

  /// Notes that a rule is broken.
  @inline(never)
  mutating func report(_ rule: Int32, _ actual: FieldError.Actual, _ range: Range<Int>) {
    hasFindings = true
    guard workspace.memory.findings.errors.count < errorLimit else {
      workspace.memory.findings.omittedErrorCount += 1
      return
    }
    let rule = self.rule(rule)
    workspace.memory.findings.errors.append(
      FieldError(
        rule: rule, pointer: rule.pointer(at: workspace.memory.indices), actual: actual,
        byteRange: range))
  }

  /// Notes a member that the schema does not name, as the object's policy asks.
  @inline(never)
  mutating func report(unknown name: StringToken, in index: Int) {
    hasFindings = true
    let object = tables.nodes[index]
    let isError = object.unknownFields == .reject
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
    let rule = self.rule(object.additionalPropertiesRule)
    let place = rule.pointer(at: workspace.memory.indices)
    let error = FieldError(
      rule: rule,
      // A name inside a secret may be one itself.
      pointer: object.isSecret ? place : place.appending(cursor.string(name)),
      actual: .unspecified, byteRange: name.byteRange)
    if isError {
      workspace.memory.findings.errors.append(error)
    } else {
      workspace.memory.findings.warnings.append(error)
    }
  }

  /// Notes that a container beyond the limit opens at an offset.
  @inline(never)
  mutating func noteDepth(at offset: Int) {
    note(.document(.depth, bound: limits.json.depth), at: .root, offset..<(offset + 1))
  }

  /// Notes that the document has more bytes than the limit allows.
  @inline(never)
  mutating func noteLength() {
    let bound = limits.json.documentBytes
    note(.document(.documentBytes, bound: bound), at: .root, bound..<bound)
  }

  /// Notes that a limit was hit; the first one counts.
  mutating func note(_ limit: ExceededLimit.Name, at pointer: JSONPointer, _ range: Range<Int>) {
    hasFindings = true
    guard workspace.memory.findings.obstacle == nil else { return }
    workspace.memory.findings.obstacle = .limit(
      ExceededLimit(name: limit, pointer: pointer, byteRange: range))
  }

  /// Notes that the document is no strict JSON, which counts more than any limit.
  @inline(never)
  mutating func note(_ fault: JSONFault) {
    hasFindings = true
    workspace.memory.findings.obstacle = .fault(fault)
  }
}
