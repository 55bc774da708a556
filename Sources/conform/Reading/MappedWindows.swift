#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The windows of a mapping that may be read, as few as a reader needs who goes through it once.
///
/// Pages count as the process's memory from the first touch. Without them the next touch fills them
/// again from the system's cache, so that it does not matter for the result which ones go and when.
///
/// Marked safe although it holds a pointer, because it reads nothing by it.
@safe struct MappedWindows {
  private static let size = 1 << 20

  let bytes: UnsafeMutableRawBufferPointer
  /// The indices of the open windows; four, so that whoever looks at several places in turn need not
  /// open them again and again.
  private var open = SIMD4<Int>(repeating: -1)
  /// Which of them is to be closed next.
  private var oldest = 0
  private let pageSize = max(1, sysconf(CInt(_SC_PAGESIZE)))

  /// The windows of a mapping that may not be read so far.
  init(_ bytes: UnsafeMutableRawBufferPointer) {
    unsafe self.bytes = bytes
  }

  /// Makes an address readable that could not be read: opens its window, in place of the one that was
  /// opened longest ago; or, where the file has no bytes any more, puts zeros there, as the system does
  /// behind the last byte of a file.
  ///
  /// Returns false if the address is none of the mapping. Called by a handler of signals: nothing but
  /// system calls and arithmetic; wraps `mprotect`, `madvise` and `mmap`.
  mutating func makeReadable(_ address: UnsafeMutableRawPointer) -> Bool {
    guard let start = unsafe bytes.baseAddress else { return false }
    let offset = unsafe address - start
    guard offset >= 0, unsafe offset < bytes.count else { return false }
    let index = offset / Self.size
    for place in open.indices where open[place] == index {
      return unsafe fillWithZeros(from: offset, toEndOf: window(index, start))
    }
    if open[oldest] >= 0 {
      let (window, count) = unsafe window(open[oldest], start)
      // Sound: the mapping is the owner's, and its bytes come back with the next touch.
      unsafe madvise(window, count, MADV_DONTNEED)
      unsafe mprotect(window, count, PROT_NONE)
    }
    open[oldest] = index
    oldest = (oldest + 1) % open.scalarCount
    let (window, count) = unsafe window(index, start)
    return unsafe mprotect(window, count, PROT_READ) == 0
  }

  private func fillWithZeros(
    from offset: Int, toEndOf window: (start: UnsafeMutableRawPointer, count: Int)
  ) -> Bool {
    let skipped = offset % Self.size / pageSize * pageSize
    // Sound: these pages are the mapping's, and nothing could be read there.
    return unsafe mmap(
      window.start + skipped, window.count - skipped, PROT_READ,
      MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) != MAP_FAILED
  }

  private func window(
    _ index: Int, _ start: UnsafeMutableRawPointer
  ) -> (start: UnsafeMutableRawPointer, count: Int) {
    let offset = index * Self.size
    return unsafe (start + offset, min(Self.size, bytes.count - offset))
  }
}

/// The signal that a touch of a closed window is, which opens it.
///
/// So the thread that reads gives its pages back itself, and has no more of them than its windows,
/// however seldom other threads get a processor. A touch that is none of a mapping does what it would
/// have done without this.
enum TouchSignal {
  /// Systems differ in what they call a touch of memory that may not be read.
  static let numbers = [SIGSEGV, SIGBUS]

  /// Where each thread keeps the windows it reads in.
  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    unsafe pthread_key_create(&key, nil)
    return key
  }()

  /// What is done with other touches, as it was before.
  nonisolated(unsafe) private static let earlier = UnsafeMutablePointer<sigaction>.allocate(
    capacity: numbers.count)

  /// Installs the handler, once; wraps `sigaction`.
  private static let isInstalled: Void = {
    // Sound: the handler finds everything that it uses set up.
    _ = key
    for (index, number) in numbers.enumerated() {
      var action = sigaction()
      action.sa_flags = SA_SIGINFO
      #if canImport(Darwin)
        unsafe action.__sigaction_u.__sa_sigaction = handle
      #else
        unsafe action.__sigaction_handler.sa_sigaction = handle
      #endif
      unsafe (earlier + index).initialize(to: sigaction())
      unsafe sigaction(number, &action, earlier + index)
    }
  }()

  /// Calls `body`, on this thread, while the windows of a mapping open as they are touched.
  static func withWindows(_ windows: MappedWindows, _ body: () -> Void) {
    _ = isInstalled
    var windows = windows
    // Sound: only handlers on this thread look at the windows, and only until the key is cleared.
    unsafe withUnsafeMutablePointer(to: &windows) { pointer in
      unsafe pthread_setspecific(key, pointer)
      body()
      pthread_setspecific(key, nil)
    }
  }

  /// Makes readable what was touched, or lets the signal do what it did before.
  fileprivate static func touch(_ number: CInt, _ address: UnsafeMutableRawPointer?) {
    let error = errno
    defer { errno = error }
    // Sound: what the key has on this thread is what `withWindows` put there, and still waits for.
    if let address = unsafe address, let windows = unsafe pthread_getspecific(key),
      unsafe windows.assumingMemoryBound(to: MappedWindows.self).pointee.makeReadable(address)
    {
      return
    }
    // Comes as soon as the handler ends; nor is a signal lost that another process has sent.
    raise(number)
    // Sound: both are initialized before the handler can be called.
    unsafe sigaction(number, number == SIGSEGV ? earlier : earlier + 1, nil)
  }
}

private func handle(
  _ number: CInt, _ info: UnsafeMutablePointer<siginfo_t>?, _ context: UnsafeMutableRawPointer?
) {
  guard let info = unsafe info else { return }
  #if canImport(Darwin)
    unsafe TouchSignal.touch(number, info.pointee.si_addr)
  #else
    unsafe TouchSignal.touch(number, info.pointee._sifields._sigfault.si_addr)
  #endif
}
