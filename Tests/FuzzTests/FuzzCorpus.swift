import Glibc
import TestSupport

/// What libFuzzer begins with, as files.
enum FuzzCorpus {
  /// Writes seeds and words of every target under a folder, and prints the names. False where that fails.
  static func write(to folder: String) -> Bool {
    for target in FuzzTarget.all {
      let words = target.words.filter { !$0.isEmpty }.map { "\"\(escaped($0))\"\n" }
      guard Files.write(words.joined(), to: "\(folder)/\(target.name).words") else { return false }
      for (number, seed) in target.seeds().enumerated() {
        guard Files.write(seed, to: "\(folder)/\(target.name)/\(number)") else { return false }
      }
      print(target.name)
    }
    return true
  }

  /// As a dictionary of libFuzzer has it: printable ASCII, all else by its bytes.
  private static func escaped(_ word: String) -> String {
    word.utf8.map { byte in
      let isPlain = (0x20..<0x7f).contains(byte) && byte != UInt8(ascii: "\\") && byte != UInt8(ascii: "\"")
      if isPlain { return String(Unicode.Scalar(byte)) }
      return "\\x" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
  }
}
