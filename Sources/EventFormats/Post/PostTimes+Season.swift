import Events

/// Offsets that the season contradicts.
extension PostReader {
  /// Content managers keep writing `+02:00` in winter. Where the document is from the zone of central Europe, the clock
  /// that was written holds and the offset is put right.
  mutating func correctOffsets() {
    guard isCentralEuropean, let field = fields[.start].first ?? fields[.date].first else { return }
    var isCorrected = false
    for index in item.occurrences.indices where item.occurrences[index].role == .event {
      for part in [\Occurrence.start, \Occurrence.end] {
        guard case .zoned(let day, let time, var zone)? = item.occurrences[index][keyPath: part],
          zone.name == nil, zone.offset == 3600 || zone.offset == 7200
        else { continue }
        let offset = WrittenZone.european(winter: 3600).offset(on: day)
        if zone.offset == offset { continue }
        zone.offset = offset
        item.occurrences[index][keyPath: part] = .zoned(day, time, zone)
        isCorrected = true
      }
    }
    if isCorrected {
      warn(
        "offset-of-other-season", "The offset is that of the other half of the year. The clock time is kept.",
        at: field)
    }
  }

  private var isCentralEuropean: Bool {
    if let country = item.venue?.country {
      return Self.centralEuropeanCountries.contains(KeyName.normalised(country))
    }
    // 120 07 Stockholm
    if let code = item.venue?.postalCode?.utf8, code.count == 6, code.dropFirst(3).first == 0x20 {
      return true
    }
    return Self.isCentralEuropean(language: item.language ?? "")
  }

  /// Whether a language is mostly spoken in that zone.
  static func isCentralEuropean(language: String) -> Bool {
    if language == "sv" { return true }
    return centralEuropeanLanguages.contains(language.split(separator: "-").first.map(String.init) ?? "")
  }

  private static let centralEuropeanLanguages: Set = ["sv", "nb", "nn", "da", "de"]
  private static let centralEuropeanCountries: Set = [
    "sverige", "sweden", "norge", "norway", "danmark", "denmark", "tyskland", "germany", "deutschland", "se",
    "no", "dk",
    "de", "frankrike", "france", "nederlanderna", "netherlands", "belgien", "belgium", "spanien", "spain",
    "italien",
    "italy", "osterrike", "austria", "osterreich", "schweiz", "switzerland", "polen", "poland",
  ]
}
