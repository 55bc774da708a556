import SchemaRules

extension SchemaProblemTests {
  static let json = [
    Row(
      schema: "{\n \"type\": }",
      problems: [
        "s.json:2:10: expected a value: an object, array, string in double quotes, number, "
          + "true, false or null"
      ], reason: "not JSON"),
    Row(
      schema: #"{"type": "string", "type": "string"}"#,
      problems: ["s.json:1:20: duplicate member name, first used at 1:2"],
      reason: "a duplicate member name"),
    Row(
      schema: #"{"openapi": "3.1.0", "info": {}, "paths": {}}"#,
      problems: ["s.json:1:2: this is an OpenAPI document, not a schema; name it with `--openapi`"],
      reason: "as a schema, it would allow everything"),
    Row(
      schema: #"{"properties": {"openapi": {}, "info": {}}}"#, problems: [],
      reason: "described members are not members of an OpenAPI document"),
    Row(schema: "true", problems: [], reason: "a schema need not be an object"),
    Row(
      schema: "[]",
      problems: ["s.json:1:1: the document must be an object or a boolean, not an array"],
      reason: "an array is not a schema"),
    Row(
      schema: "true", problems: ["s.json:1:1: the document must be an object, not a boolean"],
      reason: "in draft 4, it must be one", dialect: .draft4),
  ]

  static let keywords = [
    Row(
      schema: "{\"properties\": {\"a\":\n {\"minLength\": \"1\"}}}",
      problems: [
        "s.json:2:16: /properties/a/minLength must be an integer, not a string [minLength]"
      ],
      reason: "the meta-schema finds a wrong type"),
    Row(
      schema: #"{"minLength": -1}"#,
      problems: ["s.json:1:15: /minLength must be at least 0 [minLength]"],
      reason: "the meta-schema finds a negative count"),
    Row(
      schema: #"{"pattern": "a("}"#,
      problems: [
        "s.json:1:13: not a pattern that conform can match: This parenthesis is never closed; "
          + #"write `)` after the group, or `\(` for the character. (code point 1) [pattern]"#
      ], reason: "a pattern is compiled"),
    Row(
      schema: #"{"patternProperties": {"[": true}}"#,
      problems: [
        "s.json:1:24: not a pattern that conform can match: This class is never closed; "
          + #"write `]` after its members, or `\[` for the character. (code point 0) "#
          + "[patternProperties]"
      ], reason: "a pattern of names is compiled too"),
    Row(
      schema: #"{"$schema": "meta.json", "name": "n", "minimum": "x", "properties": 1}"#,
      problems: [],
      reason: "a keyword outside the meta-schema's vocabularies has no effect"),
    Row(
      schema: #"{"$schema": "meta.json"}"#,
      problems: ["s.json:1:1: /name is required"],
      reason: "the caller's meta-schema is applied"),
    Row(
      schema: #"""
        {"$defs": {"a": {"$id": "a", "$schema": "http://json-schema.org/draft-07/schema#",
        "minLength": false, "items": [1]}}}
        """#,
      problems: [
        "s.json:2:14: /$defs/a/minLength must be an integer, not a boolean [minLength]",
        "s.json:2:31: /$defs/a/items/0 must be an object or a boolean, not a number [items]",
      ], reason: "a part with its own meta-schema"),
    Row(
      schema: ##"{"properties": {"type": 1}}"##,
      problems: [
        "s.json:1:25: /properties/type must be an object or a boolean, not a number [properties]"
      ], reason: "a property has the name of a keyword"),
  ]

  static let references = [
    Row(
      schema: #"{"$ref": "good.json#/$defs/a"}"#, problems: [], reason: "an available text"),
    Row(
      schema: ##"""
        {"$id": "http://a/b", "$ref": "http://a/b#/definitions/c", "definitions": {"c": true}}
        """##, problems: [], reason: "an address next to `$ref`, which has no effect",
      dialect: .draft7),
    Row(
      schema: #"{"$ref": "other.json#/a"}"#,
      problems: [
        "s.json:1:10: cannot resolve other.json; name its file with "
          + "`--resolve other.json=PATH` [$ref]"
      ], reason: "a missing text"),
    Row(
      schema: ##"{"$ref": "#/$defs/a"}"##,
      problems: ["s.json:1:10: s.json has no schema at #/$defs/a [$ref]"],
      reason: "a pointer without a target"),
    Row(
      schema: ##"{"$ref": "#/title", "title": "a"}"##,
      problems: ["s.json:1:10: s.json has no schema at #/title [$ref]"],
      reason: "a pointer to a value that is not a schema"),
    Row(
      schema: #"{"$ref": "good.json#a"}"#,
      problems: ["s.json:1:10: good.json has no anchor \"a\" [$ref]"], reason: "an unknown name"),
    Row(
      schema: #"{"$ref": "broken.json"}"#,
      problems: [
        "s.json:1:10: cannot read broken.json: broken.json:1:2: the document ends inside a value; "
          + "it may have been cut off"
      ], reason: "a text that is not JSON"),
    Row(
      schema: #"{"$ref": "refused.json"}"#,
      problems: [
        "s.json:1:10: cannot read refused.json: Refused()"
      ], reason: "a text that cannot be read"),
    Row(
      schema: #"{"$ref": "wrong.json"}"#,
      problems: [
        "wrong.json:1:10: /type must be the name of a type, or a list of such names [type]"
      ],
      reason: "a problem in another text, with its name"),
    Row(
      schema: ##"{"$ref": "#"}"##,
      problems: [
        "s.json:1:1: the schema applies itself to the same value endlessly; let a "
          + "reference lead back only from inside a keyword such as `properties` or `items`"
      ], reason: "a schema that refers to itself"),
    Row(
      schema:
        ##"{"$defs": {"a": {"anyOf": [{"$ref": "#/$defs/b"}]}, "b": {"not": {"$ref": "#/$defs/a"}}}, "$ref": "#/$defs/a"}"##,
      problems: [
        "s.json:1:17: the schema applies itself to the same value endlessly; let a "
          + "reference lead back only from inside a keyword such as `properties` or `items`"
      ], reason: "a circle of two"),
    Row(
      schema: ##"{"properties": {"a": {"$ref": "#"}}, "items": {"$ref": "#"}}"##, problems: [],
      reason: "recursion into inner values ends"),
  ]

  static let dialects = [
    Row(
      schema: #"{"$schema": "https://example.com/meta"}"#,
      problems: [
        "s.json:1:13: unknown meta-schema https://example.com/meta; name its file with "
          + "`--resolve https://example.com/meta=PATH`, or use draft 4, 6, 7, 2019-09 or 2020-12 "
          + "[$schema]"
      ],
      reason: "an unknown meta-schema"),
    Row(
      schema: #"{"$schema": "https://json-schema.org/draft-07/schema#", "minLength": "x"}"#,
      problems: ["s.json:1:70: /minLength must be an integer, not a string [minLength]"],
      reason: "another scheme causes a warning, and the draft's meta-schema is used"),
    Row(
      schema: #"{"$schema": "http://json-schema.org/draft-03/schema#"}"#,
      problems: [
        "s.json:1:13: unknown meta-schema http://json-schema.org/draft-03/schema; name its file "
          + "with `--resolve http://json-schema.org/draft-03/schema=PATH`, or use draft 4, 6, 7, "
          + "2019-09 or 2020-12 [$schema]"
      ],
      reason: "a draft that is too old"),
    Row(
      schema: #"{"$schema": "strange.json"}"#,
      problems: [
        "s.json:1:13: the meta-schema requires the vocabulary https://example.com/vocab, "
          + "which conform does not know [$schema]"
      ],
      reason: "a required vocabulary that is unknown"),
    Row(
      schema: #"{"$schema": "own.json", "minLength": "x"}"#, problems: [],
      reason: "a meta-schema that is described by itself and its vocabularies"),
    Row(
      schema: #"{"$schema": "plain.json", "minLength": 1}"#,
      problems: [
        "s.json:1:1: the document must have at most 1 member; it has 2"
      ], reason: "a meta-schema in the dialect of the options"),
    Row(
      schema: #"{"$schema": "circle.json"}"#,
      problems: [
        "s.json:1:13: unknown meta-schema circle.json; name its file with "
          + "`--resolve circle.json=PATH`, or use draft 4, 6, 7, 2019-09 or 2020-12 [$schema]"
      ],
      reason: "a meta-schema that is described by itself alone"),
  ]
}
