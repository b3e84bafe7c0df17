import Events

/// What a document's path says of it: a day, a language, the kind of folder, a name.
struct PathFacts {
  /// The day that starts the name (`2020-11-02-title.md`), or that the folders name (`2020/11/02/title.md`).
  var day: Day?
  /// The first day of the month that starts the name (`2020-11-title.md`) or that the folders name (`2020/11/title.md`).
  private(set) var month: Day?
  /// The year that a folder is called by.
  private(set) var year: Int?
  /// The language in the name (`index.sv.md`, `meetup-en.md`) or in a folder (`en/`).
  private(set) var language: String?
  /// Whether it lies among events, among news, or neither.
  var kind: Item.Kind?
  /// The folder it lies in.
  private(set) var folder: String?
  /// The name a person would call it: without suffix and date; a page bundle's is its folder's.
  private(set) var name: String

  /// Reads a path with `/` between its parts.
  init(_ path: String) {
    var parts = path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    let file = parts.popLast() ?? path
    var stem = PathFacts.stem(file)
    if let (base, language) = PathFacts.languageSuffix(stem) {
      self.language = language
      stem = base
    }
    var folders = parts
    if stem.utf8.count <= 6, ["index", "_index", "readme", "main"].contains(stem.lowercased()),
      let folder = parts.last
    {
      stem = folder
      folders.removeLast()
    }
    if let (day, rest) = PathFacts.leadingDay(stem) {
      self.day = day
      stem = rest
    } else {
      day = PathFacts.day(inFolders: parts)
      month = PathFacts.leadingMonth(stem) ?? PathFacts.month(inFolders: parts)
      year = parts.lazy.compactMap(PathFacts.year).first
    }
    for folder in folders.reversed() {
      let words = KeyName.normalised(folder)
      kind = kind ?? PathFacts.kinds[words]
      if language == nil, PathFacts.languages.contains(folder) { language = folder }
    }
    folder = folders.last
    name = OneLine.name(stem.isEmpty ? file : stem)
  }

  private static func stem(_ file: String) -> String {
    guard let dot = file.utf8.lastIndex(of: UInt8(ascii: ".")), dot > file.startIndex else { return file }
    return String(file[..<dot])
  }

  private static func languageSuffix(_ stem: String) -> (String, String)? {
    let base = stem.utf8.dropLast(2)
    guard base.count > 1, base.last.map({ ".-_".utf8.contains($0) }) ?? false,
      let language = languages.first(where: { stem.utf8.suffix(2).elementsEqual($0.utf8) })
    else { return nil }
    return (String(decoding: base.dropLast(), as: UTF8.self), language)
  }

  private static func leadingDay(_ stem: String) -> (Day, String)? {
    let bytes = Array(stem.utf8)
    guard bytes.count >= 10, case .day(let day)? = ISOMoment.parse(utf8: bytes[..<10]) else { return nil }
    let rest = bytes[10...].drop { "-_ ".utf8.contains($0) }
    return (day, rest.isEmpty ? stem : String(decoding: rest, as: UTF8.self))
  }

  private static func leadingMonth(_ stem: String) -> Day? {
    let parts = stem.split(separator: "-", maxSplits: 2)
    guard parts.count == 3, parts[1].utf8.count == 2, let year = year(parts[0]), let month = Int(parts[1])
    else { return nil }
    return Day(year: year, month: month, day: 1)
  }

  private static func month(inFolders parts: [String]) -> Day? {
    for (folder, inside) in zip(parts, parts.dropFirst()) {
      if inside.utf8.count <= 2, let year = year(folder), let month = Int(inside) {
        return Day(year: year, month: month, day: 1)
      }
    }
    return nil
  }

  private static func year(_ name: some StringProtocol) -> Int? {
    guard name.utf8.count == 4, let year = Int(name), (1990...2099).contains(year) else { return nil }
    return year
  }

  private static func day(inFolders parts: [String]) -> Day? {
    for index in parts.indices.dropLast(2) {
      if parts[index].utf8.count == 4, let year = Int(parts[index]), let month = Int(parts[index + 1]),
        let day = Int(parts[index + 2])
      {
        return Day(year: year, month: month, day: day)
      }
    }
    return nil
  }

  /// Of two letters each.
  private static let languages = ["sv", "en", "nb", "nn", "no", "da", "de", "fi", "fr", "es"]

  /// What a word says of what lies under it: `events`, `news`.
  static func kind(_ word: String) -> Item.Kind? { kinds[KeyName.normalised(word)] }

  private static let kinds: [String: Item.Kind] = {
    var kinds: [String: Item.Kind] = [:]
    let events =
      """
      events event evenemang kalender calendar kalendarium meetups meetup termine veranstaltungen konferenser workshops
      seminars seminarier webinars webbinarier conferences openhouse talks lectures concerts konserter arrangementer whatson
      """
    let news =
      "posts post news nyheter nyhet blog blogg blogs aktuellt press pressmeddelanden artiklar articles updates"
    for word in events.split(whereSeparator: \.isWhitespace) { kinds[String(word)] = .event }
    for word in news.split(separator: " ") { kinds[String(word)] = .news }
    return kinds
  }()
}
