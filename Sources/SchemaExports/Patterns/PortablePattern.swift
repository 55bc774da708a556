public import APIOperations
import ECMARegex
public import SchemaRules

/// A pattern in a spelling that other engines interpret as ECMA-262 does: classes list their characters with `[`
/// escaped, and the end is `$(?![\s\S])`, which no line feed can follow.
struct PortablePattern {
  private let syntax: PatternSyntax
  private let source: [Unicode.Scalar]

  /// Returns nil if the pattern is invalid, or if it has a backreference, which engines interpret differently if the
  /// group did not match.
  init?(_ source: String) {
    guard let syntax = (try? Pattern(source, grammar: .annexB))?.syntax,
      !syntax.root.hasBackreference
    else { return nil }
    self.syntax = syntax
    self.source = Array(source.unicodeScalars)
  }

  var spelling: String { spelling(of: syntax.root) }

  // The parser limits the nesting of groups.
  private func spelling(of node: PatternNode) -> String {
    switch node {
    case .characters(let set): return spelling(of: set)
    case .sequence(let parts):
      var text = ""
      for (index, part) in parts.enumerated() {
        // The end is written together with this lookahead.
        if index > 0, parts[index - 1] == .anchor(.end), part.isEndLookahead { continue }
        text += spelling(of: part)
      }
      return text
    case .alternation(let parts): return parts.map(spelling(of:)).joined(separator: "|")
    case .repetition(let repetition):
      let (least, most) = (repetition.minimum, repetition.maximum)
      let count =
        switch (least, most) {
        case (0, nil): "*"
        case (1, nil): "+"
        case (0, 1): "?"
        case (_, nil): "{\(least),}"
        case (_, let most?): most == least ? "{\(least)}" : "{\(least),\(most)}"
        }
      return spelling(of: repetition.body) + count + (repetition.isLazy ? "?" : "")
    case .group(let group):
      return (group.number == nil ? "(?:" : "(") + spelling(of: group.body) + ")"
    case .anchor(.start): return "^"
    case .anchor(.end): return #"$(?![\s\S])"#
    case .anchor(.wordBoundary): return Self.wordBoundary("(?<!W)(?=W)|(?<=W)(?!W)")
    case .anchor(.notWordBoundary): return Self.wordBoundary("(?<!W)(?!W)|(?<=W)(?=W)")
    case .lookaround(let lookaround):
      let direction = lookaround.direction == .behind ? "<" : ""
      return "(?\(direction)\(lookaround.isNegative ? "!" : "=")\(spelling(of: lookaround.body)))"
    case .backreference: return ""
    }
  }

  private static func wordBoundary(_ text: String) -> String {
    "(?:\(text.replacing("W", with: "[0-9A-Z_a-z]")))"
  }

  private func spelling(of set: CharacterClass) -> String {
    guard set.properties.isEmpty else {
      // Only the engine knows the members.
      return source[set.offsets].reduce(into: "") { $0.unicodeScalars.append($1) }
    }
    if set.scalars == .all { return #"[\s\S]"# }
    if set.scalars.isEmpty { return #"[^\s\S]"# }
    if let scalar = set.scalars.onlyMember {
      return Self.spelling(of: scalar, escaped: #"\^$.*+?()[]{}|"#)
    }
    let ranges = set.scalars.ranges
    let others = set.scalars.complement.ranges
    return ranges.count <= others.count
      ? "[\(Self.spelling(of: ranges))]" : "[^\(Self.spelling(of: others))]"
  }

  private static func spelling(of ranges: [ClosedRange<Unicode.Scalar>]) -> String {
    ranges.map { range in
      let ends = [range.lowerBound, range.upperBound].map { spelling(of: $0, escaped: #"\]^[-"#) }
      return range.lowerBound == range.upperBound ? ends[0] : ends.joined(separator: "-")
    }.joined()
  }

  /// A character unchanged, unless it must be escaped or is a control character.
  private static func spelling(of scalar: Unicode.Scalar, escaped: String) -> String {
    if escaped.unicodeScalars.contains(scalar) { return "\\\(scalar)" }
    guard scalar.value < 0x20 || scalar.value == 0x7F else { return String(scalar) }
    return "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16, uppercase: true)
  }
}

extension PatternNode {
  /// Whether the node is a lookahead for the end of the text.
  fileprivate var isEndLookahead: Bool {
    guard case .lookaround(let lookaround) = self, lookaround.isNegative,
      lookaround.direction == .ahead, case .characters(let set) = lookaround.body
    else { return false }
    return set.scalars == .all
  }

  fileprivate var hasBackreference: Bool {
    if case .backreference = self { true } else { children.contains(where: \.hasBackreference) }
  }
}

extension String {
  /// The pattern in its portable spelling, or unchanged if it has none.
  var portablePattern: String { PortablePattern(self)?.spelling ?? self }
}

extension Schema {
  /// Returns the schema with patterns that have the same meaning in other engines as in ECMA-262.
  ///
  /// It accepts the same values. Patterns with backreferences and Unicode properties stay unchanged.
  public func withPortablePatterns() -> Schema {
    var nodes = graph.nodes
    for node in nodes.indices {
      for use in nodes[node].keywords.indices {
        switch nodes[node].keywords[use].parameter {
        case .pattern(let source):
          nodes[node].keywords[use].parameter = .pattern(source.portablePattern)
        case .schemasByName(let named) where nodes[node].keywords[use].keyword == .patternProperties:
          nodes[node].keywords[use].parameter = .schemasByName(
            named.map { Named($0.name.portablePattern, $0.value) })
        default: break
        }
      }
    }
    let changed = SchemaGraph(
      origin: graph.origin, nodes: nodes, root: graph.root, resources: graph.resources,
      documents: graph.documents)
    return Schema(id: id, title: title, graph: changed)
  }
}

extension APIOperation {
  /// Returns the operation with patterns in its bodies that have the same meaning in other engines as in ECMA-262.
  public func withPortablePatterns() -> APIOperation {
    var operation = self
    operation.request = request?.withPortablePatterns()
    operation.response = response?.withPortablePatterns()
    return operation
  }
}
