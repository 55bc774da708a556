import JSONText
import Vectors

/// Texts on which a careless engine, or a careless rewriting of a pattern, backtracks for ever.
enum Backtracking {
  static var files: [DraftFile] {
    [
      DraftFile(
        path: "patterns/backtracking.json", title: "Guards against backtracking",
        about: "Each answer must come at once; a time-out is a failure.", drafts: drafts)
    ]
  }

  private static var drafts: [Draft] {
    let texts: [(String, String, [RecipePart], String)] = [
      ("letters and a wrong end", "/name", [.repeated("a", times: 99), .text("!")], "pattern"),
      ("30 letters and a wrong end", "/name", [.repeated("a", times: 30), .text("!")], "pattern"),
      ("50 parts and a wrong end", "/name", [.repeated("a-", times: 49), .text("a!")], "pattern"),
      ("50 parts and a separator", "/name", [.repeated("a-", times: 50)], "pattern"),
      (
        "50 parts with spaces and a wrong end", "/name", [.repeated("a ", times: 49), .text("!")],
        "pattern"
      ),
      (
        "25 long parts and a wrong end", "/name", [.repeated("aaa-", times: 24), .text("aaa!")],
        "pattern"
      ),
      (
        "many letters and a wrong end", "/name", [.repeated("a", times: 20_000), .text("!")],
        "maxLength pattern"
      ),
      (
        "many parts and a wrong end", "/name", [.repeated("a-", times: 5_000), .text("!")],
        "maxLength pattern"
      ),
      ("many parts", "/name", [.repeated("a-", times: 5_000), .text("a")], "maxLength"),
      ("many separators", "/name", [.repeated("-", times: 5_000)], "maxLength pattern"),
      (
        "200 characters and a wrong end", "/description", [.repeated("a", times: 199), .text("#")],
        "pattern"
      ),
      (
        "many characters and a wrong end", "/description",
        [.repeated("a b", times: 7_000), .text("#")], "maxLength pattern"
      ),
      ("many letters without a slash", "/prefix", [.repeated("a", times: 20_000)], "pattern"),
      (
        "many letters and a wrong end", "/prefix", [.repeated("a-_", times: 7_000), .text("/!")],
        "pattern"
      ),
      ("many slashes", "/prefix", [.repeated("a/", times: 5_000)], "pattern"),
      (
        "many escaped letters and a wrong end", "/name",
        [.repeated("\\u0061", times: 99), .text("!")], "pattern"
      ),
      (
        "alternating letters and digits and a wrong end", "/name",
        [.repeated("a1", times: 49), .text("!")], "pattern"
      ),
    ]
    return texts.map { why, field, parts, keywords in
      let findings = keywords.split(separator: " ").map { Finding(field, String($0)) }
      let template = Template(.request, field)
      return Draft(
        "backtracking\(field)/\(why)", .request, "\(why), in \(field).",
        .recipe([.text(template.before + "\"")] + parts + [.text("\"" + template.after)]),
        rules: findings, tags: ["backtracking"]
      ) { _ in .invalid(findings) }
    }
  }
}
