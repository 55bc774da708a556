/// How much work one match may take before it gives up.
///
/// The defaults stop a runaway match within milliseconds and are far above what an ordinary pattern
/// needs on a subject of a megabyte.
public struct MatchLimits: Hashable, Sendable {
  /// How often the engine may enter its matching loop; PCRE2's `match_limit`.
  public var matchSteps: UInt32

  /// How deep backtracking points may nest in the interpreter; PCRE2's `depth_limit`.
  public var depth: UInt32

  /// Memory for the interpreter's backtracking points, in KiB; PCRE2's `heap_limit`.
  public var heapInKibibytes: UInt32

  /// The largest stack a thread keeps for compiled machine code, in KiB.
  ///
  /// It is asked for only by a match that ran out of the 32 KiB that every match has. A match that
  /// runs out of this one too starts again in the interpreter.
  public var jitStackInKibibytes: UInt32

  /// A million steps, a million levels, 64 MiB of heap and 64 MiB of stack.
  public static let `default` = MatchLimits()

  /// Limits that differ from the default ones in what is given.
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
