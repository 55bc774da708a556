/// A point in time until which to wait.
struct Deadline {
  private let instant: ContinuousClock.Instant

  init(in duration: Duration) {
    instant = .now + duration
  }

  /// What `poll` may still wait for, rounded up; 0 once the time has come.
  var millisecondsLeft: CInt {
    let left = ContinuousClock.now.duration(to: instant)
    guard left > .zero else { return 0 }
    let (seconds, attoseconds) = left.components
    return CInt(clamping: seconds * 1000 + attoseconds / 1_000_000_000_000_000 + 1)
  }
}

extension Duration {
  /// The duration as a number.
  public var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
