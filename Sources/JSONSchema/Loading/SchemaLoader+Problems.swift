import JSONText

extension SchemaLoader {
  /// A problem before its line and column are known.
  struct Finding: Hashable {
    let document: Int
    let byteRange: Range<Int>
    let pointer: JSONPointer
    let keyword: String?
    let message: String
    var kind = SchemaProblem.Kind.invalidSchema
  }

  /// Reports a problem with a value or with a member name.
  mutating func report(
    _ message: String, at place: Place, keyword: String? = nil,
    kind: SchemaProblem.Kind = .invalidSchema, isAboutName: Bool = false
  ) {
    guard problems.count < options.limits.problems else { return }
    if isAboutName {
      problems.append(finding(message, aboutNameOf: place, keyword: keyword, kind))
      return
    }
    let value = documents[place.document].outline.values[place.value]
    let isContainer = value.kind == .object || value.kind == .array
    let start = Int(value.start)
    problems.append(
      Finding(
        document: place.document, byteRange: start..<(isContainer ? start + 1 : Int(value.end)),
        pointer: documents[place.document].outline.pointer(of: place.value), keyword: keyword,
        message: message, kind: kind))
  }

  /// Warns about a likely mistake in a member, at its name.
  mutating func warn(
    _ message: String, at member: Place, keyword: String?, kind: SchemaProblem.Kind
  ) {
    warnings.append(finding(message, aboutNameOf: member, keyword: keyword, kind))
  }

  private func finding(
    _ message: String, aboutNameOf member: Place, keyword: String?, _ kind: SchemaProblem.Kind
  ) -> Finding {
    let outline = documents[member.document].outline
    let value = outline.values[member.value]
    return Finding(
      document: member.document,
      byteRange: max(Int(value.nameStart) - 1, 0)..<max(Int(value.nameEnd) + 1, 0),
      pointer: outline.pointer(of: member.value), keyword: keyword, message: message,
      kind: kind)
  }

  /// Whether another warning about a text from the caller can be added.
  func wantsWarnings(about document: Int) -> Bool {
    warnings.count < options.limits.problems && !documents[document].isBundled
  }

  func throwProblems() throws(JSONSchemaError) {
    guard problems.isEmpty else { throw JSONSchemaError(problems: rendered(problems)) }
  }

  /// The problems with their lines and columns, in the order of the texts.
  func rendered(_ findings: [Finding]) -> [SchemaProblem] {
    let sorted = findings.enumerated().sorted {
      ($0.element.document, $0.element.byteRange.lowerBound, $0.offset)
        < ($1.element.document, $1.element.byteRange.lowerBound, $1.offset)
    }.map(\.element)
    var result: [SchemaProblem] = []
    var rest = sorted[...]
    while let index = rest.first?.document {
      let outline = documents[index].outline
      unsafe outline.source.withUnsafeBytes { bytes in
        let lines = unsafe SourceIndex(bytes)
        for finding in rest.prefix(while: { $0.document == index }) {
          let range = outline.sourceRange(of: finding.byteRange)
          result.append(
            SchemaProblem(
              kind: finding.kind, document: outline.name, byteRange: range,
              location: unsafe lines.location(of: range.lowerBound, in: bytes),
              pointer: finding.pointer, keyword: finding.keyword, message: finding.message))
        }
      }
      rest = rest.drop { $0.document == index }
    }
    return result
  }
}
