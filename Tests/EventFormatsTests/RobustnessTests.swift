import EventFormats
import Glibc
import TestSupport
import Testing

/// No input crashes or hangs the library, or is lost without a word.
///
/// A crash or a hang ends a process of its own, which has said before each document which one it reads: its number makes the
/// document again. `ANSLAG_FUZZ_SECONDS=600` goes on for so long (`make fuzz`), with other documents every time.
@Suite struct RobustnessTests {
  /// Documents that a process reads.
  private static let batch: UInt64 = 1000
  /// Seconds of processor time that a process may take before it counts as hanging: however busy the machine is, and
  /// enough under a sanitizer.
  private static let patience: rlim_t = 300

  private static let mutations = RobustnessMutations(of: Fixture.all.map(\.document))

  @Test func `reads good documents as promised`() {
    for fixture in Fixture.all {
      #expect(DocumentPromises.broken(by: fixture.document) == [], "\(fixture.path)")
    }
  }

  // One process a core of a small machine. The usual run is the same every time; a long one goes where none has been.
  @Test(arguments: [0, 1] as [UInt64]) func `reads broken documents as promised`(_ lane: UInt64) async {
    let seconds = getenv("ANSLAG_FUZZ_SECONDS").flatMap { Int(String(cString: $0)) } ?? 0
    let end = time(nil) + seconds
    let first = (seconds > 0 ? UInt64(time(nil)) : 0) << 32 + lane << 24
    var next = first
    repeat {
      await Self.read(from: next)
      next += Self.batch
    } while time(nil) < end
    if seconds > 0 { print("\(next - first) documents from number \(first) on") }
  }

  private static func read(from first: UInt64) async {
    let protocolPath = "/tmp/anslag-robustness-\(getpid())-\(first)"
    await #expect(processExitsWith: .success) {
      [first = first as UInt64, protocolPath = protocolPath as String] in
      RobustnessTests.readBatch(from: first, to: protocolPath)
      exit(EXIT_SUCCESS)
    }
    let said = String(decoding: Files.read(protocolPath) ?? [], as: UTF8.self).split(separator: "\n")
    unlink(protocolPath)
    var number = first
    for line in said {
      if line.hasPrefix("document ") { number = UInt64(line.dropFirst(9)) ?? number }
      if line.hasPrefix("broken: ") { Issue.record("\(line)\n\(described(number))") }
    }
    if said.last != "done" { Issue.record("crash or hang\n\(described(number))") }
  }

  fileprivate static func readBatch(from first: UInt64, to protocolPath: String) {
    let file = open(protocolPath, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    func tell(_ line: String) {
      let bytes = Array((line + "\n").utf8)
      write(file, bytes, bytes.count)
    }
    var limit = rlimit(rlim_cur: patience, rlim_max: patience)
    setrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &limit)
    for number in first..<first + batch {
      tell("document \(number)")
      for promise in DocumentPromises.broken(by: mutations.document(number)) { tell("broken: \(promise)") }
    }
    tell("done")
  }

  /// All that is needed to make a fixture of a document.
  private static func described(_ number: UInt64) -> String {
    let document = mutations.document(number)
    let path = document.relativePath.debugDescription
    return "number \(number), path \(path), bytes:\n\(document.bytes.map(escaped).joined())"
  }

  private static func escaped(_ byte: UInt8) -> String {
    let isShown = byte == 0x0a || (0x20..<0x7f).contains(byte) && byte != UInt8(ascii: "\\")
    if isShown { return String(Unicode.Scalar(byte)) }
    return "\\x" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
  }
}
