import CLibFuzzer

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

// fuzz TARGET [libFuzzer's options and folders of inputs]
let target: any FuzzTarget.Type
do {
  let name = CommandLine.arguments.dropFirst().first ?? ""
  guard let found = FuzzTargets.named(name) else {
    print("usage: fuzz \(FuzzTargets.all.map(\.name).joined(separator: "|")) [libFuzzer's options]")
    exit(2)
  }
  target = found
  unsafe FuzzTargets.current = found
}

// Sound: the arguments live as long as the process; libFuzzer reorders and extends its own copy.
var count = CommandLine.argc - 1
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? =
  unsafe CommandLine.unsafeArgv + 1
unsafe arguments?[0] = unsafe CommandLine.unsafeArgv[0]
exit(
  unsafe LLVMFuzzerRunDriver(&count, &arguments) { data, size in
    unsafe FuzzTargets.current?.run(UnsafeRawBufferPointer(start: data, count: size))
    return 0
  })
