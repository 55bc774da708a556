/// A file's path as the system has it: bytes, which need not be UTF-8.
struct SourcePath: Hashable, Sendable, CustomStringConvertible {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  init(_ path: String) {
    bytes = Array(path.utf8)
  }

  /// The path for people, with U+FFFD for what is not UTF-8.
  var description: String { String(decoding: bytes, as: UTF8.self) }

  func appending(_ name: [UInt8]) -> SourcePath {
    let separator: [UInt8] = bytes.last == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]
    return SourcePath(bytes + separator + name)
  }

  /// What stands behind the last dot of the last component, in lower case; of a packed file, what
  /// stands there without the packing's own extension, such as `ndjson` of `a.ndjson.gz`.
  ///
  /// Returns nil without one.
  var fileExtension: String? {
    var components = extensions
    if packing != nil { components.removeLast() }
    return components.last
  }

  /// How the file is packed, by its extension. Nil for any other file.
  var packing: Packing? { extensions.last.flatMap(Packing.init(rawValue:)) }

  /// What stands behind the dots of the last component but one at its start, in lower case.
  private var extensions: [String] {
    let name = bytes.split(separator: UInt8(ascii: "/")).last ?? []
    let parts = name.dropFirst().split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.dropFirst().map { String(decoding: $0, as: UTF8.self).lowercased() }
  }

  /// Calls `body` with the path as C functions take it; it ends at the first NUL.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    let terminated = bytes.map { CChar(bitPattern: $0) } + [0]
    return unsafe terminated.withUnsafeBufferPointer { buffer in
      // The array has at least the NUL, so that it has an address.
      unsafe body(buffer.baseAddress.unsafelyUnwrapped)
    }
  }
}

extension SourcePath {
  /// The paths that arguments name, in the bytes that the caller passed.
  ///
  /// `CommandLine.arguments` holds text, in which bytes that are not UTF-8 have become U+FFFD and
  /// name no file. Such an argument is looked up among the process's own; where several became the
  /// same text, they are taken in their order.
  static func paths(fromArguments arguments: [String]) -> [SourcePath] {
    guard arguments.contains(where: { $0.unicodeScalars.contains("\u{FFFD}") }) else {
      return arguments.map { SourcePath($0) }
    }
    var originals: [String: [[UInt8]]] = [:]
    for index in (0..<Int(CommandLine.argc)).reversed() {
      guard let pointer = unsafe CommandLine.unsafeArgv[index] else { continue }
      let bytes = unsafe UnsafeBufferPointer(start: pointer, count: length(of: pointer))
        .map { UInt8(bitPattern: $0) }
      originals[String(decoding: bytes, as: UTF8.self), default: []].append(bytes)
    }
    return arguments.map { argument in
      originals[argument]?.popLast().map { SourcePath($0) } ?? SourcePath(argument)
    }
  }

  private static func length(of text: UnsafePointer<CChar>) -> Int {
    var length = 0
    while unsafe text[length] != 0 { length += 1 }
    return length
  }
}
