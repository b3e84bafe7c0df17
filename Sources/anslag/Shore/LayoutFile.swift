import Catalogue
import Glibc

/// Where how the panes stand is remembered from one session to the next: a few lines in `$XDG_STATE_HOME/anslag`. What cannot
/// be read or written there is not worth a word.
enum LayoutFile {
  /// More is no file of ours.
  private static let limit = 1024

  /// Where it is, or nil where there is no home.
  static var path: String? { Surroundings.stateFolder().map { $0 + "/layout" } }

  /// What was remembered; empty where nothing was.
  static func read() -> String {
    guard let path else { return "" }
    // Without waiting, whatever lies there.
    let bytes = (try? WholeFile.read(path, limit: limit, waits: false)) ?? []
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Remembers `text`, where it is not what was remembered before: beside its place first, so that it is there whole or not.
  static func write(_ text: String, inPlaceOf before: String) {
    guard text != before, let path, let folder = Surroundings.stateFolder() else { return }
    outside {
      guard PrivateFolder.make(folder) else { return }
      _ = WholeFile.replace(path, with: Array(text.utf8), draft: "\(path).\(getpid())", syncs: false)
    }
  }
}
