import JSONText
import SchemaRules
import Vectors

/// Implementations that change the values of a document before they judge it.
enum ValueMutants {
  /// How many properties of a body have mutants of their own, at most.
  private static let propertyLimit = 24

  static func all(of bodies: [CorpusBody]) -> [Mutant] {
    guard let right = try? LibraryChecker(bodies) else { return [] }
    func mutant(
      _ rule: RewritingRule, _ body: String? = nil, equivalence: (@Sendable () -> String?)? = nil
    ) -> Mutant {
      Mutant(
        id: ["value", body, rule.name].compactMap(\.self).joined(separator: "/"), family: "value",
        summary: "before judging: \(rule.name)", body: body, equivalence: equivalence
      ) {
        { subject in
          // What is not JSON has no values.
          if subject.answer.outcome == .malformed { return subject.answer }
          let bytes = rule.apply(subject.bytes)
          return bytes == subject.bytes ? subject.answer : right.check(bytes, as: subject.body)
        }
      }
    }
    let nodes = bodies.flatMap { $0.schema.graph.nodes }
    let panels = Dictionary(
      bodies.map { ($0.name, NodePanel($0.schema)) }, uniquingKeysWith: { one, _ in one })
    let general = TextChange.all.map { change in
      mutant(
        RewritingRule("strings \(change.name)") { bytes in
          RewritingRule.rewritingTexts(of: bytes) { text, isName in isName ? text : change(text) }
        }, equivalence: { change.argument(nodes) })
    }
    let conversions = Self.conversions.map { rule in
      mutant(rule) {
        rule.note.flatMap { Self.argument(for: $0, nodes, Array(panels.values)) }
      }
    }
    return general + conversions
      + bodies.flatMap { body -> [Mutant] in
        let properties = BodyProperties(body.schema)
        let texts = properties.texts.prefix(propertyLimit).flatMap { property in
          TextChange.common.map { change in
            mutant(
              RewritingRule("\(property.name) \(change.name)") { bytes in
                var name = ""
                return RewritingRule.rewritingTexts(of: bytes) { text, isName in
                  if isName { name = text }
                  let isMeant = !isName && name.utf8.elementsEqual(property.name.utf8)
                  return isMeant ? change(text) : text
                }
              }, body.name, equivalence: { change.argument(property.related) })
          }
        }
        let levels = properties.objects.prefix(propertyLimit).flatMap(Self.levels)
        let absences = absences(properties).map { absence in
          mutant(absence.rule, body.name) {
            panels[body.name]?.takes(absence.values, asAbsentIn: absence.names) ?? false
              ? "Every schema allows the members to be there with these values, or not to be there."
              : nil
          }
        }
        let others = levels + spellings(properties)
        return texts + absences + others.map { mutant($0, body.name) }
      }
  }

  // MARK: Types and members

  /// Why no schema notices a conversion: of a value into another one, as in `null = {}`, among values of some types, or
  /// of members.
  private static func argument(
    for note: String, _ nodes: [SchemaNode], _ panels: [NodePanel]
  ) -> String? {
    let values = note.split(separator: " = ").compactMap {
      try? JSONValue(parsing: Array($0.utf8))
    }
    if note == "members" {
      return panels.allSatisfy(\.ignoresMembers) ? "No schema looks at members." : nil
    }
    guard values.count == 2 else {
      let types = note.split(separator: " ").compactMap { ValueType(rawValue: String($0)) }
      return Equivalence.argument(for: nodes, mixing: KindSet(types))
    }
    return panels.allSatisfy { $0.takes(values[0], as: values[1]) }
      ? "Every schema says the same of both values." : nil
  }

  private static let conversions = RewritingRule.table(
    .outsideStrings,
    #"""
    numbers as strings → -?\d[\d.eE+\-]* → "$0" → number string
    whole numbers as strings → (?<![\w.+\-])-?\d++(?![.eE]) → "$0" → number string
    strings of numbers as numbers → "(-?\d+(?:\.\d+)?)"(?!\s*:) → $1 → number string
    strings of literals as literals → "(true|false|null)"(?!\s*:) → $1 → string boolean null
    strings of objects as objects → "\s*\{\s*\}\s*"(?!\s*:) → {} → string object
    numbers as whole numbers → (?<=\d)\.\d+ →  → number
    numbers without exponents → (?<=\d)[eE][+\-]?\d+ →  → number
    0 as false → (?<![\w.+\-])0(?![\w.]) → false → 0 = false
    1 as true → (?<![\w.+\-])1(?![\w.]) → true → 1 = true
    true as 1 → true → 1 → true = 1
    false as 0 → false → 0 → false = 0
    booleans as strings → true|false → "$0" → boolean string
    null as an empty string → null → "" → null = ""
    null as the string null → null → "null" → null = "null"
    null as an empty object → null → {} → null = {}
    null as zero → null → 0 → null = 0
    null as false → null → false → null = false
    true as an empty object → true → {} → true = {}
    arrays of one as their element → \[((?&v))\] → $1
    arrays as their first element → \[((?&v))(?:,(?&v))*+\] → $1
    arrays as their last element → \[(?:(?&v),)*+((?&v))\] → $1
    arrays of two strings joined → \[\s*"((?:[^"\\]|\\.)*+)"\s*,\s*"((?:[^"\\]|\\.)*+)"\s*\] → "$1$2" → array string
    empty arrays as strings → \[\s*\] → "" → [] = ""
    empty arrays as empty objects → \[\s*\] → {} → [] = {}
    arrays as objects → \[((?&v))\] → {"0":$1} → array object
    single values as arrays → (:\s*)((?&s)|-?\d[\d.eE+\-]*|true|false)(?=\s*[,}]) → $1[$2] → string number boolean array
    objects as arrays of them → (:\s*)(\{(?:(?&m)(?:,(?&m))*+)?+\s*\}) → $1[$2] → object array
    objects as strings → \{(?&m)?\s*\} → "[object Object]" → object string
    objects with a value as it → \{\s*"value"\s*:((?&v))\} → $1
    empty strings as empty objects → ""(?!\s*:) → {} → "" = {}
    empty strings as null → ""(?!\s*:) → null → "" = null
    equal neighbours as one → (?<=[\[,])((?&v)),(?=\1[,\]]) →  → array
    null elements left out → (?<=[\[,])\s*null\s*,|,\s*null\s*(?=\]) →  → array
    elements beyond the tenth left out → (\[(?:(?&v),){9}(?&v))(?:,(?&v))++\] → $1] → array
    members beyond the tenth left out → (\{(?:(?&m),){9}(?&m))(?:,(?&m))++\} → $1} → members
    __proto__ merged → "__proto__"\s*:\s*\{((?&m)(?:,(?&m))*+)\s*\} → $1 → members
    foo merged → "foo"\s*:\s*\{((?&m)(?:,(?&m))*+)\s*\} → $1 → members
    names repeated in different objects refused → ((?&s))\s*:.*[{,]\s*\1\s*: → !
    names equal in any case refused → ((?&s))\s*:(?&v)(?=(?:,(?&m))*?,\s*(?i:\1)\s*:) → !
    names equal when trimmed refused → "([^"\\ ]++)"\s*:(?&v)(?=(?:,(?&m))*?,\s*" *\1 *"\s*:) → !
    names equal up to a null character refused → "([^"\\]++)"\s*:(?&v)(?=(?:,(?&m))*?,\s*"\1\\u0000[^"]*"\s*:) → !
    """#)

  /// Values taken for absent, in all members, in those that may be omitted, in those that may not.
  private static func absences(
    _ properties: BodyProperties
  ) -> [(rule: RewritingRule, values: [JSONValue], names: Set<String>?)] {
    // A name, a pattern, and the values that it matches if they can be listed.
    let values = RewritingRule.rows(
      of: #"""
        null → null → [null]
        empty strings → "" → [""]
        empty objects → \{\s*\} → [{}]
        false → false → [false]
        blank strings → "(?: |\\[ntr])*"
        empty arrays → \[\s*\] → [[]]
        zero → 0(?![\d.eE]) → [0]
        numbers → -?\d[\d.eE+\-]*+
        booleans → (?:true|false) → [true, false]
        arrays → \[(?:(?&v)(?:,(?&v))*+)?+\s*\]
        falsy values → (?:null|false|0(?![\d.eE])|"") → [null, false, 0, ""]
        the string null → "null" → ["null"]
        the string undefined → "undefined" → ["undefined"]
        """#)
    let members: [(place: String, isIncluded: ((BodyProperties.Property) -> Bool)?)] = [
      ("", nil), (" in optional members", { !$0.isRequired }),
      (" in required members", \.isRequired),
    ]
    return values.enumerated().flatMap { index, value in
      members.prefix(index < 4 ? 3 : 1).flatMap { place, isIncluded in
        let names = isIncluded.map { properties.all.filter($0).map(\.name) }
        guard names != [] else { return [] as [(RewritingRule, [JSONValue], Set<String>?)] }
        let name =
          names.map { "(?:\($0.map { token($0).pattern }.joined(separator: "|")))" } ?? "(?&s)"
        let member = #"\s*\#(name)\s*:\s*\#(value.pattern)\s*"#
        let row =
          #"\#(value.name) as absent\#(place) → ,\#(member)(?=[,}])|(?<=\{)(?:\#(member)(?:,|(?=\})))+"#
        let listed = (try? JSONValue(parsing: Array(value.replacement.utf8)))?.arrayValue
        return RewritingRule.table(.outsideStrings, row).map {
          ($0, listed ?? [], names.map { Set($0) })
        }
      }
    }
  }

  /// A member looked for a level too high or too low, and other envelopes.
  private static func levels(of property: BodyProperties.Property) -> [RewritingRule] {
    let name = property.name
    let (pattern, replacement) = token(name)
    let inner = RewritingRule.table(
      .outsideStrings,
      #"""
      \#(name) in \#(name) → \#(pattern)\s*:\s*\{\s*(\#(pattern)\s*:(?&v))\} → $1
      the first of a list as \#(name) → (\#(pattern)\s*:\s*)\[((?&v))(?:,(?&v))*+\] → $1$2
      members of \#(name) beside it → (\#(pattern)\s*:\s*\{((?&m)(?:,(?&m))*+)\s*\}) → $1,$2
      \#(name) in any case → (?i:\#(pattern))(?=\s*:) → \#(replacement)
      """#)
    // The whole document is an object that has it.
    guard property.isOfRoot else { return inner }
    return inner
      + RewritingRule.table(
        .outsideStrings,
        #"""
        \#(name) flat → \A\s*\{(?!.*\#(pattern)\s*:)((?&m)(?:,(?&m))*+)\s*\}\s*\z → {$1,\#(replacement):{$1}}
        \#(name) as the whole → \A\s*\{\s*\#(pattern)\s*:((?&v))\}\s*\z → $1
        the whole as \#(name) → \A(?&v)\z → {\#(replacement):$0}
        \#(name) around the document where it is missing → \A\s*\{(?!.*\#(pattern)\s*:).*\}\s*\z → {\#(replacement):$0}
        """#)
  }

  /// A name with its quotes, for a pattern and for what is in place of a match.
  private static func token(_ name: String) -> (pattern: String, replacement: String) {
    let text = JSONValue.string(name).compactText
    let escaped = text.replacing(#"\"#, with: #"\\"#).replacing("$", with: "$$")
    return (text.replacing(#/[^\w"]/#) { "\\\($0.output)" }, escaped)
  }

  /// Other spellings of names taken for those that are declared.
  private static func spellings(_ properties: BodyProperties) -> [RewritingRule] {
    let known = properties.all.map(\.name)
    guard !known.isEmpty else { return [] }
    let exact = Set(known.map { Array($0.utf8) })
    return TextChange.ofNames.map { change in
      let folded = Dictionary(
        known.map { (Array(change($0).utf8), $0) }, uniquingKeysWith: { first, _ in first })
      return RewritingRule("names \(change.name)") { bytes in
        RewritingRule.rewritingTexts(of: bytes) { text, isName in
          guard isName, !exact.contains(Array(text.utf8)) else { return text }
          return folded[Array(change(text).utf8)] ?? text
        }
      }
    }
  }
}
