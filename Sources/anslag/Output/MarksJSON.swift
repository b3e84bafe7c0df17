import Catalogue
import EventFormats
import Events

// Marks as `docs/marks.schema.json` says.
extension JSONWriter {
  /// The version of what is written; a later one may add keys.
  static let marksVersion = 1

  /// Marked items, one a line.
  static func marks(_ items: [MarkedItem]) -> [UInt8] {
    var bytes = Array("{\"version\":\(marksVersion),\"items\":[".utf8)
    for (index, item) in items.enumerated() {
      bytes += Array((index == 0 ? "\n" : ",\n").utf8)
      var writer = JSONWriter()
      writer.object { json in
        json.member("id", item.id.description)
        json.member("title", item.title)
        json.member("path", item.path)
        for (mark, name) in Mark.named { json.member(name, item.times[mark].map(UTCTime.text)) }
      }
      bytes += writer.bytes
    }
    return bytes + Array("\n]}\n".utf8)
  }
}

extension MarkedItem {
  /// Why a list of marks can't be read.
  struct ListFailure: Error {
    var reason: String
  }

  /// The items of a list that ``JSONWriter/marks(_:)`` wrote. Keys that are not known are passed over; an item that is not
  /// what it should be makes the whole list unreadable.
  static func list(ofJSON bytes: [UInt8]) throws(ListFailure) -> [MarkedItem] {
    let reading = JSON.read(bytes, in: 0..<bytes.count, limit: .list)
    if let error = reading.error { throw ListFailure(reason: error.message) }
    guard let root = reading.root, let version = root["version"]?.text.flatMap({ Int($0) }),
      case .list(let elements)? = root["items"]?.content
    else { throw ListFailure(reason: "this is no list of marks, as export prints it") }
    guard version <= JSONWriter.marksVersion else {
      throw ListFailure(reason: "a newer version of anslag has written it (\(version))")
    }
    var items: [MarkedItem] = []
    for (number, element) in elements.enumerated() {
      guard let item = MarkedItem(element) else {
        throw ListFailure(reason: "item \(number + 1) has no id, or a time that is none")
      }
      items.append(item)
    }
    return items
  }

  private init?(_ node: DataNode) {
    guard let id = node["id"]?.text.flatMap({ ItemID($0) }) else { return nil }
    self.init(id: id, title: node["title"]?.text ?? "", path: node["path"]?.text ?? "", times: [:])
    for (mark, name) in Mark.named {
      guard let value = node[name] else { continue }
      guard let time = value.text.flatMap(UTCTime.seconds) else { return nil }
      times[mark] = time
    }
  }
}

extension DataNode {
  /// The value of a key.
  subscript(key: String) -> DataNode? { entries.last { $0.key == key }?.value }
}

/// Times in UTC as RFC 3339 writes them: `2020-12-01T10:15:00Z`.
enum UTCTime {
  /// The text of so many seconds since 1970; of years that have no four digits, the first or the last.
  static func text(_ seconds: Int) -> String {
    let seconds = min(max(-62_135_596_800, seconds), 253_402_300_799)
    let day = Int((Double(seconds) / 86_400).rounded(.down))
    let rest = seconds - day * 86_400
    let time = TimeOfDay(hour: rest / 3600, minute: rest / 60 % 60, second: rest % 60)
    return time.map { Moment.zoned(Day(number: day), $0, .init(offset: 0)).description } ?? ""
  }

  /// The seconds since 1970 that a text stands for, or nil where it is no such time.
  static func seconds(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count == 20 else { return nil }
    func number(_ range: Range<Int>) -> Int? { Int(String(decoding: bytes[range], as: UTF8.self)) }
    guard let year = number(0..<4), let month = number(5..<7), let date = number(8..<10),
      let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19),
      let day = Day(year: year, month: month, day: date),
      let time = TimeOfDay(hour: hour, minute: minute, second: second)
    else { return nil }
    let seconds = day.number * 86_400 + time.seconds
    return self.text(seconds) == text ? seconds : nil
  }
}
