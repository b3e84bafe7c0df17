import Glibc

/// A path that is read where none is named.
struct FollowedSource: Sendable, Hashable {
  /// The full path.
  var path: String
  /// Whether `config.toml` names it; else it was added.
  var isConfigured: Bool

  /// Those of `config.toml`, then those that were added and are not among them.
  static func all(_ configuration: Configuration) -> [FollowedSource] {
    var all: [FollowedSource] = []
    for (paths, isConfigured) in [(configuration.sources, true), (SourceList.load().paths, false)] {
      for path in paths where !all.contains(where: { $0.path.utf8.elementsEqual(path.utf8) }) {
        all.append(FollowedSource(path: path, isConfigured: isConfigured))
      }
    }
    return all
  }

  /// Whether something is there.
  var isThere: Bool { access(path, F_OK) == 0 }

  /// Whether the path leads to the same file or folder as this one, however it is written.
  func isSame(as other: String) -> Bool {
    if path.utf8.elementsEqual(other.utf8) { return true }
    var (one, two) = (stat(), stat())
    return stat(path, &one) == 0 && stat(other, &two) == 0 && one.st_dev == two.st_dev
      && one.st_ino == two.st_ino
  }
}
