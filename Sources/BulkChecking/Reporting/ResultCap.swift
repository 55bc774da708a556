/// Joins the results of a report, which are a line each, and keeps as many of them as the report's consumers
/// take.
package struct ResultCap: Sendable {
  /// How many lines with each of some starts there may still be; a line counts for the first one it has.
  private var left: [(start: [UInt8], count: Int)]
  private let separator: [UInt8]
  private var hasResult = false

  /// - Parameter separator: What stands between two results, in front of the second one's line.
  init(_ most: KeyValuePairs<String, Int>, separator: String = "") {
    left = most.map { (Array($0.key.utf8), $0.value) }
    self.separator = Array(separator.utf8)
  }

  /// The results of a report for which there is room; `omitted` counts the others.
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
