import JSONText

/// A file's path as the system has it: bytes, which need not be UTF-8.
package struct SourcePath: Hashable, Sendable, CustomStringConvertible {
  package let bytes: [UInt8]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  package init(_ path: String) {
    bytes = Array(path.utf8)
  }

  /// The path as text, different for different paths.
  ///
  /// A byte that is not UTF-8 is `\xFF`, by its number, and a backslash that would look like the start of
  /// that, or of another backslash, is `\\`.
  package var description: String {
    if let text = String(validating: bytes, as: UTF8.self), !bytes.contains(UInt8(ascii: "\\")) {
      return text
    }
    var text = ""
    var rest = bytes[...]
    while let first = rest.first {
      var decoder = UTF8()
      var iterator = rest.makeIterator()
      if case .scalarValue(let scalar) = decoder.decode(&iterator) {
        rest = rest.dropFirst(UTF8.width(scalar))
        text.unicodeScalars.append(scalar)
        guard scalar == "\\", let next = rest.first else { continue }
        var lookahead = UTF8()
        var following = rest.makeIterator()
        let isText = if case .scalarValue = lookahead.decode(&following) { true } else { false }
        if !isText || next == UInt8(ascii: "x") || next == UInt8(ascii: "\\") { text += "\\" }
      } else {
        text += "\\x" + String(first, radix: 16, uppercase: true)
        rest = rest.dropFirst()
      }
    }
    return text
  }

  package func appending(_ name: [UInt8]) -> SourcePath {
    let isSeparated = bytes.isEmpty || bytes.last == UInt8(ascii: "/")
    return SourcePath(bytes + (isSeparated ? [] : [UInt8(ascii: "/")]) + name)
  }

  /// The text after the last dot of the last component, in lower case; of a packed file, the text
  /// there without the packing's own extension, such as `ndjson` of `a.ndjson.gz`.
  ///
  /// Returns nil without one.
  var fileExtension: String? {
    var components = extensions
    if packing != nil { components.removeLast() }
    return components.last
  }

  /// The compression format of the file, by its extension; nil for any other file.
  var packing: Packing? { extensions.last.flatMap(Packing.init(rawValue:)) }

  /// The texts after the dots of the last component, except a dot at its start, in lower case.
  private var extensions: [String] {
    let name = bytes.split(separator: UInt8(ascii: "/")).last ?? []
    let parts = name.dropFirst().split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.dropFirst().map { String(decoding: $0, as: UTF8.self).lowercased() }
  }

  /// Calls `body` with the path as C functions take it, which ends at the first NUL; the empty path is the
  /// working directory.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    let terminated =
      (bytes.isEmpty ? [UInt8(ascii: ".")] : bytes).map { CChar(bitPattern: $0) } + [0]
    return unsafe terminated.withUnsafeBufferPointer { buffer in
      // The array has at least the NUL, so that it has an address.
      unsafe body(buffer.baseAddress.unsafelyUnwrapped)
    }
  }
}

// MARK: Where a path is

extension SourcePath {
  /// The working directory, without symbolic links.
  package static let workingDirectory = SourcePath(".").resolved ?? SourcePath("/")

  /// The path of the directory that contains the file.
  package var parent: SourcePath {
    let parts = bytes.split(separator: UInt8(ascii: "/"))
    let parent = parts.dropLast().joined(separator: [UInt8(ascii: "/")])
    return SourcePath((bytes.first == UInt8(ascii: "/") ? [UInt8(ascii: "/")] : []) + parent)
  }

  /// The path without symbolic links. Returns nil if there is no such file; wraps `realpath`.
  var resolved: SourcePath? {
    guard let path = unsafe withCString({ unsafe realpath($0, nil) }) else { return nil }
    defer { unsafe free(path) }
    return unsafe SourcePath(
      UnsafeBufferPointer(start: path, count: strlen(path)).map { UInt8(bitPattern: $0) })
  }

  /// The path from the root, without `.` and `..`. Symbolic links before a `..` are followed.
  package var absolute: SourcePath {
    let slash = UInt8(ascii: "/")
    let isAbsolute = bytes.first == slash
    var parts = isAbsolute ? [] : Self.workingDirectory.bytes.split(separator: slash)
    for part in bytes.split(separator: slash) where part != [UInt8(ascii: ".")] {
      guard part == Array("..".utf8)[...] else {
        parts.append(part)
        continue
      }
      let above = SourcePath([slash] + parts.joined(separator: [slash]))
      if let resolved = above.resolved { parts = resolved.bytes.split(separator: slash) }
      if !parts.isEmpty { parts.removeLast() }
    }
    return SourcePath([slash] + parts.joined(separator: [slash]))
  }

  /// The path in reports: relative if it is inside the working directory, otherwise absolute; without `.` and `..`.
  package var normalized: SourcePath {
    let path = absolute
    return path.relative(to: Self.workingDirectory) ?? path
  }

  /// The path relative to a directory. Returns nil if it is not inside it.
  func relative(to directory: SourcePath) -> SourcePath? {
    let start = directory.bytes == [UInt8(ascii: "/")] ? [] : directory.bytes
    guard bytes.starts(with: start), bytes.dropFirst(start.count).first == UInt8(ascii: "/") else {
      return nil
    }
    return SourcePath(Array(bytes.dropFirst(start.count + 1)))
  }

  /// The path as a URI reference.
  var uri: String {
    (bytes.first == UInt8(ascii: "/") ? "file://" : "") + bytes.percentEncoded
  }
}

extension SourcePath {
  /// The paths that arguments name, in the bytes that the caller passed.
  ///
  /// `CommandLine.arguments` holds text, in which bytes that are not UTF-8 have become U+FFFD and
  /// name no file. Such an argument is looked up among the process's own; where several became the
  /// same text, they are taken in their order.
  package static func paths(fromArguments arguments: [String]) -> [SourcePath] {
    guard arguments.contains(where: { $0.unicodeScalars.contains("\u{FFFD}") }) else {
      return arguments.map { SourcePath($0) }
    }
    var originals: [[UInt8]: [[UInt8]]] = [:]
    for index in (0..<Int(CommandLine.argc)).reversed() {
      guard let pointer = unsafe CommandLine.unsafeArgv[index] else { continue }
      let bytes = unsafe UnsafeBufferPointer(start: pointer, count: strlen(pointer))
        .map { UInt8(bitPattern: $0) }
      originals[Array(String(decoding: bytes, as: UTF8.self).utf8), default: []].append(bytes)
    }
    return arguments.map { argument in
      originals[Array(argument.utf8)]?.popLast().map { SourcePath($0) } ?? SourcePath(argument)
    }
  }
}
