import Vectors

/// Errors at the wrong place, and errors too many.
extension ReportMutants {
  static var pointers: [(String, Change)] {
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
  static var additions: [(String, Change)] {
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
}
