/// Draws tracks as elements of SVG.
struct RailroadPen {
  private typealias Metrics = RailroadTrack.Metrics

  /// What was drawn so far.
  private(set) var elements = ""

  /// Draws a track whose line enters at a point, and fills a width that is at least the track's own.
  mutating func draw(_ track: RailroadTrack, x: Int, y: Int, width: Int) {
    let size = track.size
    let start = x + (width - size.width) / 2
    line(from: x, to: start, y: y)
    line(from: start + size.width, to: x + width, y: y)
    switch track {
    case .line: line(from: start, to: start + size.width, y: y)
    case .station(let lines, let station): self.station(lines, station, size, x: start, y: y)
    case .sequence(let tracks): sequence(tracks, x: start, y: y)
    case .choice(let tracks): choice(tracks, size, x: start, y: y)
    case .bypass(let inner):
      let radius = Metrics.radius
      let top = y - size.above + 1
      draw(inner, x: start + 2 * radius, y: y, width: size.width - 4 * radius)
      line(from: start, to: start + 2 * radius, y: y)
      line(from: start + size.width - 2 * radius, to: start + size.width, y: y)
      path(around: start, start + size.width, from: y, to: top)
    case .loop(let inner, let label): loop(inner, label, size, x: start, y: y)
    case .frame(let inner, let label): frame(inner, label, size, x: start, y: y)
    }
  }

  // MARK: Pieces

  private mutating func station(
    _ lines: [String], _ station: RailroadTrack.Station, _ size: RailroadTrack.Size, x: Int, y: Int
  ) {
    let height = size.above + size.below
    let corner = station == .literal ? height / 2 : station == .anchor ? 0 : 4
    elements += #"<rect class="\#(station.rawValue)" x="\#(x)" y="\#(y - size.above)" "#
    elements += #"width="\#(size.width)" height="\#(height)" rx="\#(min(corner, 14))"/>"#
    for (index, text) in lines.enumerated() {
      let middle = y - size.above + Metrics.padding / 2 + index * Metrics.lineHeight + 13
      elements +=
        #"<text x="\#(x + size.width / 2)" y="\#(middle)">\#(HTMLText.escaped(text))</text>"#
    }
  }

  private mutating func sequence(_ tracks: [RailroadTrack], x: Int, y: Int) {
    var x = x
    for (index, track) in tracks.enumerated() {
      if index > 0 {
        line(from: x, to: x + Metrics.gap, y: y)
        x += Metrics.gap
      }
      let width = track.size.width
      draw(track, x: x, y: y, width: width)
      x += width
    }
  }

  private mutating func choice(
    _ tracks: [RailroadTrack], _ size: RailroadTrack.Size, x: Int, y: Int
  ) {
    let radius = Metrics.radius
    let width = size.width - 4 * radius
    var height = y
    for (index, track) in tracks.enumerated() {
      let inner = track.size
      if index > 0 { height += inner.above }
      draw(track, x: x + 2 * radius, y: height, width: width)
      if index == 0 {
        line(from: x, to: x + 2 * radius, y: y)
        line(from: x + size.width - 2 * radius, to: x + size.width, y: y)
      } else {
        fork(x: x, from: y, to: height, leftToRight: true)
        fork(x: x + size.width, from: y, to: height, leftToRight: false)
      }
      height += inner.below + Metrics.gap
    }
  }

  private mutating func loop(
    _ inner: RailroadTrack, _ label: String, _ size: RailroadTrack.Size, x: Int, y: Int
  ) {
    let radius = Metrics.radius
    draw(inner, x: x + 2 * radius, y: y, width: size.width - 4 * radius)
    line(from: x, to: x + 2 * radius, y: y)
    line(from: x + size.width - 2 * radius, to: x + size.width, y: y)
    let bottom = y + size.below - Metrics.labelHeight
    let left = x + radius
    let right = x + size.width - radius
    elements += #"<path d="M\#(right - radius) \#(y)q\#(radius) 0 \#(radius) \#(radius)"#
    elements += "V\(bottom - radius)q0 \(radius) -\(radius) \(radius)H\(left + radius)"
    elements += "q-\(radius) 0 -\(radius) -\(radius)V\(y + radius)"
    elements += #"q0 -\#(radius) \#(radius) -\#(radius)"/>"#
    let middle = (left + right) / 2
    elements += #"<path class="arrow" d="M\#(middle + 4) \#(bottom - 4)l-6 4l6 4"/>"#
    elements += #"<text class="label" x="\#(middle)" y="\#(bottom + 13)">"#
    elements += "\(HTMLText.escaped(label))</text>"
  }

  private mutating func frame(
    _ inner: RailroadTrack, _ label: String, _ size: RailroadTrack.Size, x: Int, y: Int
  ) {
    draw(inner, x: x, y: y, width: size.width)
    elements += #"<rect class="frame" x="\#(x)" y="\#(y - size.above + Metrics.labelHeight)" "#
    elements += #"width="\#(size.width)" "#
    elements += #"height="\#(size.above + size.below - Metrics.labelHeight)" rx="4"/>"#
    elements += #"<text class="label" x="\#(x + size.width / 2)" y="\#(y - size.above + 12)">"#
    elements += "\(HTMLText.escaped(label))</text>"
  }

  // MARK: Lines

  private mutating func line(from start: Int, to end: Int, y: Int) {
    if end > start { elements += #"<path d="M\#(start) \#(y)H\#(end)"/>"# }
  }

  /// The way from the line down to an alternative, or back from it.
  private mutating func fork(x: Int, from top: Int, to bottom: Int, leftToRight: Bool) {
    let radius = Metrics.radius
    let sign = leftToRight ? "" : "-"
    elements += #"<path d="M\#(x) \#(top)q\#(sign)\#(radius) 0 \#(sign)\#(radius) \#(radius)"#
    elements += "V\(bottom - radius)"
    elements += #"q0 \#(radius) \#(sign)\#(radius) \#(radius)"/>"#
  }

  private mutating func path(around left: Int, _ right: Int, from y: Int, to top: Int) {
    let radius = Metrics.radius
    elements += #"<path d="M\#(left) \#(y)q\#(radius) 0 \#(radius) -\#(radius)V\#(top + radius)"#
    elements += "q0 -\(radius) \(radius) -\(radius)H\(right - 2 * radius)"
    elements += "q\(radius) 0 \(radius) \(radius)V\(y - radius)"
    elements += #"q0 \#(radius) \#(radius) \#(radius)"/>"#
  }
}
