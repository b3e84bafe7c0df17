import Browser
import Glibc

/// The person's own editor: `$VISUAL`, else `$EDITOR`, each a program and its arguments parted by blanks; else what the system
/// has for one.
enum Editor {
  /// Runs it on a document, with the terminal. Gives what is wrong, nil where it was run.
  static func run(_ path: String, input: Int32, output: Int32) -> Trouble? {
    // What looks like an option is a path.
    let file = path.utf8.first == UInt8(ascii: "-") ? "./" + path : path
    let own = Surroundings.variable("VISUAL") ?? Surroundings.variable("EDITOR")
    let words = own?.utf8.split { $0 == 0x20 || $0 == 0x09 }.map { String(decoding: $0, as: UTF8.self) } ?? []
    let programs = words.isEmpty ? [["editor"], ["vi"]] : [words]
    var trouble: Trouble?
    for words in programs {
      let status = Program.run(words + [file], input: input, output: output)
      if status == 0 { return nil }
      trouble = Program.trouble(words.joined(separator: " "), status)
      if status > 0 { break }
    }
    return trouble
  }
}
