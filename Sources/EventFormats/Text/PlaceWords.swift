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
    let saysOnline = parts.count > onSite.count && parts.contains(where: PlaceWords.isOnline)
    let saysHybrid = parts.count > onSite.count && parts.contains(where: PlaceWords.isHybrid)
    switch (onSite.isEmpty, saysOnline || saysHybrid) {
    case (true, true): attendance = saysHybrid ? .mixed : .online
    case (false, true): attendance = .mixed
    case (false, false): attendance = .inPerson
    case (true, false): attendance = nil
    }
    PostalAddress.fill(&venue, with: onSite)
  }

  /// Whether words only say that it happens on the net.
  static func isOnline(_ words: String) -> Bool {
    let signs = signs(words)
    return signs.contains(.online) && signs.allSatisfy { $0 == .online || $0 == .filler }
  }

  private static func isHybrid(_ words: String) -> Bool { signs(words).contains(.hybrid) }

  /// What a word says of how one takes part.
  private enum Sign { case online, hybrid, filler }

  /// What each word says; nil where it says something else.
  private static func signs(_ words: String) -> [Sign?] {
    Folding.fold(words).split { !$0.isInWord }.map(signs.value(of:))
  }

  /// The words between commas, brackets and slashes; those of *and* and `&` part them only where one side is online:
  /// `Sundsvall & online` is two places, `Best Western and hotel` is one.
  private static func parts(_ text: String) -> [String] {
    OneLine.of(text).utf8.split { ",()|/;".utf8.contains($0) }.flatMap { part in
      let words = part.split(separator: 0x20).map { String(Substring($0)) }
      let isJoined = words.contains { joiningWords.value(of: $0) != nil }
      let pieces = isJoined ? words.split { joiningWords.value(of: $0) != nil } : []
      let parted = pieces.map { $0.joined(separator: " ") }
      let isParted = parted.contains { isOnline($0) || isHybrid($0) }
      return (isParted ? parted : [words.joined(separator: " ")]).filter { !$0.isEmpty }
    }
  }

  private static let joiningWords = WordTable<Bool>(
    "& + och and samt eller or und og | –".split(separator: " ").map { (String($0), true) })

  private static let signs = WordTable<Sign>(
    [
      (Sign.hybrid, "hybrid hybridmote hybridevenemang mixed"),
      (
        .online,
        """
        online digital digitalt digitally digitala virtual virtuell virtuellt virtually zoom teams meet jitsi webinar \
        webbinarium webb webben web youtube livestream livestreaming stream streaming streamas streamed livestrom distans \
        remote remotely internet natet lank link discord facebook twitch webex whereby natkonferens videolank telefon
        """
      ),
      (
        .filler,
        """
        via pa on the in event events meeting mote microsoft google live only endast bara over med en a at genom som video
        """
      ),
    ].flatMap { sign, words in words.split { $0 == " " || $0 == "\n" }.map { (String($0), sign) } })
}
