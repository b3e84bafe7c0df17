import Events

/// What the words of a place say: where one goes, and whether one can take part from afar.
struct PlaceWords {
  /// The words without those that only say "online".
  private(set) var venue = Venue()
  private(set) var attendance: Item.Attendance?

  /// Reads `Sundsvall & online`, `Online`, `Goto 10, Hammarby Kaj 10D, 120 07 Stockholm`.
  init(_ text: String) {
    venue.asWritten = text
    let parts = PlaceWords.parts(text)
    let onSite = parts.filter { !PlaceWords.isOnline($0) && !PlaceWords.isHybrid($0) }
    let saysOnline = parts.contains(where: PlaceWords.isOnline)
    switch (onSite.isEmpty, saysOnline || parts.contains(where: PlaceWords.isHybrid)) {
    case (true, true): attendance = parts.contains(where: PlaceWords.isHybrid) ? .mixed : .online
    case (false, true): attendance = .mixed
    case (false, false): attendance = .inPerson
    case (true, false): attendance = nil
    }
    readAddress(onSite)
  }

  /// Whether words only say that it happens on the net.
  static func isOnline(_ words: String) -> Bool {
    let words = Folding.fold(words).split { !($0 >= 0x80 || PlaceWords.isLetterOrDigit($0)) }
    guard !words.isEmpty else { return false }
    let known = words.filter { onlineWords.contains(String(decoding: $0, as: UTF8.self)) }
    let fillers = words.filter { fillerWords.contains(String(decoding: $0, as: UTF8.self)) }
    return !known.isEmpty && known.count + fillers.count == words.count
  }

  private static func isHybrid(_ words: String) -> Bool {
    Folding.fold(words).split { !isLetterOrDigit($0) }.contains {
      hybridWords.contains(String(decoding: $0, as: UTF8.self))
    }
  }

  /// The words between commas, brackets and slashes; those of *and* and `&` part them only where one side is online:
  /// `Sundsvall & online` is two places, `Best Western and hotel` is one.
  private static func parts(_ text: String) -> [String] {
    OneLine.of(text).utf8.split { ",()|/;".utf8.contains($0) }.flatMap { part in
      let words = part.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      let pieces = words.split { joiningWords.contains($0.lowercased()) }.map { $0.joined(separator: " ") }
      let parted = pieces.contains { isOnline($0) || isHybrid($0) }
      return (parted ? pieces : [words.joined(separator: " ")]).filter { !$0.isEmpty }
    }
  }

  /// Name, street, postal code, town and country of what the commas part. A single part is a name: it may be a house or
  /// a town.
  private mutating func readAddress(_ parts: [String]) {
    var parts = parts
    if parts.count > 1, let last = parts.last, PlaceWords.countries.contains(KeyName.normalised(last)) {
      venue.country = parts.removeLast()
    }
    if parts.count > 1, let last = parts.last, last.utf8.count == 2,
      last.utf8.allSatisfy({ (65...90).contains($0) })
    {
      venue.region = parts.removeLast()
    }
    for (index, part) in parts.enumerated().reversed() {
      guard let (code, town) = PostalCode.leading(part) else { continue }
      venue.postalCode = code
      if !town.isEmpty { venue.locality = town }
      parts.remove(at: index)
      break
    }
    if let index = parts.indices.first(where: { $0 > 0 && PlaceWords.isStreet(parts[$0]) })
      ?? (parts.count > 1 && venue.locality == nil || venue.locality != nil
        ? parts.indices.first { PlaceWords.isStreet(parts[$0]) } : nil)
    {
      venue.street = parts.remove(at: index)
    }
    if venue.locality == nil, parts.count > 1 || venue.country != nil || venue.region != nil {
      venue.locality = parts.popLast()
    }
    if let name = parts.first { venue.name = name }
  }

  /// A street ends with a number: `Hammarby Kaj 10D`.
  private static func isStreet(_ part: String) -> Bool {
    let words = part.utf8.split(separator: 0x20)
    guard words.count > 1, let last = words.last, let first = last.first, (48...57).contains(first) else {
      return false
    }
    return last.count <= 5
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (48...57).contains(byte)
  }

  private static func words(_ list: String) -> Set<String> {
    Set(list.split(separator: " ").map(String.init))
  }

  private static let joiningWords = words("& + och and samt eller or und og | –")
  private static let hybridWords = words("hybrid hybridmote hybridevenemang mixed")
  private static let onlineWords = words(
    """
    online digital digitalt digitally digitala virtual virtuell virtuellt virtually zoom teams meet jitsi webinar \
    webbinarium webb webben web youtube livestream livestreaming stream streaming streamas streamed livestrom distans \
    remote remotely internet natet lank link discord facebook twitch webex whereby natkonferens videolank telefon
    """)
  private static let fillerWords = words(
    "via pa on the in event events meeting mote microsoft google live only endast bara over via med en a at genom som video"
  )
  private static let countries = words(
    """
    sverige sweden norge norway danmark denmark finland island iceland deutschland germany tyskland usa unitedstates \
    unitedstatesofamerica uk unitedkingdom england scotland wales ireland irland france frankrike spain spanien italy \
    italien netherlands nederlanderna thenetherlands belgium belgien switzerland schweiz austria osterreich osterrike \
    poland polen estonia estland latvia lettland lithuania litauen portugal czechrepublic czechia israel canada kanada \
    japan china india australia brazil singapore ukraine ukraina greece hungary romania russia southafrica mexico korea
    """)
}

/// Postal codes at the start of an address part.
enum PostalCode {
  /// `120 07 Stockholm`, `12007 Stockholm`, `SE-413 04 Göteborg`: the code as written and the town.
  static func leading(_ part: String) -> (code: String, town: String)? {
    let bytes = Array(part.utf8)
    var index = 0
    if bytes.starts(with: "SE-".utf8) || bytes.starts(with: "S-".utf8) || bytes.starts(with: "D-".utf8) {
      index = (bytes.firstIndex(of: UInt8(ascii: "-")) ?? 0) + 1
    }
    var digits = 0
    var end = index
    while end < bytes.count {
      if (48...57).contains(bytes[end]) {
        digits += 1
      } else if !(bytes[end] == 0x20 && digits == 3) {
        break
      }
      end += 1
    }
    guard digits == 5, end == bytes.count || bytes[end] == 0x20 else { return nil }
    return (String(decoding: bytes[..<end], as: UTF8.self), OneLine.of(bytes[end...]))
  }
}
