import Glibc
import Testing

@testable import EventFormats

/// One construct over and over costs no more than as much plain text would: what is read in quadratic time takes minutes here.
///
/// Documents are small in the usual run, and as large as `make fuzz` (which also prints what each took) reads them in a release build: 1 MB.
@Suite struct RobustnessRepetitionTests {
  @Test(.serialized, .timeLimit(.minutes(1)), arguments: Repetition.all)
  func `reads many of one construct`(_ repetition: Repetition) {
    let isLong = getenv("ANSLAG_FUZZ_SECONDS") != nil
    let document = repetition.document(of: isLong ? 1_000_000 : 2048)
    let start = clock()
    let reading = DocumentReader.read(document)
    var overviews = OverviewReader()
    let isPlain = overviews.readPlain(document)
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    #expect(!reading.items.isEmpty || !reading.diagnostics.isEmpty)
    #expect(!isPlain || reading.items.count == 1)
    if isLong { print("\(repetition.name): \(Int(seconds * 1000)) ms") }
  }

  @Test func `keeps a word of a text in 24 bytes`() {
    #expect(MemoryLayout<TextToken>.stride == 24)
  }
}
