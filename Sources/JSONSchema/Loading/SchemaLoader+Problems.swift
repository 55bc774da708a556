import JSONText

extension SchemaLoader {
  /// Notes a problem with a value.
  mutating func report(_ message: String, at place: Place, keyword: String? = nil) {
    guard problems.count < options.limits.problems else { return }
    problems.append(finding(message, at: place, keyword: keyword))
  }

  /// A problem with a value; its bytes are those of a scalar, and the first one of a container.
  func finding(_ message: String, at place: Place, keyword: String? = nil) -> Finding {
    let value = documents[place.document].outline.values[place.value]
    let isContainer = value.kind == .object || value.kind == .array
    let start = Int(value.start)
    return Finding(
      place: place, byteRange: start..<(isContainer ? start + 1 : Int(value.end)), keyword: keyword,
      message: message)
  }

  func throwProblems() throws(JSONSchemaError) {
    guard problems.isEmpty else { throw JSONSchemaError(problems: rendered(problems)) }
  }

  /// Problems with their lines and columns, in the order of the texts.
  func rendered(_ findings: [Finding]) -> [SchemaProblem] {
    var result: [SchemaProblem] = []
    let sorted = findings.enumerated().sorted {
      ($0.element.place.document, $0.element.byteRange.lowerBound, $0.offset)
        < ($1.element.place.document, $1.element.byteRange.lowerBound, $1.offset)
    }.map(\.element)
    var start = 0
    while start < sorted.count {
      let index = sorted[start].place.document
      let outline = documents[index].outline
      let end = sorted[start...].firstIndex { $0.place.document != index } ?? sorted.count
      unsafe outline.bytes.withUnsafeBytes { bytes in
        let lines = unsafe SourceIndex(bytes)
        for finding in sorted[start..<end] {
          result.append(
            SchemaProblem(
              document: outline.name, byteRange: finding.byteRange,
              location: unsafe lines.location(of: finding.byteRange.lowerBound, in: bytes),
              pointer: outline.pointer(of: finding.place.value), keyword: finding.keyword,
              message: finding.message))
        }
      }
      start = end
    }
    return result
  }
}
