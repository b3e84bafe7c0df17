import Events

/// What a link is for, told from words.
enum LinkRoles {
  private typealias Table = WordPatterns<Link.Role>

  /// The role that a title names, or nil.
  static func role(ofTitle title: String) -> Link.Role? { titles.first(in: Table.spaced(title)) }

  /// The role that an address names, or nil.
  static func role(ofAddress url: String) -> Link.Role? { addresses.first(in: Folding.fold(url)) }

  /// The role that the words before an address give it, from `start` on and of its sentence only: `RSVP by 3 May at …`. The
  /// nearest says it; nil where none does. An address that `hasWords` of its own is told by those right before it only.
  static func role(
    ofWordsBefore place: Int, in bytes: [UInt8], from start: Int = 0, hasWords: Bool = false
  ) -> Link.Role? {
    var first = max(start, place - (hasWords ? 30 : 80))
    // `SIGN UP HERE!` may stand on the line above.
    var place = place
    var lines = 0
    while place > first,
      bytes[place - 1] <= .space || bytes[place - 1] == .colon || bytes[place - 1] == UInt8(ascii: "!")
    {
      if bytes[place - 1] == .newline { lines += 1 }
      place -= 1
    }
    if lines > 1 { return nil }
    for index in first..<max(first, place) {
      if bytes[index] == .newline || bytes[..<place].endsSentence(at: index) { first = index + 1 }
    }
    guard first < place else { return nil }
    let role = before.last(in: Table.spaced(String(decoding: bytes[first..<place], as: UTF8.self)))
    return role == .other ? nil : role
  }

  private static let titles = Table([
    (
      .registration,
      """
      anmal* registration* registrer* register sign_up signup rsvp biljett* ticket* boka bokning* book_a book_your book_now
      enroll enrol pamelding* tilmeld* anmeld* eventbrite
      """
    ),
    (.programme, "program programmet programme programm programblad schema schedule agenda dagordning"),
    (
      .stream,
      """
      stream streaming streamas livestream livestrom livesandning sandning sandningen webcast zoom teams watch_live se_live
      folj_live join_the_meeting join_the_call join_the_webinar videolank moteslank
      """
    ),
    (.map, "karta map vagbeskrivning directions hitta_hit anfahrt"),
    (.organiser, "arrangor arrangoren organiser organizer organisers organizers veranstalter"),
  ])

  private static let before = Table([
    (
      .registration,
      """
      anmal_dig anmal_er anmalan anmala_dig registrera_dig register sign_up signup rsvp osa biljetter tickets boka_plats
      book_your pamelding meld_deg_pa tilmelding tilmeld_dig
      """
    ),
    (
      .stream,
      "streamas_via sands_via streamas_pa sands_pa direktsands_pa livestream streamed_on streamed_via streamed_at"
    ),
    (.programme, "programmet_pa programmet_finns_pa programmet_hittar_du_pa"),
    (.other, "information las_mer read_more more_about mer_om more_info"),
  ])

  private static let addresses = Table(
    [
      (
        .registration,
        """
        eventbrite. simplesignup. trippus. billetto. ticketmaster. tickster. anmalan /register /registration /signup /rsvp
        lyyti. invitepeople. pretix. /pamelding /tilmelding /anmeldung
        """
      ),
      (.stream, "zoom.us/ teams.microsoft.com/ meet.google.com/ meet.jit.si/ whereby.com/ twitch.tv/ /live/"),
      (
        .map,
        """
        google.com/maps goo.gl/maps maps.app.goo.gl openstreetmap.org/#map openstreetmap.org/?mlat openstreetmap.org/node
        openstreetmap.org/way kartor.eniro.se hitta.se/kart
        """
      ),
      (.programme, "/program /schedule /agenda sched.com"),
    ], isOfWords: false)
}
