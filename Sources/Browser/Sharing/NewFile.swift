public import Events

/// What is written to a new file.
public enum NewFile: Sendable, Hashable {
  /// A text, lines parted by `\n`.
  case text(String, name: String)
  /// The times of an item, as a calendar.
  case calendar(ItemID, name: String)
  /// The times of all that is listed, as a calendar.
  case calendarOfList(ListingRequest, name: String)

  /// What the file is to be called, without its suffix.
  public var name: String {
    switch self {
    case .text(_, let name), .calendar(_, let name), .calendarOfList(_, let name): name
    }
  }
}

/// What could not be done outside of the program.
public enum Trouble: Sendable, Hashable {
  /// Neither the terminal nor a program takes text to be pasted elsewhere.
  case noClipboard
  /// There is more text than a clipboard takes.
  case tooLongToCopy
  /// The file could not be written, with the system's reason.
  case notSaved(path: String, reason: String)
  /// Nothing that was to be exported has a time.
  case nothingTimed
  /// A program could not be started, or failed.
  case notRun(program: String, reason: String)
  /// There is no file behind what is shown.
  case noFile
}

/// Names of files made from what is in them: letters and digits of any script, the rest as hyphens.
enum FileStem {
  /// Bytes of a name; with a date before it, a suffix and a number behind, it stays short of every limit.
  private static let limit = 60

  /// `2020-12-01-govtech-day-2020`.
  static func of(_ item: Item) -> String {
    let day = item.occurrences.first { $0.role == .event }?.start?.day ?? item.published?.day
    let words = of(item.title)
    return [day?.description, words.isEmpty ? item.id.description : words].compactMap(\.self).joined(
      separator: "-")
  }

  /// The words of a text without case and accents; empty where it has no letter.
  static func of(_ text: String) -> String {
    var name = ""
    var needsHyphen = false
    for scalar in String(decoding: Folding.fold(text.clipped(to: 512)), as: UTF8.self).unicodeScalars {
      guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
        needsHyphen = !name.isEmpty
        continue
      }
      if name.utf8.count + UTF8.width(scalar) + 1 > limit { break }
      if needsHyphen { name += "-" }
      needsHyphen = false
      name.unicodeScalars.append(scalar)
    }
    return name
  }
}
