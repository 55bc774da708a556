public import RequestCorpus

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Answers `verdicts` and `time` on standard input, as `Peers/README.md` says.
public enum PeerProtocol {
  /// The documents that the command line names.
  public static func corpus() -> RequestCorpus {
    guard let path = CommandLine.arguments.last, let file = unsafe fopen(path, "rb") else {
      fatalError("usage: PEER NAME FILE")
    }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = unsafe fread(&block, 1, block.count, file), count > 0 {
      bytes += block[..<count]
    }
    unsafe fclose(file)
    return RequestCorpus(lines: bytes)
  }

  /// Serves until standard input ends.
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
