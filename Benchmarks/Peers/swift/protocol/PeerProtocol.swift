public import RequestCorpus

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Answers `verdicts` and `time` on standard input, as `Peers/README.md` describes.
public enum PeerProtocol {
  /// The documents that the command line names.
  public static func corpus() -> RequestCorpus {
    RequestCorpus(lines: bytes(ofFile: CommandLine.arguments.last ?? ""))
  }

  /// The bytes of a file; ends the process if the file does not exist.
  public static func bytes(ofFile path: String) -> [UInt8] {
    guard let file = unsafe fopen(path, "rb") else { fatalError("cannot open \(path)") }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = unsafe fread(&block, 1, block.count, file), count > 0 {
      bytes += block[..<count]
    }
    unsafe fclose(file)
    return bytes
  }

  /// Reports that the schema cannot be compiled, and ends the process.
  public static func refuse(_ reason: String) -> Never {
    print("unsupported \(reason.split(whereSeparator: \.isNewline).joined(separator: " "))")
    exit(3)
  }

  /// Answers until standard input ends.
  public static func serve(_ corpus: RequestCorpus, isValid: (Span<UInt8>) -> Bool) {
    while let line = readLine() {
      if line == "verdicts" {
        var verdicts = ""
        for index in 0..<corpus.count {
          verdicts += isValid(corpus.bytes.span.extracting(corpus.range(of: index))) ? "1" : "0"
        }
        print(verdicts)
      } else {
        var valid = 0
        let start = ThreadTime.nanoseconds
        for index in 0..<corpus.count
        where isValid(
          corpus.bytes.span.extracting(corpus.range(of: index)))
        {
          valid += 1
        }
        let time = ThreadTime.nanoseconds - start
        print(valid < 0 ? 0 : time)
      }
      fflush(nil)
    }
  }
}
