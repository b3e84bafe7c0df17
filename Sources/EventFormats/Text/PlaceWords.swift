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
    PostalAddress.fill(&venue, with: onSite)
  }

  /// Whether words only say that it happens on the net.
  static func isOnline(_ words: String) -> Bool {
    let words = Folding.fold(words).split { !$0.isInWord }
    guard !words.isEmpty else { return false }
    let known = words.filter { onlineWords.contains(String(decoding: $0, as: UTF8.self)) }
    let fillers = words.filter { fillerWords.contains(String(decoding: $0, as: UTF8.self)) }
    return !known.isEmpty && known.count + fillers.count == words.count
  }

  private static func isHybrid(_ words: String) -> Bool {
    Folding.fold(words).split { !$0.isInWord }.contains {
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
}
