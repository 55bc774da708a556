import JSONText
import Testing

@Suite("Equality of values")
struct ValueEqualityTests {
  private func compare(
    _ one: String, _ two: String, depth: Int = 100
  ) -> (outcome: ValueComparer.Outcome, hashesAreEqual: Bool?) {
    var scratch = JSONScratch()
    var comparer = ValueComparer()
    return unsafe Array(one.utf8).withUnsafeBytes { bytes in
      unsafe Array(" \(two) ".utf8).withUnsafeBytes { otherBytes in
        var cursor = unsafe JSONCursor(unsafeBytes: bytes)
        var other = unsafe JSONCursor(unsafeBytes: otherBytes)
        other.skipWhitespace()
        let outcome = comparer.compare(cursor, other, depth: depth, scratch: &scratch)
        guard let hash = cursor.readValueHash(&scratch, depth: depth),
          let otherHash = other.readValueHash(&scratch, depth: depth)
        else { return (outcome, nil) }
        #expect(cursor.isAtEnd && other.position == two.utf8.count + 1)
        return (outcome, hash == otherHash)
      }
    }
  }

  @Test(arguments: [
    ("null", "null", true, "literals"), ("true", "false", false, "different literals"),
    ("null", "false", false, "literals of different kinds"),
    ("1", #""1""#, false, "a number and a string"),
    ("[]", "{}", false, "empty containers"), ("0", "false", false, "zero is not false"),
    (#""a""#, #""\u0061""#, true, "an escape"),
    (#""\ud83d\ude00""#, "\"\u{1F600}\"", true, "a pair"),
    ("\"e\u{301}\"", "\"\u{E9}\"", false, "NFD is not NFC"), (#""a""#, #""A""#, false, "case"),
    (#""ab""#, #""a""#, false, "a prefix"), (#""\u0000""#, #""""#, false, "a zero byte"),
    (#""0123456789abcdef""#, #""0123456789abcdef""#, true, "16 bytes"),
    (#""0123456789abcdefg""#, #""0123456789abcdefh""#, false, "17 bytes"),
    ("[1,2]", "[ 1.0 , 2e0 ]", true, "numbers by value"),
    ("[1,2]", "[2,1]", false, "order of elements"),
    ("[1]", "[1,1]", false, "length"), ("[[1],2]", "[[1,2]]", false, "nesting"),
    ("[[],[]]", "[[[]]]", false, "only brackets"),
    (#"{"a":1,"b":2}"#, #"{ "b" : 2.0, "\u0061" : 1 }"#, true, "order of members"),
    (#"{"a":1,"b":2}"#, #"{"a":2,"b":1}"#, false, "values at other names"),
    (#"{"a":1}"#, #"{"b":1}"#, false, "another name"),
    (#"{"a":1}"#, #"{"a":1,"b":1}"#, false, "one more"),
    ("{\"e\u{301}\":1}", "{\"\u{E9}\":1}", false, "an NFD name is not an NFC one"),
    (
      "{\"e\u{301}\":1,\"\u{E9}\":2}", "{\"\u{E9}\":2,\"e\u{301}\":1}", true,
      "both, in another order"
    ),
    (#"{"a":{"b":[{"c":1,"d":2}]}}"#, #"{"a":{"b":[{"d":2,"c":1}]}}"#, true, "deep inside"),
    (#"{"a":{"b":1,"c":2},"d":3}"#, #"{"d":3,"a":{"c":1,"b":2}}"#, false, "deep inside, not quite"),
  ])
  func table(_ one: String, _ two: String, _ areEqual: Bool, _ reason: Comment) {
    for (one, two) in [(one, two), (two, one)] {
      let result = compare(one, two)
      #expect(result.outcome == (areEqual ? .equal : .different), reason)
      #expect(result.hashesAreEqual == areEqual, reason)
    }
  }

  @Test func depth() {
    let array = String(repeating: "[", count: 5) + String(repeating: "]", count: 5)
    #expect(compare(array, array, depth: 5) == (.equal, true))
    #expect(compare(array, array, depth: 4) == (.tooDeep, nil))
    let object = String(repeating: #"{"a":"#, count: 5) + "0" + String(repeating: "}", count: 5)
    #expect(compare(object, object, depth: 5) == (.equal, true))
    #expect(compare(object, object, depth: 4) == (.tooDeep, nil))
    #expect(compare("1", "1", depth: 0) == (.equal, true))
  }

  /// Reversed at each level: reading an object again for each of its members would take forever.
  @Test func membersReversedAtEachLevel() {
    var (one, two) = ("0", "0")
    for level in 0..<300 {
      let padding = String(repeating: "x", count: 300)
      one = #"{"a":\#(one),"b":"\#(padding)\#(level)"}"#
      two = #"{"b":"\#(padding)\#(level)","a":\#(two)}"#
    }
    #expect(compare(one, two, depth: 300) == (.equal, true))
  }

  @Test func manyMembers() {
    let members = (0..<20_000).map { #""name \#($0)":\#($0)"# }
    let one = "{\(members.joined(separator: ","))}"
    let two = "{\(members.reversed().joined(separator: ","))}"
    #expect(compare(one, two) == (.equal, true))
    let other = "{\((members.dropLast() + [#""name":0"#]).reversed().joined(separator: ","))}"
    #expect(compare(one, other) == (.different, false))
  }

  @Test func notJSON() {
    for text in [
      "", "[", "[1", #"{"a""#, #"{"a":"#, "x", "[1 2]", #"{"a":1 "b":2}"#, "-", "\"",
    ] {
      let result = compare(text, text)
      #expect(result.outcome != .equal && result.hashesAreEqual == nil, "\(text)")
    }
  }

  private func value(_ random: inout SeededRandom, depth: Int) -> String {
    switch random.below(depth > 0 ? 6 : 4) {
    case 0: return random.pick(["1", "2", "0", "-1"])
    case 1: return random.pick(["true", "false", "null"])
    case 2, 3: return random.pick([#""a""#, #""b""#, #""é""#, "\"e\u{301}\"", #""""#])
    case 4:
      let elements = (0..<random.below(3)).map { _ in value(&random, depth: depth - 1) }
      return "[\(elements.joined(separator: ","))]"
    default:
      let names = [#""a""#, #""b""#, #""é""#, "\"e\u{301}\""].shuffled(using: &random).prefix(
        random.below(4))
      return "{\(names.map { "\($0):\(value(&random, depth: depth - 1))" }.joined(separator: ","))}"
    }
  }

  /// Compared with trees whose members are sorted.
  @Test func agreesWithTrees() throws {
    var random = SeededRandom(seed: 5)
    var equal = 0
    for _ in 0..<20_000 {
      let (one, two) = (value(&random, depth: 2), value(&random, depth: 2))
      let trees = try [one, two].map { try JSONValue(parsing: Array($0.utf8)).canonicalText }
      let areEqual = trees[0].utf8.elementsEqual(trees[1].utf8)
      equal += areEqual ? 1 : 0
      let result = compare(one, two)
      #expect(result.outcome == (areEqual ? .equal : .different), "\(one) and \(two)")
      #expect(result.hashesAreEqual == areEqual, "\(one) and \(two)")
    }
    #expect(equal > 100)
  }
}

extension JSONValue {
  /// The value's text with the members of each object sorted by the bytes of their names.
  fileprivate var canonicalText: String {
    switch self {
    case .object(let members):
      let sorted = members.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
      return "{\(sorted.map { "\($0.name):\($0.value.canonicalText)" }.joined(separator: ","))}"
    case .array(let elements): return "[\(elements.map(\.canonicalText).joined(separator: ","))]"
    case .string(let text): return "'\(text)'"
    case .number(let text): return text
    case .boolean(let value): return "\(value)"
    case .null: return "null"
    }
  }
}
