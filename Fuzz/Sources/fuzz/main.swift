import CLibFuzzer

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

// fuzz TARGET [libFuzzer's options and folders of inputs]
guard let target = CommandLine.arguments.dropFirst().first.flatMap(FuzzTarget.init) else {
  let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: "|")
  print("usage: fuzz \(names) [libFuzzer's options]")
  exit(2)
}
unsafe FuzzTarget.current = target

// Sound: the arguments live as long as the process; libFuzzer reorders and extends its own copy.
var count = CommandLine.argc - 1
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? =
  unsafe CommandLine.unsafeArgv + 1
unsafe arguments?[0] = unsafe CommandLine.unsafeArgv[0]
exit(
  unsafe LLVMFuzzerRunDriver(&count, &arguments) { data, size in
    unsafe FuzzTarget.current.run(UnsafeRawBufferPointer(start: data, count: size))
    return 0
  })
