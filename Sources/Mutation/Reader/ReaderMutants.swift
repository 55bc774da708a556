import SchemaRules
import Vectors

/// Implementations that take other bytes for JSON than RFC 8259 does.
///
/// Each rewrites what it takes as strict JSON, and hands that to the right implementation. What it cannot make sense
/// of, it leaves alone, so that it stays malformed.
enum ReaderMutants {
  static func all(of bodies: [CorpusBody]) -> [Mutant] {
    guard let right = try? LibraryChecker(bodies) else { return [] }
    let lenient = structure + words + around + strings + duplicates(bodies)
    return lenient.map { mutant($0, "reader", "the reader accepts", right, onlyMalformed: true) }
      + (changes + decoders).map {
        mutant($0, "bytes", "before reading", right, onlyMalformed: false)
      }
  }

  private static func mutant(
    _ rule: RewritingRule, _ family: String, _ summary: String, _ right: LibraryChecker,
    onlyMalformed: Bool
  ) -> Mutant {
    Mutant(id: "\(family)/\(rule.name)", family: family, summary: "\(summary): \(rule.name)") {
      { subject in
        // A reader that accepts more changes nothing about what everyone accepts.
        if onlyMalformed, subject.answer.outcome != .malformed { return subject.answer }
        let bytes = rule.apply(subject.bytes)
        return bytes == subject.bytes ? subject.answer : right.check(bytes, as: subject.body)
      }
    }
  }

  // MARK: Structure and words

  private static let structure = RewritingRule.table(
    .outsideStrings,
    #"""
    a trailing comma in arrays → (?<=["\]}\w])\s*,(?=\s*\])
    a trailing comma in objects → (?<=["\]}\w])\s*,(?=\s*\})
    trailing commas → (?<=["\]}\w])\s*,(?=\s*[\]}])
    a leading comma → ([\[{])\s*, → $1
    doubled commas → ,\s*(?=,)
    doubled colons → :\s*(?=:)
    missing commas → ((?&s)|[\]}]|[\w.+\-]++)(?=\s*["\[{\w\-]) → $1,
    missing colons → ([{,]\s*(?&s))(?=\s*["\[{\w\-]) → $1:
    semicolons for commas → ; → ,
    equals signs for colons → =(?!>) → :
    arrows for colons → => → :
    missing values → :\K(?=\s*[,}])|,\K(?=\s*[,\]])|\[\K(?=\s*,) → null
    names without a value → ([{,]\s*(?&s))(?=\s*[,}]) → $1:null
    an object closed by the end → \A\s*\{(?:(?&m)(?:,(?&m))*+)?+\s*\z → $0}
    an array closed by the end → \A\s*\[(?:(?&v)(?:,(?&v))*+)?+\s*\z → $0]
    two objects closed by the end → \A\s*\{(?:(?&m),)*\s*(?&s)\s*:\s*\{(?:(?&m)(?:,(?&m))*+)?+\s*\z → $0}}
    strings closed by the end → "(?:[^"\\]|\\.)*+\z → $0"
    a brace that closes an array → \[((?:(?&v)(?:,(?&v))*+)?+\s*)\} → [$1]
    a bracket that closes an object → \{((?:(?&m)(?:,(?&m))*+)?+\s*)\] → {$1}
    members without braces → \A(?&m)(?:,(?&m))*+\z → {$0}
    strings side by side → ("(?:[^"\\]|\\.)*+)"\s*" → $1
    single quotes → '((?:[^'\\]|\\.)*+)' → "$1"
    back quotes → `((?:[^`\\]|\\.)*+)` → "$1"
    bare names → (?<=[{,])(\s*)([^\s"'{}\[\],:\d][^\s"'{}\[\],:]*+)(?=\s*:) → $1"$2"
    numbers as names → (?<=[{,])(\s*)([\d.]++)(?=\s*:) → $1"$2"
    literals as names → (?<=[{,])(\s*)(null|true|false)(?=\s*:) → $1"$2"
    """#)

  private static let words =
    RewritingRule.table(
      .outsideStrings,
      #"""
      literals in any case → (?i)(?<!\w)(true|false|null)(?!\w) → \L$1
      literals cut or gone on: true → (?<!\w)t(?:ru?)?(?!\w)|true\w+ → true
      literals cut or gone on: null → (?<!\w)n(?:ul?)?(?!\w)|null\w+ → null
      bare words → (?<=[:,\[])(\s*)(?!-?\d|(?:true|false|null)(?!\w))([^\s"{}\[\],:]++)(?=\s*[,\]}]) → $1"$2"
      leading zeros → (?<![\w.])(-?)0+(?=\d) → $1
      a plus sign → (?<![\w.])\+(?=\d)
      a bare point → (?<![\w.])(-?)\.(?=\d) → ${1}0.
      a trailing point → (?<=\d)\.(?=[\s,\]}eE]|\z) → .0
      an empty exponent → (?<=\d)[eE][+\-]?(?=[\s,\]}]|\z)
      a doubled sign → -[+\-](?=\d) → -
      a lone minus → -(?=[\s,\]}]|\z) → 0
      hexadecimal numbers → (?i)0x[\da-f]* → 0
      octal numbers → (?i)0o[0-7]* → 0
      binary numbers → (?i)0b[01]* → 0
      underscores in numbers → (?<=\d)_+(?=\d)
      suffixes of numbers → (?<=\d)[nfdlLFD](?=[\s,\]}]|\z)
      spaces in numbers → (?<=[\d.\-]) +(?=[\d.])
      more than one point → (\d+\.\d+)(?:\.\d*)+ → $1
      """#)
    + RewritingRule.table(
      .outsideStrings,
      """
      NaN=0 -NaN=0 nan=0 Infinity=0 -Infinity=0 +Infinity=0 Inf=0 -Inf=0 inf=0 None=null nil=null \
      undefined=null True=true False=false TRUE=true FALSE=false NULL=null Null=null yes=true no=false \
      on=true off=false ~=null
      """.split(separator: " ").map { pair in
        let word = pair.prefix { $0 != "=" }
        return
          #"the literal \#(word) → (?<![\w+\-.])\Q\#(word)\E(?![\w+\-.]) → \#(pair.dropFirst(word.count + 1))"#
      }.joined(separator: "\n"))

  // MARK: Around values

  private static let around =
    RewritingRule.table(
      .outsideStrings,
      #"""
      line comments → //[^\n]*
      block comments → /\*.*?\*/
      hash comments → #[^\n]*
      markup comments → <!--.*?-->
      double hyphen comments → --[^\n]*
      semicolon comments → ;[^\n]*
      percent comments → %[^\n]*
      a comment that is not closed → /\*.*
      closing brackets behind the document → \A((?&v))[\]}\s]+\z → $1
      anything behind the document → \A((?&v)).*\z → $1
      documents behind the document → \A((?&v))(?&v)++\z → $1
      a comma behind the document → \A((?&v)),\s*\z → $1
      a semicolon behind the document → \A((?&v));\s*\z → $1
      a null character behind the document → \x00\s*\z
      U+001A behind the document → \x1A\s*\z
      a byte order mark behind the document → \xEF\xBB\xBF\s*\z
      0xFF behind the document → \xFF\s*\z
      a byte order mark → \A\xEF\xBB\xBF
      half a byte order mark → \A\xEF\xBB(?!\xBF)
      two byte order marks → \A(?:\xEF\xBB\xBF){2}
      a record separator → \A\x1E
      a null character first → \A\x00
      a guard against inclusion → \A\)\]\}'\n
      a loop first → \Awhile\(1\);
      a comma first → \A,
      0xFF first → \A\xFF
      a closing brace first → \A\}
      callbacks → \A\s*[\w.$]+\s*\((.*)\)\s*;?\s*\z → $1
      assignments → \A\s*(?:var\s+)?\w+\s*=(.*?);?\s*\z → $1
      the empty document as {} → \A\z → {}
      the empty document as null → \A\z → null
      the blank document as {} → \A\s+\z → {}
      the blank document as null → \A\s+\z → null
      """#)
    + RewritingRule.table(
      .outsideStrings,
      """
      0 1 8 B C 1A 1B 1C 1E 1F 7F 85 A0 AD 1680 180E 2000 2003 200B 2028 2029 202F 205F 2060 3000 FEFF
      """.split(separator: " ").compactMap { digits in
        UInt32(digits, radix: 16).flatMap { Unicode.Scalar($0) }.map { scalar in
          let bytes = String(scalar).utf8.map { "\\x{\(String($0, radix: 16))}" }.joined()
          return "U+\(digits) as white space → \(bytes) → \\x20"
        }
      }.joined(separator: "\n")
        + "\n0xA0 as white space → \\xA0 → \\x20\n0xFF as white space → \\xFF → \\x20")

  // MARK: Strings

  private static let strings =
    RewritingRule.table(
      .strings,
      #"""
      bare control characters → [\x00-\x1F] → x
      any escape, as its character → \\([^"\\/bfnrtu]) → $1
      any escape, as nothing → \\[^"\\/bfnrtu]
      \x escapes → \\x((?&h){2}) → \\u00$1
      \u{} escapes → \\u\{0*((?&h){2})\} → \\u00$1
      octal escapes → \\[0-7]{1,3} → x
      \U with four digits → \\U((?&h){4})(?!(?&h)) → \\u$1
      \U with eight digits → \\U0000((?&h){4}) → \\u$1
      continued lines → \\(?:\r\n|\r|\n)
      short \u escapes → \\u(?&h){0,3}(?!(?&h)) → x
      escapes as they are spelt → \\(?!") → \\\\
      lone surrogates → \\u[dD][89abAB](?&h){2}\\u[dD][c-fC-F](?&h){2}(*SKIP)(*F)|\\u[dD][89a-fA-F](?&h){2} → \\uFFFD
      lone high surrogates → \\u[dD][89abAB](?&h){2}(?!\\u[dD][c-fC-F]) → \\uFFFD
      lone low surrogates → \\u[dD][89abAB](?&h){2}\\u[dD][c-fC-F](?&h){2}(*SKIP)(*F)|\\u[dD][c-fC-F](?&h){2} → \\uFFFD
      lone surrogates, as nothing → \\u[dD][89abAB](?&h){2}\\u[dD][c-fC-F](?&h){2}(*SKIP)(*F)|\\u[dD][89a-fA-F](?&h){2}
      swapped surrogates → (\\u[dD][c-fC-F](?&h){2})(\\u[dD][89abAB](?&h){2}) → $2$1
      """#)
    + RewritingRule.table(
      .strings,
      (0..<32).map { byte in
        let digits = String(byte, radix: 16)
        return
          "the bare control character \(byte) → \\x{\(digits)} → \\\\u00\(byte < 16 ? "0" : "")\(digits)"
      }.joined(separator: "\n"))
    + RewritingRule.table(
      .strings,
      #"""
      ' v e 0 a - . s ` $ ? ( [ { , : % # T B N F R u+ u- u0x 1 8 c d p q z w @ ~ * < & ! \#u{20} \#t
      """#.split(separator: " ").map { "the escape \\\($0) → \\\\\\Q\($0)\\E → x" }.joined(
        separator: "\n"))
    + RewritingRule.table(
      .strings,
      "/:@G`g".flatMap { neighbour -> [String] in
        let name = "\(neighbour) as a hexadecimal digit"
        return (0..<4).map { index in
          #"\#(name), the digit \#(index + 1) → \\u((?&h){\#(index)})\#(neighbour)((?&h){\#(3 - index)}) → \\u${1}0$2"#
        } + [
          #"\#(name), in a low half → (\\u[dD][89abAB](?&h){2}\\u[dD](?&h){0,2})\#(neighbour)((?&h)*) → ${1}c$2"#,
          #"\#(name) → \\u(?=[\#(neighbour)\da-fA-F]{4})((?&h)*)\#(neighbour)+ → \\u${1}0"#,
        ]
      }.joined(separator: "\n"))

  // MARK: Duplicate member names

  private static func duplicates(_ bodies: [CorpusBody]) -> [RewritingRule] {
    let names = bodies.flatMap { BodyProperties($0.schema).all.map { "\\Q\($0.name)\\E" } }
    return RewritingRule.table(
      .outsideStrings,
      #"""
      duplicate names, the last one wins → ((?&s))\s*:(?&v),(?=(?:(?&m),)*\s*\1\s*:)
      duplicate names, the first one wins → (((?&s))\s*:(?&v)(?:,(?&m))*?),\s*\2\s*:(?&v) → $1
      duplicate names that are not neighbours → ((?&s))\s*:(?&v),(?!\s*\1\s*:)(?=(?:(?&m),)*\s*\1\s*:)
      duplicate names that are not declared → (?!"(?:\#(names.joined(separator: "|")))")((?&s))\s*:(?&v),(?=(?:(?&m),)*\s*\1\s*:)
      duplicate names inside the document → (:\s*\{(?:(?&m),)*?)\s*((?&s))\s*:(?&v),(?=(?:(?&m),)*\s*\2\s*:) → $1
      duplicate names in different spellings → ,\s*"[^"]*\\u[^"]*"\s*:(?&v)|\s*"[^"]*\\u[^"]*"\s*:(?&v),
      """#)
  }

  // MARK: Bytes

  private static let wrong =
    #"(?:[\xC2-\xDF][\x80-\xBF]|\xE0[\xA0-\xBF][\x80-\xBF]|[\xE1-\xEC\xEE\xEF][\x80-\xBF]{2}|\xED[\x80-\x9F][\x80-\xBF]|\xF0[\x90-\xBF][\x80-\xBF]{2}|[\xF1-\xF3][\x80-\xBF]{3}|\xF4[\x80-\x8F][\x80-\xBF]{2})(*SKIP)(*F)|"#

  private static let changes =
    RewritingRule.table(
      .bytes,
      #"""
      cut at a null character → \x00.*
      null characters left out → \x00
      control characters left out → [\x00-\x08\x0B\x0C\x0E-\x1F]
      all control characters left out → [\x00-\x1F]
      line ends left out → [\n\r]
      CR left out → \r
      tabs as spaces → \t → \x20
      control characters as spaces → [\x00-\x1F] → \x20
      bytes beyond ASCII left out → [\x80-\xFF]
      bytes beyond ASCII as question marks → [\x80-\xFF] → ?
      single quotes as double quotes → ' → "
      backslashes left out → \\
      spaces left out → \x20
      cut to 64 KiB → \A(.{32768}.{32768}).* → $1
      cut to 4 KiB → \A(.{4096}).* → $1
      from the first brace → \A[^{]+(?=\{)
      to the last brace → (?<=\})[^}]+\z
      the first line only → \n.*
      in small letters → [A-Z] → \L$0
      \/ left alone → \\[^/](*SKIP)(*F)|\\/ → \\\\/
      \u escapes left alone → \\[^u](*SKIP)(*F)|\\u → \\\\u
      \u0000 left out → \\[^u](*SKIP)(*F)|\\u0000
      a mark of UTF-16 skipped → \A(?:\xFE\xFF|\xFF\xFE)
      wrong bytes as U+FFFD → \#(wrong)[\x80-\xFF] → \xEF\xBF\xBD
      wrong bytes left out → \#(wrong)[\x80-\xFF]
      wrong bytes as question marks → \#(wrong)[\x80-\xFF] → ?
      continuation bytes alone as U+FFFD → \#(wrong)(?<![\x80-\xFF])[\x80-\xBF] → \xEF\xBF\xBD
      """#)
    + RewritingRule.table(
      .bytes,
      RewritingRule.rows(
        of: #"""
          overlong forms of two bytes → [\xC0\xC1][\x80-\xBF]
          overlong forms of three bytes → \xE0[\x80-\x9F][\x80-\xBF]
          overlong forms of four bytes → \xF0[\x80-\x8F][\x80-\xBF]{2}
          surrogates → \xED[\xA0-\xBF][\x80-\xBF]
          high surrogates → \xED[\xA0-\xAF][\x80-\xBF]
          low surrogates → \xED[\xB0-\xBF][\x80-\xBF]
          pairs of surrogates → \xED[\xA0-\xAF][\x80-\xBF]\xED[\xB0-\xBF][\x80-\xBF]
          above U+10FFFF from 0xF4 → \xF4[\x90-\xBF][\x80-\xBF]{2}
          above U+10FFFF from 0xF5 → [\xF5-\xF7][\x80-\xBF]{3}
          sequences of five → [\xF8-\xFB][\x80-\xBF]{4}
          sequences of six → [\xFC\xFD][\x80-\xBF]{5}
          0xFE → \xFE
          0xFF → \xFF
          lead bytes of two alone → [\xC2-\xDF](?![\x80-\xBF])
          cut sequences of three → [\xE0-\xEF][\x80-\xBF]?(?![\x80-\xBF])
          cut sequences of four → [\xF0-\xF4][\x80-\xBF]{0,2}(?![\x80-\xBF])
          0xC0 and 0xC1 alone → [\xC0\xC1](?![\x80-\xBF])
          """#
      ).map { #"\#($0.name) as U+FFFD → \#($0.pattern) → \xEF\xBF\xBD"# }.joined(separator: "\n"))

  private static let decoders: [RewritingRule] =
    [(2, true), (2, false), (4, true), (4, false)].flatMap { unit, isBig in
      [true, false].map { mark in
        let order = isBig ? "big" : "little"
        return RewritingRule("UTF-\(unit * 8), \(order)-endian\(mark ? ", with mark" : "")") {
          wide($0, unit: unit, isBig: isBig, mark: mark)
        }
      }
    } + [RewritingRule("the high bit cleared") { $0.map { $0 & 0x7F } }]

  /// The UTF-8 of UTF-16 or UTF-32; the bytes themselves if they are not that.
  private static func wide(_ bytes: [UInt8], unit: Int, isBig: Bool, mark: Bool) -> [UInt8] {
    guard bytes.count % unit == 0, bytes.count >= unit else { return bytes }
    var units = stride(from: 0, to: bytes.count, by: unit).map { start -> UInt32 in
      let group = bytes[start..<(start + unit)]
      return (isBig ? Array(group) : group.reversed()).reduce(0) { $0 << 8 | UInt32($1) }
    }
    guard (units.first == 0xFEFF) == mark else { return bytes }
    if mark { units.removeFirst() }
    // A document that does not start with a character of ASCII is not JSON in this encoding.
    guard let first = units.first, first < 0x80 else { return bytes }
    if unit == 4 { return Array(String(decoding: units, as: UTF32.self).utf8) }
    return Array(
      String(decoding: units.map { UInt16(truncatingIfNeeded: $0) }, as: UTF16.self).utf8)
  }
}
