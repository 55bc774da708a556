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

  private static func mapping(_ change: @escaping @Sendable (Finding) -> Finding?) -> Change {
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

  private static var pointers: [(String, Change)] {
    let texts: [(String, @Sendable (Finding) -> String)] = [
      ("without the slash", { String($0.pointer.dropFirst()) }),
      ("with dots", { $0.pointer.split(separator: "/").joined(separator: ".") }),
      ("with $ first", { "$" + $0.pointer.split(separator: "/").map { ".\($0)" }.joined() }),
      ("with # first", { "#" + $0.pointer }),
      ("of the parent", \.parent), ("of the root", { _ in "" }),
      ("with a slash behind", { $0.pointer + "/" }),
      ("of the last name", { "/" + ($0.pointer.split(separator: "/").last ?? "") }),
      ("in small letters", { $0.pointer.lowercased() }),
      (
        "without data",
        { $0.pointer.hasPrefix("/data") ? String($0.pointer.dropFirst(5)) : $0.pointer }
      ),
      (
        "without credentials",
        {
          $0.pointer.split(separator: "/").filter { $0 != "credentials" }.map { "/\($0)" }.joined()
        }
      ),
      (
        "with properties", { $0.pointer.split(separator: "/").map { "/properties/\($0)" }.joined() }
      ), ("with an index", { $0.pointer + "/0" }),
      ("as a slash for the root", { $0.pointer.isEmpty ? "/" : $0.pointer }),
      ("with data first", { "/data" + $0.pointer }),
    ]
    return texts.map { name, pointer -> (String, Change) in
      ("pointers \(name)", mapping { Finding(pointer($0), $0.keyword) })
    }
      + ["type", "required", "minLength", "maxLength", "pattern", "enum"].flatMap {
        keyword -> [(String, Change)] in
        [
          (
            "pointers of \(keyword) are of the parent",
            mapping { $0.keyword == keyword ? Finding($0.parent, keyword) : $0 }
          ),
          (
            "pointers of \(keyword) are of the root",
            mapping { $0.keyword == keyword ? Finding("", keyword) : $0 }
          ),
        ]
      }
  }

  /// Errors in addition to the right ones.
  private static var additions: [(String, Change)] {
    let bounds: [(String, String, [String])] = [
      ("a pattern", "pattern", ["name", "description", "prefix"]),
      ("a least length", "minLength", ["name"]),
      ("a greatest length", "maxLength", ["name", "description"]),
      ("a list of values", "enum", ["type"]),
      (
        "a requirement", "required",
        ["name", "type", "prefix", "credentials", "accessKey", "id", "data"]
      ),
    ]
    let more = bounds.map { name, keyword, fields -> (String, Change) in
      (
        "a wrong type breaks \(name) too",
        { answer, _ in
          findings(answer) { list in
            list.flatMap { finding in
              finding.keyword == "type" && fields.contains(finding.name)
                ? [finding, Finding(finding.pointer, keyword)] : [finding]
            }
          }
        }
      )
    }
    let inside: [(String, Change)] = [
      (
        "wrong or missing credentials lack their fields too",
        { answer, _ in
          findings(answer) { list in
            list.flatMap { finding in
              [finding]
                + (finding.name == "credentials"
                  ? ["accessKey", "secretKey", "bucketName", "region", "endpoint"].map {
                    Finding("\(finding.pointer)/\($0)", "required")
                  } : [])
            }
          }
        }
      ),
      (
        "missing credentials lack their fields too",
        { answer, _ in
          findings(answer) { list in
            list.flatMap { finding in
              [finding]
                + (finding == Finding(finding.pointer, "required") && finding.name == "credentials"
                  ? ["accessKey", "secretKey", "bucketName", "region", "endpoint"].map {
                    Finding("\(finding.pointer)/\($0)", "required")
                  } : [])
            }
          }
        }
      ),
      (
        "an object with errors has one too",
        { answer, _ in findings(answer) { $0 + [Finding("", "type")] } }
      ),
      (
        "a missing field is of the wrong type too",
        { answer, _ in
          findings(answer) {
            $0.flatMap { $0.keyword == "required" ? [$0, Finding($0.pointer, "type")] : [$0] }
          }
        }
      ),
      (
        "too short breaks the pattern too",
        { answer, _ in
          findings(answer) { list in
            Array(
              Set(
                list
                  + list.filter { $0.keyword == "minLength" }.map { Finding($0.pointer, "pattern") }
              ))
          }
        }
      ),
      (
        "too long breaks the pattern too",
        { answer, _ in
          findings(answer) { list in
            Array(
              Set(
                list
                  + list.filter { $0.keyword == "maxLength" }.map { Finding($0.pointer, "pattern") }
              ))
          }
        }
      ),
      (
        "a wrong type of the root lacks everything too",
        { answer, subject in
          guard answer.findings == [Finding("", "type")] else { return answer }
          let names =
            subject.target == .request ? ["name", "type", "prefix", "credentials"] : ["data"]
          return Answer(.invalid, answer.findings + names.map { Finding("/" + $0, "required") })
        }
      ),
    ]
    return more + inside
  }

  // MARK: Outcomes

  private static var outcomes: [(String, Change)] {
    [
      ("everything is valid", { _, _ in Answer(.valid) }),
      ("everything is invalid", { _, _ in Answer(.invalid, [Finding("", "type")]) }),
      ("everything is malformed", { _, _ in Answer(.malformed) }),
      ("nothing is judged", { _, _ in Answer(.unsupported) }),
      (
        "malformed is invalid",
        { answer, _ in
          answer.outcome == .malformed ? Answer(.invalid, [Finding("", "type")]) : answer
        }
      ),
      (
        "malformed is valid",
        { answer, _ in answer.outcome == .malformed ? Answer(.valid) : answer }
      ),
      (
        "malformed is not judged",
        { answer, _ in answer.outcome == .malformed ? Answer(.unsupported) : answer }
      ),
      (
        "invalid is malformed",
        { answer, _ in answer.outcome == .invalid ? Answer(.malformed) : answer }
      ),
      (
        "invalid without findings",
        { answer, _ in answer.outcome == .invalid ? Answer(.invalid) : answer }
      ),
      (
        "a document that is no object is malformed",
        { answer, _ in answer.findings == [Finding("", "type")] ? Answer(.malformed) : answer }
      ),
      (
        "not judged is valid",
        { answer, _ in answer.outcome == .unsupported ? Answer(.valid) : answer }
      ),
      (
        "not judged is invalid",
        { answer, _ in
          answer.outcome == .unsupported ? Answer(.invalid, [Finding("", "type")]) : answer
        }
      ),
    ]
  }

  /// Limits that others have.
  private static var refusals: [(String, Change)] {
    let depths = [2, 3, 4, 8, 16, 32, 64, 100, 128, 256, 300, 400, 500].map {
      bound -> (String, Change) in
      (
        "depth \(bound) at most",
        { answer, subject in
          subject.value.map { $0.depth > bound } ?? false ? Answer(.malformed) : answer
        }
      )
    }
    let sizes = [1, 4, 16, 32, 64, 100, 128, 256, 512, 1024].map { bound -> (String, Change) in
      (
        "\(bound) KiB at most",
        { answer, subject in subject.bytes.count > bound << 10 ? Answer(.unsupported) : answer }
      )
    }
    let numbers: [(String, Change)] = [
      (
        "numbers of a double",
        { answer, subject in
          subject.numbers.contains { Double($0)?.isInfinite ?? false } ? Answer(.malformed) : answer
        }
      ),
      (
        "numbers of 64 bits",
        { answer, subject in
          subject.numbers.contains {
            !$0.contains(".") && !$0.lowercased().contains("e") && Int64($0) == nil
          } ? Answer(.malformed) : answer
        }
      ),
      (
        "whole numbers",
        { answer, subject in
          subject.numbers.contains { $0.contains(".") } ? Answer(.malformed) : answer
        }
      ),
      (
        "no exponents",
        { answer, subject in
          subject.numbers.contains { $0.lowercased().contains("e") } ? Answer(.malformed) : answer
        }
      ),
      (
        "no capital E",
        { answer, subject in
          subject.numbers.contains { $0.contains("E") } ? Answer(.malformed) : answer
        }
      ),
      (
        "no negative zero",
        { answer, subject in
          subject.numbers.contains { $0.hasPrefix("-0") } ? Answer(.malformed) : answer
        }
      ),
      (
        "no plus sign in exponents",
        { answer, subject in
          subject.numbers.contains { $0.contains("+") } ? Answer(.malformed) : answer
        }
      ),
      (
        "exponents without leading zeros",
        { answer, subject in
          subject.numbers.contains { $0.lowercased().contains("e0") } ? Answer(.malformed) : answer
        }
      ),
      (
        "documents that are objects or arrays",
        { answer, subject in
          subject.value.map { $0.objectValue == nil && $0.arrayValue == nil } ?? false
            ? Answer(.malformed) : answer
        }
      ),
    ]
    return depths + sizes + numbers + StrictReaders.all
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
