import CLibFuzzer

/// Something that is run on inputs which libFuzzer makes up. What must not be, traps.
protocol FuzzTarget: SendableMetatype {
  static var name: String { get }
  /// Whether inputs are JSON, so that they are mutated as trees too.
  static var takesJSON: Bool { get }
  /// - Parameter input: Memory of exactly that size: reading past its end is found.
  static func run(_ input: UnsafeRawBufferPointer)
}

enum FuzzTargets {
  static let all: [any FuzzTarget.Type] = [
    ReaderTarget.self, ValidatorTarget.self, SchemaTarget.self, PatternTarget.self,
  ]
  /// Set once, before libFuzzer starts on the same thread.
  nonisolated(unsafe) static var current: (any FuzzTarget.Type)?

  static func named(_ name: String) -> (any FuzzTarget.Type)? { all.first { $0.name == name } }
}

/// Stops the run with what was found; libFuzzer keeps the input.
func finding(_ message: @autoclosure () -> String) -> Never {
  fatalError("FINDING: \(message())")
}

/// libFuzzer's hook for mutations that know the format. Two of three inputs are changed as trees.
///
/// https://llvm.org/docs/LibFuzzer.html#structure-aware-fuzzing
@_cdecl("LLVMFuzzerCustomMutator")
func mutate(
  _ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ capacity: Int, _ seed: UInt32
) -> Int {
  var mutator = TreeMutator(seed: seed)
  // Sound: libFuzzer owns `capacity` bytes at `data`, of which `size` are the input.
  if unsafe FuzzTargets.current?.takesJSON == true, seed % 3 != 0,
    let mutated = mutator.mutated(unsafe Array(UnsafeRawBufferPointer(start: data, count: size))),
    mutated.count <= capacity
  {
    unsafe UnsafeMutableRawBufferPointer(start: data, count: capacity).copyBytes(from: mutated)
    return mutated.count
  }
  return unsafe LLVMFuzzerMutate(data, size, capacity)
}
