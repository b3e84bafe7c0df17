import Events
import Foundation
import Testing

@testable import Catalogue

/// A folder for a file of marks, gone with the test.
final class StateFolder {
  let folder: String
  /// The file of marks, two folders down that are not there yet.
  var path: String { folder + "/state/anslag/marks.sqlite" }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "anslag-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// A program that runs: 1 December 2020, 10:15 UTC.
  func store() -> MarkStore { MarkStore(path: path, now: { 1_606_817_700 }) }

  /// The bytes of the file, put in its place or read from it.
  var bytes: [UInt8] {
    get { FileManager.default.contents(atPath: path).map(Array.init) ?? [] }
    set {
      try? FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try? Data(newValue).write(to: URL(filePath: path))
    }
  }

  /// What lies beside the file.
  var names: [String] {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: (path as NSString).deletingLastPathComponent)
    return names?.sorted() ?? []
  }

  /// Runs SQL on the file as another program would.
  func sql(_ sql: String) throws { try Database(path, .writing).execute(sql) }
}

let one = ItemID(of: ["one"])
let two = ItemID(of: ["two"])
let three = ItemID(of: ["three"])

extension MarkStore {
  /// Puts marks on, or takes them off, as a person does.
  @discardableResult
  func mark(_ ids: ItemID..., with mark: Mark = .starred, isOn: Bool = true) -> MarkFault? {
    apply(ids.map { MarkChange($0, mark, isOn: isOn) }) { ("Title of \($0)", "posts/\($0).md") }
  }

  /// The marks, after a look at the file.
  func readMarks() -> Marks {
    #expect(refresh()?.fault == nil)
    return marks
  }
}
