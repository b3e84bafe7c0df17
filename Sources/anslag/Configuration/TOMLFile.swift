import EventFormats
import Events

/// The bytes of a file in TOML as they are read: without what says nothing, and with the places of its lines.
struct TOMLFile {
  private let bytes: [UInt8]
  private let lines: LineIndex

  /// A file's bytes.
  init(_ bytes: [UInt8]) {
    // A byte order mark says nothing; a carriage return before the end of a line is white space to TOML.
    let text = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? bytes.dropFirst(3) : bytes[...]
    self.bytes = text.map { $0 == UInt8(ascii: "\r") ? UInt8(ascii: " ") : $0 }
    lines = LineIndex(self.bytes)
  }

  /// The entries of its tables, and what of it is no TOML.
  func read() -> DataReading { TOML.read(bytes, in: 0..<bytes.count) }

  /// Where an offset of what was read stands.
  func location(of offset: Int) -> Diagnostic.Location { lines.location(of: offset) }

  /// Says that a name is not known, and which is most like it; or all, where they are few.
  static func unknown(_ what: String, _ name: String, among names: [String]) -> String {
    let message = "unknown \(what) \(Diagnostic.quote(name))"
    if let nearest = Likeness.nearest(to: name, among: names) { return message + "; nearest is “\(nearest)”" }
    return names.count > 8
      ? message : message + "; there are " + names.map { "“\($0)”" }.joined(separator: ", ")
  }
}
