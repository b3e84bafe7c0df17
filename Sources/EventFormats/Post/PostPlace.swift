import Events

/// Where: the venue, and how one takes part.
extension PostReader {
  mutating func readPlace() {
    for field in fields[.place] { read(place: field) }
    readVenueKeys()
    readAttendance()
    if var found = facts.venue {
      found.provenance = placed(found.provenance)
      if item.venue == nil {
        found.detail = nil
        item.venue = found
      } else {
        setDetail(found.asWritten ?? found.summary, found.provenance)
      }
    }
    if item.venue == nil, item.kind == .event, item.source.format == .markdown,
      var found = VenueInWords(text.tokens, facts).venue()
    {
      found.provenance = placed(found.provenance)
      item.venue = found
      item.attendance = item.attendance ?? .inPerson
    }
    if item.venue == nil, item.attendance == nil, item.kind == .event {
      item.attendance =
        TextSigns.attendance(ofTitle: item.title) ?? TextSigns.attendance(toldIn: text.tokens)
    }
    if item.venue?.detail == nil, let found = placeOfBroadcast { setDetail(found.name, found.provenance) }
  }

  /// A place that the text names beside the given one.
  private mutating func setDetail(_ name: String?, _ provenance: Provenance?) {
    guard let name, let provenance, !name.isEmpty else { return }
    let given = Folding.fold(item.venue?.asWritten ?? item.venue?.summary ?? "")
    let found = Folding.fold(name)
    guard found.count > 3, given != found, !given.containsBytes(found) else { return }
    if item.venue == nil { return }
    item.venue?.detail = Venue.Detail(name: name, provenance: provenance)
  }

  private mutating func read(place field: PostField) {
    if let text = field.node.text {
      read(words: text, field)
      return
    }
    if !field.node.entries.isEmpty {
      read(map: field.node, field)
      return
    }
    let texts = field.node.elements.compactMap(\.text)
    if !texts.isEmpty {
      read(words: texts.joined(separator: ", "), field)
    } else if let first = field.node.elements.first {
      read(map: first, field)
    }
  }

  /// `place: Sundsvall & online`; an address on the net is where it is streamed, not a place.
  private mutating func read(words: String, _ field: PostField) {
    let words = OneLine.of(HTMLEntities.decode(words))
    if let url = LinkAddress.url(words) {
      item.attendance = item.attendance ?? .online
      item.provenance[.attendance] = item.provenance[.attendance] ?? provenance(field)
      addLink(Link(url: url, role: .stream, provenance: provenance(field)))
      return
    }
    let place = PlaceWords(words)
    set(attendance: place.attendance, field)
    var venue = place.venue
    venue.provenance = provenance(field)
    item.venue = item.venue.map { $0.completed(by: venue) } ?? venue
  }

  private mutating func read(map node: DataNode, _ field: PostField) {
    var venue = Venue()
    for entry in node.entries where !entry.value.isEmpty {
      let key = "\(field.key).\(entry.key)"
      let part = PostField(role: .place, rank: 0, key: key, node: entry.value)
      switch Vocabulary.place[entry.key]?.role {
      case .venue(.street) where !entry.value.entries.isEmpty: read(map: entry.value, part)
      case .venue(let kind): set(kind, of: &venue, entry.value)
      case .link(let role):
        for url in entry.value.elements.compactMap({ $0.text.flatMap(LinkAddress.url) }) {
          addLink(
            Link(
              url: url, role: role == .other ? LinkRoles.role(ofAddress: url) ?? .other : role,
              provenance: provenance(part)))
        }
      default: fields.keep(part)
      }
    }
    venue.provenance = provenance(field)
    if let name = venue.name, PlaceWords.isOnline(name) {
      set(attendance: .online, field)
    } else if venue != Venue() {
      set(attendance: .inPerson, field)
    }
    item.venue = item.venue.map { $0.completed(by: venue) } ?? venue
  }

  /// `streetAddress`, `postalCode`, `city` … outside any map.
  private mutating func readVenueKeys() {
    let kinds: [VenuePart] = [
      .name, .room, .street, .postalCode, .locality, .region, .country, .coordinates, .latitude, .longitude,
    ]
    var venue = Venue()
    for kind in kinds {
      guard let field = fields[.venue(kind)].first else { continue }
      // `address: {street: …, city: …}`
      if !field.node.entries.isEmpty, kind != .coordinates {
        read(map: field.node, field)
        continue
      }
      set(kind, of: &venue, field.node)
      if venue.provenance == nil { venue.provenance = provenance(field) }
    }
    guard venue.provenance != nil else { return }
    if let place = item.venue, place.isOnlyName, venue.street != nil || venue.name != nil,
      !(place.name?.utf8.contains(0x20) ?? true) || venue.locality != nil
    {
      // Beside an address, a single word for the place is the town.
      let isTown = venue.locality.map { Folding.fold($0) == Folding.fold(place.name ?? "") } ?? true
      if isTown {
        item.venue?.name = nil
        item.venue?.locality = place.name
      }
    }
    item.venue = item.venue.map { $0.completed(by: venue) } ?? venue
    item.venue?.dropRepeats()
    if let field = fields[.venue(.street)].first ?? fields[.venue(.name)].first {
      set(attendance: PlaceWords.isOnline(field.node.text ?? "") ? .online : .inPerson, field)
    }
  }

  /// Sets a part; an address or a town may hold several: `address: Storgatan 2, 111 22 Stockholm`, `ort: Café Kante, Leipzig`.
  private func set(_ part: VenuePart, of venue: inout Venue, _ node: DataNode) {
    guard part == .street || part == .locality, let text = node.text, text.utf8.contains(UInt8(ascii: ","))
    else {
      venue.set(part, node)
      return
    }
    var parts = PlaceWords(OneLine.of(HTMLEntities.decode(text))).venue
    parts.asWritten = nil
    if part == .street, parts.street == nil {
      (parts.street, parts.name) = (parts.name, nil)
    }
    venue = venue.completed(by: parts)
  }

  private mutating func set(attendance: Item.Attendance?, _ field: PostField) {
    guard let attendance, item.attendance == nil else { return }
    item.attendance = attendance
    item.provenance[.attendance] = provenance(field)
  }

  /// `event_type: [in-person, online]`, `eventAttendanceMode: https://schema.org/MixedEventAttendanceMode`, `online: true`.
  private mutating func readAttendance() {
    for field in fields[.attendance] {
      let texts = field.node.elements.compactMap(\.text)
      let words = texts.map(KeyName.normalised)
      // `youtube_live` is two words.
      let isOnline =
        texts.contains(where: PlaceWords.isOnline)
        || words.contains { $0.hasSuffix("onlineeventattendancemode") || $0 == "true" }
      let isInPerson = words.contains {
        ["inperson", "onsite", "offline", "paplats", "fysiskt", "fysisk", "false"].contains($0)
          || $0.hasSuffix("offlineeventattendancemode")
      }
      let isMixed =
        words.contains { $0 == "hybrid" || $0.hasSuffix("mixedeventattendancemode") }
        || isOnline && isInPerson
      if isMixed || isOnline || isInPerson {
        item.attendance =
          isMixed || item.attendance == .inPerson && isOnline && item.venue?.provenance?.key == nil
          ? .mixed : isOnline ? .online : .inPerson
        item.provenance[.attendance] = provenance(field)
        return
      }
      fields.keep(field)
    }
    if item.attendance == nil, let attendance = facts.attendance { item.attendance = attendance }
  }

  /// The place of "sänds från [Sveateatern](…)": the link after words that say where.
  private var placeOfBroadcast: Venue.Detail? {
    for link in text.words.links where !link.words.isEmpty {
      let before =
        Folding.fold(text.line(max(0, link.words.lowerBound - 40)..<link.words.lowerBound)) + [0x20]
      guard PostReader.broadcastWords.contains(where: { before.hasSuffix($0.utf8) }) else { continue }
      return Venue.Detail(name: text.line(link.words), provenance: provenance(link.words))
    }
    return nil
  }

  private static let broadcastWords = [
    "sands fran ", "sander fran ", "sands live fran ", "ager rum pa ", "ager rum i ", "halls pa ", "halls i ",
    "vi ses pa ", "i lokalen ", "broadcast from ", "streamed from ", "takes place at ", "held at ",
    "hosted at ",
  ]
}

extension Venue {
  /// Whether nothing is known but a name.
  fileprivate var isOnlyName: Bool {
    name != nil && [room, street, postalCode, locality, region, country].allSatisfy { $0 == nil }
  }

  /// Forms ask for parts that a square or a town does not have, and are filled with what stands above.
  mutating func dropRepeats() {
    if street == name { street = nil }
    if region == locality { region = nil }
  }

  /// The same with what `other` adds.
  func completed(by other: Venue) -> Venue {
    var venue = self
    venue.name = name ?? other.name
    venue.room = room ?? other.room
    venue.street = street ?? other.street
    venue.postalCode = postalCode ?? other.postalCode
    venue.locality = locality ?? other.locality
    venue.region = region ?? other.region
    venue.country = country ?? other.country
    venue.coordinates = coordinates ?? other.coordinates
    venue.asWritten = asWritten ?? other.asWritten
    return venue
  }

  /// Sets a part from data.
  mutating func set(_ part: VenuePart, _ node: DataNode) {
    if part == .coordinates {
      coordinates = Coordinates(node) ?? coordinates
      return
    }
    guard let text = node.text.map({ OneLine.of(HTMLEntities.decode($0)) }), !text.isEmpty else { return }
    switch part {
    case .name: name = text
    case .room: room = text
    case .street: street = text
    case .postalCode:
      // `SE-413 04 Göteborg` in one field.
      if let (code, town) = PostalCode.leading(text) {
        postalCode = code
        if !town.isEmpty { locality = locality ?? town }
      } else {
        postalCode = text
      }
    case .locality: locality = text
    case .region: region = text
    case .country: country = text
    case .latitude:
      if let degrees = Double(text), abs(degrees) <= 90 {
        coordinates = Coordinates(latitude: degrees, longitude: coordinates?.longitude ?? 0)
      }
    case .longitude:
      if let degrees = Double(text), abs(degrees) <= 180, let latitude = coordinates?.latitude {
        coordinates = Coordinates(latitude: latitude, longitude: degrees)
      }
    case .coordinates: break
    }
  }
}

extension Venue.Coordinates {
  /// `59.3, 18.1`, `[59.3, 18.1]`, `{lat: 59.3, lon: 18.1}`.
  fileprivate init?(_ node: DataNode) {
    var numbers: [Double] = []
    if node.entries.isEmpty {
      for text in node.elements.compactMap(\.text) {
        numbers += text.split { $0 == "," || $0 == " " || $0 == ";" }.compactMap { Double($0) }
      }
    } else {
      for part in [VenuePart.latitude, .longitude] {
        let entry = node.entries.first { Vocabulary.place[$0.key]?.role == .venue(part) }
        if let number = entry?.value.text.flatMap({ Double($0) }) { numbers.append(number) }
      }
    }
    guard numbers.count == 2, abs(numbers[0]) <= 90, abs(numbers[1]) <= 180 else { return nil }
    self.init(latitude: numbers[0], longitude: numbers[1])
  }
}
