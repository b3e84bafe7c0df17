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
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: limit)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }

  /// Remembers `text`, where it is not what was remembered before: beside its place first, so that it is there whole or not.
  static func write(_ text: String, inPlaceOf before: String) {
    guard text != before, let path, let folder = Surroundings.stateFolder(), PrivateFolder.make(folder)
    else { return }
    let draft = "\(path).\(getpid())"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return }
    let bytes = Array(text.utf8)
    let isWritten = Glibc.write(descriptor, bytes, bytes.count) == bytes.count
    close(descriptor)
    if !isWritten || rename(draft, path) != 0 { unlink(draft) }
  }
}
