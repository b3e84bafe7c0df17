import Glibc

/// Files of the package, for tests only.
public enum Files {
  /// The package's folder, with a slash at the end.
  public static let root = ("\(#filePath)" as String).components(dropping: 3)

  /// The bytes of a file; nil where it cannot be read.
  public static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return bytes
  }

  /// Writes a file, and the folders it lies in.
  public static func write(_ bytes: [UInt8], to path: String) -> Bool {
    var folder = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/").dropLast() {
      folder += "\(part)/"
      mkdir(folder, 0o755)
    }
    guard let file = fopen(path, "w") else { return false }
    defer { fclose(file) }
    return fwrite(bytes, 1, bytes.count, file) == bytes.count
  }

  /// The same of a text.
  public static func write(_ text: String, to path: String) -> Bool { write(Array(text.utf8), to: path) }

  /// The paths under `folder` that are no goldens.
  public static func documents(in folder: String) -> [String] {
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
