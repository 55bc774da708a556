import JSONText
import SchemaRules

/// Hands out what a run has to check, piece by piece in the order of the input.
///
/// Reading is done here, one thread at a time, where the order of the bytes matters: lines, and
/// standard input. Other files are only named, so that several can be read at once.
struct WorkFeed: ~Copyable {
  /// A piece of work.
  enum Piece {
    /// The block that was passed in has been filled with lines of the source.
    case lines(Source)
    /// The block that was passed in has been filled with all of the source, which is one document.
    case content(Source)
    /// The source is one document, which the caller reads.
    case document(Source)
    /// A path leads to nothing that can be read; or not to its end.
    case failure(name: String, reason: String)
  }

  private var walk: SourceWalk
  private let lineLimit: Int
  private let documentLimit: Int
  private var source: Source?
  private var reader: LineBlockReader?
  private var count = 0
  /// Whether everything has been handed out.
  private(set) var isAtEnd = false

  init(_ walk: consuming SourceWalk, _ options: CheckOptions) {
    self.walk = walk
    lineLimit = options.lineValidator.limits.json.documentBytes
    documentLimit = options.documentValidator.limits.json.documentBytes
  }

  /// The next piece, and its place in the order of the pieces, from 0.
  ///
  /// Returns nil at the end, and after a request to stop.
  mutating func next(_ block: inout LineBlock) -> (place: Int, piece: Piece)? {
    guard !isAtEnd, !StopRequest.isMade, let piece = nextPiece(&block) else {
      isAtEnd = true
      reader = nil
      return nil
    }
    defer { count += 1 }
    return (count, piece)
  }

  private mutating func nextPiece(_ block: inout LineBlock) -> Piece? {
    while true {
      if let source {
        do throws(ReadError) {
          if try reader?.next(into: &block) ?? false { return .lines(source) }
          close()
        } catch {
          close()
          return failure(source.name, error)
        }
      }
      switch walk.next() {
      case nil:
        return nil
      case .failure(let path, let reason):
        return .failure(name: path.description, reason: reason)
      case .source(let next) where next.path != nil && !next.hasDocumentPerLine:
        return .document(next)
      case .source(let next):
        do throws(ReadError) {
          var file = try next.open()
          remarkOnTerminal(file, next)
          if !next.hasDocumentPerLine {
            block.count = try file.readAll(into: &block.memory, limit: documentLimit)
            return .content(next)
          }
          reader = LineBlockReader(file, lineLimit: lineLimit)
          source = next
        } catch {
          return failure(next.name, error)
        }
      }
    }
  }

  private func remarkOnTerminal(_ file: borrowing InputFile, _ source: Source) {
    if source.path == nil && file.isTerminal {
      StandardError.write("conform: reading standard input; end it with Ctrl-D")
    }
  }

  private mutating func close() {
    reader = nil
    source = nil
  }

  /// Returns nil where the failure is that nobody wants to know the rest.
  private func failure(_ name: String, _ error: ReadError) -> Piece? {
    error == .stopped ? nil : .failure(name: name, reason: error.message)
  }
}
