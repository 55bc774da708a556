import Processes

/// The sources that the arguments of a run name, one after another, directories searched.
///
/// In a directory, files are taken in the order of their names' bytes; symbolic links are followed
/// to files and not to directories, so that the search ends.
package struct SourceWalk {
  enum Step {
    case source(Source)
    /// A path leads to nothing that can be read.
    case failure(SourceFailure)
  }

  /// The conditions for files that are found in directories; files that arguments name are always read.
  package struct Selection: Sendable {
    package var reading = SourceReading.byExtension
    /// The file whose content standard input is.
    package var standardInput: SourcePath?
    package var excluded: [Glob] = []
    package var honoursGitignore = true
    /// The files that the run writes, which are no documents.
    package var outputs: [FileIdentity] = []
    /// The files that have a schema.
    package var schemas: SchemaFiles?

    package init() {}
  }

  private struct Directory {
    /// The path that starts with an argument.
    let path: SourcePath
    /// The path from the root.
    let absolute: SourcePath
    let ignored: IgnoreRules?
  }

  private enum Pending {
    case argument(SourcePath)
    case entry([UInt8], Directory)
    /// Every entry of a directory that an argument named has been taken.
    case endOfArgument(SourcePath)
  }

  private let selection: Selection
  /// The arguments and entries that are left, the next one last.
  private var pending: [Pending]
  private var hasFoundSource = false
  private var hasLeftOut = false

  /// - Parameter paths: Files and directories; `-` is standard input, and so is an empty list.
  package init(_ paths: [SourcePath], _ selection: Selection) {
    self.selection = selection
    pending = paths.reversed().map { .argument($0) }
    if paths.isEmpty { pending = [.argument(SourcePath("-"))] }
  }

  /// Whether there may be another source.
  var hasMore: Bool {
    pending.contains { if case .endOfArgument = $0 { false } else { true } }
  }

  /// The next source, or why there is none at some path.
  ///
  /// Returns nil at the end.
  mutating func next() -> Step? {
    while let item = pending.popLast() {
      let step =
        switch item {
        case .argument(let path): takeArgument(path)
        case .entry(let name, let directory): takeEntry(name, directory)
        case .endOfArgument(let path): hasFoundSource ? nil : emptyDirectory(path)
        }
      if let step { return step }
    }
    return nil
  }

  private mutating func takeArgument(_ path: SourcePath) -> Step? {
    if path.bytes == [UInt8(ascii: "-")] {
      return .source(.standardInput(selection.reading, as: selection.standardInput))
    }
    // What `stat` cannot reach fails again, with the same reason, when it is opened.
    guard let kind = try? path.kind(), kind == .directory else {
      let source = Source(path, selection.reading)
      guard isOutput(path) else { return .source(source) }
      return .failure(SourceFailure(source, cannot: "read", "the output goes there"))
    }
    (hasFoundSource, hasLeftOut) = (false, false)
    pending.append(.endOfArgument(path))
    let absolute = path.absolute
    let ignored = selection.honoursGitignore ? IgnoreRules.rules(above: absolute) : nil
    return list(Directory(path: path, absolute: absolute, ignored: ignored))
  }

  private mutating func takeEntry(_ name: [UInt8], _ directory: Directory) -> Step? {
    let path = directory.path.appending(name)
    let absolute = directory.absolute.appending(name)
    let kind: SourcePath.Kind
    do throws(SystemError) {
      kind = try path.kind()
    } catch {
      // A link that leads nowhere is no document, unless it is named like one.
      guard isWanted(path, absolute, directory, isDirectory: false) else { return nil }
      hasFoundSource = true
      return .failure(SourceFailure(Source(path, .byExtension), cannot: "read", error.message))
    }
    switch kind {
    case .directory:
      if path.isSymbolicLink || isLeftOut(absolute, directory, isDirectory: true) { return nil }
      let ignored =
        selection.honoursGitignore
        ? IgnoreRules.rules(in: absolute, outer: directory.ignored) : nil
      return list(Directory(path: path, absolute: absolute, ignored: ignored))
    case .regularFile:
      guard isWanted(path, absolute, directory, isDirectory: false), !isOutput(path) else {
        return nil
      }
      hasFoundSource = true
      return .source(Source(path, selection.reading))
    case .other: return nil
    }
  }

  private mutating func isWanted(
    _ path: SourcePath, _ absolute: SourcePath, _ directory: Directory, isDirectory: Bool
  ) -> Bool {
    path.isDocument && !isLeftOut(absolute, directory, isDirectory: isDirectory)
      && selection.schemas?.contains(absolute) ?? true
  }

  private func isOutput(_ path: SourcePath) -> Bool {
    guard !selection.outputs.isEmpty, let file = path.regularFile else { return false }
    return selection.outputs.contains(file)
  }

  private mutating func isLeftOut(
    _ path: SourcePath, _ directory: Directory, isDirectory: Bool
  ) -> Bool {
    let isLeftOut =
      selection.excluded.contains {
        (isDirectory || !$0.isForDirectories) && $0.matches(path.bytes)
      } || directory.ignored?.ignores(path, isDirectory: isDirectory) ?? false
    hasLeftOut = hasLeftOut || isLeftOut
    return isLeftOut
  }

  private mutating func list(_ directory: Directory) -> Step? {
    do throws(SystemError) {
      for name in try directory.path.visibleNames().reversed() {
        pending.append(.entry(name, directory))
      }
      return nil
    } catch {
      hasFoundSource = true
      return .failure(
        SourceFailure(Source(directory.path, .byExtension), cannot: "read", error.message))
    }
  }

  private func emptyDirectory(_ path: SourcePath) -> Step {
    let files = selection.schemas == nil ? "file" : "file that has a schema in the configuration"
    let rest = hasLeftOut ? "; .gitignore or --exclude excludes some" : ""
    return .failure(
      SourceFailure(
        Source(path.bytes.isEmpty ? SourcePath(".") : path, .byExtension), cannot: "read",
        "the directory contains no .json, .ndjson, .jsonl, .yaml or .yml \(files)\(rest)"))
  }
}

extension SourceWalk {
  /// The maximum number of sources whose sizes are added up.
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

  /// Every path that would be read, as it was given or found, `-` for standard input; and what could not be
  /// listed.
  package func listing() -> (paths: [SourcePath], failures: [SourceFailure]) {
    var rest = self
    var paths: [SourcePath] = []
    var failures: [SourceFailure] = []
    while let step = rest.next() {
      switch step {
      case .source(let source): paths.append(source.path ?? SourcePath("-"))
      case .failure(let failure): failures.append(failure)
      }
    }
    return (paths, failures)
  }
}
