internal import Events

/// The database of marks: a row an item, and all there is of SQL.
///
/// It is in WAL mode, so that a copy of the program that reads is never in the way of one that writes. What it says is
/// written is with the system, so that the end of the program, however it comes, loses nothing. Where it is to outlast
/// the end of power too, the log is synced with each transaction (`synchronous=FULL`).
struct MarkTable {
  /// What a write withstands.
  enum Durability: String {
    /// The end of the program.
    case written = "NORMAL"
    /// The end of power.
    case synced = "FULL"
  }

  /// What brings a file from each version to the next: `user_version` counts those that were done.
  private static let migrations = [
    """
    CREATE TABLE mark (
      id INTEGER PRIMARY KEY,  -- of the item: its 64 bits, the topmost as the sign
      starred INTEGER,         -- since when, in seconds since 1970 UTC; NULL where it is not
      seen INTEGER,
      hidden INTEGER,
      title TEXT NOT NULL,     -- as it was then, to recognise the item by
      path TEXT NOT NULL
    ) STRICT
    """
  ]

  private static let upserts: [Mark: String] = Dictionary(
    uniqueKeysWithValues: Mark.named.map { mark, name in
      (
        mark,
        """
        INSERT INTO mark (id, \(name), title, path) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (id) DO UPDATE SET \(name) = excluded.\(name),
          title = CASE excluded.title WHEN '' THEN title ELSE excluded.title END,
          path = CASE excluded.path WHEN '' THEN path ELSE excluded.path END
        """
      )
    })

  /// One mark of one item: since when, or that it is off.
  struct Entry {
    var id: ItemID
    var mark: Mark
    var time: Int?
    var title: String
    var path: String
  }

  private let database: Database
  /// Whether the file is of a newer version than this program knows; then it is only read.
  let isNewer: Bool
  /// Whether the file was begun and holds nothing yet, no table either.
  private let isBlank: Bool
  private var durability = Durability.synced
  /// What others had written when it was last read.
  private var version = 0

  /// Opens a file to be written, and brings it to the newest version. A newer one is left as it is.
  init(writing path: String, patience: Int32) throws(Database.Failure) {
    database = try Database(path, .writing)
    database.setPatience(milliseconds: patience)
    try database.execute("PRAGMA cell_size_check = ON; PRAGMA trusted_schema = OFF")
    isNewer = try database.number("PRAGMA user_version") > Self.migrations.count
    isBlank = false
    if isNewer { return }
    // A file that was cut still gives rows, of zeros.
    guard try database.isWhole() else { throw .damage }
    try database.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
    try migrate()
  }

  /// Opens a file to be read as it is.
  init(reading path: String, patience: Int32) throws(Database.Failure) {
    do {
      database = try Self.readable(path, .reading, patience)
    } catch {
      guard error.isReadOnly else { throw error }
      database = try Self.readable(path, .frozen, patience)
    }
    let version = try database.number("PRAGMA user_version")
    isNewer = version > Self.migrations.count
    isBlank = version == 0
  }

  private static func readable(_ path: String, _ access: Database.Access, _ patience: Int32)
    throws(Database.Failure) -> Database
  {
    let database = try Database(path, access)
    database.setPatience(milliseconds: patience)
    // Opening alone reads nothing.
    _ = try database.number("PRAGMA schema_version")
    return database
  }

  private func migrate() throws(Database.Failure) {
    guard try database.number("PRAGMA user_version") < Self.migrations.count else { return }
    try database.transaction { () throws(Database.Failure) in
      // Another copy may have been quicker.
      let done = try database.number("PRAGMA user_version")
      // The number is signed, and nobody counts below nothing.
      guard done >= 0 else { throw .damage }
      for migration in Self.migrations.dropFirst(done) { try database.execute(migration) }
      try database.execute("PRAGMA user_version = \(max(done, Self.migrations.count))")
    }
  }

  /// How long to wait for another copy that is writing.
  func setPatience(milliseconds: Int32) { database.setPatience(milliseconds: milliseconds) }

  /// All marks.
  mutating func marks() throws(Database.Failure) -> Marks {
    version = try database.number("PRAGMA data_version")
    var marks = Marks()
    if isBlank { return marks }
    let sql = "SELECT id, starred IS NOT NULL, seen IS NOT NULL, hidden IS NOT NULL FROM mark"
    try database.rows(sql) { row in
      let id = ItemID(of: row)
      if row.number(1) == 1 { marks.starred.insert(id) }
      if row.number(2) == 1 { marks.seen.insert(id) }
      if row.number(3) == 1 { marks.hidden.insert(id) }
    }
    return marks
  }

  /// Whether another connection has written since the marks were read.
  func isOutdated() throws(Database.Failure) -> Bool {
    try database.number("PRAGMA data_version") != version
  }

  /// Every marked item, by id.
  func items(_ body: (MarkedItem) -> Void) throws(Database.Failure) {
    if isBlank { return }
    try database.rows("SELECT id, starred, seen, hidden, title, path FROM mark ORDER BY id") { row in
      var item = MarkedItem(id: ItemID(of: row), title: row.text(4), path: row.text(5), times: [:])
      for (column, mark) in [Mark.starred, .seen, .hidden].enumerated() {
        item.times[mark] = row.number(Int32(column + 1))
      }
      body(item)
    }
  }

  /// Writes all of the entries, or none.
  mutating func write(_ entries: some Collection<Entry>, _ durability: Durability) throws(Database.Failure) {
    if durability != self.durability {
      try database.execute("PRAGMA synchronous = \(durability.rawValue)")
      self.durability = durability
    }
    try database.transaction { () throws(Database.Failure) in
      for entry in entries {
        guard let upsert = Self.upserts[entry.mark] else { continue }
        let id = Database.Value.number(Int(Int64(bitPattern: entry.id.value)))
        try database.run(upsert, id, .number(entry.time), .text(entry.title), .text(entry.path))
        guard entry.time == nil else { continue }
        try database.run(
          "DELETE FROM mark WHERE id = ? AND starred IS NULL AND seen IS NULL AND hidden IS NULL", id)
      }
    }
  }
}

extension ItemID {
  fileprivate init(of row: Database.Row) {
    self.init(value: UInt64(bitPattern: Int64(row.number(0) ?? 0)))
  }
}
