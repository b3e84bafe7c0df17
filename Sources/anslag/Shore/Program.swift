import Browser
import CPlatform
import Glibc

/// Other programs, started by a list of words: no shell, unless it is the program.
enum Program {
  /// Starts a program detached from the terminal, with a descriptor as its input. Gives its process, or minus errno.
  static func startDetached(_ words: [String], input: Int32 = -1) -> Int32 {
    words.withCStrings { cplatform_spawn_detached($0, input) }
  }

  /// Runs a program that has the terminal meanwhile. Gives its exit status, or minus errno where it could not be started.
  static func run(_ words: [String], input: Int32, output: Int32) -> Int32 {
    var status: Int32 = 0
    let failure = words.withCStrings { cplatform_run($0, input, output, &status) }
    return failure == 0 ? cplatform_exit_status(status) : -failure
  }

  /// A descriptor that reads as those bytes, while `body` runs; minus errno where there is none.
  static func withInput<Result>(_ bytes: [UInt8], _ body: (Int32) -> Result) -> Result {
    let descriptor = bytes.withUnsafeBytes { cplatform_hold($0.baseAddress, $0.count) }
    defer { if descriptor >= 0 { close(descriptor) } }
    return body(descriptor)
  }
}

extension Program {
  /// What to say of a program that ended with a status, or could not be started for the reason of minus an errno.
  static func trouble(_ name: String, _ status: Int32) -> Trouble {
    .notRun(program: name, reason: status < 0 ? String(cString: strerror(-status)) : "exit status \(status)")
  }
}
