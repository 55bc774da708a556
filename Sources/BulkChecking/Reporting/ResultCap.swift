/// Joins the results of a report, one per line, up to the number that the report's consumers accept.
package struct ResultCap: Sendable {
  /// The number of further lines allowed for each start of a line; a line counts for the first start that matches.
  private var left: [(start: [UInt8], count: Int)]
  private let separator: [UInt8]
  private var hasResult = false

  /// - Parameter separator: The text between two results, before the line of the second one.
  init(_ most: KeyValuePairs<String, Int>, separator: String = "") {
    left = most.map { (Array($0.key.utf8), $0.value) }
    self.separator = Array(separator.utf8)
  }

  /// The results of a report that still fit; `omitted` counts the others.
  mutating func admitted(_ report: [UInt8], _ omitted: inout Int) -> [UInt8] {
    var admitted: [UInt8] = []
    for line in report.split(separator: UInt8(ascii: "\n")) {
      if let kind = left.firstIndex(where: { line.starts(with: $0.start) }) {
        guard left[kind].count > 0 else {
          omitted += 1
          continue
        }
        left[kind].count -= 1
      }
      if hasResult { admitted.append(contentsOf: separator) }
      hasResult = true
      admitted.append(contentsOf: line)
      admitted.append(UInt8(ascii: "\n"))
    }
    return admitted
  }
}
