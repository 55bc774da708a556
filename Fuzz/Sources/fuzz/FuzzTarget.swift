import CLibFuzzer

/// A check that runs on inputs from libFuzzer. A failed check traps.
enum FuzzTarget: String, CaseIterable {
  case reader, validator, schema, pattern, openapi, vectors, answers

  /// The target that runs. It is set once, before libFuzzer starts on the same thread.
  nonisolated(unsafe) static var current = FuzzTarget.reader

  /// - Parameter input: Memory of exactly that size, so reading past its end is detected.
  @unsafe func run(_ input: UnsafeRawBufferPointer) {
    switch self {
    case .reader: unsafe ReaderTarget.run(input)
    case .validator: unsafe ValidatorTarget.run(input)
    case .schema: unsafe SchemaTarget.run(input)
    case .pattern: unsafe PatternTarget.run(input)
    case .openapi: unsafe OpenAPITarget.run(input)
    case .vectors: unsafe VectorsTarget.run(input)
    case .answers: unsafe AnswersTarget.run(input)
    }
  }
}

/// Stops the run with a message about the finding; libFuzzer keeps the input.
func finding(_ message: @autoclosure () -> String) -> Never {
  fatalError("FINDING: \(message())")
}

/// libFuzzer's hook for mutations that know the format. Two of three JSON inputs are changed as trees.
///
/// https://llvm.org/docs/LibFuzzer.html#structure-aware-fuzzing
@_cdecl("LLVMFuzzerCustomMutator")
func mutate(
  _ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ capacity: Int, _ seed: UInt32
) -> Int {
  var mutator = TreeMutator(seed: seed)
  // Sound: libFuzzer owns `capacity` bytes at `data`, of which `size` are the input.
  if seed % 3 != 0,
    let mutated = mutator.mutated(unsafe Array(UnsafeRawBufferPointer(start: data, count: size))),
    mutated.count <= capacity
  {
    unsafe UnsafeMutableRawBufferPointer(start: data, count: capacity).copyBytes(from: mutated)
    return mutated.count
  }
  return unsafe LLVMFuzzerMutate(data, size, capacity)
}
