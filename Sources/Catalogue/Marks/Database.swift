internal import CSQLite

/// A connection to SQLite: a thin layer that looks at every result code. Not to be used by two threads at once.
final class Database {
  /// What SQLite refused to do.
  struct Failure: Error {
    /// A result code of SQLite, without what extends it.
    var code: Int32
    /// The reason for a person: the system's, where it was the system that refused.
    var reason: String

    /// The file is not whole.
    static let damage = Failure(code: SQLITE_CORRUPT, reason: String(cString: sqlite3_errstr(SQLITE_CORRUPT)))

    /// Whether the file is no database, or not whole.
    var isDamage: Bool { code == SQLITE_CORRUPT || code == SQLITE_NOTADB }
    /// Whether another connection is in the way.
    var isBusy: Bool { code == SQLITE_BUSY || code == SQLITE_LOCKED }
    /// Whether the file may not be written.
    var isReadOnly: Bool { code == SQLITE_READONLY || code == SQLITE_PERM || code == SQLITE_CANTOPEN }
  }

  /// How a file is opened. None of them makes one.
  enum Access {
    case writing, reading
    /// Reads a file that nobody writes, in a folder where SQLite can make no file of its own.
    case frozen
  }

  private let handle: OpaquePointer
  private var statements: [String: Statement] = [:]

  init(_ path: String, _ access: Access) throws(Failure) {
    var handle: OpaquePointer?
    let code =
      switch access {
      case .writing: sqlite3_open_v2(path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil)
      case .reading: sqlite3_open_v2(path, &handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nil)
      case .frozen:
        sqlite3_open_v2(
          Self.frozenAddress(path), &handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI, nil
        )
      }
    guard code == SQLITE_OK, let handle else {
      let failure = Failure(code: code & 0xff, reason: Self.reason(code, handle))
      sqlite3_close_v2(handle)
      throw failure
    }
    self.handle = handle
  }

  deinit {
    // Statements end with the dictionary; the connection ends with the last of them.
    sqlite3_close_v2(handle)
  }

  /// How long to wait for another connection that is in the way.
  func setPatience(milliseconds: Int32) { sqlite3_busy_timeout(handle, milliseconds) }

  /// Runs statements that give no rows.
  func execute(_ sql: String) throws(Failure) {
    try check(sqlite3_exec(handle, sql, nil, nil, nil))
  }

  /// Runs a statement to its end; it is made ready once and kept.
  func run(_ sql: String, _ values: Value...) throws(Failure) {
    try rows(sql, values) { _ in }
  }

  /// The first column of the first row as a number; 0 where there is no row.
  func number(_ sql: String) throws(Failure) -> Int {
    var number = 0
    try rows(sql, []) { number = $0.number(0) ?? 0 }
    return number
  }

  /// Whether every page is what it should be.
  func isWhole() throws(Failure) -> Bool {
    var verdict = ""
    try rows("PRAGMA quick_check(1)") { verdict = $0.text(0) }
    return verdict == "ok"
  }

  /// Hands every row of a statement to `body`.
  func rows(_ sql: String, _ values: [Value] = [], _ body: (Row) -> Void) throws(Failure) {
    let statement = try statement(sql)
    defer {
      sqlite3_reset(statement.handle)
      sqlite3_clear_bindings(statement.handle)
    }
    for (index, value) in values.enumerated() { try check(statement.bind(value, Int32(index + 1))) }
    while true {
      switch sqlite3_step(statement.handle) {
      case SQLITE_ROW: body(Row(statement: statement.handle))
      case SQLITE_DONE: return
      case let code: throw failure(code)
      }
    }
  }

  /// Does all that `body` does, or nothing of it.
  func transaction(_ body: () throws(Failure) -> Void) throws(Failure) {
    try run("BEGIN IMMEDIATE")
    do {
      try body()
      try run("COMMIT")
    } catch {
      // A failure of the disk may have ended it already; then this one says so and nothing more is to be done.
      try? run("ROLLBACK")
      throw error
    }
  }

  private func statement(_ sql: String) throws(Failure) -> Statement {
    if let statement = statements[sql] { return statement }
    var handle: OpaquePointer?
    try check(sqlite3_prepare_v3(self.handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil))
    guard let handle else { throw Failure(code: SQLITE_MISUSE, reason: "an empty statement") }
    let statement = Statement(handle)
    statements[sql] = statement
    return statement
  }

  private func check(_ code: Int32) throws(Failure) {
    if code != SQLITE_OK { throw failure(code) }
  }

  private func failure(_ code: Int32) -> Failure {
    Failure(code: code & 0xff, reason: Self.reason(code, handle))
  }

  private static func reason(_ code: Int32, _ handle: OpaquePointer?) -> String {
    if let handle {
      let number = sqlite3_system_errno(handle)
      let isOfSystem = [SQLITE_CANTOPEN, SQLITE_IOERR, SQLITE_FULL, SQLITE_PERM].contains(code & 0xff)
      if isOfSystem, number != 0 { return SystemError.reason(number) }
    }
    return String(cString: sqlite3_errstr(code & 0xff))
  }

  /// `file:` and the path, with what a URI would take for something else written as its number.
  private static func frozenAddress(_ path: String) -> String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    let digits = Array("0123456789ABCDEF".utf8)
    var address = Array("file:".utf8)
    for byte in path.utf8 {
      if plain.contains(byte) {
        address.append(byte)
      } else {
        address += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: address + Array("?immutable=1".utf8), as: UTF8.self)
  }
}

extension Database {
  /// What is put in the place of a question mark.
  enum Value {
    case number(Int?)
    case text(String)
  }

  /// A row while it is looked at.
  struct Row {
    fileprivate let statement: OpaquePointer

    /// A number, or nil where there is none.
    func number(_ column: Int32) -> Int? {
      guard sqlite3_column_type(statement, column) != SQLITE_NULL else { return nil }
      return Int(sqlite3_column_int64(statement, column))
    }

    /// A text; what is no UTF-8 in it is replaced.
    func text(_ column: Int32) -> String {
      guard let bytes = sqlite3_column_text(statement, column) else { return "" }
      let count = Int(sqlite3_column_bytes(statement, column))
      return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }
  }

  /// A statement made ready.
  private final class Statement {
    let handle: OpaquePointer

    init(_ handle: OpaquePointer) { self.handle = handle }

    deinit { sqlite3_finalize(handle) }

    func bind(_ value: Value, _ index: Int32) -> Int32 {
      switch value {
      case .number(nil): return sqlite3_bind_null(handle, index)
      case .number(let number?): return sqlite3_bind_int64(handle, index, Int64(number))
      case .text(var text):
        return text.withUTF8 { bytes in
          bytes.withMemoryRebound(to: CChar.self) {
            csqlite_bind_text(handle, index, $0.baseAddress, Int32(clamping: $0.count))
          }
        }
      }
    }
  }
}
