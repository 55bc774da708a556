import JSONText
import Testing
import Vectors

@Suite("The loader")
struct LoaderTests {
  /// A change that makes the corpus invalid.
  struct Damage: CustomTestStringConvertible, Sendable {
    let name: String
    /// A part of the error's description.
    let says: String
    let change: @Sendable (CorpusFolder) throws -> Void

    var testDescription: String { name }

    /// Replaces a text in a source file.
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

  /// A source file with one vector, whose input is a recipe.
  static func recipe(_ parts: [String]) -> String {
    #"{"title":"t","about":"a","vectors":[{"id":"v0001","target":"request","why":"w","#
      + #""input":{"recipe":[\#(parts.joined(separator: ","))]},"expect":"malformed","basis":"rfc8259"}]}"#
  }

  /// A choice axis `a` with two alternatives, of which the first is recommended.
  static func axis(_ one: String, _ other: String) -> String {
    #"{"axis":"a","question":"q","recommended":"\#(one)","why":"w","alternatives":[{"name":"\#(one)","summary":"s"},{"name":"\#(other)","summary":"s"}]}"#
  }

  /// A source file with one vector, whose members after the reason are given.
  static func vector(_ name: String, says: String, _ members: String) -> Damage {
    .file(
      name, says: says, "more/file.json",
      #"{"title":"t","about":"a","vectors":[{"id":"v0001","target":"request","why":"w","basis":"rfc8259",\#(members)}]}"#
    )
  }

  static let damages: [Damage] = [
    vector("an empty input", says: "json, base64 or recipe", #""input":{},"expect":"valid""#),
    vector(
      "text that is not Base64", says: "not base64", #""input":{"base64":"*"},"expect":"valid""#),
    vector(
      "half a byte", says: "pairs of hexadecimal digits",
      #""input":{"recipe":[{"hex":"0 11"}]},"expect":"valid""#),
    vector(
      "a part with too many members", says: "a part must be",
      #""input":{"recipe":[{"repeat":"a","times":2,"middle":"b"}]},"expect":"valid""#),
    vector(
      "a pointer that is not text", says: "must be a string",
      #""input":{"json":1},"expect":{"invalid":[{"pointer":1,"keyword":"type"}]}"#),
    vector(
      "the same finding twice", says: "duplicate finding",
      #""input":{"json":1},"expect":{"invalid":[{"pointer":"","keyword":"type"},{"pointer":"","keyword":"type"}]}"#
    ),
    vector(
      "the same rule twice", says: "distinct nonempty strings",
      #""input":{"json":1},"expect":"valid","rules":["a","a"]"#),
    vector(
      "a choice without a difference", says: "must not all expect the same",
      #""input":{"json":1},"choice":{"axis":"length-unit","alternatives":{"a":"valid","b":"valid"}}"#
    ),
    vector(
      "a choice of another axis", says: "unknown axis nothing",
      #""input":{"json":1},"choice":{"axis":"nothing","alternatives":{"a":"valid","b":"malformed"}}"#
    ),
    vector(
      "a choice of other alternatives", says: "differ from those of axis length-unit",
      #""input":{"json":1},"choice":{"axis":"length-unit","alternatives":{"a":"valid","b":"malformed"}}"#
    ),
    vector(
      "a condition about another axis", says: "unknown axis nothing",
      #""input":{"json":1},"expect":"valid","given":[{"axis":"nothing","alternatives":["a"]}]"#),
    vector(
      "a condition of another alternative", says: "unknown alternative a of axis length-unit",
      #""input":{"json":1},"expect":"valid","given":[{"axis":"length-unit","alternatives":["a"]}]"#),
    .file(
      "the same axis twice", says: "duplicate axis", "choices.json",
      #"{"about":"x","axes":[\#(axis("a", "b")),\#(axis("a", "b"))]}"#),
    .file(
      "the same alternative twice", says: "duplicate alternative", "choices.json",
      #"{"about":"x","axes":[\#(axis("a", "a"))]}"#),
    .file(
      "tombstones that are not a list", says: "must be an array", "tombstones.json",
      #"{"about":"x","tombstones":1}"#),
    .file(
      "the same tombstone twice", says: "duplicate id", "tombstones.json",
      #"{"about":"x","tombstones":[{"id":"v9999999","since":"1.0.0","why":"w"},{"id":"v9999999","since":"1.0.0","why":"w"}]}"#
    ),
    .file(
      "two vectors with one document", says: "has the same document", "more/file.json",
      #"{"title":"t","about":"a","vectors":["#
        + ["v9999998", "v9999999"].map {
          #"{"id":"\#($0)","target":"request","why":"w","basis":"rfc8259","input":{"json":["new"]},"expect":"malformed"}"#
        }.joined(separator: ",") + "]}"),
    .file("an empty file", says: "missing or empty", "page/examples.json", ""),
    .file("a file that is not JSON", says: "not JSON", "page/examples.json", "{"),
    .file("an empty version", says: "missing or empty", "VERSION", ""),
    .file(
      "a manifest without bodies", says: "nonempty", "corpus.json", #"{"title":"t","bodies":[]}"#),
    .file(
      "an unknown schema", says: "no built-in schema", "corpus.json",
      #"{"title":"t","bodies":[{"name":"request","schema":"other"}]}"#),
    .file(
      "a schema outside the folder", says: "inside the folder", "corpus.json",
      #"{"title":"t","bodies":[{"name":"request","file":"../schema.json"}]}"#),
    .file(
      "a schema file that is missing", says: "missing or empty", "corpus.json",
      #"{"title":"t","bodies":[{"name":"request","file":"schema.json"}]}"#),
    .file(
      "a duplicate body", says: "duplicate body", "corpus.json",
      #"{"title":"t","bodies":[{"name":"request","schema":"add-backup-destination.request"},{"name":"request","schema":"add-backup-destination.request"}]}"#
    ),
    .file(
      "an alternative that is not recommended first", says: "recommended one first", "choices.json",
      #"{"about":"x","axes":[{"axis":"a","question":"q","recommended":"b","why":"w","alternatives":[{"name":"a","summary":"s"},{"name":"b","summary":"s"}]}]}"#
    ),
    .file("empty choices", says: "nonempty", "choices.json", #"{"about":"x","axes":[]}"#),
    .file(
      "a file without vectors", says: "nonempty", "more/file.json",
      #"{"$schema":"../vector-format.schema.json","title":"t","about":"a","vectors":[]}"#),
    .replacing("an unknown member", says: "unknown member", #""why":"#, #""whi":1,"why":"#),
    .replacing("an unknown member of a file", says: "unknown member", #""title""#, #""titel""#),
    .replacing("a missing target", says: "unknown member", #""target":"#, #""targett":"#),
    .replacing("an unknown target", says: "unknown target", #""request""#, #""requests""#),
    .replacing(
      "an empty reason", says: "nonempty", #""why":"Only required members, each value as short"#,
      #""why":"","tags":["x"],"input":{"json":1},"expect":"valid","basis":"documented"},{"why":"a"#),
    .replacing("an id of another form", says: "an id must", #""id":"v"#, #""id":"w"#),
    .replacing("an unknown basis", says: "unknown basis", #""contradicted""#, #""guessed""#),
    .replacing("an unknown rule", says: "unknown rule", "/name/type\"", "/name/typ\""),
    .replacing("an unknown input", says: "unknown member", #""json""#, #""yaml""#),
    .file(
      "a part of more than 4 MiB", says: "more than 4194304 bytes", "more/file.json",
      recipe([#"{"repeat":"ab","times":2097153}"#])),
    .file(
      "a number of repetitions whose product overflows", says: "from 1 to 4194304",
      "more/file.json", recipe([#"{"repeat":"ab","times":9223372036854775807}"#])),
    .file(
      "a recipe of more than 4 MiB in all", says: "more than 4194304 bytes", "more/file.json",
      recipe([String](repeating: #"{"repeat":"a","times":4194304}"#, count: 512))),
    .replacing(
      "an unknown expectation", says: "unknown expectation", #""expect":"valid""#, #""expect":"ok""#
    ),
    .replacing(
      "refused without a choice", says: "only in a choice", #""expect":"valid""#,
      #""expect":"refused""#),
    .replacing(
      "a condition without alternatives", says: "needs \"alternatives\"", #""expect":"#,
      #""given":[{"axis":"length-unit"}],"expect":"#),
    .replacing(
      "both an expectation and a choice", says: "exactly one", #""expect":"#,
      #""choice":1,"expect":"#),
    Damage(name: "a duplicate id", says: "is also in") { folder in
      try folder.write(try folder.read("page/examples.json"), to: "page/more.json")
    },
    Damage(name: "an id with a tombstone", says: "is also in tombstones.json") { folder in
      let corpus = try TestCorpus.load()
      let id = try #require(
        corpus.files.first { $0.path == "page/examples.json" }?.vectors.first?.id)
      let text = #"{"about":"x","tombstones":[{"id":"\#(id)","since":"1.0.0","why":"w"}]}"#
      try folder.write(Array(text.utf8), to: "tombstones.json")
    },
  ]

  @Test("rejects", arguments: damages)
  func refuses(_ damage: Damage) throws {
    let copy = try TestCorpus.copy(changing: damage.change)
    do throws(CorpusError) {
      _ = try TestCorpus.load(copy.corpus)
      Issue.record("loaded")
    } catch {
      #expect(error.description.contains(damage.says), "\(error)")
    }
  }

  @Test("loads an undamaged corpus")
  func loads() throws {
    let copy = try TestCorpus.copy { _ in }
    let corpus = try TestCorpus.load(copy.corpus)
    #expect(corpus.files.count == 2)
  }

  @Test("rejects a missing folder")
  func missing() throws {
    #expect(throws: CorpusError.self) { try TestCorpus.load(CorpusFolder(path: "/no/such/folder")) }
  }

  static let digests: [(text: String, digest: String)] = [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      String(repeating: "a", count: 55),
      "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"
    ),
    (
      String(repeating: "a", count: 56),
      "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"
    ),
    (
      String(repeating: "a", count: 64),
      "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"
    ),
  ]

  @Test("computes SHA-256, also for lengths around the end of a block", arguments: digests)
  func digest(_ given: (text: String, digest: String)) {
    #expect(SHA256.digest(Array(given.text.utf8)) == given.digest)
  }

  @Test(
    "reads back the bytes that it writes",
    arguments: [[], [0], [0, 255], [1, 2, 3], [255, 254, 253, 252]] as [[UInt8]])
  func base64(_ bytes: [UInt8]) {
    #expect(Base64.decoding(Base64.encoding(bytes)) == bytes)
  }

  @Test(
    "rejects invalid Base64",
    arguments: ["A", "AA", "AA=", "AB==", "A===", "AA==AA==", "AAA*", " "])
  func noBase64(_ text: String) {
    #expect(Base64.decoding(text) == nil)
  }
}
