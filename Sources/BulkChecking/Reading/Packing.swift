import Processes

/// The compression formats of input files, by extension.
enum Packing: String {
  case gzip = "gz"
  case zstandard = "zst"

  /// The tool that unpacks, from standard input to standard output.
  var command: [String] {
    switch self {
    case .gzip: ["gzip", "-dc"]
    case .zstandard: ["zstd", "-dcq"]
    }
  }

  /// Starts the tool on a file that is open for reading, looking for it as a shell does.
  ///
  /// Returns its process and the end of a pipe from which the unpacked bytes can be read.
  func start(on packed: CInt) throws(ReadError) -> (process: pid_t, output: CInt) {
    let pipe: Pipe
    do throws(SystemError) {
      pipe = try Pipe()
    } catch {
      throw .system(error)
    }
    defer { _ = close(pipe.input) }
    #if os(Linux)
      // F_SETPIPE_SZ, which Swift does not see: the fewer pieces, the less often both sides wake up.
      _ = fcntl(pipe.output, 1031, 1 << 20)
    #endif
    do throws(SystemError) {
      return (try Program(command).start(input: packed, output: pipe.input), pipe.output)
    } catch {
      _ = close(pipe.output)
      let reason = error.code == ENOENT ? "it is not installed" : error.message
      throw .unpacking("\(command[0]), which unpacks .\(rawValue) files, cannot be run: \(reason)")
    }
  }

  /// Ends the tool, with whatever it started, and waits for it.
  func end(_ process: pid_t) {
    // The process has its own group and has not been waited for, so the id cannot belong to another process.
    _ = kill(-process, SIGKILL)
    try? finish(process)
  }

  /// Waits for the tool to end.
  ///
  /// - Throws: `unpacking` if it failed, as for a file that is damaged or was cut short.
  func finish(_ process: pid_t) throws(ReadError) {
    let exit: ProcessExit
    do throws(SystemError) {
      exit = try ProcessExit(waitingFor: process)
    } catch {
      throw .system(error)
    }
    guard exit != .status(0) else { return }
    throw .unpacking("\(command.joined(separator: " ")) failed with \(exit)")
  }
}
