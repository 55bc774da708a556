import JSONText
import SchemaRules
import Vectors

/// Implementations that judge right and say it wrong, give up early, or count in other units.
enum ReportMutants {
  static var all: [Mutant] {
    (reports + LengthUnits.all + refusals).map { name, change in
      Mutant("report/\(name)", name) { { change($0.answer, $0) } }
    } + rules
  }

  typealias Change = @Sendable (Answer, Subject) -> Answer

  /// The answer with a change of its findings; none left means valid.
  static func findings(_ answer: Answer, _ change: ([Finding]) -> [Finding]) -> Answer {
    guard answer.outcome == .invalid else { return answer }
    let findings = change(answer.findings)
    return findings.isEmpty ? Answer(.valid) : Answer(.invalid, findings)
  }

  static func mapping(_ change: @escaping @Sendable (Finding) -> Finding?) -> Change {
    { answer, _ in findings(answer) { $0.compactMap(change) } }
  }

  // MARK: Reports

  private static var reports: [(String, Change)] {
    let caps = (1...11).map { cap -> (String, Change) in
      ("at most \(cap) errors", { answer, _ in findings(answer) { Array($0.prefix(cap)) } })
    }
    let keywords = ["type", "required", "minLength", "maxLength", "pattern", "enum"]
    let lost = keywords.map { keyword -> (String, Change) in
      ("\(keyword) is never reported", mapping { $0.keyword == keyword ? nil : $0 })
    }
    let confused = keywords.flatMap { one in
      keywords.filter { $0 != one }.map { other -> (String, Change) in
        (
          "\(other) is said for \(one)",
          mapping { $0.keyword == one ? Finding($0.pointer, other) : $0 }
        )
      }
    }
    return caps + lost + confused + selections + pointers + additions + outcomes
  }

  private static var selections: [(String, Change)] {
    [
      ("the last error only", { answer, _ in findings(answer) { Array($0.suffix(1)) } }),
      (
        "the first error of each object",
        { answer, _ in findings(answer) { first($0, by: \.parent) } }
      ),
      (
        "the last error of each object",
        { answer, _ in findings(answer) { first($0.reversed(), by: \.parent) } }
      ),
      (
        "the first error of each field",
        { answer, _ in findings(answer) { first($0, by: \.pointer) } }
      ),
      (
        "the last error of each field",
        { answer, _ in findings(answer) { first($0.reversed(), by: \.pointer) } }
      ),
      (
        "the first error of each keyword",
        { answer, _ in findings(answer) { first($0, by: \.keyword) } }
      ),
      (
        "missing fields hide other errors",
        { answer, _ in findings(answer) { hiding($0, "required") } }
      ),
      ("wrong types hide other errors", { answer, _ in findings(answer) { hiding($0, "type") } }),
      ("a wrong enum hides other errors", { answer, _ in findings(answer) { hiding($0, "enum") } }),
      (
        "other errors hide missing fields",
        { answer, _ in findings(answer) { yielding($0, "required") } }
      ),
      ("other errors hide wrong types", { answer, _ in findings(answer) { yielding($0, "type") } }),
      (
        "other errors hide wrong patterns",
        { answer, _ in findings(answer) { yielding($0, "pattern") } }
      ),
      (
        "errors of an object hide those inside it",
        { answer, _ in
          findings(answer) { list in
            list.filter { finding in !list.contains { finding.parent.hasPrefix($0.parent + "/") } }
          }
        }
      ),
      (
        "errors inside an object hide its own",
        { answer, _ in
          findings(answer) { list in
            list.filter { finding in !list.contains { $0.parent.hasPrefix(finding.parent + "/") } }
          }
        }
      ),
      (
        "errors inside credentials are not reported",
        mapping { $0.pointer.contains("/credentials/") ? nil : $0 }
      ),
      (
        "errors outside credentials are not reported",
        mapping { $0.pointer.contains("/credentials") ? $0 : nil }
      ),
      (
        "missing fields inside credentials are one error",
        mapping { $0.pointer.contains("/credentials/") ? Finding($0.parent, "required") : $0 }
      ),
      (
        "one missing field of each object",
        { answer, _ in
          findings(answer) { list in
            list.filter { $0.keyword != "required" }
              + first(list.filter { $0.keyword == "required" }, by: \.parent)
          }
        }
      ),
      ("every error twice", { answer, _ in findings(answer) { $0 + $0 } }),
    ]
  }

  private static func first(_ list: [Finding], by key: (Finding) -> String) -> [Finding] {
    var seen: Set<String> = []
    return list.filter { seen.insert(key($0)).inserted }
  }

  private static func hiding(_ list: [Finding], _ keyword: String) -> [Finding] {
    let some = list.filter { $0.keyword == keyword }
    return some.isEmpty ? list : some
  }

  private static func yielding(_ list: [Finding], _ keyword: String) -> [Finding] {
    let others = list.filter { $0.keyword != keyword }
    return others.isEmpty ? list : others
  }

  /// Each rule of each body, one at a time, never reported.
  private static var rules: [Mutant] {
    Target.allCases.flatMap { target in
      target.schema.rules.filter { $0.keyword != .additionalProperties }.map { rule in
        let finding = Finding(rule.pointer.description, rule.keyword.rawValue)
        return Mutant("report/lost/\(rule.id)", "\(rule.id) is never reported", target: target) {
          { subject in findings(subject.answer) { $0.filter { $0 != finding } } }
        }
      }
    }
  }
}

extension Finding {
  /// The pointer of the object around the field.
  var parent: String {
    pointer.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(pointer[..<$0]) } ?? ""
  }

  /// The field's own name.
  var name: String {
    pointer.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(pointer[$0...].dropFirst()) } ?? ""
  }
}

extension Subject {
  /// The numbers of the document, as they are spelt.
  var numbers: [String] { value.map(Self.numbers) ?? [] }

  private static func numbers(_ value: JSONValue) -> [String] {
    switch value {
    case .number(let text): [text]
    case .object(let members): members.flatMap { numbers($0.value) }
    case .array(let elements): elements.flatMap(numbers)
    default: []
    }
  }
}
