import ECMARegex

/// A piece of a railroad diagram: a line enters on its left and leaves on its right at the same height.
indirect enum RailroadTrack: Hashable {
  /// A station: what it matches, in lines of text.
  case station([String], Station)
  /// Pieces one after another.
  case sequence([RailroadTrack])
  /// One of several pieces; the first is on the line.
  case choice([RailroadTrack])
  /// The piece or a line around it.
  case bypass(RailroadTrack)
  /// The piece with a line back and a label.
  case loop(RailroadTrack, label: String)
  /// The piece in a frame with a label.
  case frame(RailroadTrack, label: String)
  /// A line without stations.
  case line

  /// The kind of a station.
  enum Station: String {
    /// Literal characters.
    case literal
    /// One character of a set.
    case set
    /// A zero-width condition.
    case anchor
  }

  /// The track of a pattern's part.
  init(_ node: PatternNode) {
    if let scalar = node.visibleLiteral {
      self = .station([String(scalar)], .literal)
      return
    }
    if let set = node.singleCharacterSet {
      self = .station(Self.lines(of: set), .set)
      return
    }
    switch node {
    case .characters(let characters):
      self = .station(Self.lines(of: CharacterSetReading(characters)), .set)
    case .sequence(let parts): self.init(sequence: parts)
    case .alternation(let alternatives): self = .choice(alternatives.map { RailroadTrack($0) })
    case .repetition(let repetition): self.init(repetition)
    case .group(let group):
      let body = RailroadTrack(group.body)
      self = group.name.map { .frame(body, label: $0) } ?? body
    case .anchor(let anchor): self = .station([Self.name(anchor)], .anchor)
    case .lookaround(let lookaround):
      let direction = lookaround.direction == .ahead ? "followed by" : "preceded by"
      self = .frame(
        RailroadTrack(lookaround.body), label: "\(lookaround.isNegative ? "not " : "")\(direction)")
    case .backreference(let reference):
      switch reference.target {
      case .number(let number): self = .station(["group \(number) again"], .anchor)
      case .name(let name): self = .station(["\(name) again"], .anchor)
      }
    }
  }

  /// Adjacent literals share a station.
  private init(sequence parts: [PatternNode]) {
    var tracks: [RailroadTrack] = []
    for part in parts {
      if let scalar = part.visibleLiteral, case .station(let lines, .literal)? = tracks.last {
        tracks[tracks.count - 1] = .station([lines.joined() + String(scalar)], .literal)
      } else {
        tracks.append(RailroadTrack(part))
      }
    }
    self = tracks.isEmpty ? .line : tracks.count == 1 ? tracks[0] : .sequence(tracks)
  }

  private init(_ repetition: PatternNode.Repetition) {
    let body = RailroadTrack(repetition.body)
    let minimum = repetition.minimum
    let looped: RailroadTrack
    switch repetition.maximum {
    case 0?:
      self = .line
      return
    case 1?: looped = body
    case let maximum?:
      let times = minimum == maximum ? "\(maximum)" : "\(max(minimum, 1)) to \(maximum)"
      looped = .loop(body, label: "\(times) times")
    case nil:
      looped = .loop(body, label: minimum < 2 ? "again" : "\(minimum) times or more")
    }
    self = minimum == 0 ? .bypass(looped) : looped
  }

  private static func name(_ anchor: PatternNode.Anchor) -> String {
    switch anchor {
    case .start: "start"
    case .end: "end"
    case .wordBoundary: "word boundary"
    case .notWordBoundary: "non-word boundary"
    }
  }

  /// The parts of a set in lines of similar length.
  private static func lines(of set: CharacterSetReading) -> [String] {
    let limit = 26
    var lines = set.isNegated ? ["any except"] : []
    var line = ""
    for part in set.parts {
      if !line.isEmpty && line.count + part.count + 2 > limit {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : "  ") + part
    }
    return lines + [line]
  }
}
