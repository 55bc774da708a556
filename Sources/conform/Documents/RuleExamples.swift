import JSONText
import SchemaDocuments
import SchemaRules
import Vectors

/// Picks the values that show best what a rule means, of all the vectors that are about it.
struct RuleExamples {
  private struct Candidate {
    let path: String
    /// How far the value's length is from the rule's bound; 0 if the rule is about something else.
    let distance: Int
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
      example: .init(vector: vector.id, value: value.text, why: vector.why))
    if isAccepted {
      accepted.append(candidate)
    } else {
      rejected.append(candidate)
    }
  }

  func accepted(_ count: Int) -> [VectorIndex.Example] { Self.pick(accepted, count) }
  func rejected(_ count: Int) -> [VectorIndex.Example] { Self.pick(rejected, count) }

  /// Different values: those next to the bound, and else a few of each of the files that have most.
  private static func pick(_ candidates: [Candidate], _ count: Int) -> [VectorIndex.Example] {
    var values = Set<String>()
    let different = candidates.filter { values.insert($0.example.value).inserted }
    let nearest = different.map(\.distance).min() ?? 0
    let closest = different.filter { $0.distance <= nearest + 1 }
    let files = Dictionary(grouping: closest, by: \.path)
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map(\.value)
    var result: [VectorIndex.Example] = []
    // Neighbours in a file are much alike: take them from all over it.
    for round in 0..<count {
      for file in files where result.count < count {
        let index = round * max(1, file.count / count)
        if index < file.count { result.append(file[index].example) }
      }
    }
    return result
  }
}

/// A value of a document as JSON text in ASCII, shortened where it is too long for a table.
private struct ShownValue {
  private static let mostCharacters = 48
  private static let ends = (first: 24, last: 12)

  /// The text; an ellipsis, which no JSON text in ASCII holds, stands for what was left out.
  let text: String
  /// The length of a string; nil for any other value.
  let lengthInCodePoints: Int?

  init?(_ document: [UInt8], at pointer: JSONPointer) {
    guard document.count < 1 << 16, var value = try? JSONValue(parsing: document) else {
      return nil
    }
    for token in pointer.tokens {
      guard let member = value[token] else { return nil }
      value = member
    }
    lengthInCodePoints = value.stringValue?.unicodeScalars.count
    var writer = JSONWriter()
    writer.value(value)
    let text = Self.escaped(writer.text)
    self.text =
      text.utf8.count <= Self.mostCharacters
      ? text : "\(text.prefix(Self.ends.first))…\(text.suffix(Self.ends.last))"
  }

  private static func escaped(_ json: String) -> String {
    var text = ""
    for scalar in json.unicodeScalars {
      if scalar.isASCII {
        text.unicodeScalars.append(scalar)
      } else {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      }
    }
    return text
  }
}
