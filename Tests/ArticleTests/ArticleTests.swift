import APIOperations
import BackupDestinations
import Foundation
import JSONSchema
import SchemaExports
import SchemaRules
import Testing
import Vectors

/// The code in the articles comes from files that are compiled with the tests, and behaves as the articles claim.
@Suite("Articles")
struct ArticleTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
  static let sources = folder.deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources")

  /// The text of every article, by its path below `Sources`.
  static func articles() throws -> [(path: String, text: String)] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: sources.path)
    return try paths.filter { $0.contains(".docc/") && $0.hasSuffix(".md") }.sorted().map {
      ($0, try String(contentsOf: sources.appending(path: $0), encoding: .utf8))
    }
  }

  @Test func everySnippetIsShownAndCompiled() throws {
    let snippets = try FileManager.default
      .contentsOfDirectory(atPath: Self.folder.appending(path: "Snippets").path).sorted()
    let compiled = try snippets.map {
      try String(contentsOf: Self.folder.appending(path: "Snippets/\($0)"), encoding: .utf8)
    }
    let shown = try Self.articles().flatMap { article in
      article.text.components(separatedBy: "```swift\n").dropFirst().compactMap {
        $0.components(separatedBy: "```").first
      }
    }
    try #require(shown.count >= 5)
    #expect(Set(shown) == Set(compiled))
  }

  /// The start page of `make docs` links to every article and nothing else.
  @Test func startPageLinksToArticles() throws {
    let page = Self.sources.deletingLastPathComponent().appending(path: "scripts/docs-index.html")
    let links = try String(contentsOf: page, encoding: .utf8).matches(of: /href="([^"]+)"/).map {
      String($0.1)
    }
    let pages = try Self.articles().map { article in
      // The page of a library has its name.
      let parts = article.path.lowercased().split(separator: "/")
      let name = parts.last?.dropLast(3) ?? ""
      return "documentation/" + (name == parts[0] ? "" : "\(parts[0])/") + "\(name)/"
    }
    let articles = pages.filter { $0.split(separator: "/").count == 3 }
    try #require(articles.count >= 5)
    #expect(Set(links).isSuperset(of: articles))
    #expect(Set(pages + ["documentation/"]).isSuperset(of: links))
  }

  @Test func replies() {
    let valid = Array(AddBackupDestination.completedRequest.json.utf8)
    guard case .added(let request) = reply(toBody: valid) else {
      Issue.record("not added")
      return
    }
    #expect(request.name == "Example Backup Destination")
    let page = Array(AddBackupDestination.exampleRequest.json.utf8)
    guard case .refused(422, let problems) = reply(toBody: page) else {
      Issue.record("not refused")
      return
    }
    #expect(problems["/prefix"] == ["/prefix is required"])
    guard case .refused(400, let faults) = reply(toBody: Array("{".utf8)) else {
      Issue.record("not refused")
      return
    }
    #expect(faults[""]?.count == 1)
    #expect(countValid([valid, page, valid]) == 2)
  }

  static let orders: [(json: String, errors: [String])] = [
    (#"{"number":"N1234","lines":[{"article":"Tea","pieces":2}]}"#, []),
    (
      #"{"number":"N1","lines":[{"article":"","pieces":1.5}],"gift":true}"#,
      [
        "order/number/pattern", "order/lines/*/article/minLength", "order/lines/*/pieces/type",
        "order/additionalProperties",
      ]
    ),
  ]

  @Test(arguments: orders)
  func ordersAreChecked(json: String, errors: [String]) {
    #expect(Order.validator.validate(json).errors.map(\.rule.id) == errors)
  }

  static let bookings: [(json: String, errors: [String])] = [
    (
      #"{"day":"2027-02-28","guests":2,"deposit":0.10,"note":null,"rooms":[7],"rates":{"EUR":1},"#
        + #""payment":{"method":"card","number":"4"}}"#, []
    ),
    (
      #"{"day":"2027-02-29","guests":0,"rooms":[],"payment":{"method":"card"}}"#,
      [
        "booking/day/format", "booking/guests/minimum", "booking/rooms/minItems",
        "booking/payment/oneOf/card/number/required",
      ]
    ),
  ]

  @Test(arguments: bookings)
  func bookingsAreChecked(json: String, errors: [String]) {
    #expect(Booking.validator.validate(json).errors.map(\.rule.id) == errors)
  }

  @Test func ordersAreRendered() {
    #expect(PlaceOrder.page.contains("id=\"order/lines/*/pieces/type\""))
    #expect(PlaceOrder.openAPI.ledger.losses.contains { $0.id == "duplicate-keys" })
  }

  @Test func errorsAreRead() throws {
    let document = Array("{\n  \"number\": \"N1\", \"lines\": []}".utf8)
    let error = try #require(Order.validator.validate(document).errors.first)
    #expect(
      line(for: error, in: document) == """
        2:13: /number must match the pattern ^N[0-9]{4}$ [order/number/pattern]: The whole text \
        is: "N", then 4 of 0–9. Documented: the page states it.
        """)
  }

  @Test func schemasAreRead() throws {
    let schema = Array(#"{"required": ["weight"]}"#.utf8)
    #expect(try problems(in: Array("{}".utf8), by: schema) == ["/weight is required"])
    #expect(throws: JSONSchemaError.self) {
      try problems(in: [], by: Array(#"{"required": 1}"#.utf8))
    }
  }

  @Test func vectorsAreRun() throws {
    let folder = Self.sources.deletingLastPathComponent().appending(path: "vectors")
    let corpus = try CorpusFolder(path: folder.path)
      .load(builtIns: AddBackupDestination.operation.schemas)
    let library = try LibraryChecker(corpus.bodies)
    #expect(mistakes(of: library, in: corpus) == [])
    #expect(mistakes(of: YourChecker(), in: corpus).count > corpus.vectors.count / 2)
  }
}
