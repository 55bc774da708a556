public import JSONText

/// A position in a valid document from which typed values are read.
///
/// It is lent to a closure and cannot be copied, so it cannot outlive the document's bytes. It reads the checked bytes
/// again without building a tree or checking a rule.
@safe public struct ValueReader: ~Copyable {
  // Sound: the pointer is to a variable of the call that lends the reader out.
  private let place: UnsafeMutablePointer<JSONCursor>

  @unsafe init(_ place: UnsafeMutablePointer<JSONCursor>) {
    unsafe self.place = place
  }

  /// The state of reading the members of one object.
  public struct Members {
    /// The offset at which the object starts.
    fileprivate let start: Int
    /// The index of the name that probably comes next.
    fileprivate var expected = 0
  }

  /// Reads a value of a type and moves past it.
  ///
  /// - Throws: `DocumentError.unreadable` if the value does not fit the type.
  public func value<Value: DocumentReadable>() throws(DocumentError) -> Value {
    try Value(reading: self)
  }

  /// The kind of the next value; nil at the end of an array.
  public var kind: JSONKind? { cursor.kindOfNextValue }

  /// Moves past the next value.
  public func skip() { cursor.skipCheckedValue() }

  /// Starts reading the members of an object.
  ///
  /// - Throws: `DocumentError.unreadable` if the next value is not an object.
  public func members() throws(DocumentError) -> Members {
    guard kind == .object else { throw unreadable("is not an object") }
    return Members(start: position)
  }

  /// Moves to the value of the next member that has one of the names, and skips all others.
  ///
  /// Returns the index of the name, or nil at the end of the object.
  public func next(_ members: inout Members, of names: MemberNames) -> Int? {
    while let name = nextName(&members) {
      if let index = names.index(of: name, in: cursor, expecting: members.expected) {
        members.expected = index + 1
        return index
      }
      skip()
    }
    return nil
  }

  /// Moves to the next member's value and returns its name, or nil at the end of the object.
  public func nextMember(_ members: inout Members) -> String? {
    nextName(&members).map(cursor.string)
  }

  /// Moves to the next element. Returns false at the end of the array.
  public func nextElement(isFirst: Bool) -> Bool {
    do throws(JSONFault) {
      return try (isFirst ? cursor.openArray() : cursor.continueArray()) == .another
    } catch {
      return false
    }
  }

  /// The index of the first alternative that the next value satisfies.
  ///
  /// - Throws: `DocumentError.unreadable` if there is none.
  public func index(in alternatives: Alternatives) throws(DocumentError) -> Int {
    var end = cursor
    end.skipCheckedValue()
    let bytes = unsafe cursor.bytes(from: cursor.position, to: end.position).bytes
    let index = alternatives.validators.firstIndex { $0.validate(bytes).outcome == .valid }
    guard let index else { throw unreadable("satisfies none of the alternatives of the type") }
    return index
  }

  /// Unwraps the value of a required member after its object was read.
  ///
  /// - Throws: `DocumentError.unreadable` if it is missing. In a valid document, this happens only if the type belongs
  ///   to another schema.
  public func required<Value>(
    _ value: Value?, _ name: String, in members: Members
  ) throws(DocumentError) -> Value {
    guard let value else {
      throw .unreadable(
        pointer(at: members.start).appending(name), reason: "is missing, but its type requires it")
    }
    return value
  }

  var position: Int { cursor.position }

  /// The error for a value that does not fit a type: the value at an offset, or else the current one. The reason
  /// starts with a verb.
  func unreadable(_ reason: String, at offset: Int? = nil) -> DocumentError {
    .unreadable(pointer(at: offset ?? position), reason: reason)
  }

  func pointer(at offset: Int) -> JSONPointer {
    var resolver = PointerResolver(cursor)
    return resolver.pointer(at: offset)
  }

  private var cursor: JSONCursor {
    @inline(__always) unsafeAddress { unsafe UnsafePointer(place) }
    @inline(__always) nonmutating unsafeMutableAddress { unsafe place }
  }

  private func nextName(_ members: inout Members) -> StringToken? {
    do throws(JSONFault) {
      let isFirst = cursor.position == members.start
      guard try (isFirst ? cursor.openObject() : cursor.continueObject()) == .another else {
        return nil
      }
      let name = try cursor.scanString()
      try cursor.skipColon()
      return name
    } catch {
      return nil
    }
  }

  // MARK: Scalars

  /// Reads a scalar with a function that returns nil for a value of another kind.
  func scalar<Value>(
    _ expected: String, _ read: (inout JSONCursor) throws(JSONFault) -> Value?
  ) throws(DocumentError) -> Value {
    var ahead = cursor
    do throws(JSONFault) {
      if let value = try read(&ahead) {
        cursor = ahead
        return value
      }
    } catch {
      // The value is of another kind.
    }
    throw unreadable("is not \(expected)")
  }

  /// Moves past `null`. For any other value, returns false and does not move.
  func skipNull() -> Bool {
    guard kind == .null else { return false }
    skip()
    return true
  }
}

/// The names of the members that a type has.
public struct MemberNames: Sendable {
  private let names: [StaticString]

  /// Creates a list of names, in the order of the type.
  public init(_ names: StaticString...) {
    self.names = names
  }

  fileprivate func index(of name: StringToken, in cursor: JSONCursor, expecting expected: Int)
    -> Int?
  {
    if name.hasEscapes {
      let text = cursor.string(name)
      return names.firstIndex { text.utf8.elementsEqual($0.description.utf8) }
    }
    let bytes = unsafe cursor.bytes(from: name.start, to: name.end)
    for index in expected..<names.count where unsafe matches(index, bytes) { return index }
    for index in 0..<min(expected, names.count) where unsafe matches(index, bytes) { return index }
    return nil
  }

  @unsafe private func matches(_ index: Int, _ bytes: UnsafeRawBufferPointer) -> Bool {
    names[index].withUTF8Buffer { name in
      unsafe name.count == bytes.count && name.elementsEqual(bytes)
    }
  }
}

/// The schemas of an `anyOf` or a `oneOf`, compiled separately, to find the one that a value satisfies.
public struct Alternatives: Sendable {
  let validators: [Validator]

  /// The schemas of the keyword at a location in a validator's schema, such as `#/properties/fee/oneOf`.
  ///
  /// There are none if the location has no such keyword; reading then throws.
  public init(of validator: Validator, at location: String) {
    let graph = validator.schema.graph
    let branches = graph.nodes.indices.lazy.flatMap { node in
      graph.nodes[node].keywords.map { (node, $0) }
    }.first { node, use in
      [.anyOf, .oneOf].contains(use.keyword) && graph.location(of: node, use.keyword) == location
    }?.1.parameter.nodes
    validators = (branches ?? []).compactMap { branch in
      let part = SchemaGraph(
        origin: graph.origin, nodes: graph.nodes, root: branch, resources: graph.resources,
        documents: graph.documents)
      return try? Validator(
        Schema(id: validator.schema.id, title: "", graph: part), limits: validator.limits)
    }
    if validators.count != branches?.count { assertionFailure("no alternatives at \(location)") }
  }
}
