import EventFormats
import Glibc
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

/// Files of the package, for tests only.
enum Files {
  /// The package's folder, with a slash at the end.
  static let root = ("\(#filePath)" as String).components(dropping: 3)

  static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return bytes
  }

  static func write(_ text: String, to path: String) -> Bool {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/\(part)"
      mkdir(folder, 0o755)
    }
    guard let file = fopen(path, "w") else { return false }
    defer { fclose(file) }
    return fputs(text, file) >= 0
  }

  /// The paths under `folder` that are no goldens.
  static func documents(in folder: String) -> [String] {
    guard let handle = opendir(root + folder) else { return [] }
    defer { closedir(handle) }
    var found: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasPrefix(".") || name.hasSuffix(".items") || name.hasSuffix(".tree") || name == "seeds" {
        continue
      }
      if entry.pointee.d_type == UInt8(DT_DIR) {
        found += documents(in: folder + name + "/")
      } else {
        found.append(folder + name)
      }
    }
    return found
  }
}

extension String {
  /// The path without its last parts, with a slash at the end.
  fileprivate func components(dropping count: Int) -> String {
    "/" + split(separator: "/").dropLast(count).joined(separator: "/") + "/"
  }
}
