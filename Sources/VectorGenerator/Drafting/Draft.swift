import JSONText
import Vectors

/// A vector before it has an id and an answer.
struct Draft {
  /// The name of the body.
  var target: String
  var why: String
  var input: VectorInput
  /// What a reader makes of the input.
  var reading: Reading
  /// The ids of the rules that the vector is about, beside those that its answers violate.
  var rules: [String] = []
  var tags: [String] = []
  /// Where the answer comes from, if the answer does not tell.
  var basis: Basis?
  /// The axis that the vector is about, where several matter.
  var axis: String?

  /// A document that is a JSON value, in ASCII or with its characters as they are.
  init(
    _ target: String, _ why: String, _ value: JSONValue, isRaw: Bool = false,
    rules: [String] = [], tags: [String] = [], axis: String? = nil
  ) {
    // A source file can hold no value that its own reader would reject.
    let isRaw = isRaw || value.hasDuplicates
    self.init(
      target, why, isRaw ? .recipe([.text(value.text)]) : .json(value), .value(value),
      rules: rules, tags: tags, axis: axis)
  }

  /// A document in any form.
  init(
    _ target: String, _ why: String, _ input: VectorInput, _ reading: Reading,
    rules: [String] = [], tags: [String] = [], axis: String? = nil
  ) {
    self.target = target
    self.why = why
    self.input = input
    self.reading = reading
    self.rules = rules
    self.tags = tags
    self.axis = axis
  }

  /// A document in parts.
  init(
    _ target: String, _ why: String, parts: [RecipePart], _ reading: Reading,
    tags: [String] = [], axis: String? = nil
  ) {
    let parts = parts.filter { $0 != .text("") }
    // The one document of no parts is the empty one.
    self.init(
      target, why, parts.isEmpty ? .base64([]) : .recipe(parts), reading, tags: tags, axis: axis)
  }
}

/// What a reader of RFC 8259 makes of a document.
enum Reading {
  /// A value, which may have duplicate member names.
  case value(JSONValue)
  /// Not JSON.
  case malformed
  /// A value behind a byte order mark.
  case marked(JSONValue)
  /// A value with a string that has an unpaired surrogate, here as U+FFFD.
  case loneSurrogate(JSONValue)
  /// A value with a container in it that is too deep for a tree, here an empty one, and the depth of the
  /// whole.
  case deep(JSONValue, depth: Int)
  /// Not JSON, which a reader that stops at a depth does not see.
  case malformedBehind(depth: Int)
}

/// The drafts of one source file.
struct DraftFile {
  /// The path of the source file, such as `patterns/name/ascii.json`.
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
