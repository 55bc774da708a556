import JSONText
import SchemaRules
import Vectors

/// Implementations that change the values of a document before they validate it.
enum ValueMutants {
  /// The most properties of a body that have mutants of their own.
  private static let propertyLimit = 24

  private typealias Argument = @Sendable () -> String?

  static func all(of bodies: [CorpusBody]) -> [Mutant] {
    guard let right = try? LibraryChecker(bodies) else { return [] }
    func mutant(
      _ name: String, _ body: String? = nil, equivalence: Argument? = nil,
      _ change: @escaping @Sendable ([UInt8]) -> [UInt8]
    ) -> Mutant {
      Mutant(
        id: ["value", body, name].compactMap(\.self).joined(separator: "/"), family: "value",
        summary: "before judging: \(name)", body: body, equivalence: equivalence
      ) {
        { subject in
          // What is not JSON has no values.
          if subject.answer.outcome == .malformed { return subject.answer }
          let bytes = change(subject.bytes)
          return bytes == subject.bytes ? subject.answer : right.check(bytes, as: subject.body)
        }
      }
    }
    let nodes = bodies.flatMap { $0.schema.graph.nodes }
    let panels = bodies.map { NodePanel($0.schema) }
    let common = RewritingTable.texts.rules("common")
    var mutants: [Mutant] = []
    for rule in common + RewritingTable.texts.rules("others") {
      let argument: Argument = { Equivalence.argument(for: rule, nodes) }
      mutants.append(
        mutant("strings \(rule.name)", equivalence: argument) { bytes in rule(bytes) })
    }
    for rule in RewritingTable.values.rules("conversions") {
      let note = rule.note
      let argument: Argument = { note.flatMap { Self.argument(for: $0, nodes, panels) } }
      mutants.append(mutant(rule.name, equivalence: argument) { bytes in rule(bytes) })
    }
    for (body, panel) in zip(bodies, panels) {
      let properties = BodyProperties(body.schema)
      for property in properties.texts.prefix(propertyLimit) {
        for rule in common {
          let argument: Argument = { Equivalence.argument(for: rule, property.related) }
          mutants.append(
            mutant("\(property.name) \(rule.name)", body.name, equivalence: argument) { bytes in
              rewriting(bytes, valuesOf: property.name, by: rule)
            })
        }
      }
      for (rule, values, names) in absences(properties) {
        let argument: Argument = {
          panel.takes(values, asAbsentIn: names)
            ? "Every schema allows the members to be there with these values, or not to be there."
            : nil
        }
        mutants.append(mutant(rule.name, body.name, equivalence: argument) { bytes in rule(bytes) })
      }
      for object in properties.objects.prefix(propertyLimit) {
        let argument: Argument = {
          Equivalence.argument(forMembers: object.name, in: body.schema.graph)
        }
        for rule in levels(of: object) {
          mutants.append(
            mutant(rule.name, body.name, equivalence: rule.note == nil ? nil : argument) { bytes in
              rule(bytes)
            })
        }
      }
      mutants += spellings(properties).map { mutant($0.name, body.name, $0.change) }
    }
    return mutants
  }

  /// The document with the texts of members of a name changed.
  private static func rewriting(
    _ bytes: [UInt8], valuesOf property: String, by rule: RewritingRule
  ) -> [UInt8] {
    var name = ""
    return RewritingRule.rewritingTexts(of: bytes) { text, isName in
      if isName { name = text }
      return !isName && name.utf8.elementsEqual(property.utf8) ? rule(text) : text
    }
  }

  // MARK: Types and members

  /// Why no answer changes with a conversion, by its note: one value becomes another, as in `null = {}`, or values of some
  /// types become others of these types, or members change.
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

  /// Members with some values treated as missing: any member, optional ones, required ones.
  private static func absences(
    _ properties: BodyProperties
  ) -> [(rule: RewritingRule, values: [JSONValue], names: Set<String>?)] {
    // A name, a pattern, and the values that it matches if they can be listed.
    let values = RewritingTable.values.cells("absences")
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
        let member = #"\s*\#(name)\s*:\s*\#(value[1])\s*"#
        let rule = RewritingRule(
          .outsideStrings,
          cells: [
            "\(value[0]) as absent\(place)",
            #",\#(member)(?=[,}])|(?<=\{)(?:\#(member)(?:,|(?=\})))+"#,
          ])
        let listed = (try? JSONValue(parsing: Array(value[2].utf8)))?.arrayValue
        return [(rule, listed ?? [], names.map { Set($0) })]
      }
    }
  }

  /// Members read one level too high or too low, and other envelopes.
  private static func levels(of property: BodyProperties.Property) -> [RewritingRule] {
    let (pattern, replacement) = token(property.name)
    let parameters = ["name": property.name, "pattern": pattern, "replacement": replacement]
    return RewritingTable.values.rules("levels", parameters)
      + (property.isOfRoot
        ? RewritingTable.values.rules("levels of the document", parameters) : [])
  }

  /// A name with its quotes, escaped for a pattern and for a replacement.
  private static func token(_ name: String) -> (pattern: String, replacement: String) {
    let text = JSONValue.string(name).compactText
    let escaped = text.replacing(#"\"#, with: #"\\"#).replacing("$", with: "$$")
    return (text.replacing(#/[^\w"]/#) { "\\\($0.output)" }, escaped)
  }

  /// Other spellings of names treated as the declared ones.
  private static func spellings(
    _ properties: BodyProperties
  ) -> [(name: String, change: @Sendable ([UInt8]) -> [UInt8])] {
    let known = properties.all.map(\.name)
    guard !known.isEmpty else { return [] }
    let exact = Set(known.map { Array($0.utf8) })
    return RewritingTable.texts.rules("names").map { rule in
      let folded = Dictionary(
        known.map { (Array(rule($0).utf8), $0) }, uniquingKeysWith: { first, _ in first })
      return (
        "names \(rule.name)",
        { bytes in
          RewritingRule.rewritingTexts(of: bytes) { text, isName in
            guard isName, !exact.contains(Array(text.utf8)) else { return text }
            return folded[Array(rule(text).utf8)] ?? text
          }
        }
      )
    }
  }
}
