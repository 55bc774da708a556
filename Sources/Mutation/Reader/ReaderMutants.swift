import SchemaRules
import Vectors

/// Implementations that read bytes as JSON which RFC 8259 does not allow, or decode bytes wrongly.
///
/// Each rewrites a document as strict JSON and passes that to the right implementation. What it does not recognize stays
/// as it is, and thus malformed.
enum ReaderMutants {
  static func all(of bodies: [CorpusBody]) -> [Mutant] {
    guard let right = try? LibraryChecker(bodies) else { return [] }
    let names = bodies.flatMap { BodyProperties($0.schema).all.map { "\\Q\($0.name)\\E" } }
    func mutant(
      _ name: String, _ family: String, _ summary: String,
      _ read: @escaping @Sendable ([UInt8]) -> [UInt8]
    ) -> Mutant {
      Mutant(id: "\(family)/\(name)", family: family, summary: "\(summary): \(name)") {
        { subject in
          // A reader that accepts more changes nothing about what everyone accepts.
          if family == "reader", subject.answer.outcome != .malformed { return subject.answer }
          let bytes = read(subject.bytes)
          return bytes == subject.bytes ? subject.answer : right.check(bytes, as: subject.body)
        }
      }
    }
    let lenient = RewritingTable.reader.rules("lenient", ["names": names.joined(separator: "|")])
    let changes = RewritingTable.reader.rules("bytes")
    return lenient.map { rule in mutant(rule.name, "reader", "the reader accepts") { rule($0) } }
      + changes.map { rule in mutant(rule.name, "bytes", "before reading") { rule($0) } }
      + decoders.map { mutant($0.name, "bytes", "before reading", $0.decode) }
  }

  private static var decoders: [(name: String, decode: @Sendable ([UInt8]) -> [UInt8])] {
    var decoders: [(name: String, decode: @Sendable ([UInt8]) -> [UInt8])] = []
    for (unit, isBig) in [(2, true), (2, false), (4, true), (4, false)] {
      for mark in [true, false] {
        let name =
          "UTF-\(unit * 8), \(isBig ? "big" : "little")-endian\(mark ? ", with mark" : "")"
        decoders.append((name, { narrow($0, unit: unit, isBig: isBig, mark: mark) }))
      }
    }
    decoders.append(("the high bit cleared", { $0.map { $0 & 0x7F } }))
    return decoders
  }

  /// Converts UTF-16 or UTF-32 to UTF-8; returns other bytes unchanged.
  private static func narrow(_ bytes: [UInt8], unit: Int, isBig: Bool, mark: Bool) -> [UInt8] {
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
