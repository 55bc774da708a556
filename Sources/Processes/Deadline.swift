/// The time at which to stop waiting.
public struct Deadline: Sendable {
  private let instant: ContinuousClock.Instant

  /// Creates a deadline after a duration from now.
  public init(in duration: Duration) {
    instant = .now + duration
  }

  /// The time left for `poll`, rounded up; 0 after the deadline.
  var millisecondsLeft: CInt {
    let left = ContinuousClock.now.duration(to: instant) / .milliseconds(1)
    return left > 0 ? CInt(exactly: left.rounded(.up)) ?? .max : 0
  }

  /// Waits until the deadline; wraps `poll`.
  public func sleep() {
    while millisecondsLeft > 0 { _ = poll(nil, 0, millisecondsLeft) }
  }
}
