// What libFuzzer calls: https://llvm.org/docs/LibFuzzer.html. Only built for `make fuzz` (Package.swift).

import Glibc

/// The target of this process. Set before the first input, and only read from then on.
private nonisolated(unsafe) var target: FuzzTarget?

/// `--target=NAME` chooses what is tried. `--prepare=FOLDER` writes the seeds and words of every target there, prints their
/// names and ends.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>
) -> CInt {
  for index in 0..<Int(count.pointee) {
    let argument = arguments.pointee[index].map { String(cString: $0) } ?? ""
    if argument.hasPrefix("--target=") { target = FuzzTarget.named(String(argument.dropFirst(9))) }
    if argument.hasPrefix("--prepare=") {
      exit(FuzzCorpus.write(to: String(argument.dropFirst(10))) ? EXIT_SUCCESS : EXIT_FAILURE)
    }
  }
  if target == nil {
    tell("no --target; there are \(FuzzTarget.all.map(\.name).joined(separator: " "))")
    exit(EXIT_FAILURE)
  }
  return 0
}

/// Tries one input. A promise that is broken ends the process, as a crash does.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let broken = target?.broken(Array(UnsafeBufferPointer(start: bytes, count: count))) ?? []
  if !broken.isEmpty {
    for promise in broken.prefix(5) { tell("broken: \(promise)") }
    abort()
  }
  return 0
}

private func tell(_ line: String) {
  let bytes = Array((line + "\n").utf8)
  write(STDERR_FILENO, bytes, bytes.count)
}
