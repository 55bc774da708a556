import JSONText
import SchemaDocuments
import SchemaRules
import Vectors

/// Picks the values that best illustrate a rule from all vectors that test it.
struct RuleExamples {
  private struct Candidate {
    let path: String
    /// The distance of the value's length from the rule's bound; 0 if the rule has no such bound.
    let distance: Int
    /// The usefulness of the value to a reader.
    let clarity: Int
    let example: VectorIndex.Example
  }

  private let rule: Rule
  private var accepted: [Candidate] = []
  private var rejected: [Candidate] = []

  init(_ rule: Rule) {
    self.rule = rule
  }

  mutating func add(_ vector: Vector, _ isAccepted: Bool, _ path: String) {
    guard let value = ShownValue(vector.input.bytes, at: rule.pointer) else { return }
    var distance = 0
    if case .count(let bound) = rule.parameter {
      guard let length = value.lengthInCodePoints else { return }
      distance = abs(length - bound)
    }
    let candidate = Candidate(
      path: path, distance: distance,
      // A text about the field explains the value; one about another field does not.
      clarity: value.clarity + (vector.why.contains(rule.pointer.description) ? 32 : 0),
      example: .init(vector: vector.id, value: value.text, why: vector.why))
    if isAccepted {
      accepted.append(candidate)
    } else {
      rejected.append(candidate)
    }
  }

  func accepted(_ count: Int) -> [VectorIndex.Example] { Self.pick(accepted, count) }
  func rejected(_ count: Int) -> [VectorIndex.Example] { Self.pick(rejected, count) }

  /// Picks distinct values: those next to the bound, or else the clearest values of the files with the most
  /// candidates.
  private static func pick(_ candidates: [Candidate], _ count: Int) -> [VectorIndex.Example] {
    var values = Set<String>()
    let different = candidates.filter { values.insert($0.example.value).inserted }
    let nearest = different.map(\.distance).min() ?? 0
    let closest = different.filter { $0.distance <= nearest + 1 }
    let files = Dictionary(grouping: closest, by: \.path)
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      .map { spread($0.value, count) }
    let rounds = (0..<2 * count).flatMap { round in files.compactMap { $0.dropFirst(round).first } }
    // Candidates of equal clarity keep the order of the rounds.
    return rounds.enumerated()
      .sorted { ($1.element.clarity, $0.offset) < ($0.element.clarity, $1.offset) }.prefix(count)
      .map(\.element.example)
  }

  /// The two clearest candidates of each part of a file, because adjacent candidates are similar.
  private static func spread(_ file: [Candidate], _ parts: Int) -> [Candidate] {
    let size = max(1, file.count / parts)
    return (0..<parts).flatMap { part in
      file.dropFirst(part * size).prefix(size).enumerated()
        .sorted { ($1.element.clarity, $0.offset) < ($0.element.clarity, $1.offset) }
        .prefix(2).map(\.element)
    }
  }
}
