extension URIReference {
  /// The reference resolved in a text whose address is `base`.
  ///
  /// A base without a scheme, such as the path of a file, is handled in the same way.
  ///
  /// https://www.rfc-editor.org/rfc/rfc3986#section-5.2.2
  package func resolved(against base: URIReference) -> URIReference {
    var target = self
    if scheme != nil || authority != nil {
      target.scheme = scheme ?? base.scheme
      target.path = Self.withoutDotSegments(path)
      return target
    }
    target.scheme = base.scheme
    target.authority = base.authority
    if path.isEmpty {
      target.path = base.path
      target.query = query ?? base.query
    } else if path.first == UInt8(ascii: "/") {
      target.path = Self.withoutDotSegments(path)
    } else {
      target.path = Self.withoutDotSegments(merged(with: base))
    }
    return target
  }

  /// https://www.rfc-editor.org/rfc/rfc3986#section-5.2.3
  private func merged(with base: URIReference) -> [UInt8] {
    if base.authority != nil && base.path.isEmpty { return [UInt8(ascii: "/")] + path }
    guard let slash = base.path.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return base.path[...slash] + path
  }

  /// A path without `.` and `..`. Those at the start of a relative path are kept, because their target is unknown.
  ///
  /// https://www.rfc-editor.org/rfc/rfc3986#section-5.2.4
  private static func withoutDotSegments(_ path: [UInt8]) -> [UInt8] {
    guard path.contains(UInt8(ascii: ".")) else { return path }
    let slash = UInt8(ascii: "/")
    let isAbsolute = path.first == slash
    let segments = path.dropFirst(isAbsolute ? 1 : 0)
      .split(separator: slash, omittingEmptySubsequences: false)
    var kept: [ArraySlice<UInt8>] = []
    for (index, segment) in segments.enumerated() {
      let isLast = index == segments.count - 1
      if segment.elementsEqual(".".utf8) {
        if isLast { kept.append([]) }
      } else if segment.elementsEqual("..".utf8) {
        if let last = kept.last, !last.elementsEqual("..".utf8) {
          kept.removeLast()
          if isLast { kept.append([]) }
        } else if !isAbsolute {
          kept.append(segment)
        } else if isLast {
          kept.append([])
        }
      } else {
        kept.append(segment)
      }
    }
    return (isAbsolute ? [slash] : []) + kept.joined(separator: [slash])
  }
}
