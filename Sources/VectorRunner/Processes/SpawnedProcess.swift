import Processes
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A process that was just begun, with our ends of its pipes.
struct SpawnedProcess {
  let id: pid_t
  let input: CInt
  let output: CInt
  let errors: CInt

  /// The group of the process that runs at the moment, 0 if none does: what an interrupt has to end.
  private static let runningGroup = Atomic<pid_t>(0)

  /// Begins a process in a group of its own.
  ///
  /// - Parameter environment: every variable, as `NAME=value`.
  init(_ command: CommandWords, environment: [String]) throws(SessionFailure) {
    Self.prepareSignals
    do throws(SystemError) {
      let pipes = try Pipes()
      defer { pipes.closeTheirs() }
      do throws(SystemError) {
        id = try Program(command.words, environment: environment).start(
          input: pipes.input.output, output: pipes.output.input, errors: pipes.errors.input)
      } catch {
        pipes.closeOurs()
        throw error
      }
      (input, output, errors) = (pipes.input.input, pipes.output.output, pipes.errors.output)
    } catch {
      throw SessionFailure(
        .cannotStart, "cannot run \(Printable.escaped(command.words[0])): \(error.message)")
    }
    for descriptor in [input, output, errors] {
      _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    }
    Self.runningGroup.store(id, ordering: .relaxed)
  }

  /// Ends the process and whatever it has begun.
  func kill() {
    _ = systemKill(-id, SIGKILL)
  }

  /// Forgets the process, which has ended.
  func forget() {
    _ = Self.runningGroup.compareExchange(expected: id, desired: 0, ordering: .relaxed)
  }

  /// A pipe without a reader then shows as a `write` that fails, and an interrupt reaches the child,
  /// which stands in a group of its own.
  private static let prepareSignals: Void = {
    _ = signal(SIGPIPE, SIG_IGN)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      _ = signal(number) { number in
        let group = SpawnedProcess.runningGroup.load(ordering: .relaxed)
        if group > 0 { _ = systemKill(-group, SIGKILL) }
        _ = signal(number, SIG_DFL)
        _ = raise(number)
      }
    }
  }()
}

/// `kill`, which a method of that name hides.
private func systemKill(_ id: pid_t, _ signal: CInt) -> CInt { kill(id, signal) }

/// The pipes of a process.
private struct Pipes {
  let input: Pipe
  let output: Pipe
  let errors: Pipe

  init() throws(SystemError) {
    input = try Pipe()
    do throws(SystemError) {
      output = try Pipe()
    } catch {
      input.close()
      throw error
    }
    do throws(SystemError) {
      errors = try Pipe()
    } catch {
      input.close()
      output.close()
      throw error
    }
  }

  func closeTheirs() { Self.close(input.output, output.input, errors.input) }

  func closeOurs() { Self.close(input.input, output.output, errors.output) }

  private static func close(_ descriptors: CInt...) {
    for descriptor in descriptors { _ = systemClose(descriptor) }
  }
}

/// `close`, which a method of that name hides.
private func systemClose(_ descriptor: CInt) -> CInt { close(descriptor) }
