import BackupDestinations
import Foundation
import SchemaRules
import Testing

/// Compares concurrent verdicts with those of one thread. `CONFORM_CONCURRENT_VERDICTS` sets their number.
@Suite("Validation by many threads")
struct ConcurrencyTests {
  /// Documents that are decided in different ways: by a fast path, by PCRE2, by the automaton, as invalid, as
  /// malformed.
  static let documents: [[UInt8]] = {
    let values = [
      "\"abc\"", "\"a b-c\"", "\"a\\u0020b\"", "\"\u{E9}\"", "\"ab \"", "12", "null", "\"",
      "\"\(String(repeating: "a ", count: 300))!\"", "\"\(String(repeating: "x", count: 90))\"",
    ]
    return ["name", "description", "type", "prefix", "credentials", "unknown"].flatMap { name in
      values.map { value in
        let others = [
          ("name", "\"abc\""), ("type", "\"s3\""), ("prefix", "\"p/\""),
          (
            "credentials",
            #"{"accessKey":"A","secretKey":"S","bucketName":"b","region":"r","endpoint":"e"}"#
          ),
        ].filter { $0.0 != name }
        let members = (others + [(name, value)]).map { "\"\($0.0)\":\($0.1)" }
        return Array("{\(members.joined(separator: ","))}".utf8)
      }
    }
  }()

  static let verdictCount =
    ProcessInfo.processInfo.environment["CONFORM_CONCURRENT_VERDICTS"].flatMap { Int($0) } ?? 20_000

  @Test func verdictsMatchOneThread() async throws {
    // Two validators, so several threads compete to build the parts that are built on first use.
    let validator = try Validator(AddBackupDestination.request)
    let other = try Validator(AddBackupDestination.request)
    let expected = Self.documents.map { other.validate($0) }
    #expect(Set(expected.map(\.outcome)) == [.valid, .invalid, .malformed])
    let tasks = 8
    let differences = await withTaskGroup(of: Int.self) { group in
      for task in 0..<tasks {
        group.addTask {
          var differences = 0
          for index in 0..<(Self.verdictCount / tasks) {
            let place = (index &+ task &* 7) % Self.documents.count
            let result = validator.validate(Self.documents[place])
            if result.outcome != expected[place].outcome || result.errors != expected[place].errors
            {
              differences += 1
            }
          }
          return differences
        }
      }
      return await group.reduce(0, +)
    }
    #expect(differences == 0)
  }
}
