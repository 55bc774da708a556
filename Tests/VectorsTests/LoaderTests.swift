import JSONText
import Testing
import Vectors

@Suite("The loader")
struct LoaderTests {
  /// A change of the corpus that must not go unnoticed.
  struct Damage: CustomTestStringConvertible, Sendable {
    let name: String
    /// What the error must say.
    let says: String
    let change: @Sendable (CorpusFolder) throws -> Void

    var testDescription: String { name }

    /// A source file with one text in place of another.
    static func replacing(
      _ name: String, says: String, _ one: String, _ other: String
    ) -> Damage {
      Damage(name: name, says: says) { folder in
        let text = String(decoding: try folder.read("page/examples.json"), as: UTF8.self)
        let changed = text.split(separator: one, omittingEmptySubsequences: false)
        #expect(changed.count > 1)
        let start = changed.prefix(1).joined() + other
        try folder.write(
          Array((start + changed.dropFirst().joined(separator: one)).utf8), to: "page/examples.json"
        )
      }
    }

    static func file(_ name: String, says: String, _ path: String, _ text: String) -> Damage {
      Damage(name: name, says: says) { try $0.write(Array(text.utf8), to: path) }
    }
  }

  static let damages: [Damage] = [
    .file("an empty file", says: "missing or empty", "page/examples.json", ""),
    .file("a file that is no JSON", says: "not JSON", "page/examples.json", "{"),
    .file("an empty version", says: "missing or empty", "VERSION", ""),
    .file("empty choices", says: "not empty", "choices.json", #"{"about":"x","axes":[]}"#),
    .file(
      "a file without vectors", says: "not empty", "more/file.json",
      #"{"$schema":"../vector-format.schema.json","title":"t","about":"a","vectors":[]}"#),
    .replacing("an unknown member", says: "unknown member", #""why":"#, #""whi":1,"why":"#),
    .replacing("an unknown member of a file", says: "unknown member", #""title""#, #""titel""#),
    .replacing("a missing target", says: "unknown member", #""target":"#, #""targett":"#),
    .replacing("an unknown target", says: "unknown target", #""request""#, #""requests""#),
    .replacing(
      "an empty reason", says: "not empty", #""why":"Only what is required, each value as short"#,
      #""why":"","tags":["x"],"input":{"json":1},"expect":"valid","basis":"documented"},{"why":"a"#),
    .replacing("an id of another form", says: "an id is", #""id":"v"#, #""id":"w"#),
    .replacing("an unknown basis", says: "unknown basis", #""contradicted""#, #""guessed""#),
    .replacing("an unknown rule", says: "unknown rule", "/name/type\"", "/name/typ\""),
    .replacing("an unknown input", says: "unknown member", #""json""#, #""yaml""#),
    .replacing(
      "an unknown expectation", says: "unknown expectation", #""expect":"valid""#, #""expect":"ok""#
    ),
    .replacing(
      "refused without a choice", says: "needs a choice", #""expect":"valid""#,
      #""expect":"refused""#),
    .replacing(
      "both an expectation and a choice", says: "exactly one", #""expect":"#,
      #""choice":1,"expect":"#),
    Damage(name: "the same id twice", says: "stands in") { folder in
      try folder.write(try folder.read("page/examples.json"), to: "page/more.json")
    },
    Damage(name: "an id with a tombstone", says: "stands in tombstones.json") { folder in
      let corpus = try TestCorpus.load()
      let id = try #require(
        corpus.files.first { $0.path == "page/examples.json" }?.vectors.first?.id)
      let text = #"{"about":"x","tombstones":[{"id":"\#(id)","since":"1.0.0","why":"w"}]}"#
      try folder.write(Array(text.utf8), to: "tombstones.json")
    },
  ]

  @Test("refuses", arguments: damages)
  func refuses(_ damage: Damage) throws {
    let copy = try TestCorpus.copy(changing: damage.change)
    do throws(CorpusError) {
      _ = try copy.corpus.load()
      Issue.record("loaded")
    } catch {
      #expect(error.description.contains(damage.says), "\(error)")
    }
  }

  @Test("loads what is whole")
  func loads() throws {
    let copy = try TestCorpus.copy { _ in }
    let corpus = try copy.corpus.load()
    #expect(corpus.files.count == 2)
  }

  @Test("refuses a folder that is not there, and one without vectors")
  func missing() throws {
    #expect(throws: CorpusError.self) { try CorpusFolder(path: "/no/such/folder").load() }
  }

  @Test(
    "reads back the bytes that it writes",
    arguments: [[], [0], [0, 255], [1, 2, 3], [255, 254, 253, 252]] as [[UInt8]])
  func base64(_ bytes: [UInt8]) {
    #expect(Base64.decoding(Base64.encoding(bytes)) == bytes)
  }

  @Test(
    "refuses what is no base64",
    arguments: ["A", "AA", "AA=", "AB==", "A===", "AA==AA==", "AAA*", " "])
  func noBase64(_ text: String) {
    #expect(Base64.decoding(text) == nil)
  }
}
