import CPCRE2

/// A pattern and its replacement, in the syntax of `pcre2_substitute`.
@safe
final class Substitution: Sendable {
  /// The kind of text that a pattern is matched with.
  enum Subject {
    /// Bytes.
    case bytes
    /// UTF-8, with Unicode's notion of case.
    case text
  }

  // Sound to share: PCRE2 does not write to a compiled pattern. The pointer never leaves this object.
  private nonisolated(unsafe) let code: OpaquePointer
  private let replacement: [UInt8]

  /// A substitution; nil if PCRE2 does not compile the pattern.
  init?(_ pattern: String, _ replacement: String, in subject: Subject) {
    let options =
      PCRE2_DOLLAR_ENDONLY | PCRE2_DOTALL | (subject == .text ? UInt32(PCRE2_UTF) | PCRE2_UCP : 0)
    var (errorCode, errorOffset): (Int32, Int) = (0, 0)
    let bytes = Array(pattern.utf8)
    // Sound: the buffer outlives the call; PCRE2 copies what it keeps.
    let compiled: OpaquePointer? = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe pcre2_compile_8(
        buffer.baseAddress, buffer.count, options, &errorCode, &errorOffset, nil)
    }
    guard let compiled = unsafe compiled else { return nil }
    unsafe code = compiled
    self.replacement = Array(replacement.utf8)
    // Sound: no other thread knows the pattern yet. Without machine code it is interpreted.
    _ = unsafe pcre2_jit_compile_8(compiled, PCRE2_JIT_COMPLETE)
  }

  deinit {
    // Sound: the last owner is gone.
    unsafe pcre2_code_free_8(code)
  }

  /// The bytes with each match replaced; unchanged if PCRE2 gives up.
  func callAsFunction(_ subject: [UInt8]) -> [UInt8] {
    let options =
      PCRE2_SUBSTITUTE_GLOBAL | PCRE2_SUBSTITUTE_EXTENDED | PCRE2_SUBSTITUTE_UNSET_EMPTY
      | PCRE2_SUBSTITUTE_OVERFLOW_LENGTH
    var output = [UInt8](repeating: 0, count: subject.count + 64)
    for _ in 0..<2 {
      var length = output.count
      // Sound: the buffers outlive the call and come with their lengths; PCRE2 writes at most `length` bytes.
      let count = unsafe subject.withUnsafeBufferPointer { subject in
        unsafe replacement.withUnsafeBufferPointer { replacement in
          unsafe output.withUnsafeMutableBufferPointer { output in
            unsafe pcre2_substitute_8(
              code, subject.baseAddress, subject.count, 0, options, nil, nil,
              replacement.baseAddress, replacement.count, output.baseAddress, &length)
          }
        }
      }
      if count == 0 { return subject }
      if count > 0 { return Array(output.prefix(length)) }
      guard count == PCRE2_ERROR_NOMEMORY else { return subject }
      output = [UInt8](repeating: 0, count: length)
    }
    return subject
  }
}
