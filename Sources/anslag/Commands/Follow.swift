import ArgumentParser
import Events
import Glibc

/// `anslag sources`
struct Follow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "Follow folders and files: they are read where none is named.",
    discussion: """
      Sources that config.toml names are followed too; that file is never changed. What is added is kept beside it, a path a \
      line, in the file sources.
      """,
    subcommands: [AddSource.self, ListSources.self, RemoveSource.self], defaultSubcommand: ListSources.self)
}

/// `anslag sources add`
struct AddSource: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Follow folders and files from now on.")

  @Argument(help: ArgumentHelp("Folders and files.", valueName: "path"), completion: .file())
  var paths: [String]

  func run() throws {
    let known = FollowedSource.all(try .loadOrFail(today: Clock.today()))
    let output = Output()
    var new: [String] = []
    for path in paths {
      guard access(path, R_OK) == 0 else {
        throw Failure.unreadable("\(path): \(String(cString: strerror(errno)))")
      }
      let full = fullPath(path)
      guard !full.utf8.contains(UInt8(ascii: "\n")) else {
        throw Failure.usage("a path of several lines cannot be followed")
      }
      let followed = known + new.map { FollowedSource(path: $0, isConfigured: false) }
      if let same = followed.first(where: { $0.isSame(as: full) }) {
        output.print("\(same.path) is followed already")
      } else {
        new.append(full)
      }
    }
    try SourceList.change { $0 += new }
    for path in new { output.print("\(path) is followed from now on") }
    output.flush()
  }
}

/// `anslag sources list`
struct ListSources: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print what is followed, and where that is said.")

  func run() throws {
    let followed = FollowedSource.all(try .loadOrFail(today: Clock.today()))
    guard !followed.isEmpty else {
      throw Failure(
        status: Failure.nothingFound,
        message: "nothing is followed; anslag sources add PATH follows a folder or file")
    }
    let output = Output()
    for line in sourceLines(followed) { output.print(line) }
    output.flush()
  }
}

/// `anslag sources remove`
struct RemoveSource: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Follow folders and files no longer.")

  @Argument(
    help: ArgumentHelp(
      "Folders and files, as list prints them or as they are found from here.", valueName: "path"),
    completion: .file())
  var paths: [String]

  func run() throws {
    let followed = FollowedSource.all(try .loadOrFail(today: Clock.today()))
    var gone: [String] = []
    for path in paths {
      guard let source = followed.first(where: { $0.isSame(as: path) || $0.isSame(as: fullPath(path)) })
      else {
        throw Failure(status: Failure.nothingFound, message: "\(path) is not followed")
      }
      guard !source.isConfigured else {
        throw Failure.usage("\(source.path) stands in \(Configuration.path ?? ""): take it out there")
      }
      gone.append(source.path)
    }
    try SourceList.change { lines in
      lines.removeAll { line in gone.contains { $0.utf8.elementsEqual(line.utf8) } }
    }
    let output = Output()
    for path in gone { output.print("\(path) is no longer followed") }
    output.flush()
  }
}

/// A line a source: the path, where it is named, and whether it is not there.
func sourceLines(_ followed: [FollowedSource]) -> [String] {
  let width = followed.map(\.path.unicodeScalars.count).max() ?? 0
  return followed.map { source in
    let gap = String(repeating: " ", count: width - source.path.unicodeScalars.count)
    let line = "\(source.path)\(gap)  \(source.isConfigured ? "config.toml" : "added")"
    return source.isThere ? line : line + ", not there"
  }
}

/// A path from the root on, whatever the present folder.
private func fullPath(_ path: String) -> String {
  let parts = path.split(separator: "/")
  // Where `..` leads, only the system can say.
  if parts.contains(".."), let real = realpath(path, nil) {
    defer { free(real) }
    return String(cString: real)
  }
  let here = path.utf8.first == UInt8(ascii: "/") ? "" : Surroundings.workingFolder()
  return (here == "/" ? "" : here) + "/" + parts.filter { $0 != "." }.joined(separator: "/")
}
