import JSONText
import SchemaRules

extension SchemaLoader {
  /// The target of a reference.
  struct Target {
    let place: Place
    /// The name that dynamic references look up, if the target is a dynamic anchor.
    let dynamicName: String?
  }

  /// A reference as written, and the resource that contains it.
  struct ReferenceKey: Hashable {
    let resource: Int
    let text: ByteString
  }

  /// The parameter of a reference. Reports a problem and returns nil if it has no target.
  mutating func parameter(
    ofReference keyword: Keyword, _ member: Int, in node: NodeID, _ place: Place
  )
    -> Parameter?
  {
    let valuePlace = Place(document: place.document, value: member)
    guard let text = documents[place.document].outline.string(member) else {
      report("must be a URI reference, a string", at: valuePlace, keyword: keyword.rawValue)
      return nil
    }
    let key = ReferenceKey(resource: nodes[node].resource, text: ByteString(text))
    let found = targets[key] ?? target(of: text, keyword, valuePlace, from: key.resource)
    guard let target = found else { return nil }
    targets[key] = target
    let targetNode = self.node(for: target.place)
    let isDynamic = keyword == .dynamicRef || keyword == .recursiveRef
    guard isDynamic, let name = target.dynamicName else { return .schema(targetNode) }
    addDynamicName(ByteString(name))
    return .dynamicReference(anchor: name, initial: targetNode)
  }

  private mutating func target(
    of text: String, _ keyword: Keyword, _ place: Place, from resource: Int
  ) -> Target? {
    let reference = URIReference(text).resolved(against: resources[resource].uri)
    let problemCount = problems.count
    guard let index = self.resource(reference, for: place, resources[resource].active) else {
      if problems.count == problemCount {
        let uri = reference.absolute.text
        report(
          "cannot resolve \(uri); name its file with `--resolve \(uri)=PATH`", at: place,
          keyword: keyword.rawValue, kind: .unresolvedReference)
      }
      return nil
    }
    guard let fragment = reference.decodedFragment,
      let target = self.target(fragment, in: index)
    else {
      let uri = resources[index].uri.absolute.text
      let document = uri.isEmpty ? "this schema" : uri
      let fragment = String(decoding: reference.fragment ?? [], as: UTF8.self)
      report(
        fragment.utf8.first == UInt8(ascii: "/") || fragment.isEmpty
          ? "\(document) has no schema at #\(fragment)"
          : "\(document) has no anchor \"\(fragment)\"",
        at: place, keyword: keyword.rawValue, kind: .unresolvedReference)
      return nil
    }
    return target
  }

  private mutating func target(_ fragment: String, in index: Int) -> Target? {
    let resource = resources[index]
    let document = resource.root.document
    if !fragment.isEmpty, fragment.utf8.first != UInt8(ascii: "/") {
      guard let anchor = resource.anchors[ByteString(fragment)] else { return nil }
      return Target(
        place: Place(document: document, value: anchor.value),
        dynamicName: anchor.isDynamic ? fragment : nil)
    }
    guard let pointer = JSONPointer(fragment),
      let value = value(at: pointer, from: resource.root)
    else { return nil }
    let outline = documents[document].outline
    guard outline.values[value].kind == .object || outline.values[value].kind == .boolean else {
      return nil
    }
    let place = Place(document: document, value: value)
    if documents[document].resources[value] < 0 {
      // Inside an unknown keyword, a value is a schema because a reference points to it.
      findResources(from: place, in: innermostResource(containing: place) ?? index)
    }
    let isRecursive =
      fragment.isEmpty && resource.dynamicAnchors.contains { $0.name.utf8.isEmpty }
    return Target(place: place, dynamicName: isRecursive ? "" : nil)
  }

  private mutating func value(at pointer: JSONPointer, from root: Place) -> Int? {
    // Shares the outline instead of copying it.
    let outline = documents[root.document].outline
    return outline.value(at: pointer, from: root.value, &documents[root.document].members)
  }

  /// The resource of the innermost schema that contains a value.
  func innermostResource(containing place: Place) -> Int? {
    let document = documents[place.document]
    var value = place.value
    while value >= 0 {
      if document.resources[value] >= 0 { return Int(document.resources[value]) }
      value = Int(document.outline.values[value].parent)
    }
    return nil
  }
}
