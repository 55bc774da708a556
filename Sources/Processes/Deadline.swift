#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A point in time until which to wait.
public struct Deadline: Sendable {
  private let instant: ContinuousClock.Instant

  /// The point in time after a duration from now on.
  public init(in duration: Duration) {
    instant = .now + duration
  }

  /// What `poll` may still wait for, rounded up; 0 once the time has come.
  var millisecondsLeft: CInt {
    let left = ContinuousClock.now.duration(to: instant) / .milliseconds(1)
    return left > 0 ? CInt(exactly: left.rounded(.up)) ?? .max : 0
  }

  /// Waits until the time has come; wraps `poll`.
  public func sleep() {
    while millisecondsLeft > 0 { _ = poll(nil, 0, millisecondsLeft) }
  }
}
