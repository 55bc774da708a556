import CYAML
import JSONText

/// One event of a YAML stream, as values from libyaml's parser.
struct YAMLEvent {
  enum Kind {
    case documentStart
    case documentEnd
    case streamEnd
    case alias(String)
    case scalar(text: String, isPlain: Bool, tag: String?, anchor: String?)
    case sequenceStart(tag: String?, anchor: String?)
    case sequenceEnd
    case mappingStart(tag: String?, anchor: String?)
    case mappingEnd
  }

  let kind: Kind
  /// The range of the event in the source.
  let range: Range<Int>
}

/// The reason why reading a stream cannot continue.
enum YAMLObstacle: Error {
  case fault(JSONFault)
  /// `bound` is nil for the limit that the caller set.
  case limit(JSONLimits.Limit, bound: Int?, offset: Int)
}

/// Reads a YAML text event by event with libyaml, which supports YAML 1.1 and the syntax of 1.2.
///
/// libyaml keeps pointers into the text and into its own parser, so both are allocated separately and stay in place
/// until `deinit`.
@safe final class YAMLEvents {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let text: UnsafeMutableBufferPointer<UInt8>
  /// The byte offset of every 64th code point; empty for an ASCII text, where the two offsets are equal.
  private var offsets: [Int] = []
  /// The length of a byte order mark, which libyaml does not receive.
  private let start: Int
  private let byteCount: Int

  /// Wraps `yaml_parser_initialize`. Returns nil if there is not enough memory.
  init?(_ bytes: [UInt8]) {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      unsafe parser.deallocate()
      return nil
    }
    unsafe self.parser = parser
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    byteCount = bytes.count
    unsafe text = .allocate(capacity: bytes.count + 1)
    _ = unsafe text.initialize(from: bytes)
    if !bytes.allSatisfy({ $0 < 0x80 }) {
      var count = 0
      for index in bytes.indices.dropFirst(start) where bytes[index] & 0xC0 != 0x80 {
        if count % Self.interval == 0 { offsets.append(index) }
        count += 1
      }
    }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    let first = unsafe text.baseAddress.map { unsafe UnsafePointer($0 + start) }
    unsafe yaml_parser_set_input_string(parser, first, bytes.count - start)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe text.deallocate()
  }

  private static let interval = 64

  /// The byte offset of a code point, because libyaml counts code points.
  private func offset(ofCodePoint index: Int) -> Int {
    guard index / Self.interval < offsets.count else {
      return offsets.isEmpty ? index + start : byteCount
    }
    var offset = offsets[index / Self.interval]
    for _ in 0..<index % Self.interval {
      offset += 1
      while unsafe offset < byteCount && text[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return min(offset, byteCount)
  }

  /// The next relevant event. Wraps `yaml_parser_parse`. Do not call it after the end of the stream or after an error.
  func next() throws(YAMLObstacle) -> YAMLEvent {
    while true {
      var event = unsafe yaml_event_t()
      guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw obstacle() }
      defer { unsafe yaml_event_delete(&event) }
      let start = unsafe offset(ofCodePoint: event.start_mark.index)
      let end = unsafe offset(ofCodePoint: event.end_mark.index)
      let range = start..<max(start, end)
      guard let kind = unsafe Self.kind(event) else { continue }
      return YAMLEvent(kind: kind, range: range)
    }
  }

  private static func kind(_ event: yaml_event_t) -> YAMLEvent.Kind? {
    switch unsafe event.type {
    case YAML_DOCUMENT_START_EVENT: .documentStart
    case YAML_DOCUMENT_END_EVENT: .documentEnd
    case YAML_STREAM_END_EVENT: .streamEnd
    case YAML_ALIAS_EVENT: .alias(unsafe string(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      unsafe .scalar(
        text: String(
          decoding: UnsafeBufferPointer(
            start: event.data.scalar.value, count: event.data.scalar.length), as: UTF8.self),
        isPlain: event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE,
        tag: string(event.data.scalar.tag), anchor: string(event.data.scalar.anchor))
    case YAML_SEQUENCE_START_EVENT:
      unsafe .sequenceStart(
        tag: string(event.data.sequence_start.tag),
        anchor: string(event.data.sequence_start.anchor))
    case YAML_SEQUENCE_END_EVENT: .sequenceEnd
    case YAML_MAPPING_START_EVENT:
      unsafe .mappingStart(
        tag: string(event.data.mapping_start.tag), anchor: string(event.data.mapping_start.anchor))
    case YAML_MAPPING_END_EVENT: .mappingEnd
    default: nil
    }
  }

  private static func string(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    unsafe text.map { unsafe String(cString: $0) }
  }

  private func obstacle() -> YAMLObstacle {
    let parser = unsafe parser.pointee
    // libyaml's messages are fixed sentences and never contain text of the document.
    func sentence(_ text: UnsafePointer<CChar>?) -> String? {
      unsafe text.map { unsafe String(cString: $0) }
    }
    let mark = unsafe offset(ofCodePoint: parser.problem_mark.index)
    switch unsafe parser.error {
    case YAML_MEMORY_ERROR:
      // The nesting exceeds libyaml's own limit, which is above every useful one.
      return .limit(.depth, bound: nil, offset: unsafe offset(ofCodePoint: parser.mark.index))
    case YAML_READER_ERROR:
      // For these errors, libyaml counts bytes.
      return .fault(
        .yaml(
          "encoding", "the text must be UTF-8 without control characters",
          at: unsafe min(start + parser.problem_offset, byteCount)))
    default:
      let parts = unsafe [sentence(parser.context), sentence(parser.problem)].compactMap(\.self)
      if parts.last?.hasPrefix("Maximum nesting level reached") == true {
        return .limit(.depth, bound: YAMLTranslation.maximumDepth, offset: mark)
      }
      if unsafe mark < byteCount && text[mark] == UInt8(ascii: "\t") {
        return .fault(
          .yaml("syntax", "a tab is not allowed here; indent YAML with spaces", at: mark))
      }
      return .fault(
        .yaml("syntax", parts.isEmpty ? "not YAML" : parts.joined(separator: ", "), at: mark))
    }
  }
}

extension JSONFault {
  static func yaml(_ code: String, _ message: String, at offset: Int) -> JSONFault {
    JSONFault(.yaml(code: "yaml-\(code)", message: message), at: offset)
  }
}
