// A value of each kind (kinds.schema.json)
//
// What these types cannot express:
// - unvalidated: A value that is created in code, or decoded by `Decodable`, is not validated. Only `init(validating:)` checks the rules. A member without a single type is a `JSONValue`.
// - numbers: `Int` and `Double` cannot hold every number. Reading a larger one throws; a fraction becomes the nearest double.

// swift-format-ignore-file

public import Conform

/// A value of each kind
public struct Kinds: ValidatedDocument, Hashable, Sendable, Codable {
  /// minLength: 1 code point
  public var id: String
  public var kind: KindsKind
  /// A whole number.
  public var count: Int
  public var ratio: Double?
  public var flag: Bool
  public var none: String?
  public var level: KindsLevel?
  public var colour: KindsColour?
  public var selfRef: [Kinds]
  /// A value of each kind
  public var next: JSONValue?
  public var any: JSONValue?
  public var map: [String: Double]?
  public var pay: KindsPay?
  public var text: KindsText?
  public var maybe: Int?
  public var whole: KindsWhole?
  /// Secret: must not be shown.
  public var pin: Secret?
  /// Secret: must not be shown.
  public var keys: Redacted<[String: Int]>?
  public var pair: JSONValue?
  public var `init`: String?
  public var self_: String?
  public var CodingKeys_: String?
  public var __: KindsValue?
  public var untyped: KindsUntyped?

  /// Creates a value without validating it.
  public init(
    id: String,
    kind: KindsKind = .t,
    count: Int,
    ratio: Double? = nil,
    flag: Bool,
    none: String?,
    level: KindsLevel? = nil,
    colour: KindsColour? = nil,
    selfRef: [Kinds],
    next: JSONValue? = nil,
    any: JSONValue? = nil,
    map: [String: Double]? = nil,
    pay: KindsPay? = nil,
    text: KindsText? = nil,
    maybe: Int? = nil,
    whole: KindsWhole? = nil,
    pin: Secret? = nil,
    keys: Redacted<[String: Int]>? = nil,
    pair: JSONValue? = nil,
    `init`: String? = nil,
    self_: String? = nil,
    CodingKeys_: String? = nil,
    __: KindsValue? = nil,
    untyped: KindsUntyped? = nil
  ) {
    self.id = id
    self.kind = kind
    self.count = count
    self.ratio = ratio
    self.flag = flag
    self.none = none
    self.level = level
    self.colour = colour
    self.selfRef = selfRef
    self.next = next
    self.any = any
    self.map = map
    self.pay = pay
    self.text = text
    self.maybe = maybe
    self.whole = whole
    self.pin = pin
    self.keys = keys
    self.pair = pair
    self.`init` = `init`
    self.self_ = self_
    self.CodingKeys_ = CodingKeys_
    self.__ = __
    self.untyped = untyped
  }

  /// Reads a value from a valid document.
  public init(reading reader_: borrowing ValueReader) throws(DocumentError) {
    var id: String?
    var kind: KindsKind?
    var count: Int?
    var ratio: Double?
    var flag: Bool?
    var none: String??
    var level: KindsLevel?
    var colour: KindsColour?
    var selfRef: [Kinds]?
    var next: JSONValue?
    var any: JSONValue?
    var map: [String: Double]?
    var pay: KindsPay?
    var text: KindsText?
    var maybe: Int?
    var whole: KindsWhole?
    var pin: Secret?
    var keys: Redacted<[String: Int]>?
    var pair: JSONValue?
    var `init`: String?
    var self_: String?
    var CodingKeys_: String?
    var __: KindsValue?
    var untyped: KindsUntyped?
    var members_ = try reader_.members()
    while let index_ = reader_.next(&members_, of: Self.memberNames) {
      switch index_ {
      case 0: id = .some(try reader_.value())
      case 1: kind = .some(try reader_.value())
      case 2: count = .some(try reader_.value())
      case 3: ratio = try reader_.value()
      case 4: flag = .some(try reader_.value())
      case 5: none = .some(try reader_.value())
      case 6: level = try reader_.value()
      case 7: colour = try reader_.value()
      case 8: selfRef = .some(try reader_.value())
      case 9: next = try reader_.value()
      case 10: any = try reader_.value()
      case 11: map = try reader_.value()
      case 12: pay = try reader_.value()
      case 13: text = try reader_.value()
      case 14: maybe = try reader_.value()
      case 15: whole = try reader_.value()
      case 16: pin = try reader_.value()
      case 17: keys = try reader_.value()
      case 18: pair = try reader_.value()
      case 19: `init` = try reader_.value()
      case 20: self_ = try reader_.value()
      case 21: CodingKeys_ = try reader_.value()
      case 22: __ = try reader_.value()
      default: untyped = try reader_.value()
      }
    }
    self.id = try reader_.required(id, "id", in: members_)
    self.kind = try reader_.required(kind, "kind", in: members_)
    self.count = try reader_.required(count, "count", in: members_)
    self.ratio = ratio
    self.flag = try reader_.required(flag, "flag", in: members_)
    self.none = try reader_.required(none, "none", in: members_)
    self.level = level
    self.colour = colour
    self.selfRef = try reader_.required(selfRef, "self-ref", in: members_)
    self.next = next
    self.any = any
    self.map = map
    self.pay = pay
    self.text = text
    self.maybe = maybe
    self.whole = whole
    self.pin = pin
    self.keys = keys
    self.pair = pair
    self.`init` = `init`
    self.self_ = self_
    self.CodingKeys_ = CodingKeys_
    self.__ = __
    self.untyped = untyped
  }

  private static let memberNames = MemberNames("id", "kind", "count", "ratio", "flag", "none", "level", "colour", "self-ref", "next", "any", "map", "pay", "text", "maybe", "whole", "pin", "keys", "pair", "init", "self", "CodingKeys", "_", "untyped")

  /// The compiled schema.
  public static let validator = Validator(
    constantJSONSchema: [
      "kinds.schema.json": ##"{"title":"A value of each kind","type":"object","required":["id","kind","count","flag","none","self-ref"],"properties":{"id":{"type":"string","minLength":1},"kind":{"const":"t"},"count":{"type":"integer"},"ratio":{"type":"number"},"flag":{"type":"boolean"},"none":{"type":["string","null"]},"level":{"enum":[1,2,-3]},"colour":{"enum":["red","next-day","class",null]},"self-ref":{"type":"array","items":{"$ref":"#"}},"next":{"$ref":"#"},"any":true,"map":{"type":"object","additionalProperties":{"type":"number"}},"pay":{"oneOf":[{"$ref":"#/$defs/card"},{"$ref":"#/$defs/cash"},{"type":"null"}]},"text":{"anyOf":[{"type":"string"},{"type":"integer","minimum":1},{"type":"integer"}]},"maybe":{"anyOf":[{"type":"integer"},{"type":"null"}]},"whole":{"allOf":[{"$ref":"#/$defs/cash"},{"properties":{"extra":{"type":"string"}},"required":["extra"]}]},"pin":{"type":"string","writeOnly":true},"keys":{"type":"object","writeOnly":true,"additionalProperties":{"type":"integer"}},"pair":{"prefixItems":[{"type":"string"}]},"init":{"type":"string"},"self":{"type":"string"},"CodingKeys":{"type":"string"},"_":{"enum":["_","-","self","Self","RawValue","Type","allCases","rawValue"]},"untyped":{"required":["a"],"properties":{"a":{"type":"string"}}}},"$defs":{"card":{"type":"object","required":["method","number"],"properties":{"method":{"const":"card"},"number":{"type":"string"}}},"cash":{"type":"object","required":["method"],"properties":{"method":{"const":"cash"},"tip":{"type":"number"}}}}}"##
    ])

  /// Encodes the value.
  public func encode(to encoder: any Encoder) throws {
    var container_ = encoder.container(keyedBy: CodingKeys.self)
    try container_.encode(id, forKey: .id)
    try container_.encode(kind, forKey: .kind)
    try container_.encode(count, forKey: .count)
    try container_.encodeIfPresent(ratio, forKey: .ratio)
    try container_.encode(flag, forKey: .flag)
    try container_.encode(none, forKey: .none)
    try container_.encodeIfPresent(level, forKey: .level)
    try container_.encodeIfPresent(colour, forKey: .colour)
    try container_.encode(selfRef, forKey: .selfRef)
    try container_.encodeIfPresent(next, forKey: .next)
    try container_.encodeIfPresent(any, forKey: .any)
    try container_.encodeIfPresent(map, forKey: .map)
    try container_.encodeIfPresent(pay, forKey: .pay)
    try container_.encodeIfPresent(text, forKey: .text)
    try container_.encodeIfPresent(maybe, forKey: .maybe)
    try container_.encodeIfPresent(whole, forKey: .whole)
    try container_.encodeIfPresent(pin, forKey: .pin)
    try container_.encodeIfPresent(keys, forKey: .keys)
    try container_.encodeIfPresent(pair, forKey: .pair)
    try container_.encodeIfPresent(`init`, forKey: .`init`)
    try container_.encodeIfPresent(self_, forKey: .self_)
    try container_.encodeIfPresent(CodingKeys_, forKey: .CodingKeys_)
    try container_.encodeIfPresent(__, forKey: .__)
    try container_.encodeIfPresent(untyped, forKey: .untyped)
  }

  private enum CodingKeys: String, CodingKey {
    case id = "id"
    case kind = "kind"
    case count = "count"
    case ratio = "ratio"
    case flag = "flag"
    case none = "none"
    case level = "level"
    case colour = "colour"
    case selfRef = "self-ref"
    case next = "next"
    case any = "any"
    case map = "map"
    case pay = "pay"
    case text = "text"
    case maybe = "maybe"
    case whole = "whole"
    case pin = "pin"
    case keys = "keys"
    case pair = "pair"
    case `init` = "init"
    case self_ = "self"
    case CodingKeys_ = "CodingKeys"
    case __ = "_"
    case untyped = "untyped"
  }
}

public struct KindsUntyped: DocumentReadable, Hashable, Sendable, Codable {
  public var a: String

  /// Creates a value without validating it.
  public init(
    a: String
  ) {
    self.a = a
  }

  /// Reads a value from a valid document.
  public init(reading reader_: borrowing ValueReader) throws(DocumentError) {
    var a: String?
    var members_ = try reader_.members()
    while let index_ = reader_.next(&members_, of: Self.memberNames) {
      switch index_ {
      default: a = .some(try reader_.value())
      }
    }
    self.a = try reader_.required(a, "a", in: members_)
  }

  private static let memberNames = MemberNames("a")
}

public enum KindsValue: String, DocumentReadable, Hashable, Sendable, Codable, CaseIterable {
  case __ = "_"
  case value = "-"
  case self_ = "self"
  case Self_ = "Self"
  case RawValue_ = "RawValue"
  case `Type` = "Type"
  case allCases = "allCases"
  case rawValue = "rawValue"
}

public struct KindsWhole: DocumentReadable, Hashable, Sendable, Codable {
  public var method: CashMethod
  public var tip: Double?
  public var extra: String

  /// Creates a value without validating it.
  public init(
    method: CashMethod = .cash,
    tip: Double? = nil,
    extra: String
  ) {
    self.method = method
    self.tip = tip
    self.extra = extra
  }

  /// Reads a value from a valid document.
  public init(reading reader_: borrowing ValueReader) throws(DocumentError) {
    var method: CashMethod?
    var tip: Double?
    var extra: String?
    var members_ = try reader_.members()
    while let index_ = reader_.next(&members_, of: Self.memberNames) {
      switch index_ {
      case 0: method = .some(try reader_.value())
      case 1: tip = try reader_.value()
      default: extra = .some(try reader_.value())
      }
    }
    self.method = try reader_.required(method, "method", in: members_)
    self.tip = tip
    self.extra = try reader_.required(extra, "extra", in: members_)
  }

  private static let memberNames = MemberNames("method", "tip", "extra")
}

public enum CashMethod: String, DocumentReadable, Hashable, Sendable, Codable, CaseIterable {
  case cash = "cash"
}

public indirect enum KindsText: DocumentReadable, Hashable, Sendable, Codable {
  case string(String)
  case integer(Int)
  case integer_(Int)

  /// Reads a value from a valid document.
  public init(reading reader: borrowing ValueReader) throws(DocumentError) {
    switch try reader.index(in: Self.alternatives) {
    case 0: self = .string(try reader.value())
    case 1: self = .integer(try reader.value())
    default: self = .integer_(try reader.value())
    }
  }

  private static let alternatives = Alternatives(
    of: Kinds.validator, at: "kinds.schema.json#/properties/text/anyOf")

  /// Decodes the first alternative that fits, without validating it.
  public init(from decoder: any Decoder) throws {
    if let value = try? String(from: decoder) {
      self = .string(value)
      return
    }
    if let value = try? Int(from: decoder) {
      self = .integer(value)
      return
    }
    self = .integer_(try Int(from: decoder))
  }

  /// Encodes the value.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .string(let value): try value.encode(to: encoder)
    case .integer(let value): try value.encode(to: encoder)
    case .integer_(let value): try value.encode(to: encoder)
    }
  }
}

public indirect enum KindsPay: DocumentReadable, Hashable, Sendable, Codable {
  case card(Card)
  case cash(Cash)

  /// Reads a value from a valid document.
  public init(reading reader: borrowing ValueReader) throws(DocumentError) {
    switch try reader.index(in: Self.alternatives) {
    case 0: self = .card(try reader.value())
    default: self = .cash(try reader.value())
    }
  }

  private static let alternatives = Alternatives(
    of: Kinds.validator, at: "kinds.schema.json#/properties/pay/oneOf")

  /// Decodes the first alternative that fits, without validating it.
  public init(from decoder: any Decoder) throws {
    if let value = try? Card(from: decoder) {
      self = .card(value)
      return
    }
    self = .cash(try Cash(from: decoder))
  }

  /// Encodes the value.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .card(let value): try value.encode(to: encoder)
    case .cash(let value): try value.encode(to: encoder)
    }
  }
}

public struct Cash: DocumentReadable, Hashable, Sendable, Codable {
  public var method: CashMethod
  public var tip: Double?

  /// Creates a value without validating it.
  public init(
    method: CashMethod = .cash,
    tip: Double? = nil
  ) {
    self.method = method
    self.tip = tip
  }

  /// Reads a value from a valid document.
  public init(reading reader_: borrowing ValueReader) throws(DocumentError) {
    var method: CashMethod?
    var tip: Double?
    var members_ = try reader_.members()
    while let index_ = reader_.next(&members_, of: Self.memberNames) {
      switch index_ {
      case 0: method = .some(try reader_.value())
      default: tip = try reader_.value()
      }
    }
    self.method = try reader_.required(method, "method", in: members_)
    self.tip = tip
  }

  private static let memberNames = MemberNames("method", "tip")
}

public struct Card: DocumentReadable, Hashable, Sendable, Codable {
  public var method: CardMethod
  public var number: String

  /// Creates a value without validating it.
  public init(
    method: CardMethod = .card,
    number: String
  ) {
    self.method = method
    self.number = number
  }

  /// Reads a value from a valid document.
  public init(reading reader_: borrowing ValueReader) throws(DocumentError) {
    var method: CardMethod?
    var number: String?
    var members_ = try reader_.members()
    while let index_ = reader_.next(&members_, of: Self.memberNames) {
      switch index_ {
      case 0: method = .some(try reader_.value())
      default: number = .some(try reader_.value())
      }
    }
    self.method = try reader_.required(method, "method", in: members_)
    self.number = try reader_.required(number, "number", in: members_)
  }

  private static let memberNames = MemberNames("method", "number")
}

public enum CardMethod: String, DocumentReadable, Hashable, Sendable, Codable, CaseIterable {
  case card = "card"
}

public enum KindsColour: String, DocumentReadable, Hashable, Sendable, Codable, CaseIterable {
  case red = "red"
  case nextDay = "next-day"
  case `class` = "class"
}

public enum KindsLevel: Int, DocumentReadable, Hashable, Sendable, Codable, CaseIterable {
  case value1 = 1
  case value2 = 2
  case minus3 = -3
}

public enum KindsKind: String, DocumentReadable, Hashable, Sendable, Codable, CaseIterable {
  case t = "t"
}
