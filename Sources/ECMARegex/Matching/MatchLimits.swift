/// The limits of the work of one match.
///
/// The defaults stop a runaway match within milliseconds. Ordinary patterns need far less, even for a subject of a
/// megabyte.
public struct MatchLimits: Hashable, Sendable {
  /// The maximum number of entries of the engine's matching loop; PCRE2's `match_limit`.
  public var matchSteps: UInt32

  /// The maximum nesting of backtracking points in the interpreter; PCRE2's `depth_limit`.
  public var depth: UInt32

  /// Memory for the interpreter's backtracking points, in KiB; PCRE2's `heap_limit`.
  public var heapInKibibytes: UInt32

  /// The largest stack a thread keeps for compiled machine code, in KiB.
  ///
  /// Only a match that exceeds its 32 KiB of the thread's stack uses it. If that match exceeds this stack too, it
  /// starts again in the interpreter.
  public var jitStackInKibibytes: UInt32

  /// A million steps, a million levels, 64 MiB of heap and 64 MiB of stack.
  public static let `default` = MatchLimits()

  /// Creates limits; those that you omit have their default values.
  public init(
    matchSteps: UInt32 = 1_000_000, depth: UInt32 = 1_000_000, heapInKibibytes: UInt32 = 65_536,
    jitStackInKibibytes: UInt32 = 65_536
  ) {
    self.matchSteps = matchSteps
    self.depth = depth
    self.heapInKibibytes = heapInKibibytes
    self.jitStackInKibibytes = jitStackInKibibytes
  }
}
