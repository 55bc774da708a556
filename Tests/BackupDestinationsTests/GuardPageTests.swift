import BackupDestinations
import JSONText
import SchemaRules
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Documents that start at the first byte of a page or end at the last byte of one. The pages before and after cannot
/// be read, so any access outside the document ends the process.
@Suite("Guard pages")
struct GuardPageTests {
  /// Texts that are cut at each length, so every step of the reader meets the end of the memory.
  static let texts = [
    TypedValueTests.request,
    #"{"name":"a-b c","description":"\u00e9\ud83d\ude00 é中😀","prefix":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/","#
      + #""description2":[1,-0.5e+10,true,false,null,"","\"\\",{"a":{"":[[[]]]}},12345678901234567890]}"#,
    #""# + String(repeating: "a", count: 100) + "é" + String(repeating: "\\n", count: 60) + #"""#,
    String(repeating: " ", count: 40) + "[" + String(repeating: "1234567890,", count: 16) + "{}]",
  ]

  @Test("Every length up to 200 bytes, at both ends of a page", arguments: texts)
  func everyLength(_ text: String) throws {
    let memory = try GuardedPage()
    let workspace = ValidationWorkspace()
    let validator = AddBackupDestination.requestValidator
    var bytes = Array(text.utf8)
    // The whole text follows, with spaces before it up to 200 bytes.
    bytes += repeatElement(0x20, count: max(0, 200 - bytes.count))
    for length in 0...200 {
      let document = Array(bytes[..<length])
      let expected = validator.validate(document)
      let isJSON = JSONText.check(document)
      for atEnd in [true, false] {
        unsafe memory.withCopy(of: document, atEnd: atEnd) { copy in
          // Sound: the span does not outlive the copy.
          let result = validator.validate(unsafe RawSpan(_unsafeBytes: copy), with: workspace)
          #expect(result.outcome == expected.outcome)
          #expect(result.errors == expected.errors)
          #expect(result.fault == expected.fault)
          var scratch = JSONScratch()
          #expect(
            unsafe JSONText.check(copy, limits: JSONLimits(), scratch: &scratch) == isJSON)
        }
      }
    }
  }

  @Test("Each alignment, with nothing after the document", arguments: texts)
  func everyAlignment(_ text: String) throws {
    let memory = try GuardedPage()
    let workspace = ValidationWorkspace()
    let validator = AddBackupDestination.requestValidator
    let expected = validator.validate(text)
    for padding in 0..<64 {
      // Spaces before the document move its start; its end stays at the guard page.
      let document = Array(repeating: 0x20, count: padding) + Array(text.utf8)
      unsafe memory.withCopy(of: document, atEnd: true) { copy in
        // Sound: the span does not outlive the copy.
        let result = validator.validate(unsafe RawSpan(_unsafeBytes: copy), with: workspace)
        #expect(result.outcome == expected.outcome)
        #expect(result.errors.map(\.pointer) == expected.errors.map(\.pointer))
      }
    }
  }
}

/// A page between two pages that cannot be read.
///
/// Marked safe although it holds a pointer: it owns the pages, and lends copies only for the duration of a call.
@safe struct GuardedPage: ~Copyable {
  private let base: UnsafeMutableRawPointer
  private let size = Int(sysconf(Int32(_SC_PAGESIZE)))

  struct NoMemory: Error {}

  init() throws {
    let pages = unsafe mmap(nil, 3 * size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let pages = unsafe pages, unsafe pages != MAP_FAILED,
      unsafe mprotect(pages + size, size, PROT_READ | PROT_WRITE) == 0
    else { throw NoMemory() }
    unsafe base = pages
  }

  deinit { unsafe munmap(base, 3 * size) }

  /// - Parameter bytes: At most one page.
  func withCopy(
    of bytes: [UInt8], atEnd: Bool, _ body: (UnsafeRawBufferPointer) -> Void
  ) {
    let start = unsafe base + (atEnd ? 2 * size - bytes.count : size)
    let copy = unsafe UnsafeMutableRawBufferPointer(start: start, count: bytes.count)
    unsafe copy.copyBytes(from: bytes)
    unsafe body(UnsafeRawBufferPointer(copy))
  }
}
