import JSONText
import Vectors

/// The grammar of JSON: what RFC 8259 has, and what people would like it to have.
///
/// https://www.rfc-editor.org/rfc/rfc8259
enum Grammar {
  static var files: [DraftFile] {
    [
      DraftFile(
        path: "json/numbers-and-literals.json", title: "Numbers and literals",
        about: "In a field that is a text; right ones break the rule type, others the document.",
        drafts: numbers + literals),
      DraftFile(
        path: "json/structure.json", title: "Brackets, commas, colons and quotes",
        about: "Each document is one step from a right one.", drafts: structure + whole),
      DraftFile(
        path: "json/white-space.json", title: "White space and comments between tokens",
        about: "Space, tab, LF and CR stand between tokens, and nothing else.",
        drafts: whiteSpace + comments),
    ]
  }

  private static let inDescription = Template(.request, "/description")
  private static let inName = Template(.request, "/name")

  private static func reading(_ value: JSONValue, at field: String = "/description") -> JSONValue {
    Body(.request).setting(field, value).value
  }

  // MARK: Numbers and literals

  private static var numbers: [Draft] {
    let right = [
      "0", "-0", "-1", "10", "0.0", "0.10", "1.5", "-0.5", "1e1", "1E1", "1e+1", "1e-1", "1.5e10",
      "0e0", "0e+0", "-0.0e-0",
      "123456789012345678901234567890", "1.7976931348623157e308", "5e-324", "1e-400",
      "0.1000000000000000000000000000001",
      "9007199254740993", "-9223372036854775809", "18446744073709551616", "1e00", "1e0001", "1E400",
      "-1e400", "1e999999999999",
    ]
    let wrong = [
      "01", "-01", "00", "000", "0123", "1.", "-1.", ".5", "-.5", ".", "+1", "+0", "--1", "-",
      "-+1", "1e", "1e+", "1e-", "1E", "1.e1",
      "1.5.5", "1e1.5", "1e1e1", "0x10", "0X10", "0b1", "0o7", "1_000", "1,5", "1 000", "NaN",
      "-NaN", "Infinity", "-Infinity",
      "+Infinity", "Inf", "-Inf", "inf", "nan", "1n", "1f", "1d", "1L", "1.0f", "0a", "1a", "e1",
      "-e1", "1e1a", "1/2", "1%", "$1", "1-", "1+1",
      "\u{FF11}", "\u{661}", "- 1", "1 .5", "1e 5", "0.", "0e", "-0.", "1.2.", "00.5", "-00", "1e٣",
      "0x", "1__0", "#1", "1#QNAN", "1'000",
    ]
    return right.map {
      .spelt(
        "numbers/right/\($0)", "\($0) is a number.", inDescription.filled($0),
        readsAs: reading(.number($0)), tags: ["number"])
    }
      + wrong.map {
        .malformed(
          "numbers/wrong/\($0)", "\($0) is no number.",
          .text(inDescription.before + $0 + inDescription.after),
          tags: ["number"])
      }
  }

  private static var literals: [Draft] {
    let wrong = [
      "True", "TRUE", "False", "FALSE", "Null", "NULL", "None", "nil", "undefined", "tru", "truee",
      "nul", "nulll", "fals", "falsey",
      "t", "n", "yes", "no", "on", "off", "true1", "true false", "nullnull", "trUe", "abc", "s3",
      "'s3'", "`s3`", "\u{201C}s3\u{201D}",
      "@s3", "<s3>", "(1)", "new Date()", "function(){}", "/s3/", "*", "&a", "!!str a", "|",
      "Symbol", "\\\"s3\\\"", "\\u0022s3\\u0022",
      "\"a\" \"b\"", "\"a\"\"b\"", "\"a\"+\"b\"", "\"a\":1", "tr\\u0075e", "u\"a\"", "b'a'",
      "r\"a\"", "@\"a\"", "\"\"\"a\"\"\"", "~", "?", "true\u{0}",
      "\u{FEFF}true", "t rue",
    ]
    // A reader that looks at some of the letters only, by its own way of comparing them.
    let misspelt = ["true", "false", "null"].flatMap { word in
      (1..<word.count).map { index in "\(word.prefix(index))x\(word.dropFirst(index + 1))" }
    }
    return (wrong + misspelt).map {
      .malformed(
        "literals/wrong/\($0)", "\($0) is no JSON value.",
        .text(inDescription.before + $0 + inDescription.after),
        tags: ["literal"])
    }
  }

  // MARK: Structure

  private static var structure: [Draft] {
    let fills: [(String, String)] = [
      ("a trailing comma in an array", "[1,]"), ("only a comma in an array", "[,]"),
      ("a leading comma in an array", "[,1]"),
      ("two commas in an array", "[1,,2]"), ("no comma in an array", "[1 2]"),
      ("no comma between texts", "[\"a\"\"b\"]"),
      ("a trailing comma in an object", "{\"a\":1,}"), ("only a comma in an object", "{,}"),
      ("a leading comma in an object", "{,\"a\":1}"),
      ("two commas in an object", "{\"a\":1,,\"b\":2}"),
      ("no comma in an object", "{\"a\":1 \"b\":2}"), ("two trailing commas", "[1,,]"),
      ("no value", ""), ("no colon", "{\"a\" 1}"),
      ("two colons", "{\"a\"::1}"), ("an equals sign for a colon", "{\"a\"=1}"),
      ("an arrow for a colon", "{\"a\"=>1}"),
      ("a comma for a colon", "{\"a\",1}"), ("a semicolon for a comma", "{\"a\":1;\"b\":2}"),
      ("a semicolon in an array", "[1;2]"), ("a name without value", "{\"a\":}"),
      ("a name alone", "{\"a\"}"),
      ("a value without name", "{:1}"), ("a value alone in an object", "{1}"),
      ("a colon in an array", "[\"a\":1]"),
      ("a bare name", "{a:1}"), ("a bare name with digits", "{a1:1}"), ("a bare $ name", "{$a:1}"),
      ("a number as a name", "{1:1}"),
      ("null as a name", "{null:1}"), ("true as a name", "{true:1}"),
      ("an array as a name", "{[]:1}"),
      ("a name in single quotes", "{'a':1}"), ("a text in single quotes", "'abc'"),
      ("a text in back quotes", "`abc`"),
      ("mixed quotes", "\"abc'"), ("mixed quotes the other way", "'abc\""),
      ("the wrong closing bracket", "[1}"),
      ("the wrong closing brace", "{\"a\":1]"), ("brackets crossed", "[{\"a\":1]}"),
      ("an array that is not closed", "[1"),
      ("an object that is not closed", "{\"a\":1"), ("an array closed twice", "[1]]"),
      ("an object closed twice", "{}}"),
      ("a parenthesis", "(1]"), ("a closing bracket alone", "]"), ("a comma alone", ","),
      ("a spread", "[...a]"),
      ("a computed name", "{[\"a\"]:1}"), ("a name of two texts", "{\"a\"\"b\":1}"),
      ("a text that is not closed", "\"abc"),
      ("a text that is not opened", "abc\""), ("an escaped closing quote", "\"abc\\\""),
      ("a lone quote", "\""),
      ("a text over two lines", "\"a\\\nb\""), ("an ellipsis", "[1,...]"), ("elision", "[,,]"),
    ]
    return fills.map { why, text in
      .malformed(
        "structure/\(why)", "The value of a field has \(why).",
        .text(inDescription.before + text + inDescription.after), tags: ["structure"])
    }
  }

  private static var whole: [Draft] {
    let body = Body(.request).text
    let inner = String(body.dropFirst().dropLast())
    let documents: [(String, String)] = [
      ("nothing at all", ""), ("white space only", " "), ("line ends only", "\r\n\r\n"),
      ("a tab only", "\t"),
      ("a trailing comma in the object", "{\(inner),}"),
      ("a trailing comma and white space", "{\(inner) , }"),
      ("a trailing comma and a line end", "{\(inner),\n}"), ("a leading comma", "{,\(inner)}"),
      ("a comma behind the document", body + ","), ("a semicolon behind the document", body + ";"),
      ("a closing brace behind the document", body + "}"),
      ("a closing bracket behind the document", body + "]"),
      ("a letter behind the document", body + "x"),
      ("a null character behind the document", body + "\u{0}"),
      ("a null character and more behind the document", body + "\u{0}garbage"),
      ("a second document", body + body),
      ("a second document on a line of its own", body + "\n" + body),
      ("an empty object behind the document", body + "{}"),
      ("null behind the document", body + " null"), ("a number behind the document", body + "1"),
      ("a quote behind the document", body + "\""),
      ("a comment behind the document", body + "//x"),
      ("an end-of-file mark behind the document", body + "\u{1A}"),
      ("a byte order mark behind the document", body + "\u{FEFF}"),
      ("a no-break space behind the document", body + "\u{A0}"),
      ("no closing brace", String(body.dropLast())),
      ("no closing braces", String(body.dropLast(2))),
      ("no opening brace", String(body.dropFirst())),
      ("no braces", inner), ("half the document", String(body.prefix(40))),
      ("an opening brace", "{"), ("an opening bracket", "["),
      ("a quote", "\""), ("a closing brace first", "}" + body),
      ("an array that is not closed", "[" + body),
      ("a comma first", "," + body), ("parentheses", "(\(body))"),
      ("a callback", "callback(\(body))"), ("an assignment", "x=" + body),
      ("a guard against inclusion", ")]}'\n" + body), ("a guard with a loop", "while(1);" + body),
      ("a record separator", "\u{1E}" + body),
      ("a null character first", "\u{0}" + body),
      ("single quotes throughout", String(body.map { $0 == "\"" ? "'" : $0 })),
      ("bare names throughout", bareNames(body)),
      ("colons replaced", String(body.map { $0 == ":" ? "=" : $0 })),
      ("commas left out", String(body.map { $0 == "," ? " " : $0 })),
      ("commas replaced", String(body.map { $0 == "," ? ";" : $0 })),
      ("doubled braces", "{\(body)}"),
      (
        "escaped quotes",
        body.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"")
      ),
      ("a form instead", "name=abc&type=s3"), ("XML instead", "<name>abc</name>"),
      ("YAML instead", "name: abc\ntype: s3\n"),
      ("a text without quotes", "abc"), ("the word undefined", "undefined"),
      ("base64 instead", "eyJuYW1lIjoiYWJjIn0="),
      ("a byte order mark in the middle", "{\u{FEFF}\(inner)}"),
      ("a null character in the middle", "{\u{0}\(inner)}"),
      ("a null character between members", String(body.dropLast()) + "\u{0}}"),
      ("a length first", "136\r\n" + body), ("NaN", "NaN"), ("-", "-"), ("a backslash", "\\"),
      ("a hash first", "#\n" + body),
      ("a wrong error and a fault behind it", "{\"name\":1,\"type\":\"s3\""),
      ("a wrong type and a fault", "[1,2"), ("a text and a fault", "\"abc\" x"),
    ]
    return documents.map { why, text in
      Draft.malformed(
        "documents/\(why)", "The document has \(why).", .text(text), tags: ["structure"])
    }
  }

  private static func bareNames(_ body: String) -> String {
    var text = body
    for name in [
      "name", "type", "prefix", "credentials", "accessKey", "secretKey", "bucketName", "region",
      "endpoint",
    ] {
      text = text.split(separator: "\"\(name)\":", omittingEmptySubsequences: false).joined(
        separator: "\(name):")
    }
    return text
  }
}
