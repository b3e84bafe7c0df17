import EventFormats
import Glibc
import Testing

/// No input crashes or hangs the library, or is lost without a word.
///
/// A crash or a hang ends a process of its own, which has said before each document which one it reads: its number makes the
/// document again. `ANSLAG_FUZZ_SECONDS=600` goes on for so long (`make fuzz`), with other documents every time.
@Suite(.serialized) struct RobustnessTests {
  /// Documents a process reads, and processes of the usual run.
  private static let batch: UInt64 = 1000
  private static let batches: UInt64 = 3
  /// Seconds a process may take before it counts as hanging.
  private static let patience: UInt32 = 120

  private static let mutations = RobustnessMutations(of: Fixture.all.map(\.document))

  @Test func `reads good documents as promised`() {
    for fixture in Fixture.all {
      #expect(RobustnessPromises.broken(by: fixture.document) == [], "\(fixture.path)")
    }
  }

  @Test func `reads broken documents as promised`() async throws {
    let seconds = getenv("ANSLAG_FUZZ_SECONDS").flatMap { Int(String(cString: $0)) } ?? 0
    let end = time(nil) + seconds
    // The usual run is the same every time; a long one goes where none has been.
    var first = seconds > 0 ? UInt64(time(nil)) << 20 : 0
    let last = first + Self.batch * Self.batches
    repeat {
      try await Self.read(from: first)
      first += Self.batch
    } while seconds > 0 ? time(nil) < end : first < last
    if seconds > 0 { print("\(first - (last - Self.batch * Self.batches)) documents") }
  }

  private static func read(from first: UInt64) async throws {
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardErrorContent]
    ) { [first = first as UInt64] in
      RobustnessTests.readBatch(from: first)
      exit(EXIT_SUCCESS)
    }
    let said = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self).split(separator: "\n")
    var number = first
    for line in said {
      if line.hasPrefix("document ") { number = UInt64(line.dropFirst(9)) ?? number }
      if line.hasPrefix("broken: ") { Issue.record("\(line)\n\(described(number))") }
    }
    if result == nil || !said.contains("document \(first + batch - 1)") {
      Issue.record("crash or hang\n\(described(number))")
    }
  }

  fileprivate static func readBatch(from first: UInt64) {
    alarm(patience)
    for number in first..<first + batch {
      tell("document \(number)")
      for promise in RobustnessPromises.broken(by: mutations.document(number)) { tell("broken: \(promise)") }
    }
  }

  private static func tell(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    write(STDERR_FILENO, bytes, bytes.count)
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
