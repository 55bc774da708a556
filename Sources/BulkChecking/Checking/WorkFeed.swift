import JSONText
import SchemaRules

/// Distributes the work of a run, piece by piece, in the order of the input.
///
/// It reads pipes itself, one thread at a time, because the order of the bytes matters. Of other files, it only names
/// the parts, so threads can read several at once.
struct WorkFeed: ~Copyable {
  /// A source with the validator for its documents.
  struct Work {
    let source: Source
    let validator: Validator
    /// The index of the schema.
    let schema: Int
  }

  /// A piece of work.
  enum Piece {
    /// The block that was passed in is now one of the source's, to be loaded by the caller.
    case lines(Work)
    /// The source is one document. Unless the block that was passed in has been filled with it, the caller
    /// reads it.
    case document(Work, isRead: Bool)
    /// A source cannot be checked, or not to its end.
    case failure(SourceFailure)
  }

  private var walk: SourceWalk
  private let schemas: [CheckedSchema]
  private let files: SchemaFiles
  /// Whether line numbers are needed.
  private let numbersLines: Bool
  /// The source whose lines are handed out.
  private var work: Work?
  private var reader: LineBlockReader?
  private var hasMoreLines = false
  private var count = 0
  private var isAtEnd = false

  init(_ walk: consuming SourceWalk, _ options: CheckOptions) {
    self.walk = walk
    schemas = options.schemas
    files = options.files
    numbersLines = options.reporter.reportedDocuments != .none
  }

  /// Whether there may be a piece for another thread.
  var hasMore: Bool { !isAtEnd && (hasMoreLines || walk.hasMore) }

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
      if let work {
        do throws(ReadError) {
          if try nextLines(&block) { return .lines(work) }
          close()
        } catch {
          close()
          return SourceFailure(work.source, error).map { .failure($0) }
        }
      }
      switch walk.next() {
      case nil: return nil
      case .failure(let failure): return .failure(failure)
      case .source(let source):
        do throws(ReadError) {
          if let piece = try begin(source, &block) { return piece }
        } catch {
          return SourceFailure(source, error).map { .failure($0) }
        }
      }
    }
  }

  /// Opens a source of lines, or makes a piece of one that is a document.
  private mutating func begin(
    _ source: Source, _ block: inout LineBlock
  ) throws(ReadError) -> Piece? {
    guard let schema = files.schema(for: source.place) else {
      return .failure(
        SourceFailure(source, cannot: "check", "the configuration has no schema for this file"))
    }
    let validator: Validator
    do throws(SchemaError) {
      validator = try schemas[schema].validator(lines: source.hasDocumentPerLine)
    } catch {
      return .failure(SourceFailure(source, cannot: "check", "the schema cannot be used: \(error)"))
    }
    let work = Work(source: source, validator: validator, schema: schema)
    let limit = validator.limits.json.documentBytes
    if source.path != nil && !source.hasDocumentPerLine { return .document(work, isRead: false) }
    var file = try source.open()
    if source.path == nil && file.isTerminal {
      StandardError.remark("reading standard input; end it with Ctrl-D")
    }
    if !source.hasDocumentPerLine {
      try file.readAll(into: &block.buffer, limit: limit)
      return .document(work, isRead: true)
    }
    reader = LineBlockReader(file, lineLimit: limit, numbersLines: numbersLines)
    self.work = work
    return nil
  }

  private mutating func nextLines(_ block: inout LineBlock) throws(ReadError) -> Bool {
    guard var reader = reader.take() else { return false }
    let isFound = try reader.next(into: &block)
    hasMoreLines = reader.hasMore
    self.reader = consume reader
    return isFound
  }

  private mutating func close() {
    hasMoreLines = false
    reader = nil
    work = nil
  }
}
