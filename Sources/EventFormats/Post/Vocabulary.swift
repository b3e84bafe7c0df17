import Events

/// What keys mean, over the sites met so far. Write a key as the site does: case, hyphens, underscores and accents are
/// folded. Of several keys with one role, the earlier in the table is the better.
struct Vocabulary: Sendable {
  /// A role and how good a source for it the key is: 0 is the best.
  struct Meaning: Sendable {
    var role: FieldRole
    var rank: Int
  }

  /// Meanings by the hash of the key's name, each at the first free place from the one its hash says. There are a power of two.
  private var hashes: [UInt64]
  private var meanings: [Meaning?]

  private init(_ table: [(FieldRole, String)]) {
    // A table is made at the first document, while a person waits for the first frame: folded a line at a time.
    let rows = table.map { role, keys in (role, Folding.fold(keys).split(separator: 0x20)) }
    var count = 16
    while count < rows.reduce(0, { $0 + $1.1.count }) * 4 { count *= 2 }
    hashes = Array(repeating: 0, count: count)
    meanings = Array(repeating: nil, count: count)
    var ranks: [FieldRole: Int] = [:]
    for (role, keys) in rows {
      var rank = ranks[role, default: 0]
      for key in keys {
        let hash = KeyName.hash(plain: key)
        let place = place(of: hash)
        if meanings[place] == nil {
          hashes[place] = hash
          meanings[place] = Meaning(role: role, rank: rank)
        }
        rank += 1
      }
      ranks[role] = rank
    }
  }

  /// What `key` means, or nil. `contact-person-2` is a further `contact-person`.
  subscript(key: String) -> Meaning? {
    // Most are of ASCII and end with a letter.
    if !key.utf8.contains(where: { $0 >= 0x80 }), !(key.utf8.last?.isDigit ?? true) {
      return self[hash: KeyName.hash(plain: key.utf8)]
    }
    let name = KeyName.normalised(key)
    if let meaning = self[hash: KeyName.hash(plain: name.utf8)] { return meaning }
    guard let last = name.utf8.last, last.isDigit else { return nil }
    return self[hash: KeyName.hash(plain: KeyName.withoutNumber(name).utf8)]
  }

  /// What the key of that ``KeyName/hash(plain:)`` means, or nil.
  subscript(hash hash: UInt64) -> Meaning? { meanings[place(of: hash)] }

  /// The place of a hash, or the free one where it would go.
  private func place(of hash: UInt64) -> Int {
    let last = hashes.count - 1
    var place = Int(truncatingIfNeeded: hash) & last
    while hashes[place] != hash, meanings[place] != nil { place = (place + 1) & last }
    return place
  }

  /// Keys of a document. The comments name the families of sites that use the keys; most are used by many.
  static let document = Vocabulary([
    (.title, "title name headline heading event-title event-name titel rubrik tittel tittle overskrift naam"),
    // ingress-text: Swedish civic-tech sites on Jekyll; teaser: carpentries; deck: digital.gov.
    (
      .lead,
      "ingress-text ingress lead lede intro preamble teaser deck excerpt description summary abstract blurb"
    ),
    (.lead, "short-description beskrivning kort-beskrivning sammanfattning beschreibung kurzbeschreibung"),
    // tease: Galaxy.
    (.lead, "tease standfirst"),
    // event-date: civictech.se; eventDate: kubernetes; event_date: US-RSE; start: Scala; datetime-start: Jekyll themes.
    (
      .start,
      "event-date event-start event-start-date event-date-start start start-date date-start datetime-start"
    ),
    (
      .start,
      "starts start-at starts-at start-datetime dtstart begin begins begin-date date-begin from date-from event-datetime when"
    ),
    (.start, "startdatum borjar startar starttidpunkt nar startdato beginn datum-von wann"),
    // enddate, end_date, endDate: gnistor, digital.gov.
    (
      .end,
      "end-date enddate event-end event-end-date event-date-end end date-end datetime-end ends end-datetime dtend"
    ),
    (
      .end,
      "end-at ends-at until to date-to slutdatum slutar slutttidpunkt sluttdato slutdato ende enddatum datum-bis"
    ),
    (.date, "date datum dato day datetime event-day local-date"),
    (.startTime, "start-time local-time starttime time-start event-start-time begin-time starttid startzeit"),
    (.endTime, "end-time endtime time-end event-end-time sluttid endzeit"),
    // event-date-desc: civictech.se; date_display, dates_short: conference sites.
    (
      .dateText,
      "event-date-desc date-display display-date date-text date-string human-date dates dates-short event-dates"
    ),
    (.dateText, "date-desc datum-text when-text humandate"),
    (.timeText, "event-time time time-text hours klockslag tid tidspunkt uhrzeit"),
    (.timeText, "klokkeslett klokken klockan zeit humantime"),
    (.times, "times sessions-times event-times schedule-times sessions occurrences instances showtimes"),
    (.times, "tillfallen forekomster kurstillfallen termine"),
    (.duration, "duration duration-minutes langd dauer"),
    (.days, "days number-of-days antal-dagar"),
    (.recurrence, "rrule recurrence-rule recurrence recurring repeats"),
    (.timeZone, "timezone time-zone tz tzid event-timezone timezone-name tidszon tidssone tidszone zeitzone"),
    // pub_date: gnistor; publishDate: Hugo.
    (
      .published,
      "pub-date pubdate publish-date published published-at published-date publication-date date-published"
    ),
    (
      .published,
      "datePublished post-date posted posted-at created created-at date-created publicerad publiceringsdatum"
    ),
    (.published, "publisert publiseringsdato veroffentlicht"),
    (
      .updated,
      "updated updated-at last-modified lastmod last-updated modified modified-at date-modified date-updated"
    ),
    (.updated, "uppdaterad senast-uppdaterad andrad"),
    (
      .occurrence(.deadline),
      "registration-deadline registration-closes registration-ends register-by rsvp-by deadline"
    ),
    (
      .occurrence(.deadline),
      "submission-deadline signup-deadline cfp-deadline cfp-date-end cfp-end cfp-closes"
    ),
    (
      .occurrence(.deadline),
      "anmalan-senast sista-anmalningsdag sista-anmalan anmalningsstopp osa anmeldeschluss rsvp-deadline"
    ),
    (
      .occurrence(.deadline),
      "last-register sista-dag-for-anmalan osa-senast svara-senast frist pameldingsfrist tilmeldingsfrist anmeldefrist"
    ),
    (
      .occurrence(.registrationOpens),
      "registration-opens registration-start registration-starts ticket-release"
    ),
    (.occurrence(.registrationOpens), "anmalan-oppnar biljettslapp"),
    (.occurrence(.doors), "doors doors-open dorrar insläpp dorrarna-oppnar einlass"),
    (
      .place,
      "place location where venue event-location event-venue locations plats stalle sted wo veranstaltungsort"
    ),
    // addressName, streetAddress, addressRegion: gnistor; venue_name, zip: digital.gov.
    (.venue(.name), "venue-name location-name place-name address-name lokalnamn platsnamn"),
    (.venue(.room), "room venue-room rum sal lokal raum"),
    (
      .venue(.street),
      "street-address street address address1 location-address venue-address event-address gatuadress adress"
    ),
    (.venue(.postalCode), "postal-code postcode zip zip-code zipcode postnummer postnr plz"),
    (.venue(.locality), "city town locality address-locality ort stad stadt by municipality kommun"),
    (.venue(.region), "region state province address-region lan bundesland"),
    (.venue(.country), "country address-country land"),
    (.venue(.coordinates), "coordinates geo lat-lng latlng latlong koordinater"),
    (.venue(.latitude), "latitude lat latitud"),
    (.venue(.longitude), "longitude lng lon longitud"),
    (
      .organiser,
      "organizer organiser event-organizer event-organiser organizers organisers host hosts hosted-by"
    ),
    (.organiser, "organized-by organised-by arrangor arrangorer arrangeras-av anordnare veranstalter"),
    (
      .person,
      "speaker speakers talare forelasare medverkande presenter presenters panelists panelist performers performer artists"
    ),
    (.person, "instructor instructors lecturer larare kursledare foredragsholder foredragsholdere"),
    (.person, "referent referenten author authors byline skribent forfattare"),
    (
      .contact,
      "contact contacts contact-person kontakt kontaktperson kontaktpersoner kontakter ansprechpartner"
    ),
    (.contactName, "contact-name kontakt-namn"),
    (.email, "contact-email email e-mail mail epost e-post organizer-email organiser-email kontakt-epost"),
    (.phone, "contact-phone phone telephone telefon tel kontakt-telefon"),
    (.links, "links link-list booking-links resources websites lankar"),
    (
      .link(.registration),
      "registration-url registration-link registration register register-url register-link rsvp rsvp-url"
    ),
    (
      .link(.registration),
      "tickets ticket-url ticket-link tickets-url booking booking-url booking-link signup signup-url"
    ),
    (
      .link(.registration),
      "sign-up anmalan anmalningslank anmalan-url anmalan-lank biljetter biljettlank eventbrite-url"
    ),
    (.link(.registration), "anmeldung anmeldelink pamelding pameldingslenke tilmelding tilmeldingslink"),
    (
      .link(.registration),
      "eventbrite luma billetto tito book book-url book-link buy-tickets ticket registration-page registrering"
    ),
    (
      .link(.programme), "program-url programme-url schedule-url agenda-url program programme agenda schedule"
    ),
    (
      .link(.stream),
      "stream stream-url livestream livestream-url live-url webcast zoom zoom-url zoom-link meeting-url join-url"
    ),
    (.link(.stream), "meeting-link video-call"),
    (.link(.map), "map map-url map-link maps google-maps google-maps-url maps-url openstreetmap karta"),
    (.link(.organiser), "organizer-url organiser-url organizer-link host-url"),
    (.link(.source), "source source-url original-url canonical canonical-url kalla"),
    (
      .link(.other),
      "event-url event-link url link link-out website web-site site homepage external-url external-link"
    ),
    (
      .link(.other),
      "venue-url venue-link venue-website location-url location-link slides slides-url url-slides video video-url url-video"
    ),
    (.link(.other), "youtube youtube-url youtube-embed recording recording-url meetup meetup-link"),
    (.link(.other), "meetup-url facebook facebook-event facebook-url webbplats webbsida hemsida lank"),
    (.language, "lang language locale sprak sprache"),
    (.status, "event-status status"),
    (.isCancelled, "cancelled canceled is-cancelled is-canceled installt avlyst abgesagt"),
    (.isDraft, "draft utkast"),
    (
      .tags,
      "tags categories category topics topic keywords hashtags taggar kategorier kategori amnen nyckelord forms themes tema"
    ),
    (
      .image,
      "image cover featured-image primary-image hero-image hero photo picture bild banner thumbnail images og-image logo"
    ),
    (.identifier, "ref uid guid uuid id identifier event-id"),
    (
      .attendance,
      "attendance-mode event-attendance-mode event-type event-format event-platform platform is-online online"
    ),
    (.attendance, "virtual"),
    (
      .price,
      "price cost fee ticket-price event-cost event-price pris avgift kostnad entre intrade admission preis"
    ),
    (.price, "eintritt inngang"),
    (.pageKind, "type layout post-type content-type kind"),
    // params: Hugo; extra, taxonomies: Zola.
    (.container, "event extra params taxonomies meta details evenemang info offers event-details event-info"),
    (
      .machinery,
      "all-day featured permalink slug weight aliases redirect-from redirect-to comments sitemap toc menu nav-order og-title"
    ),
    (
      .machinery,
      "og-description excerpt-separator show-meta header cascade outputs eleventy-navigation eleventy-computed"
    ),
  ])

  /// Keys inside a place: `location: {name: …, city: …}`.
  static let place = Vocabulary([
    (.venue(.name), "name venue venue-name title label namn"),
    (.venue(.room), "room rum sal lokal raum"),
    (.venue(.street), "street street-address address address1 line1 adress gatuadress"),
    (.venue(.postalCode), "postal-code postcode postal zip zip-code postnummer plz"),
    (.venue(.locality), "city town locality address-locality ort stad stadt"),
    (.venue(.region), "region state province address-region lan"),
    (.venue(.country), "country address-country land"),
    (.venue(.coordinates), "coordinates geo latlng"),
    (.venue(.latitude), "latitude lat"),
    (.venue(.longitude), "longitude lng lon"),
    (.link(.map), "map map-url karta"),
    (.link(.other), "url link links website href webbplats"),
  ])

  /// Keys inside a link: `links: [{title: …, url: …}]`.
  static let link = Vocabulary([
    (.title, "title name text label titel namn rubrik"),
    (.link(.other), "url href link address lank"),
    (.machinery, "style icon class target weight"),
  ])

  /// Keys inside a person, an organisation or a contact.
  static let person = Vocabulary([
    (.contactName, "name title namn full-name display-name public-name person"),
    (.lead, "role job-title titel roll position"),
    (.organiser, "organisation organization organizer organiser affiliation company org foretag"),
    (.email, "email e-mail mail epost e-post"),
    (.phone, "phone telephone telefon tel mobile mobil"),
    (.link(.other), "url link website href lank homepage"),
  ])

  /// Keys inside a time: `time: [[{start: …, end: …}]]`, `starts: {yyyy_mm_dd: …, utc_hh_mm: …}`.
  static let time = Vocabulary([
    (.start, "start starts start-at starts-at start-date from begin dtstart date-time local"),
    (.end, "end ends end-at ends-at end-date to dtend"),
    (.timeZone, "timezone time-zone tz tzid"),
    (.date, "date yyyy-mm-dd day datum"),
    (.startTime, "time utc-hh-mm hh-mm start-time tid"),
    (.endTime, "end-time sluttid"),
  ])
}
