import JSONText
import Vectors

/// A vector before it has an id.
struct Draft {
  /// What the ledger remembers the vector by; never changes.
  var key: String
  var target: Target
  var why: String
  var input: VectorInput
  /// The right answer under a stance.
  var judge: @Sendable (Stance) -> Expectation
  /// The rules that the vector is about, as pointer and keyword.
  var rules: [Finding]
  var tags: [String]
  /// Where the answer comes from, if that is not to be told from the answer.
  var basis: Basis?
  /// The axis that the vector is about, where several matter.
  var axis: Axis?

  /// A document that is a JSON value.
  init(
    _ key: String, _ target: Target, _ why: String, _ value: JSONValue,
    rules: [Finding] = [], tags: [String] = [], basis: Basis? = nil, axis: Axis? = nil
  ) {
    // A source file can hold no value that its own reader would refuse.
    let input =
      PageModel.hasDuplicates(value)
      ? VectorInput.recipe([.text(value.text)]) : VectorInput.json(value)
    self.init(
      key, target, why, input, rules: rules, tags: tags, basis: basis, axis: axis
    ) { PageModel.judge(value, as: target, $0) }
  }

  /// A document in any form, with its answers.
  init(
    _ key: String, _ target: Target, _ why: String, _ input: VectorInput,
    rules: [Finding] = [], tags: [String] = [], basis: Basis? = nil, axis: Axis? = nil,
    judge: @escaping @Sendable (Stance) -> Expectation
  ) {
    self.key = key
    self.target = target
    self.why = why
    self.input = input
    self.judge = judge
    self.rules = rules
    self.tags = tags
    self.basis = basis
    self.axis = axis
  }

  /// A document that no reader of RFC 8259 accepts.
  static func malformed(
    _ key: String, _ why: String, _ parts: RecipePart..., tags: [String] = []
  ) -> Draft {
    // The one document of no parts is the empty one.
    let input = parts == [.text("")] ? VectorInput.base64([]) : .recipe(parts)
    return Draft(key, .request, why, input, tags: tags) { _ in .malformed }
  }

  /// A document that no reader of RFC 8259 accepts.
  static func malformed(_ key: String, _ why: String, parts: [RecipePart], tags: [String] = [])
    -> Draft
  {
    Draft(key, .request, why, .recipe(parts), tags: tags) { _ in .malformed }
  }

  /// A document in an unusual spelling that reads as a JSON value.
  static func spelt(
    _ key: String, _ target: Target, _ why: String, _ parts: [RecipePart],
    readsAs value: JSONValue, rules: [Finding] = [], tags: [String] = []
  ) -> Draft {
    Draft(key, target, why, .recipe(parts), rules: rules, tags: tags) {
      PageModel.judge(value, as: target, $0)
    }
  }

  /// A request in an unusual spelling that reads as a JSON value.
  static func spelt(
    _ key: String, _ why: String, _ parts: [RecipePart], readsAs value: JSONValue,
    rules: [Finding] = [], tags: [String] = []
  ) -> Draft {
    .spelt(key, .request, why, parts, readsAs: value, rules: rules, tags: tags)
  }
}

/// The drafts of one source file.
struct DraftFile {
  /// The path of the source file, such as `patterns/name/ascii.json`.
  var path: String
  var title: String
  var about: String
  var drafts: [Draft]
}
