import Processes

/// The sources that the arguments of a run name, one after another, directories searched.
///
/// In a directory, files are taken in the order of their names' bytes; symbolic links are followed
/// to files and not to directories, so that the search ends.
struct SourceWalk {
  enum Step {
    case source(Source)
    /// A path leads to nothing that can be read.
    case failure(path: SourcePath, reason: String)
  }

  private enum Pending {
    case argument(SourcePath)
    case entry(SourcePath)
    /// Everything in a directory that was named as an argument has been looked at.
    case endOfArgument(SourcePath)
  }

  private let reading: SourceReading
  /// What is left to look at, the next one last.
  private var pending: [Pending]
  private var hasFoundSource = false

  /// - Parameters:
  ///   - paths: Files and directories; `-` is standard input, and so is an empty list.
  ///   - reading: How sources are read.
  init(_ paths: [SourcePath], _ reading: SourceReading) {
    self.reading = reading
    pending = paths.reversed().map { .argument($0) }
    if paths.isEmpty { pending = [.argument(SourcePath("-"))] }
  }

  /// The next source, or why there is none at some path.
  ///
  /// Returns nil at the end.
  mutating func next() -> Step? {
    while let item = pending.popLast() {
      let step =
        switch item {
        case .argument(let path): takeArgument(path)
        case .entry(let path): takeEntry(path)
        case .endOfArgument(let path): hasFoundSource ? nil : Step.emptyDirectory(path)
        }
      if let step { return step }
    }
    return nil
  }

  private mutating func takeArgument(_ path: SourcePath) -> Step? {
    if path.bytes == [UInt8(ascii: "-")] { return .source(.standardInput(reading)) }
    // What `stat` cannot reach fails again, with the same reason, when it is opened.
    guard let kind = try? path.kind(), kind == .directory else {
      return .source(Source(path, reading))
    }
    hasFoundSource = false
    pending.append(.endOfArgument(path))
    return list(path)
  }

  private mutating func takeEntry(_ path: SourcePath) -> Step? {
    do throws(SystemError) {
      switch try path.kind() {
      case .directory:
        return path.isSymbolicLink ? nil : list(path)
      case .regularFile:
        guard let suffix = path.fileExtension, Source.extensions.contains(suffix) else {
          return nil
        }
        hasFoundSource = true
        return .source(Source(path, reading))
      case .other:
        return nil
      }
    } catch {
      // A link that leads nowhere is no document, unless it is named like one.
      guard let suffix = path.fileExtension, Source.extensions.contains(suffix) else { return nil }
      hasFoundSource = true
      return .failure(path: path, reason: error.message)
    }
  }

  private mutating func list(_ directory: SourcePath) -> Step? {
    do throws(SystemError) {
      for name in try directory.visibleNames().reversed() {
        pending.append(.entry(directory.appending(name)))
      }
      return nil
    } catch {
      hasFoundSource = true
      return .failure(path: directory, reason: error.message)
    }
  }
}

extension SourceWalk {
  /// How many sources are looked at to know how much there is to read.
  private static let mostMeasuredSources = 10_000

  /// The number of bytes of all sources.
  ///
  /// Returns nil if that cannot be known in a moment: for pipes, packed files, very many files.
  var totalSize: Int? {
    var rest = self
    var total = 0
    for _ in 0..<Self.mostMeasuredSources {
      switch rest.next() {
      case nil: return total
      case .failure: continue
      case .source(let source):
        guard let path = source.path, path.packing == nil else { return nil }
        guard let size = path.regularFileSize else { return nil }
        total += size
      }
    }
    return nil
  }
}

extension SourceWalk.Step {
  fileprivate static func emptyDirectory(_ path: SourcePath) -> Self {
    .failure(
      path: path, reason: "the directory holds no .json, .ndjson, .jsonl, .yaml or .yml file")
  }
}
