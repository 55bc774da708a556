extension RailroadTrack {
  /// How much room a piece takes: its width, and how far it reaches above and below its line.
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
  }

  var size: Size {
    switch self {
    case .line: return Size(width: Metrics.gap, above: 1, below: 1)
    case .station(let lines, _):
      let longest = lines.map(\.unicodeScalars.count).max() ?? 0
      let half = (lines.count * Metrics.lineHeight + Metrics.padding) / 2
      return Size(
        width: longest * Metrics.characterWidth + 2 * Metrics.padding, above: half, below: half)
    case .sequence(let tracks):
      let sizes = tracks.map(\.size)
      return Size(
        width: sizes.reduce(0) { $0 + $1.width } + Metrics.gap * max(0, sizes.count - 1),
        above: sizes.map(\.above).max() ?? 0, below: sizes.map(\.below).max() ?? 0)
    case .choice(let tracks):
      let sizes = tracks.map(\.size)
      guard let first = sizes.first else { return Size() }
      let below = sizes.dropFirst().reduce(first.below) {
        $0 + Metrics.gap + $1.above + $1.below
      }
      return Size(
        width: (sizes.map(\.width).max() ?? 0) + 4 * Metrics.radius, above: first.above,
        below: below)
    case .bypass(let track):
      var size = track.size
      size.width += 4 * Metrics.radius
      size.above = max(size.above, Metrics.radius) + Metrics.gap
      return size
    case .loop(let track, let label):
      var size = track.size
      let labelWidth = label.unicodeScalars.count * Metrics.characterWidth
      size.width = max(size.width, labelWidth) + 4 * Metrics.radius
      size.below = max(size.below, Metrics.radius) + Metrics.gap + Metrics.labelHeight
      return size
    case .frame(let track, let label):
      var size = track.size
      let labelWidth = label.unicodeScalars.count * Metrics.characterWidth
      size.width = max(size.width, labelWidth) + 2 * Metrics.padding
      size.above += Metrics.padding + Metrics.labelHeight
      size.below += Metrics.padding
      return size
    }
  }
}
