import Glibc
import TestSupport
import Testing

/// Every target with good inputs, broken ones, and what `make fuzz` found before. A crash ends the test process: its last
/// line names the target.
@Suite struct FuzzTests {
  @Test(arguments: FuzzTarget.all) func `keeps its promises for good inputs`(_ target: FuzzTarget) {
    let seeds = target.seeds()
    #expect(!seeds.isEmpty)
    for seed in seeds { #expect(target.broken(seed) == [], "\(Self.described(seed))") }
  }

  @Test(arguments: FuzzTarget.all) func `keeps its promises for what was found before`(_ target: FuzzTarget) {
    for path in Files.documents(in: "Tests/FuzzTests/Found/\(target.name)/").sorted() {
      #expect(target.broken(Files.read(Files.root + path) ?? []) == [], "\(path)")
    }
  }

  // Documents are broken by the thousand in RobustnessTests. The usual run is the same every time; `ANSLAG_FUZZ_SECONDS`
  // asks for one that goes where none has been, and says how far it is.
  @Test(arguments: FuzzTarget.texts + FuzzTarget.terminal + FuzzTarget.files)
  func `keeps its promises for broken inputs`(_ target: FuzzTarget) {
    let mutations = ByteMutations(of: target.seeds(), words: target.words)
    let seconds = getenv("ANSLAG_FUZZ_SECONDS").flatMap { Int(String(cString: $0)) } ?? 0
    let end = time(nil) + seconds
    var number = seconds > 0 ? UInt64(time(nil)) << 32 : 0
    repeat {
      if seconds > 0 { print("\(target.name) from \(number) on") }
      for _ in 0..<100 {
        let input = mutations.input(number)
        #expect(target.broken(input) == [], "\(number): \(Self.described(input))")
        number += 1
      }
    } while time(nil) < end
  }

  private static func described(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.prefix(300), as: UTF8.self).debugDescription
  }
}

extension FuzzTarget: CustomTestStringConvertible {
  var testDescription: String { name }
}
