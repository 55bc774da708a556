/// The members of large objects by name. Each object is indexed when it is first needed.
package struct MemberIndex {
  /// The maximum number of members that are searched one by one.
  private static let scannedMembers = 16

  private var members: [Int: [ByteString: Int]] = [:]

  package init() {}

  package mutating func member(_ name: ByteString, of container: Int, in outline: TextOutline)
    -> Int?
  {
    if let index = members[container] { return index[name] }
    var scanned = 0
    for child in outline.children(of: container) {
      if scanned == Self.scannedMembers { break }
      if outline.name(of: child) == name.bytes { return child }
      scanned += 1
    }
    guard scanned == Self.scannedMembers else { return nil }
    var index: [ByteString: Int] = [:]
    for child in outline.children(of: container) {
      index[ByteString(outline.name(of: child))] = child
    }
    members[container] = index
    return index[name]
  }
}
