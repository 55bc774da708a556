extension RailroadTrack {
  /// The size of a piece: its width, and its extent above and below its line.
  struct Size: Hashable {
    var width = 0
    var above = 0
    var below = 0
  }

  /// Lengths in pixels.
  enum Metrics {
    static let characterWidth = 8
    static let lineHeight = 18
    static let padding = 10
    static let gap = 14
    static let radius = 8
    static let labelHeight = 16

    static func width(of text: String) -> Int { text.unicodeScalars.count * characterWidth }
  }

  var size: Size {
    switch self {
    case .line: return Size(width: Metrics.gap, above: 1, below: 1)
    case .station(let lines, _):
      let longest = lines.map(Metrics.width).max() ?? 0
      let half = (lines.count * Metrics.lineHeight + Metrics.padding) / 2
      return Size(width: longest + 2 * Metrics.padding, above: half, below: half)
    case .sequence(let tracks):
      let sizes = tracks.map(\.size)
      return Size(
        width: sizes.reduce(Metrics.gap * max(0, sizes.count - 1)) { $0 + $1.width },
        above: sizes.map(\.above).max() ?? 0, below: sizes.map(\.below).max() ?? 0)
    case .choice(let tracks):
      let sizes = tracks.map(\.size)
      guard let first = sizes.first else { return Size() }
      return Size(
        width: (sizes.map(\.width).max() ?? 0) + 4 * Metrics.radius, above: first.above,
        below: sizes.dropFirst().reduce(first.below) { $0 + Metrics.gap + $1.above + $1.below })
    case .bypass(let track):
      let size = track.size
      return Size(
        width: size.width + 4 * Metrics.radius,
        above: max(size.above, Metrics.radius) + Metrics.gap, below: size.below)
    case .loop(let track, let label):
      let size = track.size
      return Size(
        width: max(size.width, Metrics.width(of: label)) + 4 * Metrics.radius, above: size.above,
        below: max(size.below, Metrics.radius) + Metrics.gap + Metrics.labelHeight)
    case .frame(let track, let label):
      let size = track.size
      return Size(
        width: max(size.width, Metrics.width(of: label)) + 2 * Metrics.padding,
        above: size.above + Metrics.padding + Metrics.labelHeight,
        below: size.below + Metrics.padding)
    }
  }
}
