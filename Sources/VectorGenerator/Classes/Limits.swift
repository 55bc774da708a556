import JSONText
import Vectors

/// Depth and size.
enum Limits {
  static var files: [DraftFile] {
    [
      DraftFile(
        path: "limits/depth.json", title: "Nesting",
        about: "In fields of the wrong type, so that unknown members play no part.", drafts: depth),
      DraftFile(
        path: "limits/size.json", title: "Size",
        about: "Long texts, many members, long numbers.", drafts: size),
    ]
  }

  private static let depths = [
    2, 3, 5, 8, 15, 17, 33, 50, 65, 90, 101, 129, 200, 257, 400, 512, 513, 1_100, 5_000, 10_100,
    100_000,
  ]

  private static var depth: [Draft] {
    let kinds: [(String, String, String, String)] = [
      ("arrays", "[", "", "]"), ("objects", "{\"a\":", "1", "}"),
      ("both", "[{\"a\":", "null", "}]"),
    ]
    let template = Template(.request, "/name")
    let inField = depths.flatMap { depth in
      kinds.compactMap { kind, open, middle, close -> Draft? in
        let perUnit = kind == "both" ? 2 : 1
        guard kind == "arrays" || (depth - 1) % perUnit == 0, kind == "arrays" || depth < 20_000
        else { return nil }
        let times = (depth - 1) / perUnit
        return Draft(
          "depth/\(kind)/\(depth)", .request,
          "\(depth) containers inside one another, \(kind), the outermost the document.",
          .recipe([
            .text(template.before), .nested(open: open, middle: middle, close: close, times: times),
            .text(template.after),
          ]), rules: [Finding("/name", "type")], tags: ["depth"], axis: Choices.depth
        ) { stance in
          if let bound = stance.depthBound, depth > bound { return .refused }
          return .invalid([Finding("/name", "type")])
        }
      }
    }
    let alone = [17, 65, 129, 513, 10_100, 100_000].map { depth in
      Draft(
        "depth/document/\(depth)", .request, "A document of \(depth) arrays inside one another.",
        .recipe([.nested(open: "[", middle: "", close: "]", times: depth)]),
        rules: [Finding("", "type")], tags: ["depth"]
      ) { stance in
        if let bound = stance.depthBound, depth > bound { return .refused }
        return .invalid([Finding("", "type")])
      }
    }
    let wrong: [(String, depth: Int, [RecipePart])] = [
      ("100000 opening brackets", 100_000, [.repeated("[", times: 100_000)]),
      ("100000 opening braces", 100_000, [.repeated("{\"a\":", times: 100_000)]),
      ("100 opening brackets", 100, [.repeated("[", times: 100)]),
      ("100 closing brackets", 0, [.repeated("]", times: 100)]),
      (
        "one closing bracket too few", 100,
        [.nested(open: "[", middle: "", close: "]", times: 100), .text(",")]
      ),
      (
        "one closing bracket too many", 100,
        [.nested(open: "[", middle: "", close: "]", times: 100), .text("]")]
      ),
    ]
    return inField + alone
      + wrong.map { why, depth, parts in
        Draft(
          "depth/wrong/\(why)", .request, "No document at any depth: \(why).", .recipe(parts),
          tags: ["depth"], axis: Choices.depth
        ) { stance in
          // Who stops at a bound never sees the fault behind it. Bounds are about so many: a reader
          // may stop at the last container of 100.
          if let bound = stance.depthBound, depth >= bound { return .refused }
          return .malformed
        }
      }
  }

  private static var size: [Draft] {
    func repeating(
      _ key: String, _ field: String, _ unit: String, _ count: Int, end: String = "",
      findings: [Finding]
    ) -> Draft {
      let parts = Template(.request, field).filledWithString(
        .repeated(unit, times: count), .text(end))
      return Draft(
        "size/\(key)", .request, "\(count * unit.utf8.count) bytes of text in \(field).",
        .recipe(parts.filter { $0 != .text("") }), rules: findings, tags: ["size"]
      ) { _ in findings.isEmpty ? .valid : .invalid(findings) }
    }
    let long = Finding("/description", "maxLength")
    let sizes = [10_000, 60_000, 80_000, 150_000, 400_000, 1_200_000]
    let texts =
      sizes.map { repeating("secret/\($0)", "/credentials/secretKey", "k", $0, findings: []) }
      + sizes.prefix(4).map {
        repeating("description/\($0)", "/description", "a", $0, findings: [long])
      }
      + sizes.prefix(3).map {
        repeating("name/\($0)", "/name", "a", $0, findings: [Finding("/name", "maxLength")])
      }
      + [
        repeating("prefix/40000", "/prefix", "p", 40_000, end: "/", findings: []),
        repeating(
          "prefix/without slash", "/prefix", "p", 40_000, findings: [Finding("/prefix", "pattern")]),
        repeating("type/20000", "/type", "s3", 10_000, findings: [Finding("/type", "enum")]),
      ]
    let body = Body(.request).text
    let template = Template(.request, "/name")
    let wrongType = Expectation.invalid([Finding("/name", "type")])
    let others: [(String, [RecipePart], Expectation)] = [
      (
        "a number of 20000 digits",
        [.text(template.before + "1"), .repeated("0", times: 19_999), .text(template.after)],
        wrongType
      ),
      (
        "20000 decimal places",
        [.text(template.before + "0."), .repeated("1", times: 20_000), .text(template.after)],
        wrongType
      ),
      (
        "10000 elements",
        [
          .text(template.before + "[0"), .repeated(",0", times: 9_999), .text("]" + template.after),
        ], wrongType
      ),
      ("50000 spaces before the document", [.repeated(" ", times: 50_000), .text(body)], .valid),
      ("50000 spaces behind the document", [.text(body), .repeated(" ", times: 50_000)], .valid),
      (
        "2000 backslashes",
        Template(.request, "/credentials/secretKey").filledWithString(
          .repeated("\\\\", times: 2_000)), .valid
      ),
    ]
    return texts
      + others.map { why, parts, expectation in
        Draft("size/\(why)", .request, "\(why).", .recipe(parts), tags: ["size"]) { stance in
          // 20000 digits are more than a double can hold.
          why.hasSuffix("digits") && stance[Choices.numberRange] == "limited"
            ? .refused : expectation
        }
      }
  }
}
