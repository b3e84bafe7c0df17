import EventFormats
import Glibc
import TestSupport
import Testing

/// A document of `Fixtures/` or `seeds/` and the texts that are expected of it.
struct Fixture: CustomTestStringConvertible, Sendable {
  /// The path within the package.
  let path: String
  let document: RawDocument

  init(_ path: String) {
    self.path = path
    let bytes = Files.read(Files.root + path) ?? []
    let relative = path.hasPrefix(Fixture.folder) ? String(path.dropFirst(Fixture.folder.count)) : path
    document = RawDocument(path: relative, bytes: bytes)
  }

  var testDescription: String { path }

  /// Compares `text` with the file beside the fixture whose name ends with `suffix`. With `ANSLAG_UPDATE_GOLDENS=1` in
  /// the environment the file is written instead.
  func expect(_ text: String, _ suffix: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let name = path.hasPrefix(Fixture.folder) ? path : Fixture.folder + path
    let golden = Files.root + name + suffix
    if getenv("ANSLAG_UPDATE_GOLDENS") != nil {
      #expect(Files.write(text, to: golden), "cannot write \(golden)", sourceLocation: sourceLocation)
      return
    }
    guard let expected = Files.read(golden) else {
      Issue.record(
        "there is no \(golden); write it with ANSLAG_UPDATE_GOLDENS=1", sourceLocation: sourceLocation)
      return
    }
    let lines = text.split(separator: "\n")
    let changes = lines.difference(from: String(decoding: expected, as: UTF8.self).split(separator: "\n"))
    for change in changes {
      switch change {
      case .remove(_, let line, _): Issue.record("\(path): expected \(line)", sourceLocation: sourceLocation)
      case .insert(_, let line, _): Issue.record("\(path): found \(line)", sourceLocation: sourceLocation)
      }
    }
  }

  static let folder = "Tests/EventFormatsTests/Fixtures/"

  /// Every document of the folder, and the seeds.
  static let all: [Fixture] = (Files.documents(in: folder) + Files.documents(in: "seeds/")).sorted().map(
    Fixture.init)
}
