import ECMARegex
import SchemaRules

extension LossLedger {
  // MARK: Schemas

  mutating func addPatternEngines(_ all: [Rule]) {
    let rules = all.filter(\.hasUnportablePattern)
    add(
      "white-space", "`\\s` stands for other characters in other engines.",
      "Python's `re` adds U+0085 and U+001C to U+001F and lacks U+FEFF; Rust's regex adds U+0085 "
        + "and lacks U+FEFF; RE2 knows ASCII only. ajv and jsonschema-rs read it as it is meant.",
      rules: rules.filter { $0.patternSyntax?.usesWhiteSpace == true })
    add(
      "dollar", "`$` also matches before a line feed that ends the text in Python, PCRE and Java.",
      "Such a validator, jsonschema for Python among them, accepts a value with a line feed behind "
        + "it.",
      rules: rules.filter { $0.patternSyntax?.root.contains(.anchor(.end)) == true })
    add(
      "unescaped-bracket", "Some engines refuse or warn of an unescaped `[` inside a class.",
      "Swift's Regex and ICU do not compile the pattern; Python warns of a nested set.",
      rules: rules.filter { $0.patternSource?.hasBracketInClass == true })
    add(
      "u-flag", "No keyword says with which flags a pattern is read.",
      "Without the `u` flag an engine of ECMA-262 reads UTF-16 units, which makes a difference "
        + "where a class is negated or holds characters beyond U+FFFF.",
      rules: all.filter { $0.patternSource != nil })
    add(
      "lookaround",
      "Engines that match in linear time refuse a pattern that looks ahead or behind.",
      "RE2, Go and Rust's regex do; without the portable spelling, they read a plain `$` as it is meant.",
      rules: all.filter { $0.patternSyntax?.root.hasLookaround == true })
  }

  mutating func addLengthUnits(_ rules: [Rule]) {
    add(
      "length-unit", "Lengths are in code points; some validators count UTF-16 units or graphemes.",
      "With such a validator a text of characters beyond U+FFFF, or of combined ones, has another "
        + "length.",
      rules: rules.filter { $0.keyword == .minLength || $0.keyword == .maxLength })
  }

  mutating func addPolicies(_ rules: [Rule]) {
    add(
      "unknown-fields-report", "Members of other names give a warning, which the format lacks.",
      "They are allowed without a word.",
      rules: rules.filter { $0.parameter == .unknownFields(.report) })
  }

  mutating func addNumbers(_ rules: [Rule]) {
    add(
      "whole-numbers", "`1.0` is an integer here, as in JSON Schema since draft 6.",
      "A reader that goes by the spelling refuses it. One that holds numbers in doubles takes a "
        + "number with a tiny fraction for a whole one.",
      rules: rules.filter { $0.allows(.integer) && $0.dialect > .draft4 })
    add(
      "draft-4-integers", "In draft 4, `1.0` is not an integer; in the format, it is one.",
      "Readers accept it.",
      rules: rules.filter { $0.allows(.integer) && $0.dialect == .draft4 })
  }

  mutating func addOlderSchemaDialect() {
    addAlways(
      "schema-dialect",
      "OpenAPI 3.0 has its own dialect: no `$id`, `$comment` or `examples` in schemas.",
      "They are written as `example` and extensions.")
  }

  mutating func addPermission() {
    addAlways(
      "permission", "A bearer token has no scopes in the format.",
      "The permission that the caller needs is the extension `x-required-permission`, which other "
        + "tools do not enforce.")
  }

  // MARK: Types

  mutating func addUncheckedStrings(_ rules: [Rule]) {
    add(
      "string-bounds", "A type cannot bound the length of a string or demand a pattern.",
      "The bounds stand in comments and are not checked.",
      rules: rules.filter { [.minLength, .maxLength, .pattern].contains($0.keyword) })
  }

  mutating func addPoliciesOfTypes(_ rules: [Rule], _ format: ExportFormat) {
    let policies = rules.filter { $0.keyword == .additionalProperties }
    add(
      "unknown-fields",
      format == .swift
        ? "A type has no members of other names."
        : "A compiler objects to members of other names in literals only.",
      format == .swift
        ? "Where the policy allows them, they are read past and not kept."
        : "At run time they are there, whatever the policy.",
      rules: policies)
  }

  mutating func addNumbers(_ rules: [Rule], _ format: ExportFormat) {
    add(
      "numbers",
      format == .swift
        ? "`Int` and `Double` hold some numbers only." : "`number` is a double, whole or not.",
      format == .swift
        ? "Reading a larger one throws; a fraction is the nearest double."
        : "Fractions are not refused where a whole number is asked for; large numbers lose digits.",
      rules: rules.filter { $0.allows(.integer) || $0.allows(.number) })
  }

  mutating func addUnvalidatedValues() {
    addAlways(
      "unvalidated", "A value that is put together, or decoded by `Decodable`, is not validated.",
      "Only `init(validating:)` checks the rules, all of them; what has no single type is a `JSONValue`."
    )
  }

  mutating func addOperation() {
    addAlways(
      "operation", "Types describe bodies only.",
      "Method, path, permission and failures are not part of the export.")
  }

  // MARK: Both

  /// An entry for each keyword that readers of the format do not enforce, and that no other entry explains.
  mutating func addKeywords(of schemas: [Schema], _ format: ExportFormat) {
    let known = Set(losses.filter { !["provenance", "secrets"].contains($0.id) }.flatMap(\.rules))
    var lost: [Keyword: [String]] = [:]
    for graph in schemas.map(\.graph) {
      for (index, node) in graph.nodes.enumerated() {
        for (place, use) in node.keywords.enumerated() where !format.enforces(use) {
          let rule = Rule(graph: graph, node: index, use: place)
          if use.canBeBroken, !known.contains(rule.id) {
            lost[rule.keyword, default: []].append(rule.id)
          } else if !use.canBeBroken, !use.parameter.nodes.isEmpty {
            lost[rule.keyword, default: []] += []
          }
        }
      }
    }
    for keyword in Keyword.allCases {
      guard let rules = lost[keyword] else { continue }
      addAlways(
        "keyword-\(keyword.rawValue)",
        "Readers of the format do not enforce `\(keyword.rawValue)`.",
        "They accept values that break it.", rules: rules)
    }
  }

  mutating func addSecrets(_ rules: [Rule], isMarked: Bool) {
    let secrets = rules.filter { $0.isSecret && $0.keyword == .type }
    add(
      "secrets",
      isMarked
        ? "`writeOnly` is only an annotation, and would be wrong for an answer that holds secrets."
        : "A type does not say that its values must not be shown.",
      isMarked
        ? "It marks the secrets of bodies that are sent. Validators print rejected values in their "
          + "messages all the same."
        : "The comment says so; values print like any other.",
      rules: secrets)
  }

  mutating func addText() {
    addAlways(
      "duplicate-keys", "A member name that stands twice is malformed here; no format can say so.",
      "Readers keep the first or the last member, and what was checked may not be what is used.")
    addAlways(
      "strict-text",
      "A byte order mark, half a surrogate pair and invalid UTF-8 are malformed here.",
      "Other readers accept some of them, or put U+FFFD in their place, before a rule is looked at; "
        + "and Python's takes `NaN` and `Infinity` for numbers.")
    addAlways(
      "limits", "More than 512 containers inside one another are not judged here.",
      "Other readers have other limits, or none.")
  }

  mutating func addProvenance(_ rules: [Rule], carrier: String) {
    add(
      "provenance", "No keyword says where a rule comes from.",
      "It is text in \(carrier).",
      rules: rules.filter { $0.provenance.status != .documented })
  }
}

extension Rule {
  fileprivate var dialect: Dialect { graph.dialect(of: node) }

  /// Whether the rule names a type as one of those that values can have.
  fileprivate func allows(_ type: ValueType) -> Bool {
    if case .types(let types) = parameter { types.contains(type) } else { false }
  }
}
