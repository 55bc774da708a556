import JSONText

extension VectorInput {
  init(_ value: JSONValue) throws(CorpusError) {
    let members = try StrictMembers(value, allowing: "json", "base64", "recipe")
    guard let kind = value.objectValue, kind.count == 1 else {
      throw CorpusError("an input must be json, base64 or recipe")
    }
    if let json = members.optional("json") {
      self = .json(json)
    } else if members.optional("base64") != nil {
      guard let bytes = Base64.decoding(try members.text("base64", mayBeEmpty: true)) else {
        throw CorpusError("not base64")
      }
      self = .base64(bytes)
    } else {
      var parts: [RecipePart] = []
      var byteCount = 0
      for element in try members.elements("recipe") {
        parts.append(try RecipePart(element))
        byteCount += parts.last?.byteCount ?? 0
        guard byteCount <= Self.byteLimit else {
          throw CorpusError("the recipe makes more than \(Self.byteLimit) bytes")
        }
      }
      self = .recipe(parts)
    }
  }
}

extension RecipePart {
  init(_ value: JSONValue) throws(CorpusError) {
    if let text = value.stringValue {
      self = .text(text)
      return
    }
    let members = try StrictMembers(
      value, allowing: "hex", "repeat", "nest", "middle", "close", "times")
    if members.optional("hex") != nil {
      guard value.objectValue?.count == 1, let bytes = Self.bytes(inHex: try members.text("hex"))
      else {
        throw CorpusError("hex must consist of pairs of hexadecimal digits separated by spaces")
      }
      self = .hex(bytes)
      return
    }
    // No product with the bounded number overflows before the recipe's sum is compared.
    let times = try members.count("times", atMost: VectorInput.byteLimit)
    switch value.objectValue?.count {
    case 2: self = .repeated(try members.text("repeat"), times: times)
    case 4:
      self = .nested(
        open: try members.text("nest"), middle: try members.text("middle", mayBeEmpty: true),
        close: try members.text("close"), times: times)
    default:
      throw CorpusError(
        "a part must be a text, hex, repeat with times, or nest with middle and close")
    }
  }

  private static func bytes(inHex text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    for pair in text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false) {
      guard pair.count == 2, pair.first != UInt8(ascii: "+"), pair.first != UInt8(ascii: "-"),
        let byte = UInt8(String(decoding: pair, as: UTF8.self), radix: 16)
      else { return nil }
      bytes.append(byte)
    }
    return bytes
  }
}
