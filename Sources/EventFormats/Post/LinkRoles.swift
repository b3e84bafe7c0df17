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

  // A word stands for all that start with it: `anmal` for anmälan, anmäl dig, anmälningslänk.
  private static func role(of text: String, in table: [(Link.Role, [String])]) -> Link.Role? {
    let folded = [0x20] + Folding.fold(text).map { ($0 >= 0x80 || isLetterOrDigit($0)) ? $0 : 0x20 }
    for (role, words) in table where words.contains(where: { folded.containsBytes([0x20] + Array($0.utf8)) })
    {
      return role
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
        "anmal", "registr", "register", "sign up", "signup", "rsvp", "biljett", "ticket", "boka", "book ",
        "enroll", "enrol",
        "pamelding", "tilmeld", "anmeld", "eventbrite",
      ]
    ),
    (.programme, ["program", "schema", "schedule", "agenda", "dagordning"]),
    (
      .stream,
      [
        "stream", "livestream", "livesand", "sandning", "titta", "watch", "zoom", "teams", "delta via",
        "join the", "webcast",
      ]
    ),
    (.map, ["karta", "map", "vagbeskrivning", "directions", "hitta hit"]),
    (.organiser, ["arrangor", "organis", "organiz"]),
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
        "google.com/maps", "goo.gl/maps", "maps.app.goo.gl", "openstreetmap.org", "kartor.eniro.se",
        "hitta.se/kart",
      ]
    ),
    (.programme, ["/program", "/schedule", "/agenda", "sched.com"]),
  ]

  private static let before: [(Link.Role, [String])] = [
    (
      .registration,
      ["anmal ", "anmalan ", "registrera ", "register ", "sign up ", "biljetter ", "tickets ", "osa "]
    ),
    (.stream, ["streamas via", "sands via", "streamas pa", "folj ", "watch ", "livestream", "streamed "]),
  ]
}
