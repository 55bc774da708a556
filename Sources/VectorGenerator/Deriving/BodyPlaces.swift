import JSONText
import SchemaExamples
import SchemaRules
import Vectors

/// A body as the families of vectors see it: a valid document, and every place that the schema has rules for.
struct BodyPlaces {
  let name: String
  /// A valid document, as small as may be; null where none was found.
  let example: JSONValue
  /// The places, each before those inside it, the document itself first.
  let places: [Place]
  /// Whether the body's vectors have one fault each; those of later bodies, which have much the same rules, combine
  /// several.
  let isFirst: Bool
  let samples: ExampleGenerator
  let graph: SchemaGraph
  let oracle: Oracle

  /// - Parameter limit: The most places that vectors are made for.
  /// - Throws: a `SchemaError` for a schema that cannot be compiled.
  init(
    _ body: CorpusBody, oracle: Oracle, isFirst: Bool, limit: Int = 300
  ) throws(SchemaError) {
    samples = try ExampleGenerator(body.schema, stringLength: 1)
    name = body.name
    graph = body.schema.graph
    example =
      body.example ?? (try? samples.document(.shortest)) ?? samples.value([graph.root]) ?? .null
    self.isFirst = isFirst
    self.oracle = oracle
    var walk = Walk(graph: graph, samples: samples, oracle: oracle, limit: limit)
    walk.visit([graph.root], [], in: example)
    places = walk.places
  }

  /// The places whose values may be strings, by their types.
  var strings: [Place] { places.filter(\.allowsStrings) }

  /// The objects of which the schema declares members.
  var objects: [Place] { places.filter { !$0.properties.isEmpty && $0.value.objectValue != nil } }

  /// The members that may not be missing.
  var required: [Place] { places.filter { $0.isRequired == true } }

  /// The example with every optional member that its objects may have.
  var fullExample: JSONValue {
    places.filter { $0.isRequired == false }.reduce(example) { document, place in
      document.value(at: place.path) == nil
        ? document.setting(place.value, at: place.path) : document
    }
  }

  /// A place for a value of any spelling: a string without further rules, or else any string, or else the
  /// document.
  var plainPlace: Place? { strings.first(where: \.isFree) ?? strings.first ?? places.first }

  /// Places for texts of any spelling, unlike each other: without rules, optional, with a pattern.
  var readerPlaces: [Place] {
    let patterned = strings.filter { $0.sampler != nil }
    let wanted = [
      plainPlace, patterned.first { $0.isRequired == false },
      patterned.first { $0.isRequired == true },
    ]
    return wanted.compactMap(\.self).reduce(into: []) { places, place in
      if !places.contains(where: { $0.pointer == place.pointer }) { places.append(place) }
    }
  }

  /// A place for values of any kind, whose right answer depends on little: a member that may be missing, of
  /// which only strings are allowed.
  var valuePlace: Place? {
    let places = places.filter {
      $0.demand.kinds.isDisjoint(with: [.object, .array]) && !$0.path.isEmpty
    }
    return places.first { $0.isRequired == false && $0.demand.kinds == .string }
      ?? places.first { $0.demand.listedValues == nil } ?? places.first ?? self.places.first
  }

  /// A place where neither objects nor arrays are allowed, so that nothing but their type matters; one with
  /// a rule on its type alone does best.
  var wrongTypePlace: Place? {
    let places = places.filter {
      $0.demand.kinds.isDisjoint(with: [.object, .array]) && $0.demand.listedValues == nil
    }
    return places.first { $0.isRequired == true } ?? places.first
  }

  private struct Walk {
    let graph: SchemaGraph
    let samples: ExampleGenerator
    let oracle: Oracle
    let limit: Int
    var places: [Place] = []
    private var seen: Set<[NodeID]> = []
    private var visits = 0

    init(graph: SchemaGraph, samples: ExampleGenerator, oracle: Oracle, limit: Int) {
      self.limit = limit
      self.graph = graph
      self.samples = samples
      self.oracle = oracle
    }

    mutating func visit(
      _ nodes: [NodeID], _ path: [String], in base: JSONValue, isRequired: Bool? = nil,
      requirements: [String] = []
    ) {
      let demand = Demand(graph, of: nodes)
      visits += 1
      guard !nodes.isEmpty, places.count < limit, visits < 4 * limit,
        path.count < 12, seen.insert(demand.nodes).inserted
      else { return }
      let place = Place(
        path: path, base: base, graph: graph, demand: demand, requirements: requirements,
        isRequired: isRequired)
      places.append(place)
      if place.value.objectValue != nil { visitMembers(of: place) }
      if let elements = place.value.arrayValue { visitElements(elements.count, of: place) }
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
      _ nodes: [NodeID], _ token: String, of place: Place, isRequired: Bool? = nil,
      requirements: [String] = []
    ) {
      let path = place.path + [token]
      var base = place.base
      if base.value(at: path) == nil {
        let candidates = (0..<2).compactMap { samples.value(nodes, variant: $0) }
          .map { base.setting($0, at: path) }
        guard let valid = candidates.first(where: oracle.accepts) else { return }
        base = valid
      }
      visit(nodes, path, in: base, isRequired: isRequired, requirements: requirements)
    }

    private mutating func visitMembers(of place: Place) {
      for name in place.properties {
        let requirements = place.requirements(of: name)
        visit(
          place.demand.memberNodes(name), name, of: place, isRequired: !requirements.isEmpty,
          requirements: requirements)
      }
      for use in place.keywords {
        switch (use.keyword, use.parameter) {
        case (.patternProperties, .schemasByName(let list)):
          for pattern in list {
            if let name = PatternSampler(source: pattern.name)?.text() {
              visit([pattern.value], name, of: place)
            }
          }
        case (.additionalProperties, .schema(let node)): visit([node], "other", of: place)
        default: break
        }
      }
    }

    private mutating func visitElements(_ present: Int, of place: Place) {
      // Each element behind those before it, which are there or made.
      var base = place.base
      for index in 0..<min(place.demand.prefixCount + 1, 20) {
        let nodes = place.demand.elementNodes(at: index)
        let path = place.path + [String(index)]
        if index >= present, let value = samples.value(nodes, variant: index) {
          let longer = base.setting(value, at: path)
          guard oracle.accepts(longer) else { return }
          base = longer
        }
        visit(nodes, path, in: base)
      }
    }

    private mutating func visitAlternative(_ node: NodeID, of place: Place) {
      guard !place.demand.contains(node),
        let value = samples.value([node] + place.demand.nodes)
      else { return }
      let candidate = place.document(value)
      guard oracle.accepts(candidate) else { return }
      visit(
        place.demand.nodes + [node], place.path, in: candidate, isRequired: place.isRequired,
        requirements: place.requirements)
    }
  }
}
