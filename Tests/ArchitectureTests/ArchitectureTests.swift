import Foundation
import Testing

/// The table of ARCHITECTURE.md, held to. A line of a source file that breaks it is named.
@Suite struct ArchitectureTests {
  /// Which modules of ours and which system modules a room may import.
  static let rooms: [String: Set<String>] = [
    "Terminal": [],
    "TerminalNcurses": ["Terminal", "CNcurses", "CPlatform", "Glibc"],
    "Events": ["CKernels"],
    "EventFormats": ["Events", "CKernels", "CYAML", "CMarkdown"],
    "Catalogue": ["Events", "CKernels", "CPlatform", "CSQLite", "Glibc", "Synchronization"],
    "Intake": ["Events", "EventFormats", "Catalogue", "CPlatform", "Glibc", "Synchronization"],
    "Browser": ["Events", "Terminal"],
    "anslag": [
      "Terminal", "TerminalNcurses", "Events", "EventFormats", "Catalogue", "Intake", "Browser", "CPlatform",
      "Glibc",
      "Synchronization", "ArgumentParser",
    ],
  ]

  @Test func `every room imports only what the table allows`() throws {
    for source in try Source.all() {
      let allowed = try #require(Self.rooms[source.room], "\(source.path) is in no room of the table")
      for (number, line) in source.lines.enumerated() {
        guard let module = importedModule(line) else { continue }
        #expect(allowed.contains(module), "\(source.path):\(number + 1) imports \(module)")
      }
    }
  }

  @Test func `a C module or a package is imported in one folder and shown by none`() throws {
    let foreign: Set = ["CNcurses", "CYAML", "CMarkdown", "CSQLite", "ArgumentParser"]
    var homes: [String: Set<String>] = [:]
    for source in try Source.all() {
      for line in source.lines {
        guard let module = importedModule(line), foreign.contains(module) else { continue }
        homes[module, default: []].insert(source.folder)
        #expect(!line.contains("public import"), "\(source.path) shows \(module) to others")
      }
    }
    #expect(homes["CNcurses"] == ["TerminalNcurses"])
    for module in ["CYAML", "CMarkdown", "CSQLite"] {
      #expect(
        homes[module, default: []].count <= 1,
        "\(module) is imported in \(homes[module, default: []].sorted())")
    }
    #expect(homes["ArgumentParser", default: []].allSatisfy { $0.hasPrefix("anslag") })
  }

  // poll(2) names a field of its structure so.
  @Test func `the terminal says no word of events, and events none of columns or keys`() throws {
    for source in try Source.all() where source.room == "Terminal" || source.room == "TerminalNcurses" {
      for (number, line) in source.lines.enumerated()
      where !line.contains("pollfd(") {
        let words = line.lowercased().split { !$0.isLetter }
        #expect(
          !words.contains("event") && !words.contains("events") && !words.contains("venue"),
          "\(source.path):\(number + 1)")
      }
    }
    for source in try Source.all() where source.room == "Events" {
      for (number, line) in source.lines.enumerated() where !line.contains("///") && !line.contains("//") {
        // A place in a text has a column; nothing else here has.
        let words = line.split { !$0.isLetter }
        #expect(
          !words.contains("columns") && !words.contains("Key") && !words.contains("Style"),
          "\(source.path):\(number + 1)")
      }
    }
  }

  @Test func `only the shore prints, exits and reads the environment or the clock`() throws {
    let shoreOnly = ["print(", "exit(", "getenv(", "localtime", "time(nil)", "gettimeofday", "clock_gettime"]
    for source in try Source.all() where source.room != "anslag" && source.room != "TerminalNcurses" {
      for (number, line) in source.code {
        for word in shoreOnly where line.contains(word) {
          let before = line.range(of: word).flatMap { line[..<$0.lowerBound].last }
          #expect(before?.isLetter == true || before == ".", "\(source.path):\(number) calls \(word)")
        }
      }
    }
  }

  @Test func `unchecked promises stand only at the shores, each with its reason`() throws {
    let shores: Set = ["anslag", "TerminalNcurses", "Intake", "Catalogue"]
    for source in try Source.all() {
      for (number, line) in source.code
      where line.contains("nonisolated(unsafe)") || line.contains("@unchecked Sendable") {
        #expect(shores.contains(source.room), "\(source.path):\(number)")
        let before = source.lines[max(0, number - 4)..<(number - 1)]
        #expect(before.contains { $0.contains("//") }, "\(source.path):\(number) gives no reason")
      }
    }
  }

  @Test func `nothing traps on purpose or by force on what a document holds`() throws {
    for source in try Source.all() {
      for (number, line) in source.code {
        for word in ["fatalError(", "try!", " as! ", "unowned(unsafe)"] {
          #expect(!line.contains(word), "\(source.path):\(number) has \(word)")
        }
      }
    }
  }

  @Test func `no escape sequence is written but by the one screen`() throws {
    for source in try Source.all() where source.room != "TerminalNcurses" && source.room != "Terminal" {
      for (number, line) in source.code {
        #expect(!line.contains("\\u{1b}") && !line.contains("\\u{1B}"), "\(source.path):\(number)")
      }
    }
  }

  @Test func `SQL stands with the marks, and nowhere else`() throws {
    for source in try Source.all() where source.folder != "Catalogue/Marks" {
      for (number, line) in source.code {
        for word in ["SELECT ", "INSERT INTO", "DELETE FROM", "CREATE TABLE", "PRAGMA "] {
          #expect(!line.contains(word), "\(source.path):\(number) has \(word)")
        }
      }
    }
  }

  @Test func `no file passes 400 lines without a reason at its head`() throws {
    for source in try Source.all() where source.lines.count > 400 {
      #expect(
        source.lines.prefix(5).contains { $0.contains("Long because") },
        "\(source.path): \(source.lines.count)")
    }
  }

  @Test func `the path of data is that of the table in ARCHITECTURE`() throws {
    let page = try String(contentsOf: Source.root.appending(path: "ARCHITECTURE.md"), encoding: .utf8)
    for room in Self.rooms.keys {
      #expect(page.contains("`\(room)`"), "ARCHITECTURE.md does not know \(room)")
    }
  }

  private func importedModule(_ line: String) -> String? {
    var words = line.split(separator: " ")
    while let first = words.first,
      ["public", "internal", "private", "fileprivate", "package", "@testable"].contains(first)
    {
      words.removeFirst()
    }
    guard words.first == "import", words.count >= 2 else { return nil }
    let name =
      ["struct", "class", "enum", "func", "var", "let", "protocol"].contains(words[1]) ? words.last : words[1]
    return name.flatMap { $0.split(separator: ".").first }.map(String.init)
  }
}

/// A file of `Sources/`.
private struct Source {
  let path: String
  let lines: [String]

  /// The package's folder.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  var room: String { String(path.split(separator: "/")[0]) }
  var folder: String { path.split(separator: "/").dropLast().joined(separator: "/") }

  /// Lines that are not comments, numbered from 1.
  var code: [(Int, String)] {
    lines.enumerated().filter { !$1.trimmingCharacters(in: .whitespaces).hasPrefix("//") }.map {
      ($0 + 1, $1)
    }
  }

  static func all() throws -> [Source] {
    let folder = root.appending(path: "Sources")
    let paths = try #require(FileManager.default.enumerator(atPath: folder.path))
    return try paths.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      return Source(path: path, lines: text.components(separatedBy: "\n"))
    }
  }
}
