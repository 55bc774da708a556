import JSONText

extension ValidationPass {
  /// Notes that a rule is broken.
  @inline(never)
  mutating func report(_ rule: Int32, _ actual: FieldError.Actual, _ range: Range<Int>) {
    guard result.errors.count < limits.errors else {
      result.omittedErrorCount += 1
      return
    }
    let rule = unsafe compiled.rules[Int(rule)]
    result.errors.append(
      FieldError(
        rule: rule, pointer: unsafe rule.pointer(at: workspace.indices), actual: actual,
        byteRange: range))
  }

  /// Notes a member that the schema does not name, as the object's policy asks.
  @inline(never)
  mutating func report(unknown name: StringToken, in index: Int) {
    let object = tables.nodes[index]
    let isError = object.unknownFields == .reject
    guard (isError ? result.errors : result.warnings).count < limits.errors else {
      if isError { result.omittedErrorCount += 1 } else { result.omittedWarningCount += 1 }
      return
    }
    let rule = unsafe compiled.rules[Int(object.additionalPropertiesRule)]
    let place = unsafe rule.pointer(at: workspace.indices)
    let error = FieldError(
      rule: rule,
      // A name inside a secret may be one itself.
      pointer: object.isSecret ? place : place.appending(cursor.string(name)),
      actual: .unspecified, byteRange: name.byteRange)
    if isError { result.errors.append(error) } else { result.warnings.append(error) }
  }

  /// Notes that a container beyond the limit opens at an offset.
  @inline(never)
  mutating func noteDepth(at offset: Int) {
    note(.document(.depth, bound: limits.json.depth), at: .root, offset..<(offset + 1))
  }

  /// Notes that a limit was hit; the first one counts.
  mutating func note(_ limit: ExceededLimit.Name, at pointer: JSONPointer, _ range: Range<Int>) {
    result.noteFirst(ExceededLimit(name: limit, pointer: pointer, byteRange: range))
  }
}
