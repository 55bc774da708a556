import JSONText
import SchemaRules
import Vectors

/// What there is to know of a body for the families of vectors: a valid document, and every place of which
/// the schema says something.
struct BodyPlaces {
  let name: String
  /// A valid document, as small as may be; the value that is least wrong where none was found.
  let example: JSONValue
  /// The places, each before those inside it, the document itself first.
  let places: [Place]
  /// Whether the body's vectors have one fault each; those of later bodies, which say much the same, combine
  /// several.
  let isFirst: Bool
  let oracle: Oracle
  let graph: SchemaGraph

  /// The most places of a body that vectors are made for.
  private static let limit = 300

  init(_ body: CorpusBody, oracle: Oracle, isFirst: Bool) {
    let builder = ExampleBuilder(body.schema.graph)
    let built = (0..<3).lazy.compactMap {
      builder.value(for: [body.schema.graph.root], variant: $0)
    }
    name = body.name
    graph = body.schema.graph
    example = body.example ?? built.first(where: oracle.accepts) ?? built.first ?? .null
    self.isFirst = isFirst
    self.oracle = oracle
    var walk = Walk(target: body.name, graph: graph, builder: builder, oracle: oracle)
    walk.visit([graph.root], [], in: example)
    places = walk.places
  }

  /// The places whose values are strings only.
  var strings: [Place] { places.filter(\.isString) }

  /// The objects of which the schema declares members.
  var objects: [Place] { places.filter { !$0.properties.isEmpty && $0.value.objectValue != nil } }

  /// A place for a value of any spelling: a string without further rules, or else any string, or else the
  /// document.
  var plainPlace: Place? { strings.first(where: \.isFree) ?? strings.first ?? places.first }

  /// Places for texts of any spelling, unlike each other: without rules, optional, with a pattern.
  var readerPlaces: [Place] {
    let patterned = strings.filter { !$0.parameters(.pattern).isEmpty }
    let wanted = [
      plainPlace, patterned.first { $0.isRequired == false },
      patterned.first { $0.isRequired == true },
    ]
    var places: [Place] = []
    for place in wanted.compactMap(\.self)
    where !places.contains(where: { $0.pointer == place.pointer }) {
      places.append(place)
    }
    return places
  }

  private struct Walk {
    let target: String
    let graph: SchemaGraph
    let builder: ExampleBuilder
    let oracle: Oracle
    var places: [Place] = []
    private var seen: Set<[NodeID]> = []
    private var visits = 0

    init(target: String, graph: SchemaGraph, builder: ExampleBuilder, oracle: Oracle) {
      self.target = target
      self.graph = graph
      self.builder = builder
      self.oracle = oracle
    }

    mutating func visit(
      _ nodes: [NodeID], _ path: [Step], in base: JSONValue, isRequired: Bool? = nil,
      requirements: [String] = []
    ) {
      let all = builder.flattened(nodes)
      visits += 1
      guard !all.isEmpty, places.count < BodyPlaces.limit, visits < 4 * BodyPlaces.limit,
        path.count < 12,
        seen.insert(all).inserted
      else { return }
      let place = Place(
        target: target, path: path, base: base, graph: graph, nodes: all,
        requirements: requirements, isRequired: isRequired)
      places.append(place)
      visitMembers(of: place)
      visitElements(of: place)
      for use in place.keywords {
        switch use.keyword {
        case .anyOf, .oneOf, .then, .else, .dependentSchemas:
          for node in use.parameter.nodes { visitAlternative(node, of: place) }
        default: break
        }
      }
    }

    /// Visits a place in a document that has it, if there is one.
    private mutating func visit(
      _ nodes: [NodeID], _ step: Step, of place: Place, in base: JSONValue? = nil,
      isRequired: Bool? = nil, requirements: [String] = []
    ) {
      let path = place.path + [step]
      var base = base ?? place.base
      if base[path[...]] == nil {
        let candidates = (0..<2).compactMap { builder.value(for: nodes, variant: $0) }
          .map { base.setting(path[...], $0) }
        guard let valid = candidates.first(where: oracle.accepts) else { return }
        base = valid
      }
      visit(nodes, path, in: base, isRequired: isRequired, requirements: requirements)
    }

    private mutating func visitMembers(of place: Place) {
      guard place.value.objectValue != nil else { return }
      for use in place.keywords {
        switch (use.keyword, use.parameter) {
        case (.properties, .schemasByName(let list)):
          for property in list {
            let requirements = place.requirements(of: property.name)
            visit(
              builder.nodes(forMember: property.name, place.keywords), .member(property.name),
              of: place, isRequired: !requirements.isEmpty, requirements: requirements)
          }
        case (.patternProperties, .schemasByName(let list)):
          for pattern in list {
            guard let name = PatternSamples.text(of: pattern.name) else { continue }
            visit([pattern.value], .member(name), of: place)
          }
        case (.additionalProperties, .schema(let node)):
          visit([node], .member("other"), of: place)
        default: break
        }
      }
    }

    private mutating func visitElements(of place: Place) {
      guard let elements = place.value.arrayValue else { return }
      var count = 1
      for use in place.keywords {
        if case .schemas(let list) = use.parameter,
          use.keyword == .prefixItems || use.keyword == .items
        {
          count = max(count, list.count + 1)
        }
      }
      // Each element behind those before it, which are there or made.
      var base = place.base
      for index in 0..<min(count, 20) {
        let nodes = builder.nodes(forElement: index, place.keywords)
        if !elements.indices.contains(index), let value = builder.value(for: nodes, variant: index)
        {
          let longer = base.setting((place.path + [.element(index)])[...], value)
          guard oracle.accepts(longer) else { return }
          base = longer
        }
        visit(nodes, .element(index), of: place, in: base)
      }
    }

    private mutating func visitAlternative(_ node: NodeID, of place: Place) {
      let nodes = place.nodes + [node]
      guard !place.nodes.contains(node), let value = builder.value(for: nodes) else { return }
      let candidate = place.document(value)
      guard oracle.accepts(candidate) else { return }
      visit(
        nodes, place.path, in: candidate, isRequired: place.isRequired,
        requirements: place.requirements)
    }
  }
}

extension Place {
  /// The ids of the rules that require a member of the object.
  fileprivate func requirements(of name: String) -> [String] {
    nodes.flatMap { node in
      graph.nodes[node].keywords.indices.filter { index in
        let use = graph.nodes[node].keywords[index]
        guard use.keyword == .required, case .names(let names) = use.parameter else { return false }
        return names.contains { $0.utf8.elementsEqual(name.utf8) }
      }.map { Rule(graph: graph, node: node, use: $0).id }
    }
  }
}
