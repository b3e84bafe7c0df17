import EventFormats
import Glibc

/// Prints the events of the documents named on the command line as an agenda, the first one first.
@main struct Agenda {
  static func main() {
    var lines: [(order: Int, text: String)] = []
    for path in CommandLine.arguments.dropFirst() {
      guard let bytes = contents(of: path) else { continue }
      let reading = DocumentReader.read(RawDocument(path: path, bytes: bytes))
      for item in reading.items {
        for occurrence in item.occurrences where occurrence.role == .event {
          guard let start = occurrence.start else { continue }
          let place = item.venue?.summary.map { ", \($0)" } ?? ""
          lines.append(
            (start.order, "\(start.day) \(start.time?.description ?? "all day")  \(item.title)\(place)"))
        }
      }
    }
    for line in lines.sorted(by: { $0.order < $1.order }) { print(line.text) }
  }

  private static func contents(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = getc(file), byte != EOF { bytes.append(UInt8(byte)) }
    return bytes
  }
}
