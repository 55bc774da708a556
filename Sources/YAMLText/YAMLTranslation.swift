import JSONText

/// Turns the events of one document into JSON text.
struct YAMLTranslation {
  /// An open container. A key or a value with an anchor can be one too.
  private struct Container {
    let isMapping: Bool
    /// Whether the next event of a mapping is a key.
    var expectsKey: Bool
    let anchor: String?
    let start: (json: Int, entry: Int)
  }

  /// The value that an anchor names.
  private struct Anchored {
    /// The value in the JSON text and its entries; nil while it is open.
    let value: (json: Range<Int>, entries: Range<Int>)?
    /// The text of a scalar, for an alias that is used as a key.
    let text: String?
  }

  /// The maximum depth of a text. For each token, libyaml examines every level, so its time would grow with the
  /// square of the depth. Some copies of libyaml have the same limit.
  static let maximumDepth = 1000

  private var writer = JSONWriter()
  private(set) var entries: [SourceMap.Entry] = []
  private var open: [Container] = []
  private var anchors: [String: Anchored] = [:]  // strings: libyaml takes ASCII alone
  private let maximumBytes: Int

  init(maximumBytes: Int) { self.maximumBytes = maximumBytes }

  var json: [UInt8] { writer.bytes }

  /// Adds an event. Returns whether the document continues after it.
  mutating func add(_ event: YAMLEvent) throws(YAMLObstacle) -> Bool {
    let offset = event.range.lowerBound
    switch event.kind {
    case .documentStart: break
    case .documentEnd, .streamEnd: return false
    case .alias(let name): try addAlias(name, event.range)
    case .scalar(let text, let isPlain, let tag, let anchor):
      let start = here
      note(event.range)
      if expectsKey {
        // OpenAPI and configuration formats treat keys such as `200:` and `on:` as text, like the failsafe schema.
        writer.name(text)
      } else {
        try write(text, Self.meaning(of: text, isPlain: isPlain, tag, at: offset), at: offset)
      }
      let isKey = expectsKey
      name(anchor, from: start, text, droppingColon: isKey)
      advance()
    case .sequenceStart(let tag, let anchor):
      try beginContainer(isMapping: false, tag, "seq", anchor, event.range)
    case .mappingStart(let tag, let anchor):
      try beginContainer(isMapping: true, tag, "map", anchor, event.range)
    case .sequenceEnd, .mappingEnd:
      guard let container = open.popLast() else { break }
      if container.isMapping { writer.endObject() } else { writer.endArray() }
      name(container.anchor, from: container.start, nil)
      advance()
    }
    guard writer.bytes.count <= maximumBytes else {
      throw .limit(.documentBytes, bound: maximumBytes, offset: offset)
    }
    return true
  }

  private var here: (json: Int, entry: Int) { (writer.bytes.count, entries.count) }

  private var expectsKey: Bool { open.last?.expectsKey ?? false }

  private mutating func note(_ range: Range<Int>) {
    entries.append(SourceMap.Entry(offset: writer.bytes.count, range: range))
  }

  /// Continues after a key or a value.
  private mutating func advance() {
    guard let last = open.indices.last, open[last].isMapping else { return }
    open[last].expectsKey.toggle()
  }

  // MARK: Scalars

  private static func meaning(
    of text: String, isPlain: Bool, _ tag: String?, at offset: Int
  ) throws(YAMLObstacle) -> YAMLScalar {
    let plain = YAMLScalar(plain: text)
    let isOfTag: Bool
    switch tag {
    case nil: return isPlain ? plain : .string
    case "!", "tag:yaml.org,2002:str": return .string
    case "tag:yaml.org,2002:null": isOfTag = plain == .null
    case "tag:yaml.org,2002:bool":
      if case .boolean = plain { isOfTag = true } else { isOfTag = false }
    case "tag:yaml.org,2002:int":
      if case .number(let number) = plain {
        isOfTag = number.utf8.allSatisfy {
          $0 == UInt8(ascii: "-") || $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")
        }
      } else {
        isOfTag = false
      }
    case "tag:yaml.org,2002:float":
      if case .number = plain { isOfTag = true } else { isOfTag = plain == .notFinite }
    default: throw .fault(.unknownTag(at: offset))
    }
    guard isOfTag else {
      throw .fault(.yaml("tag", "the text does not have the type that its tag names", at: offset))
    }
    return plain
  }

  private mutating func write(
    _ text: String, _ meaning: YAMLScalar, at offset: Int
  ) throws(YAMLObstacle) {
    switch meaning {
    case .null: writer.null()
    case .boolean(let value): writer.boolean(value)
    case .number(let spelling): writer.number(spelling)
    case .string: writer.string(text)
    case .notFinite:
      throw .fault(.yaml("number", "JSON has no infinity or NaN", at: offset))
    case .tooLong:
      throw .fault(
        .yaml("number", "a number in base 8 or 16 has more than 1,000 digits", at: offset))
    }
  }

  // MARK: Containers

  private mutating func beginContainer(
    isMapping: Bool, _ tag: String?, _ tagName: String, _ anchor: String?, _ range: Range<Int>
  ) throws(YAMLObstacle) {
    guard !expectsKey else {
      throw .fault(
        .yaml("key", "a key must be a scalar, because names in JSON are text", at: range.lowerBound)
      )
    }
    guard tag == nil || tag == "!" || tag == "tag:yaml.org,2002:\(tagName)" else {
      throw .fault(.unknownTag(at: range.lowerBound))
    }
    guard open.count < Self.maximumDepth else {
      throw .limit(.depth, bound: Self.maximumDepth, offset: range.lowerBound)
    }
    let start = here
    note(range.lowerBound..<range.lowerBound + 1)
    if let anchor { anchors[anchor] = Anchored(value: nil, text: nil) }
    open.append(
      Container(isMapping: isMapping, expectsKey: isMapping, anchor: anchor, start: start))
    if isMapping { writer.beginObject() } else { writer.beginArray() }
  }

  // MARK: Anchors

  private mutating func name(
    _ anchor: String?, from start: (json: Int, entry: Int), _ text: String?,
    droppingColon: Bool = false
  ) {
    guard let anchor else { return }
    var first = start.json
    if writer.bytes[first] == UInt8(ascii: ",") { first += 1 }
    anchors[anchor] = Anchored(
      value: (
        first..<writer.bytes.count - (droppingColon ? 1 : 0), start.entry..<entries.count
      ), text: text)
  }

  private mutating func addAlias(
    _ name: String, _ range: Range<Int>
  ) throws(YAMLObstacle) {
    guard let anchored = anchors[name] else {
      throw .fault(
        .yaml("alias", "no anchor of this name comes before the alias", at: range.lowerBound))
    }
    guard let value = anchored.value else {
      throw .fault(
        .yaml("alias", "the alias is inside the value that it names", at: range.lowerBound))
    }
    if expectsKey {
      guard let text = anchored.text else {
        throw .fault(
          .yaml(
            "key", "a key must be a scalar, because names in JSON are text", at: range.lowerBound))
      }
      note(range)
      writer.name(text)
    } else {
      guard value.json.count <= maximumBytes - writer.bytes.count else {
        throw .limit(.documentBytes, bound: maximumBytes, offset: range.lowerBound)
      }
      let start = writer.bytes.count
      writer.value(copying: Array(writer.bytes[value.json]))
      let shift = writer.bytes.count - value.json.upperBound
      for entry in entries[value.entries] {
        entries.append(
          SourceMap.Entry(offset: max(start, entry.offset + shift), range: entry.range))
      }
    }
    advance()
  }
}

extension JSONFault {
  fileprivate static func unknownTag(at offset: Int) -> JSONFault {
    .yaml(
      "tag",
      "JSON has no values with this tag; use str, int, float, bool, null, seq or map",
      at: offset)
  }
}
