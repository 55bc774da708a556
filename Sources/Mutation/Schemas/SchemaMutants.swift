import JSONText
import SchemaRules
import Vectors

/// The engine with a schema that differs at one node.
enum SchemaMutants {
  /// The most nodes of a schema that are changed; of more, some are drawn at random.
  static let nodeLimit = 600
  /// The most variants of a node, not counting those of its patterns.
  static let variantLimit = 2_000

  static func all(of bodies: [CorpusBody], seed: UInt64) -> [Mutant] {
    bodies.flatMap { body in
      let nodes = body.schema.graph.reachableNodes()
      return Sampling.draw(nodes, nodeLimit, seed: seed) { String($0) }
        .flatMap { mutants(of: body, $0, seed) }
    }
  }

  private static func mutants(of body: CorpusBody, _ node: NodeID, _ seed: UInt64) -> [Mutant] {
    let place = body.schema.graph.nodes[node].pointer
    let name = place == .root ? "root" : String(place.description.dropFirst())
    let subject = "\(place == .root ? "the root" : place.description) in the \(body.name)"
    var seen: Set<[KeywordUse]> = [body.schema.graph.nodes[node].keywords]
    let variants = NodeVariants(body.schema, node).all.filter { seen.insert($0.keywords).inserted }
    return Sampling.draw(variants, variantLimit, seed: seed) { $0.label }.map { variant in
      Mutant(
        id: "schema/\(body.name)/\(name)/\(variant.label)", family: "schema",
        summary: "\(variant.label.replacing("/", with: " ")) for \(subject)", body: body.name,
        change: SchemaChange(schema: body.schema, node: node, keywords: variant.keywords))
    }
  }
}

/// Draws some of many elements, the same ones each time.
enum Sampling {
  /// As many elements as `limit` in their order; which ones depends on a seed and on their names alone.
  static func draw<Element>(
    _ elements: [Element], _ limit: Int, seed: UInt64, by name: (Element) -> String
  ) -> [Element] {
    guard elements.count > limit else { return elements }
    let ranked = elements.indices.map { (rank(name(elements[$0]), seed), $0) }.sorted { $0 < $1 }
    return ranked.prefix(limit).map(\.1).sorted().map { elements[$0] }
  }

  /// FNV-1a over the name, mixed with the seed.
  private static func rank(_ name: String, _ seed: UInt64) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ (seed &* 0x9E37_79B9_7F4A_7C15)
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ hash >> 30) &* 0xBF58_476D_1CE4_E5B9
    return hash ^ hash >> 27
  }
}
