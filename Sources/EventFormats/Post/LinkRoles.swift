import Events

/// What a link is for, told from words.
enum LinkRoles {
  /// The role that a title names, or nil.
  static func role(ofTitle title: String) -> Link.Role? { role(of: title, in: titles) }

  /// The role that an address names, or nil.
  static func role(ofAddress url: String) -> Link.Role? {
    let folded = Folding.fold(url)
    for (role, words) in addresses where words.contains(where: { folded.containsBytes(Array($0.utf8)) }) {
      return role
    }
    return nil
  }

  /// The role that the words right before a link give it, or nil.
  static func role(ofWordsBefore words: String) -> Link.Role? { role(of: words, in: before) }

  // `anmal*` stands for all words that start so: anmälan, anmäl dig, anmälningslänk.
  private static func role(of text: String, in table: [(Link.Role, [String])]) -> Link.Role? {
    let words = [0x20] + Folding.fold(text).map { $0 >= 0x80 || isLetterOrDigit($0) ? $0 : 0x20 } + [0x20]
    for (role, patterns) in table {
      let isNamed = patterns.contains { pattern in
        let isStart = pattern.utf8.last == UInt8(ascii: "*")
        return words.containsBytes(
          [0x20] + (isStart ? Array(pattern.utf8.dropLast()) : Array(pattern.utf8) + [0x20]))
      }
      if isNamed { return role }
    }
    return nil
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (48...57).contains(byte)
  }

  private static let titles: [(Link.Role, [String])] = [
    (
      .registration,
      [
        "anmal*", "registration*", "registrer*", "register", "sign up", "signup", "rsvp", "biljett*",
        "ticket*", "boka",
        "bokning*", "book a", "book your", "book now", "enroll", "enrol", "pamelding*", "tilmeld*", "anmeld*",
        "eventbrite",
      ]
    ),
    (
      .programme,
      [
        "program", "programmet", "programme", "programm", "programblad", "schema", "schedule", "agenda",
        "dagordning",
      ]
    ),
    (
      .stream,
      [
        "stream", "streaming", "streamas", "livestream", "livestromm", "livesandning", "sandning",
        "sandningen", "webcast",
        "zoom", "teams", "watch live", "se live", "folj live", "join the meeting", "join the call",
        "join the webinar",
        "videolank", "moteslank",
      ]
    ),
    (.map, ["karta", "map", "vagbeskrivning", "directions", "hitta hit", "anfahrt"]),
    (
      .organiser,
      ["arrangor", "arrangoren", "organiser", "organizer", "organisers", "organizers", "veranstalter"]
    ),
  ]

  private static let addresses: [(Link.Role, [String])] = [
    (
      .registration,
      [
        "eventbrite.", "simplesignup.", "trippus.", "billetto.", "ticketmaster.", "tickster.", "anmalan",
        "/register",
        "/registration", "/signup", "/rsvp", "lyyti.", "invitepeople.", "pretix.",
      ]
    ),
    (
      .stream,
      [
        "zoom.us/", "teams.microsoft.com/", "meet.google.com/", "meet.jit.si/", "whereby.com/", "twitch.tv/",
        "/live/",
      ]
    ),
    (
      .map,
      [
        "google.com/maps", "goo.gl/maps", "maps.app.goo.gl", "openstreetmap.org/#map",
        "openstreetmap.org/?mlat", "openstreetmap.org/node",
        "openstreetmap.org/way", "kartor.eniro.se",
        "hitta.se/kart",
      ]
    ),
    (.programme, ["/program", "/schedule", "/agenda", "sched.com"]),
  ]

  private static let before: [(Link.Role, [String])] = [
    (
      .registration,
      [
        "anmal dig", "anmalan", "anmal er", "registrera dig", "register", "sign up", "biljetter", "tickets",
        "osa",
      ]
    ),
    (
      .stream,
      ["streamas via", "sands via", "streamas pa", "sands pa", "livestream", "streamed on", "streamed via"]
    ),
  ]
}
