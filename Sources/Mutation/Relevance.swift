import Dispatch
import SchemaEvaluation
import SchemaRules
import Synchronization
import Vectors

/// The documents whose answers a change of a node can affect: those with a value that the node applies to, and those that
/// are too large to evaluate.
struct Relevance: Sendable {
  private let indices: [NodeID: [Int]]

  /// The size in bytes beyond which documents are not evaluated.
  static let byteLimit = 4_096

  /// - Parameter subjects: Documents, of other bodies too, which are relevant to no node of this one.
  init(of subjects: [Subject], as body: CorpusBody) throws(SchemaError) {
    let evaluator = try SchemaEvaluator(body.schema)
    let nodes = body.schema.graph.nodes.indices
    let found = Mutex<[NodeID: [Int]]>([:])
    DispatchQueue.concurrentPerform(iterations: subjects.count) { index in
      let subject = subjects[index]
      guard subject.body == body.name, subject.answer.outcome != .malformed else { return }
      let isSmall = subject.bytes.count <= Self.byteLimit
      let unit = isSmall ? subject.value.map { evaluator.evaluate($0) } : nil
      let isKnown = unit.map { $0.verdict != .indeterminate } ?? false
      let applied = isKnown ? Set(unit?.all.map(\.unit.node) ?? []) : Set(nodes)
      found.withLock { found in
        for node in applied { found[node, default: []].append(index) }
      }
    }
    indices = found.withLock { $0.mapValues { $0.sorted() } }
  }

  /// The indices of the documents that are relevant to a node, in their order.
  subscript(node: NodeID) -> [Int] { indices[node] ?? [] }
}
