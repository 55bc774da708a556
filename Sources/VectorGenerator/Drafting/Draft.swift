import JSONText
import SchemaRules
import Vectors

/// A vector before it has an id and an answer.
struct Draft {
  var why: String
  var input: VectorInput
  /// How a reader reads the input.
  var reading: Reading
  /// The ids of the rules that the vector is about, beside those that its answers violate.
  var rules: [String] = []
  var tags: [String] = []
  /// The basis of the answer, if the answer does not determine it.
  var basis: Basis?
  /// The axis that the vector is about, where several matter.
  var axis: String?

  /// A document that is a JSON value, in ASCII or with its characters as they are.
  init(
    _ why: String, _ value: JSONValue, isRaw: Bool = false, rules: [String] = [],
    tags: [String] = [],
    axis: String? = nil
  ) {
    // A source file can hold no value that its own reader would reject.
    let isRaw = isRaw || value.hasDuplicates
    self.init(
      why, isRaw ? .recipe([.text(value.compactText)]) : .json(value), .value(value), rules: rules,
      tags: tags, axis: axis)
  }

  /// A document in any form.
  init(
    _ why: String, _ input: VectorInput, _ reading: Reading, rules: [String] = [],
    tags: [String] = [], axis: String? = nil
  ) {
    self.why = why
    self.input = input
    self.reading = reading
    self.rules = rules
    self.tags = tags
    self.axis = axis
  }

  /// A document in parts; `reading` is determined from its bytes if it is nil.
  init(
    _ why: String, parts: [RecipePart], _ reading: Reading? = nil, tags: [String] = [],
    axis: String? = nil
  ) {
    let parts = parts.filter { $0 != .text("") }
    // The one document of no parts is the empty one.
    let input = parts.isEmpty ? VectorInput.base64([]) : .recipe(parts)
    self.init(why, input, reading ?? Reading(input.bytes), tags: tags, axis: axis)
  }
}

/// How a reader that follows RFC 8259 reads a document.
enum Reading {
  /// A value, which may have duplicate member names.
  case value(JSONValue)
  /// Not JSON.
  case malformed
  /// A value after a byte order mark.
  case marked(JSONValue)
  /// A value with a string that has an unpaired surrogate, here as U+FFFD.
  case unpairedSurrogate(JSONValue)
  /// A value with a container in it that is too deep for a tree, here an empty one, and the depth of the
  /// whole.
  case deep(JSONValue, depth: Int)
  /// Not JSON, which a reader that stops at a depth does not see.
  case malformedBehind(depth: Int)

  init(_ bytes: [UInt8]) {
    self = (try? JSONValue(parsing: bytes)).map { .value($0) } ?? .malformed
  }
}

/// The drafts of one source file.
struct DraftFile {
  /// The path of the source file, such as `patterns/name/request.json`.
  var path: String
  var title: String
  var about: String
  var drafts: [Draft]

  init(_ path: String, _ title: String, _ about: String, _ drafts: [Draft]) {
    self.path = path
    self.title = title
    self.about = about
    self.drafts = drafts
  }
}

extension BodyPlaces {
  /// A source file with the path, the title and the description that a list of `files.json` has.
  func file(_ list: String, _ drafts: [Draft]) -> DraftFile {
    let texts = Table.files.texts(list).map { $0.replacing("${body}", with: name) }
    guard texts.count == 3 else { return DraftFile("\(list)/\(name).json", list, "", drafts) }
    return DraftFile(texts[0], texts[1], texts[2], drafts)
  }
}

extension JSONValue {
  /// Whether an object inside has two members of one name.
  var hasDuplicates: Bool {
    let names = objectValue?.map { Array($0.name.utf8) } ?? []
    return Set(names).count < names.count || children.contains(where: \.hasDuplicates)
  }

  /// The value without the members of duplicate names that do not count.
  func resolvingDuplicates(lastWins: Bool) -> JSONValue {
    switch self {
    case .array(let elements):
      return .array(elements.map { $0.resolvingDuplicates(lastWins: lastWins) })
    case .object(let members):
      var kept: [Member] = []
      for member in members {
        let resolved = Member(
          name: member.name, value: member.value.resolvingDuplicates(lastWins: lastWins))
        if let index = kept.firstIndex(where: { $0.name.utf8.elementsEqual(member.name.utf8) }) {
          if lastWins { kept[index] = resolved }
        } else {
          kept.append(resolved)
        }
      }
      return .object(kept)
    default: return self
    }
  }

  /// Whether there is a number that no double can hold.
  var hasHugeNumber: Bool {
    if case .number(let text) = self { return Double(text)?.isInfinite ?? false }
    return children.contains(where: \.hasHugeNumber)
  }
}
