import JSONText
import Testing
import YAMLText

@Suite("YAML as JSON")
struct YAMLStreamTests {
  /// The result for each document of a text: its JSON, or the code and offset of the fault.
  static func documents(_ text: String, _ limits: JSONLimits = JSONLimits()) -> [String] {
    var stream = YAMLStream(Array(text.utf8), limits: limits)
    var result: [String] = []
    while let document = stream.next() {
      switch document {
      case .json(let json, _): result.append(String(decoding: json, as: UTF8.self))
      case .malformed(let fault): result.append("\(fault.code) \(fault.offset)")
      case .limitExceeded(let limit, _, let offset): result.append("\(limit.rawValue) \(offset)")
      }
    }
    return result
  }

  @Test(
    "Plain scalars in the core schema of YAML 1.2",
    arguments: [
      ("null", "null", "null"), ("~", "null", "null"), ("Null", "null", "null"),
      ("nUll", #""nUll""#, "only three spellings"),
      ("true", "true", "true"), ("FALSE", "false", "in capitals"),
      ("yes", #""yes""#, "a boolean of YAML 1.1"), ("no", #""no""#, "Norway"),
      ("on", #""on""#, "a boolean of YAML 1.1"), ("y", #""y""#, "a boolean of YAML 1.1"),
      ("1", "1", "a number"), ("-0", "-0", "a number"), ("+12", "12", "JSON has no plus"),
      ("007", "7", "decimal, not octal as in YAML 1.1"), ("0o17", "15", "base 8"),
      ("0x1F", "31", "base 16"), ("0xFFFFFFFFFFFFFFFFFF", "4722366482869645213695", "of any size"),
      ("0o18", #""0o18""#, "not base 8"), ("0b11", #""0b11""#, "a number of YAML 1.1"),
      ("1_000", #""1_000""#, "a number of YAML 1.1"), ("1:30", #""1:30""#, "base 60 in YAML 1.1"),
      ("1.", "1.0", "no digit after the point"), (".5", "0.5", "no digit before the point"),
      ("-.5e+3", "-0.5e+3", "an exponent"), ("1e3", "1e3", "an exponent"),
      ("1e", #""1e""#, "no exponent"), (".", #"".""#, "no digit"),
      ("1.2.3", #""1.2.3""#, "a version"),
      ("2001-12-14", #""2001-12-14""#, "a date of YAML 1.1"),
      ("0.0.0.0", #""0.0.0.0""#, "an address"),
      (".inf", "yaml-number 0", "JSON has no infinity"),
      ("-.INF", "yaml-number 0", "JSON has no infinity"),
      (".nan", "yaml-number 0", "JSON has no NaN"), ("'1'", #""1""#, "quoted"),
      (#""true""#, #""true""#, "quoted"), ("|\n  a\n  b\n", #""a\nb\n""#, "a block"),
      (">\n  a\n  b\n", #""a b\n""#, "a folded block"),
      (#""\x41\u00e9\U0001F600""#, #""Aé😀""#, "escapes"),
      ("a\u{7F}b", "yaml-encoding 1", "a control character"),
    ])
  func scalars(text: String, expected: String, reason: String) {
    #expect(Self.documents(text) == [expected], "\(reason)")
  }

  @Test(
    "Containers, keys, tags and anchors",
    arguments: [
      ("a: 1\nb: [x, {c: }]\n", [#"{"a":1,"b":["x",{"c":null}]}"#], "an empty value is null"),
      ("200: ok\non: y\nnull: z\n", [#"{"200":"ok","on":"y","null":"z"}"#], "keys are text"),
      ("? [a]\n: b\n", ["yaml-key 2"], "a sequence as a key"),
      ("? {a: b}\n: b\n", ["yaml-key 2"], "a mapping as a key"),
      ("a: 1\na: 2\n", [#"{"a":1,"a":2}"#], "the reader of JSON finds duplicates"),
      ("- !!str 5\n- !!int 5\n- !!float 5\n", [#"["5",5,5]"#], "tags of the core schema"),
      ("- ! 5\n", [#"["5"]"#], "the non-specific tag makes text"),
      ("!!int x", ["yaml-tag 0"], "does not match its tag"),
      ("!!binary YQ==", ["yaml-tag 0"], "not representable in JSON"),
      ("a: !local x", ["yaml-tag 3"], "a local tag"),
      ("!!set {a}", ["yaml-tag 0"], "a set"),
      ("!!map {a: 1}", [#"{"a":1}"#], "the tag of its own type"),
      ("a: &x {k: [1]}\nb: *x\n", [#"{"a":{"k":[1]},"b":{"k":[1]}}"#], "an alias"),
      ("&k a: 1\nb: *k\n*k : 2\n", [#"{"a":1,"b":"a","a":2}"#], "an anchored key"),
      ("- &x 1\n- &x 2\n- *x\n", ["[1,2,2]"], "the last anchor counts"),
      ("a: &x [1]\n*x : 2\n", ["yaml-key 10"], "an alias of a sequence as a key"),
      ("0o" + String(repeating: "7", count: 1_001), ["yaml-number 0"], "too many digits"),
      ("*x", ["yaml-alias 0"], "no such anchor"), ("&x [*x]", ["yaml-alias 4"], "inside itself"),
      ("<<: {a: 1}\nb: 2", [#"{"<<":{"a":1},"b":2}"#], "YAML 1.2 has no merge key"),
      ("1\n---\n2\n...\n---\n", ["1", "2", "null"], "several documents"),
      ("", ["emptyDocument 0"], "no document"),
      ("# only a remark\n", ["emptyDocument 0"], "no document"),
      ("--- a\n--- [", ["\"a\"", "yaml-syntax 11"], "the earlier documents are kept"),
      ("a: b: c", ["yaml-syntax 4"], "not YAML"),
      ("\u{FEFF}a: é\nb: [", [#"yaml-syntax 13"#], "bytes, not letters"),
      ("%YAML 1.2\n---\na", [#""a""#], "a directive"), ("\t- a", ["yaml-syntax 0"], "a tab"),
    ])
  func documents(text: String, expected: [String], reason: String) {
    #expect(Self.documents(text) == expected, "\(reason)")
  }

  @Test("Nested aliases end at the limit before they exhaust memory")
  func expansion() {
    var text = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
    for level in 1...20 {
      let alias = "*a\(level - 1)"
      text +=
        "a\(level): &a\(level) [\(Array(repeating: alias, count: 10).joined(separator: ","))]\n"
    }
    let documents = Self.documents(text)
    #expect(documents.count == 1 && documents[0].hasPrefix("documentBytes "))
  }

  @Test("Nesting of more than 1,000 levels exceeds a limit")
  func depth() {
    // libyaml reads ahead of its events, and takes longer for each token the deeper it is.
    for opening in ["[", "{a: ", "- ", "a: ["] {
      #expect(Self.documents(String(repeating: opening, count: 5000))[0].hasPrefix("depth "))
    }
  }

  @Test("A text that exceeds the limit on bytes is not read")
  func size() {
    #expect(Self.documents("a: 1", JSONLimits(documentBytes: 3)) == ["documentBytes 0"])
  }

  @Test(
    "Positions in the JSON map to the YAML",
    arguments: [
      ("b: [1]\n", "{\"b\":[1]}"), ("é: &x\n  - 'a'\n  - *x2\n", ""),
      ("a: &x 'v'\nb: *x\n", "{\"a\":\"v\",\"b\":\"v\"}"),
    ])
  func places(text: String, json: String) throws {
    var stream = YAMLStream(Array(text.utf8))
    guard case .json(let bytes, let map) = stream.next() else {
      #expect(json.isEmpty)
      return
    }
    #expect(String(decoding: bytes, as: UTF8.self) == json)
    func source(_ offset: Int) -> String {
      String(decoding: map.source[map.range(of: offset..<offset + 1)], as: UTF8.self)
    }
    if text.hasPrefix("b") {
      #expect(source(0) == "b" && source(1) == "b" && source(5) == "[" && source(6) == "1")
    } else {
      // The value after the alias is located at its anchor.
      #expect(source(5) == "&x 'v'" || source(5) == "'v'")
      #expect(source(13) == source(5))
    }
  }

  @Test("Any bytes give documents or an error")
  func arbitraryBytes() {
    let seeds = [
      "a: [1, &x {b: *x}]\n", "? |\n  x\n: >-\n y\n", "!!map {a: 'b', \"c\": 0x1}", "--- é\n...\n%",
    ]
    for seed in seeds {
      let bytes = Array(seed.utf8)
      for index in bytes.indices {
        for byte: UInt8 in [0x00, 0x0A, 0x20, 0x26, 0x2A, 0x3A, 0x7B, 0x80, 0xC3, 0xFF] {
          var changed = bytes
          changed[index] = byte
          var stream = YAMLStream(changed)
          var count = 0
          while let document = stream.next() {
            count += 1
            if case .json(let json, _) = document, case .malformed(let fault) = JSONText.check(json)
            {
              #expect(fault.code == "duplicateKey")
            }
          }
          #expect(count > 0)
        }
      }
    }
  }
}
