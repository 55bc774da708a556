import CPCRE2
import CPCRE2Match

/// Owns one compiled PCRE2 pattern: a wrapper of `pcre2_compile`, `pcre2_jit_compile` and
/// `pcre2_code_free`.
@safe
final class CompiledCode: Sendable {
  // Sound to share: PCRE2 does not write to a compiled pattern after `pcre2_jit_compile`, which returns before `init`
  // does. The pointer never leaves this object.
  private nonisolated(unsafe) let code: OpaquePointer

  /// Whether the pattern has machine code. Without it, every match is interpreted.
  let isJITCompiled: Bool

  /// PCRE2's error for a translation, with the offset in the translation.
  struct Refusal: Error {
    let message: String
    let offset: Int
  }

  /// Compiles `translation`, which must be ASCII.
  ///
  /// With `countsSteps`, a match reports each part of the pattern that it enters, for `cpcre2_match_counting`.
  ///
  /// - Throws: `Refusal` if PCRE2 does not compile the translation, usually because it is too large.
  init(
    _ translation: String, for subjects: Subjects, usesJIT: Bool, countsSteps: Bool = false
  ) throws(Refusal) {
    var errorCode: Int32 = 0
    var errorOffset = 0
    var bytes = Array(translation.utf8)
    bytes.append(0)
    // Sound: the buffer outlives the call, and `count` is its length. PCRE2 copies what it keeps and writes only to
    // the two variables passed to it.
    let compiled: OpaquePointer? = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe pcre2_compile_8(
        buffer.baseAddress, buffer.count - 1,
        Self.options(for: subjects) | (countsSteps ? UInt32(PCRE2_AUTO_CALLOUT) : 0), &errorCode,
        &errorOffset, nil)
    }
    guard let compiled = unsafe compiled else {
      throw Refusal(message: Self.message(errorCode), offset: errorOffset)
    }
    unsafe code = compiled
    // Sound: `compiled` is a live pattern that no other thread knows yet.
    isJITCompiled = unsafe usesJIT && pcre2_jit_compile_8(compiled, PCRE2_JIT_COMPLETE) == 0
  }

  deinit {
    // Sound: the last owner is gone, and nothing else has the pointer.
    unsafe pcre2_code_free_8(code)
  }

  /// The code without ownership. The caller must keep this object alive during the matches.
  @unsafe var unowned: cpcre2_code {
    unsafe cpcre2_code(code: UnsafeRawPointer(code), use_jit: isJITCompiled ? 1 : 0)
  }

  private static func message(_ errorCode: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    // Sound: PCRE2 writes at most `count` bytes, including a terminating zero.
    let length = unsafe buffer.withUnsafeMutableBufferPointer { buffer in
      unsafe pcre2_get_error_message_8(errorCode, buffer.baseAddress, buffer.count)
    }
    guard length > 0 else { return "error \(errorCode)" }
    return String(decoding: buffer.prefix(Int(length)), as: UTF8.self)
  }
}
