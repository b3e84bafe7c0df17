import Browser
import Events
import Glibc

/// Writes new files: into the current folder, or the person's own where that cannot be written. What is there stays.
enum Exporter {
  /// Writes what is asked for; gives the answer.
  static func save(_ file: NewFile, from sources: Sources, words: Words) -> Message {
    switch file {
    case .text(let text, let name):
      return write(Array(text.utf8), name, "txt")
    case .calendar(let id, let name):
      return write(sources.item(id).map { [$0] } ?? [], name, words)
    case .calendarOfList(let request, let name):
      let listing = sources.store.listing(request)
      var calendar = ItemICalendar(now: Clock.now(), words: words)
      var bytes: [UInt8] = []
      sources.forEachItem(listing) { item in
        calendar.add(item)
        bytes += calendar.take()
      }
      bytes += calendar.end()
      if calendar.leftOut == listing.count { return .failed(.nothingTimed) }
      return write(bytes, name, "ics", leftOut: calendar.leftOut)
    }
  }

  private static func write(_ items: [Item], _ name: String, _ words: Words) -> Message {
    let file = ItemICalendar.file(items, now: Clock.now(), words: words)
    return file.count == 0 ? .failed(.nothingTimed) : write(file.bytes, name, "ics")
  }

  /// How many files of one name there may be.
  private static let mostOfAName = 999

  private static func write(_ bytes: [UInt8], _ name: String, _ suffix: String, leftOut: Int = 0) -> Message {
    var places = [(folder: "", shown: "")]
    if let home = Surroundings.variable("HOME") { places.append((home + "/", "~/")) }
    var failure = Trouble.notSaved(path: "\(name).\(suffix)", reason: "")
    for (folder, shown) in places {
      for number in 1...mostOfAName {
        let file = "\(name)\(number == 1 ? "" : "-\(number)").\(suffix)"
        let code = WholeFile.create(folder + file, bytes)
        if code == 0 { return .saved(path: shown + file, leftOut: leftOut) }
        if code == EEXIST { continue }
        failure = .notSaved(path: shown + file, reason: String(cString: strerror(code)))
        break
      }
    }
    return .failed(failure)
  }
}
