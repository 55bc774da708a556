import ECMARegex
import SchemaRules

extension LossLedger {
  // MARK: Schemas

  mutating func addPatternEngines(_ all: [Rule]) {
    let rules = all.filter(\.hasUnportablePattern)
    add(
      "white-space", "`\\s` matches other characters in other engines.",
      "Python's `re` adds U+0085 and U+001C to U+001F and lacks U+FEFF; Rust's regex adds U+0085 "
        + "and lacks U+FEFF; RE2 only matches ASCII. ajv and jsonschema-rs follow ECMA-262.",
      rules: rules.filter { $0.patternSyntax?.usesWhiteSpace == true })
    add(
      "dollar", "In Python, PCRE and Java, `$` also matches before a final line feed.",
      "Validators that use them, such as jsonschema for Python, accept values with a final line feed.",
      rules: rules.filter { $0.patternSyntax?.root.contains(.anchor(.end)) == true })
    add(
      "unescaped-bracket", "Some engines reject an unescaped `[` in a class, or warn about it.",
      "Swift's Regex and ICU cannot compile the pattern; Python warns about a nested set.",
      rules: rules.filter { $0.patternSource?.hasBracketInClass == true })
    add(
      "u-flag", "No keyword states the flags of a pattern.",
      "Without the `u` flag, ECMA-262 matches UTF-16 units. The results differ if a class is negated "
        + "or contains characters beyond U+FFFF.",
      rules: all.filter { $0.patternSource != nil })
    add(
      "lookaround",
      "Engines that match in linear time reject lookaheads and lookbehinds.",
      "RE2, Go and Rust's regex are such engines; without the portable spelling, they follow ECMA-262 for a plain `$`.",
      rules: all.filter { $0.patternSyntax?.root.hasLookaround == true })
  }

  mutating func addLengthUnits(_ rules: [Rule]) {
    add(
      "length-unit", "Lengths count code points; some validators count UTF-16 units or graphemes.",
      "They compute a different length for text with characters beyond U+FFFF or combining characters.",
      rules: rules.filter { $0.keyword == .minLength || $0.keyword == .maxLength })
  }

  mutating func addPolicies(_ rules: [Rule]) {
    add(
      "unknown-fields-report",
      "Undeclared members cause a warning, which the format cannot express.",
      "They are allowed without a warning.",
      rules: rules.filter { $0.parameter == .unknownFields(.report) })
  }

  mutating func addNumbers(_ rules: [Rule]) {
    add(
      "whole-numbers", "`1.0` is an integer here, as in JSON Schema since draft 6.",
      "Readers that look at the text of the number reject it. Readers that use doubles accept a number "
        + "with a tiny fraction as an integer.",
      rules: rules.filter { $0.allows(.integer) && $0.dialect > .draft4 })
    add(
      "draft-4-integers", "In draft 4, `1.0` is not an integer; in this format, it is.",
      "Readers accept it.",
      rules: rules.filter { $0.allows(.integer) && $0.dialect == .draft4 })
  }

  mutating func addOlderSchemaDialect() {
    addAlways(
      "schema-dialect",
      "OpenAPI 3.0 has its own dialect: no `$id`, `$comment` or `examples` in schemas.",
      "The export uses `example` and extensions instead.")
  }

  mutating func addDiscriminators(_ schemas: [Schema]) {
    let hasSome = schemas.contains { schema in
      schema.graph.nodes.contains { node in node.annotations.contains { $0.name == "discriminator" }
      }
    }
    guard hasSome else { return }
    addAlways(
      "discriminator", "`discriminator` names schemas of its own document.",
      "The export omits it. It is a hint for readers and changes no verdict.")
  }

  mutating func addPermission() {
    addAlways(
      "permission", "OpenAPI does not define scopes for bearer tokens.",
      "The required permission is in the extension `x-required-permission`, which other tools do not "
        + "enforce.")
  }

  // MARK: Types

  mutating func addUncheckedStrings(_ rules: [Rule]) {
    add(
      "string-bounds", "A type cannot limit the length of a string or require a pattern.",
      "The bounds are in comments and are not checked.",
      rules: rules.filter { [.minLength, .maxLength, .pattern].contains($0.keyword) })
  }

  mutating func addPoliciesOfTypes(_ rules: [Rule], _ format: ExportFormat) {
    let policies = rules.filter { $0.keyword == .additionalProperties }
    add(
      "unknown-fields",
      format == .swift
        ? "A type cannot hold undeclared members."
        : "Compilers reject undeclared members only in literals.",
      format == .swift
        ? "Reading a document drops those that the policy allows."
        : "At run time, they remain, whatever the policy.",
      rules: policies)
  }

  mutating func addNumbers(_ rules: [Rule], _ format: ExportFormat) {
    add(
      "numbers",
      format == .swift
        ? "`Int` and `Double` cannot hold every number." : "`number` is a double, whole or not.",
      format == .swift
        ? "Reading a larger one throws; a fraction becomes the nearest double."
        : "Fractions are accepted for integers, and large numbers lose digits.",
      rules: rules.filter { $0.allows(.integer) || $0.allows(.number) })
  }

  mutating func addUnvalidatedValues() {
    addAlways(
      "unvalidated",
      "A value that is created in code, or decoded by `Decodable`, is not validated.",
      "Only `init(validating:)` checks the rules. "
        + "A member without a single type is a `JSONValue`.")
  }

  mutating func addOperation() {
    addAlways(
      "operation", "Types describe only bodies.",
      "Method, path, permission and error responses are not part of the export.")
  }

  // MARK: Both

  /// Adds an entry for each keyword that readers of the format do not enforce and that no other entry explains.
  mutating func addKeywords(of schemas: [Schema], _ format: ExportFormat) {
    let known = Set(
      losses.filter { !["provenance", "secrets"].contains($0.id) }.flatMap(\.rules)
        .map { Array($0.utf8) })
    var lost: [Keyword: [String]] = [:]
    for graph in schemas.map(\.graph) {
      for (index, node) in graph.nodes.enumerated() {
        for (place, use) in node.keywords.enumerated() where !format.enforces(use) {
          let rule = Rule(graph: graph, node: index, use: place)
          if use.canBeBroken, !known.contains(Array(rule.id.utf8)) {
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
        "They accept values that violate it.", rules: rules)
    }
  }

  mutating func addSecrets(_ rules: [Rule], isMarked: Bool) {
    let secrets = rules.filter { $0.isSecret && $0.keyword == .type }
    add(
      "secrets",
      isMarked
        ? "`writeOnly` is only an annotation, and would be wrong for a response that contains secrets."
        : "A type cannot declare that its values are secret.",
      isMarked
        ? "It marks the secrets in request bodies. Validators still print rejected values in their "
          + "messages."
        : "A comment declares it; the values still print.",
      rules: secrets)
  }

  mutating func addText() {
    addAlways(
      "duplicate-keys", "conform rejects duplicate member names; no format can express that.",
      "Readers keep the first or the last member, which may differ from the one that the validator checked."
    )
    addAlways(
      "strict-text",
      "conform rejects a byte order mark, lone surrogates and invalid UTF-8.",
      "Other readers accept some of them, or replace them with U+FFFD, before the rules are checked. "
        + "Python's also accepts `NaN` and `Infinity` as numbers.")
    addAlways(
      "limits", "For conform, a document with more than 512 levels of nesting is indeterminate.",
      "Other readers have other limits, or none.")
  }

  mutating func addProvenance(_ rules: [Rule], carrier: String) {
    add(
      "provenance", "No keyword states the origin of a rule.",
      "The origin is in \(carrier).",
      rules: rules.filter { $0.provenance.status != .documented })
  }
}

extension Rule {
  fileprivate var dialect: Dialect { graph.dialect(of: node) }

  /// Whether the rule lists a type among the allowed ones.
  fileprivate func allows(_ type: ValueType) -> Bool {
    if case .types(let types) = parameter { types.contains(type) } else { false }
  }
}
