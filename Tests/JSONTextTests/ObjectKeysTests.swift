import JSONText
import Testing

@Suite("Names of large objects")
struct ObjectKeysTests {
  /// Sizes around the one at which names go into a hash table, and around the table's growth.
  @Test(arguments: [1, 2, 11, 12, 13, 14, 31, 32, 33, 63, 64, 65, 1000, 20_000])
  func duplicateAtTheEnd(count: Int) {
    let members = (0..<count).map { "\"k\($0)\":0" }.joined(separator: ",")
    #expect(JSONText.check(Array("{\(members)}".utf8)) == .wellFormed)
    for twice in Set([0, count / 2, count - 1]) {
      let document = "{\(members),\"k\(twice)\":0}"
      let first = (0..<twice).reduce(1) { $0 + "\"k\($1)\":0,".utf8.count }
      #expect(
        JSONText.check(Array(document.utf8))
          == malformed(.duplicateKey(firstOffset: first), at: members.utf8.count + 2))
    }
  }

  /// Large objects inside large objects share one table, which each leaves as it was.
  @Test func largeObjectsInsideLargeObjects() {
    let inner = "{" + (0..<40).map { "\"k\($0)\":0" }.joined(separator: ",") + "}"
    let middle = "{" + (0..<40).map { "\"k\($0)\":\(inner)" }.joined(separator: ",") + "}"
    let members = (0..<40).map { "\"k\($0)\":\(middle)" }.joined(separator: ",")
    #expect(JSONText.check(Array("{\(members)}".utf8)) == .wellFormed)
    guard
      case .malformed(let fault) = JSONText.check(Array("{\(members),\"k7\":0}".utf8)),
      case .duplicateKey = fault.reason
    else {
      Issue.record("the outer object's names got lost")
      return
    }
  }

  @Test func escapedNamesInALargeObject() {
    let members = (0..<100).map { "\"\\u006b\($0)\":0" }.joined(separator: ",")
    #expect(JSONText.check(Array("{\(members)}".utf8)) == .wellFormed)
    guard case .malformed(let fault) = JSONText.check(Array("{\(members),\"k99\":0}".utf8)) else {
      Issue.record("an escaped name is not recognised")
      return
    }
    #expect(fault.offset == members.utf8.count + 2)
  }

  /// A workspace that a fault left in the middle of objects starts the next document afresh.
  @Test func scratchIsCleanAfterAFault() {
    var scratch = JSONScratch()
    let limits = JSONLimits()
    let broken = Array(#"{"a":{"b":[{"c":"#.utf8)
    let good = Array(#"{"a":{"b":[{"c":1}]}}"#.utf8)
    for _ in 0..<3 {
      _ = unsafe broken.withUnsafeBytes {
        unsafe JSONText.check($0, limits: limits, scratch: &scratch)
      }
      let verdict = unsafe good.withUnsafeBytes {
        unsafe JSONText.check($0, limits: limits, scratch: &scratch)
      }
      #expect(verdict == .wellFormed)
    }
  }
}
