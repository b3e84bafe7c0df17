import Events

/// What a key of front matter means.
enum FieldRole: Hashable, Sendable {
  case title, lead, language, identifier, tags, image, price
  /// The event begins, ends; or, where only the document's kind can tell, begins or was published.
  case start, end, date
  /// A time of day by itself.
  case startTime, endTime
  /// The time, or day and time, in words.
  case dateText, timeText
  /// A list of maps with a start and an end each.
  case times
  /// Minutes, or a number with its unit; whole days.
  case duration, days
  case recurrence
  /// The zone of the times.
  case timeZone
  case published, updated
  /// A time that belongs to the event but is not it.
  case occurrence(Occurrence.Role)
  case place
  case venue(VenuePart)
  case organiser, person
  case contact, contactName, email, phone
  case links
  case link(Link.Role)
  case status, isCancelled, isDraft
  case attendance
  /// What kind of page it is: tells events from news.
  case pageKind
  /// Holds further keys, as if they stood outside.
  case container
  /// Says how the site shows the page, nothing about what it is.
  case machinery
}

/// A part of an address.
enum VenuePart: Hashable, Sendable {
  case name, room, street, postalCode, locality, region, country, coordinates, latitude, longitude
}
