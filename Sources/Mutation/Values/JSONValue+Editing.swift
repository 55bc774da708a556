import JSONText
import Vectors

extension JSONValue {
  /// Whether two values are the same to the code point; `==` takes canonically equivalent texts for equal.
  func isIdentical(to other: JSONValue) -> Bool {
    switch (self, other) {
    case (.string(let one), .string(let other)): one.utf8.elementsEqual(other.utf8)
    case (.array(let one), .array(let other)):
      one.count == other.count && zip(one, other).allSatisfy { $0.isIdentical(to: $1) }
    case (.object(let one), .object(let other)):
      one.count == other.count
        && zip(one, other).allSatisfy {
          $0.name.utf8.elementsEqual($1.name.utf8) && $0.value.isIdentical(to: $1.value)
        }
    default: self == other
    }
  }

  /// The value with each value inside it changed, the inner ones first.
  func mapping(_ change: (JSONValue) -> JSONValue) -> JSONValue {
    switch self {
    case .object(let members):
      change(.object(members.map { Member(name: $0.name, value: $0.value.mapping(change)) }))
    case .array(let elements): change(.array(elements.map { $0.mapping(change) }))
    default: change(self)
    }
  }

  func mappingStrings(_ change: (String) -> String) -> JSONValue {
    mapping { value in
      if case .string(let text) = value { .string(change(text)) } else { value }
    }
  }

  func removing(_ isAbsent: (Member) -> Bool) -> JSONValue {
    mapping { value in
      if case .object(let members) = value {
        .object(members.filter { !isAbsent($0) })
      } else {
        value
      }
    }
  }

  func renaming(_ change: (String) -> String) -> JSONValue {
    mapping { value in
      guard case .object(let members) = value else { return value }
      return .object(members.map { Member(name: change($0.name), value: $0.value) })
    }
  }

  /// The document with a change of one field of the destination, if it is there.
  func changing(_ field: String, in target: Target, _ change: (JSONValue) -> JSONValue) -> JSONValue
  {
    guard case .object(let members) = self else { return self }
    return .object(
      members.map { member in
        if target == .response, member.name == "data" {
          return Member(name: "data", value: member.value.changing(field, in: .request, change))
        }
        guard target == .request, member.name == field else { return member }
        return Member(name: field, value: change(member.value))
      })
  }

  /// The names of all members of all objects.
  var allNames: [String] {
    switch self {
    case .object(let members): members.flatMap { [$0.name] + $0.value.allNames }
    case .array(let elements): elements.flatMap(\.allNames)
    default: []
    }
  }

  /// How many containers stand inside one another.
  var depth: Int {
    switch self {
    case .object(let members): 1 + (members.map(\.value.depth).max() ?? 0)
    case .array(let elements): 1 + (elements.map(\.depth).max() ?? 0)
    default: 0
    }
  }
}

extension Sequence<String> {
  /// Whether a text stands twice, to the code point.
  var hasRepeats: Bool {
    let texts = map { Array($0.utf8) }
    return Set(texts).count < texts.count
  }
}

extension String {
  init(scalars: some Sequence<Unicode.Scalar>) {
    var view = UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }

  func mappingScalars(_ change: (Unicode.Scalar) -> Unicode.Scalar?) -> String {
    String(scalars: unicodeScalars.map { change($0) ?? $0 })
  }

  func filteringScalars(_ isKept: (Unicode.Scalar) -> Bool) -> String {
    String(scalars: unicodeScalars.filter(isKept))
  }

  func removingScalar(_ scalar: Unicode.Scalar) -> String { filteringScalars { $0 != scalar } }

  func prefixScalars(_ isKept: (Unicode.Scalar) -> Bool) -> String {
    String(scalars: unicodeScalars.prefix(while: isKept))
  }

  func prefixScalars(_ count: Int) -> String { String(scalars: unicodeScalars.prefix(count)) }

  func trimmingScalars(
    atStart: Bool = true, atEnd: Bool = true, _ isTrimmed: (Unicode.Scalar) -> Bool
  ) -> String {
    var scalars = Array(unicodeScalars)[...]
    if atStart { scalars = scalars.drop(while: isTrimmed) }
    while atEnd, let last = scalars.last, isTrimmed(last) { scalars.removeLast() }
    return String(scalars: scalars)
  }

  /// The text with each run of characters of a kind as its first one.
  func collapsing(_ isCollapsed: (Unicode.Scalar) -> Bool) -> String {
    var last: Unicode.Scalar?
    return filteringScalars { scalar in
      defer { last = scalar }
      guard isCollapsed(scalar), let previous = last else { return true }
      return !isCollapsed(previous)
    }
  }
}
