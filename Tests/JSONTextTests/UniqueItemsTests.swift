import JSONText
import Testing

@Suite("Equal elements of an array")
struct UniqueItemsTests {
  private func search(
    _ text: String, depth: Int = 10, _ items: inout UniqueItems
  ) -> UniqueItems.Outcome {
    var scratch = JSONScratch()
    return unsafe Array(text.utf8).withUnsafeBytes { bytes in
      unsafe items.search(arrayAt: JSONCursor(unsafeBytes: bytes), depth: depth, scratch: &scratch)
    }
  }

  /// The indices of the pair; nil for none.
  private func pair(_ outcome: UniqueItems.Outcome) -> [Int]? {
    guard case .duplicate(let first, let second) = outcome else { return nil }
    return [first.index, second.index]
  }

  @Test(arguments: [
    ("[]", nil, "nothing"), ("[1]", nil, "one element"), ("[1,2,1.0]", [0, 2], "numbers by value"),
    ("[1,true,\"1\",[1],{\"1\":1}]", nil, "kinds"),
    ("[0,false,null,\"\",[],{}]", nil, "nothing much"),
    (#"["a","b","\u0062","a"]"#, [1, 2], "the first that repeats another"),
    (#"[{"a":1,"b":2},{"b":2,"a":1}]"#, [0, 1], "order of members"),
    (#"[{"n":"a","v":1},{"n":"b","v":1},{"n":"c"}]"#, nil, "distinguished by their first members"),
    (#"[{"n":"a","v":1},{"n":"b"},{"v":1,"n":"a"}]"#, [0, 2], "another first member"),
    (#"[{"n":"a","v":1},{"n":"a","v":2}]"#, nil, "a first member that does not tell them apart"),
    (#"[{"n":"a"},{"n":"\u0061"}]"#, [0, 1], "first members with an escape"),
    (#"[{"n":1},{"n":1.0}]"#, [0, 1], "first members that are not strings"),
    (#"[{"n":"a"},{},{}]"#, [1, 2], "objects without a first member"),
    (#"[{"n":"a"},"a","a"]"#, [1, 2], "objects and others"),
    (#"["aaaaaaaaX","aaaaaaaaY","aaaaaaaaX"]"#, [0, 2], "strings alike in eight bytes"),
    ("[[1,2],[2,1]]", nil, "order of elements"),
    ("[1,2,3,4,5,6,7,8,9,10,11,9]", [8, 11], "a table"),
    ("[1,2,3,4,5,6,7,8,1]", [0, 8], "the first with a table"),
    ("[1,2,3,4,5,6,7,8,9,2]", [1, 9], "the second"), ("7", nil, "no array"),
    ("[\"e\u{301}\",\"\u{E9}\"]", nil, "NFD and NFC"),
  ])
  func table(_ text: String, _ expected: [Int]?, _ reason: Comment) {
    var items = UniqueItems()
    // A second search must not be affected by the first.
    for _ in 0..<2 { #expect(pair(search(text, &items)) == expected, reason) }
  }

  @Test(
    "Many strings are distinguished, and a repeated one is found",
    arguments: [8, 9, 16, 17, 63, 64, 65, 200])
  func manyStrings(_ count: Int) {
    var items = UniqueItems()
    let shapes: [(Int) -> String] = [
      { "\"name-\($0)\"" }, { "{\"n\":\"name-\($0)\",\"v\":1}" },
    ]
    for shape in shapes {
      let distinct = (0..<count).map(shape)
      #expect(search("[\(distinct.joined(separator: ","))]", &items) == .unique)
      let repeated = distinct + [distinct[count / 2]]
      #expect(pair(search("[\(repeated.joined(separator: ","))]", &items)) == [count / 2, count])
    }
  }

  @Test func offsets() {
    var items = UniqueItems()
    guard case .duplicate(let first, let second) = search("[ 12, 3 , 12 ]", &items) else {
      Issue.record("no pair")
      return
    }
    #expect([first.offset, second.offset] == [2, 10])
  }

  @Test func depth() {
    var items = UniqueItems()
    #expect(search("[[[]]]", depth: 2, &items) == .unique)
    #expect(search("[[[]]]", depth: 1, &items) == .tooDeep)
  }

  @Test(arguments: [7, 8, 9, 15, 16, 17, 31, 32, 33, 1000, 20_000])
  func manyElements(count: Int) {
    var items = UniqueItems()
    let elements = (0..<count).map { "{\"id\":\($0)}" }.joined(separator: ",")
    for _ in 0..<2 {
      #expect(search("[\(elements)]", &items) == .unique)
      #expect(pair(search("[\(elements),{\"id\":\(count / 2)}]", &items)) == [count / 2, count])
    }
  }
}
