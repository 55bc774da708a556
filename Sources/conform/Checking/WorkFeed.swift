import JSONText
import SchemaRules

/// Hands out what a run has to check, piece by piece in the order of the input.
///
/// What comes through a pipe is read here, one thread at a time, because the order of the bytes
/// matters. Parts of other files, and files, are only named, so that several are read at once.
struct WorkFeed: ~Copyable {
  /// A piece of work.
  enum Piece {
    /// The block that was passed in is now one of the source's, to be loaded by the caller.
    case lines(Source, Validator)
    /// The block that was passed in has been filled with all of the source, which is one document.
    case content(Source, Validator)
    /// The source is one document, which the caller reads.
    case document(Source, Validator)
    /// A path leads to nothing that can be read; or not to its end.
    case failure(name: String, reason: String)
  }

  private var walk: SourceWalk
  private let documentValidator: LazyValidator
  private let lineValidator: LazyValidator
  /// Whether anybody asks for the numbers of lines.
  private let numbersLines: Bool
  /// The source whose lines are handed out, and what they are checked with.
  private var source: (source: Source, validator: Validator)?
  private var reader: LineBlockReader?
  private var count = 0
  /// Whether everything has been handed out.
  private(set) var isAtEnd = false

  init(_ walk: consuming SourceWalk, _ options: CheckOptions) {
    self.walk = walk
    documentValidator = options.documentValidator
    lineValidator = options.lineValidator
    numbersLines = options.reporter.reportedDocuments != .none
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
          if try reader?.next(into: &block) ?? false {
            return .lines(source.source, source.validator)
          }
          close()
        } catch {
          close()
          return failure(source.source.name, error)
        }
      }
      switch walk.next() {
      case nil:
        return nil
      case .failure(let path, let reason):
        return .failure(name: path.description, reason: reason)
      case .source(let next):
        do {
          if let piece = try begin(next, &block) { return piece }
        } catch let error as ReadError {
          return failure(next.name, error)
        } catch {
          // A schema that does not compile does so for no source.
          return .failure(name: next.name, reason: "\(error)")
        }
      }
    }
  }

  /// Opens a source of lines, or makes a piece of one that is a document.
  private mutating func begin(_ next: Source, _ block: inout LineBlock) throws -> Piece? {
    let validator =
      try next.hasDocumentPerLine ? lineValidator.validator() : documentValidator.validator()
    let limit = validator.limits.json.documentBytes
    if next.path != nil && !next.hasDocumentPerLine { return .document(next, validator) }
    var file = try next.open()
    remarkOnTerminal(file, next)
    if !next.hasDocumentPerLine {
      block.count = try file.readAll(into: &block.memory, limit: limit)
      return .content(next, validator)
    }
    reader = LineBlockReader(file, lineLimit: limit, numbersLines: numbersLines)
    source = (next, validator)
    return nil
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
