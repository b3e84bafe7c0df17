import EventFormats
import Events
import Glibc

/// Reads a folder of posts into memory, then measures what understanding them costs: microseconds a post, the least of
/// several rounds, as `name value` lines.
@main struct Main {
  static func main() {
    let folder = CommandLine.arguments.dropFirst().first ?? "."
    let posts = documents(in: folder)
    let keys = posts.map { RawDocument(path: $0.path, bytes: frontMatter($0.bytes)) }
    guard !posts.isEmpty else { return }
    measure("front matter alone, in short", keys, short)
    measure("a post in short", posts, short)
    measure("a post whole", Array(posts.prefix(500))) { $0.reduce(0) { $0 + DocumentReader.read($1).items.count } }
  }

  /// As a loader does it, some sixty documents to a table.
  private static func short(_ posts: [RawDocument]) -> Int {
    var items = 0
    var reader = OverviewReader()
    for (number, post) in posts.enumerated() {
      if !reader.readPlain(post) { reader.add(DocumentOverview(DocumentReader.read(post))) }
      if number % 64 == 63 {
        items += reader.table.itemCount
        reader = reader.emptied()
      }
    }
    return items + reader.table.itemCount
  }

  private static func measure(_ name: String, _ posts: [RawDocument], _ read: ([RawDocument]) -> Int) {
    var least = Duration.seconds(1000)
    for _ in 0..<5 {
      let clock = ContinuousClock()
      var items = 0
      least = min(least, clock.measure { items = read(posts) })
      precondition(items == posts.count, "each post is an item")
    }
    let microseconds = Double(least.components.attoseconds) / 1e12 + Double(least.components.seconds) * 1e6
    print(name, microseconds / Double(posts.count), separator: "\t")
  }

  /// A post without its text.
  private static func frontMatter(_ bytes: [UInt8]) -> [UInt8] {
    let fence = Array("\n---\n".utf8)
    for start in bytes.indices.dropLast(fence.count) where bytes[start...].starts(with: fence) {
      return Array(bytes[..<(start + fence.count)])
    }
    return bytes
  }

  private static func documents(in folder: String) -> [RawDocument] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var documents: [RawDocument] = []
    while documents.count < 2000, let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
      }
      if name.hasSuffix(".md"), let file = fopen("\(folder)/\(name)", "r") {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        bytes.removeSubrange(fread(&bytes, 1, bytes.count, file)...)
        fclose(file)
        documents.append(RawDocument(path: name, bytes: bytes))
      }
    }
    return documents
  }
}
