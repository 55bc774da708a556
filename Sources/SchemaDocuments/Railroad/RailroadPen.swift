/// Draws tracks as elements of SVG.
struct RailroadPen {
  private typealias Metrics = RailroadTrack.Metrics
  private let radius = Metrics.radius

  /// The elements drawn so far.
  private(set) var elements = ""

  /// Draws a track whose line enters at a point. The track is stretched to a width that is at least its own.
  mutating func draw(_ track: RailroadTrack, x: Int, y: Int, width: Int) {
    let size = track.size
    let x0 = x + (width - size.width) / 2
    let x1 = x0 + size.width
    line(from: x, to: x0, y: y)
    line(from: x1, to: x + width, y: y)
    switch track {
    case .line: line(from: x0, to: x1, y: y)
    case .station(let lines, let station): self.station(lines, station, size, x: x0, y: y)
    case .sequence(let tracks): sequence(tracks, x: x0, y: y)
    case .choice(let tracks): choice(tracks, size, x: x0, y: y)
    case .bypass(let inner):
      indented(inner, size, x: x0, y: y)
      let top = y - size.above + 1
      path(
        "M\(x0) \(y)q\(radius) 0 \(radius) -\(radius)V\(top + radius)"
          + "q0 -\(radius) \(radius) -\(radius)H\(x1 - 2 * radius)"
          + "q\(radius) 0 \(radius) \(radius)V\(y - radius)q0 \(radius) \(radius) \(radius)")
    case .loop(let inner, let label): loop(inner, label, size, x: x0, y: y)
    case .frame(let inner, let label):
      draw(inner, x: x0, y: y, width: size.width)
      let top = y - size.above
      rectangle(
        "frame", x: x0, y: top + Metrics.labelHeight, width: size.width,
        height: size.above + size.below - Metrics.labelHeight, radius: 4)
      text(label, x: x0 + size.width / 2, y: top + 12, attributes: #"class="label" "#)
    }
  }

  // MARK: Pieces

  private mutating func station(
    _ lines: [String], _ station: RailroadTrack.Station, _ size: RailroadTrack.Size, x: Int, y: Int
  ) {
    let height = size.above + size.below
    let corner = station == .literal ? height / 2 : station == .anchor ? 0 : 4
    let top = y - size.above
    rectangle(
      station.rawValue, x: x, y: top, width: size.width, height: height, radius: min(corner, 14))
    for (index, line) in lines.enumerated() {
      let baseline = top + Metrics.padding / 2 + index * Metrics.lineHeight + 13
      text(line, x: x + size.width / 2, y: baseline)
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
    var height = y
    for (index, track) in tracks.enumerated() {
      if index == 0 {
        indented(track, size, x: x, y: y)
      } else {
        height += track.size.above
        draw(track, x: x + 2 * radius, y: height, width: size.width - 4 * radius)
        for (x, sign) in [(x, ""), (x + size.width, "-")] {
          path(
            "M\(x) \(y)q\(sign)\(radius) 0 \(sign)\(radius) \(radius)V\(height - radius)"
              + "q0 \(radius) \(sign)\(radius) \(radius)")
        }
      }
      height += track.size.below + Metrics.gap
    }
  }

  private mutating func loop(
    _ inner: RailroadTrack, _ label: String, _ size: RailroadTrack.Size, x: Int, y: Int
  ) {
    indented(inner, size, x: x, y: y)
    let bottom = y + size.below - Metrics.labelHeight
    let left = x + radius
    let right = x + size.width - radius
    path(
      "M\(right - radius) \(y)q\(radius) 0 \(radius) \(radius)V\(bottom - radius)"
        + "q0 \(radius) -\(radius) \(radius)H\(left + radius)"
        + "q-\(radius) 0 -\(radius) -\(radius)V\(y + radius)q0 -\(radius) \(radius) -\(radius)")
    let middle = (left + right) / 2
    path("M\(middle + 4) \(bottom - 4)l-6 4l6 4", attributes: #"class="arrow" "#)
    text(label, x: middle, y: bottom + 13, attributes: #"class="label" "#)
  }

  /// Draws a track with a piece of line on each side, from which other lines can branch.
  private mutating func indented(
    _ track: RailroadTrack, _ size: RailroadTrack.Size, x: Int, y: Int
  ) {
    draw(track, x: x + 2 * radius, y: y, width: size.width - 4 * radius)
    line(from: x, to: x + 2 * radius, y: y)
    line(from: x + size.width - 2 * radius, to: x + size.width, y: y)
  }

  // MARK: Elements

  private mutating func line(from start: Int, to end: Int, y: Int) {
    if end > start { path("M\(start) \(y)H\(end)") }
  }

  private mutating func path(_ commands: String, attributes: String = "") {
    elements += #"<path \#(attributes)d="\#(commands)"/>"#
  }

  private mutating func rectangle(
    _ name: String, x: Int, y: Int, width: Int, height: Int, radius: Int
  ) {
    elements += #"<rect class="\#(name)" x="\#(x)" y="\#(y)" width="\#(width)" "#
    elements += #"height="\#(height)" rx="\#(radius)"/>"#
  }

  private mutating func text(_ text: String, x: Int, y: Int, attributes: String = "") {
    elements += #"<text \#(attributes)x="\#(x)" y="\#(y)">\#(HTMLText.escaped(text))</text>"#
  }
}
