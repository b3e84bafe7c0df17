import CPlatform
import Catalogue
import Events
import Glibc
import Intake
import Testing

@testable import anslag

/// What a confined thread may still do. Each test confines a thread of its own, which ends with it.
@Suite(.serialized) struct ConfinementTests {
  private let folder: String

  init() throws {
    var template = Array("/tmp/anslag-confined-XXXXXX".utf8CString)
    folder = String(cString: try #require(mkdtemp(&template)))
    // By a thread that is free, as at the start of the program.
    try #require(cplatform_outside_start() == 0)
    make("source")
    write("source/a.txt", "a")
    write("secret.txt", "b")
  }

  @Test func `opens its sources to be read, and nothing else of the disk`() {
    confined {
      #expect(attempt("source/a.txt", O_RDONLY) == 0)
      #expect(attempt("source", O_RDONLY | O_DIRECTORY) == 0)
      #expect(attempt("secret.txt", O_RDONLY) == EACCES)
      #expect(attempt("", O_RDONLY | O_DIRECTORY) == EACCES)
      #expect(attempt("source/a.txt", O_RDWR) == EACCES)
      #expect(attempt("source/new.txt", O_WRONLY | O_CREAT) == EACCES)
      #expect(attempt("new.txt", O_WRONLY | O_CREAT) == EACCES)
      #expect(fails { unlink(path("source/a.txt")) } == EACCES)
      #expect(fails { rename(path("source/a.txt"), path("source/b.txt")) } == EACCES)
      #expect(fails { mkdir(path("source/folder"), 0o700) } == EACCES)
    }
  }

  @Test func `has no sockets and starts no program by itself`() {
    confined {
      for domain in [AF_INET, AF_INET6, AF_UNIX, AF_NETLINK] {
        #expect(fails { socket(domain, Int32(SOCK_DGRAM.rawValue), 0) } == EACCES)
      }
      // Where it were not refused, the program would be looked for, and not found.
      #expect(fails { execv(path("no-such-program"), [nil]) } == EACCES)
      var letter: CChar = 0x20
      #expect(fails { ioctl(STDIN_FILENO, UInt(TIOCSTI), &letter) } == EACCES)
    }
  }

  @Test func `opens a source that was made anew, and nothing by a link in it`() {
    confined {
      outside {
        remove("source/a.txt")
        _ = rmdir(path("source"))
        make("source")
        write("source/a.txt", "a")
        _ = symlink(path("secret.txt"), path("source/link.txt"))
      }
      #expect(attempt("source/a.txt", O_RDONLY) == EACCES)
      #expect(attemptSource("source/a.txt") == 0)
      #expect(attemptSource("source/link.txt") == EACCES)
      #expect(attemptSource("secret.txt") == EACCES)
    }
  }

  @Test func `what it starts is free`() {
    confined {
      let command =
        "grep -q 'NoNewPrivs:.0' /proc/self/status && cat '\(path("secret.txt"))' > '\(path("copy"))'"
      #expect(Program.run(["sh", "-c", command], input: -1, output: -1) == 0)
      #expect(access(path("copy"), F_OK) == 0)
    }
  }

  @Test func `keeps marks and what was read, and saves how the panes stand`() {
    confined {
      let marks = MarkStore(path: path("state/anslag/marks.sqlite")) { 0 }
      #expect(marks.apply([MarkChange(ItemID(of: ["a"]), .starred, isOn: true)]) { _ in nil } == nil)
      #expect(marks.close() == nil)
      let again = MarkStore(path: path("state/anslag/marks.sqlite")) { 0 }
      #expect(again.refresh()?.isChanged == true)
      #expect(again.marks.starred.count == 1)
      #expect(again.close() == nil)

      let store = SnapshotStore(folder: path("cache/anslag"), name: "a", reader: "b", today: Day(number: 0))
      Loader([Origin(path("source"))]).run(into: store)
      #expect(store.save(on: Day(number: 0)) == nil)
      let known = SnapshotStore(folder: path("cache/anslag"), name: "a", reader: "b", today: Day(number: 0))
      #expect(known.isWarm)
    }
  }

  // MARK: -

  /// Runs `body` on a thread that is confined to the folder `source`; where the kernel can't, not at all.
  private func confined(_ body: @escaping @Sendable () -> Void) {
    let source = path("source")
    WorkerThread {
      let state = [source].withCStrings { sources in
        [].withCStrings { cplatform_confine(sources, $0, "/dev/tty") }
      }
      if state.landlock > 0, state.has_filter != 0 { body() }
    }?.join()
    outside { remove("") }
  }

  private func path(_ name: String) -> String { "\(folder)/\(name)" }

  private func make(_ name: String) { mkdir(path(name), 0o700) }

  private func remove(_ name: String) { _ = Program.run(["rm", "-rf", path(name)], input: -1, output: -1) }

  private func write(_ name: String, _ text: String) {
    let file = open(path(name), O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    _ = Glibc.write(file, text, text.utf8.count)
    close(file)
  }

  /// The `errno` of opening a file, 0 where it was opened.
  private func attempt(_ name: String, _ flags: Int32) -> Int32 {
    fails { open(path(name), flags | O_CLOEXEC, 0o600) }
  }

  private func attemptSource(_ name: String) -> Int32 {
    fails { cplatform_open_source(AT_FDCWD, path(name), O_RDONLY | O_CLOEXEC) }
  }

  private func fails(_ call: () -> Int32) -> Int32 {
    let result = call()
    if result < 0 { return errno }
    if result > 2 { close(result) }
    return 0
  }
}
