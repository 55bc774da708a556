/// The text of a progress bar.
struct ProgressLine {
  let bytes: Int
  let documents: Int
  /// The total number of bytes; nil if unknown.
  let total: Int?
  let seconds: Double

  private static let barWidth = 12

  /// The line, such as
  /// `[===>        ]  28 %  125 MB  280000 documents  640 MB/s  0:01 left`.
  ///
  /// A megabyte is a million bytes. Without a known size, there is neither bar nor time left.
  var text: String {
    let rate = seconds > 0 ? Double(bytes) / seconds : 0
    let done = "\(bytes / 1_000_000) MB  \(documents) documents  \(Int(rate / 1_000_000)) MB/s"
    guard let total, total > 0 else { return done + "  " + Self.minutes(seconds) }
    let share = min(1, Double(bytes) / Double(total))
    let filled = Int(share * Double(Self.barWidth))
    let tip = filled < Self.barWidth ? ">" : ""
    let bar = String(repeating: "=", count: filled) + tip
    let padding = String(repeating: " ", count: Self.barWidth - bar.utf8.count)
    let percentage = String(Int(share * 100))
    let margin = String(repeating: " ", count: max(0, 3 - percentage.utf8.count))
    var text = "[\(bar)\(padding)] \(margin)\(percentage) %  \(done)"
    if rate > 0 { text += "  \(Self.minutes(Double(max(0, total - bytes)) / rate)) left" }
    return text
  }

  /// A time as `1:05`, in minutes and seconds.
  private static func minutes(_ seconds: Double) -> String {
    let seconds = Int(seconds.rounded(.up))
    return "\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)"
  }
}
