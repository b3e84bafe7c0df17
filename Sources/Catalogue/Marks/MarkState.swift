internal import Events

/// What a ``MarkStore`` guards: the marks, the file, and what could not be written to it yet.
struct MarkState {
  private let file: MarkFile?
  private let isKept: Bool
  private let now: @Sendable () -> Int
  private(set) var marks = Marks()
  private var table: MarkTable?
  /// The file that `table` has open.
  private var identity: MarkFile.Identity?
  /// Why the file that is open is not written.
  private var writeFault: MarkFault?
  private var unkept: [Key: MarkTable.Entry] = [:]
  /// What a refresh gave that nobody has asked for yet.
  var readAhead: (isChanged: Bool, fault: MarkFault?)?

  private struct Key: Hashable {
    var id: ItemID
    var mark: Mark
  }

  /// How long another copy may be in the way, in milliseconds, where a person waits for it and where nobody does.
  private static let patience: [MarkTable.Durability: Int32] = [.synced: 250, .written: 0]
  /// More of a title or a path is not kept.
  private static let textBytes = 1024

  init(file: MarkFile?, isKept: Bool = true, now: @escaping @Sendable () -> Int) {
    self.file = file
    self.isKept = isKept
    self.now = now
  }

  // MARK: What is asked

  var isThere: Bool { file?.identity != nil }

  mutating func refresh() -> (isChanged: Bool, fault: MarkFault?) {
    guard let file, let found = file.identity else { return (false, nil) }
    // Nothing has happened, most of the time.
    if table != nil, found == identity, unkept.isEmpty, (try? isOutdated()) == false { return (false, nil) }
    return outside { refresh(found) }
  }

  private mutating func refresh(_ found: MarkFile.Identity) -> (isChanged: Bool, fault: MarkFault?) {
    var isChanged = true
    var told: MarkFault?
    do {
      if table == nil || found != identity {
        rescue()
        told = try open(.written)
      } else if try isOutdated() {
        told = try read()
      } else {
        isChanged = false
      }
      if table?.isNewer != true { told = try keep(.written) ?? told }
    } catch {
      // A copy that writes just now is soon done: there is a next time.
      if case .busy = error { return (isChanged, nil) }
      told = error
    }
    return (isChanged, told)
  }

  mutating func apply(
    _ changes: [(MarkChange, (title: String, path: String))], _ durability: MarkTable.Durability
  ) -> MarkFault? {
    let time = now()
    for (change, item) in changes {
      for (mark, _) in Mark.named where change.mark.contains(mark) {
        hold(change.id, mark, change.isOn ? time : nil, item.title, item.path)
      }
    }
    do { return try keep(durability) } catch { return error }
  }

  mutating func items() throws(MarkFault) -> [MarkedItem] {
    guard let file, file.identity != nil else { return [] }
    return try outside { () throws(MarkFault) in
      if table == nil { _ = try open(.synced) }
      var items: [MarkedItem] = []
      do throws(Database.Failure) { try table?.items { items.append($0) } } catch { throw fault(error) }
      return items
    }
  }

  mutating func merge(_ items: [MarkedItem]) throws(MarkFault) -> Int {
    if table == nil, file?.identity != nil { _ = try outside { () throws(MarkFault) in try open(.synced) } }
    var added = 0
    for item in items {
      for (mark, time) in item.times where !marks[item.id].contains(mark) {
        hold(item.id, mark, time, item.title, item.path)
        added += 1
      }
    }
    _ = try keep(.synced)
    return added
  }

  mutating func close() -> (unkept: Int, fault: MarkFault)? {
    outside {
      defer { table = nil }
      do throws(MarkFault) { _ = try write(.synced) } catch {
        // What was only seen is no loss to tell of.
        let decisions = unkept.values.count { $0.mark != .seen }
        return decisions > 0 ? (decisions, error) : nil
      }
      return nil
    }
  }

  // MARK: What is held in memory

  private mutating func hold(_ id: ItemID, _ mark: Mark, _ time: Int?, _ title: String, _ path: String) {
    marks.apply(MarkChange(id, mark, isOn: time != nil))
    unkept[Key(id: id, mark: mark)] = MarkTable.Entry(
      id: id, mark: mark, time: time, title: title.clipped(to: Self.textBytes),
      path: path.clipped(to: Self.textBytes))
  }

  /// Holds all that is known of a file that was removed, replaced or damaged while it was open: what can still be read of it,
  /// and what was read before.
  private mutating func rescue() {
    let held = unkept
    try? table?.items { item in
      for (mark, time) in item.times { hold(item.id, mark, time, item.title, item.path) }
    }
    let time = now()
    for (mark, items) in [(Mark.starred, marks.starred), (.seen, marks.seen), (.hidden, marks.hidden)] {
      for id in items where unkept[Key(id: id, mark: mark)] == nil { hold(id, mark, time, "", "") }
    }
    for entry in held.values { hold(entry.id, entry.mark, entry.time, entry.title, entry.path) }
  }

  // MARK: What is kept in the file

  /// Has what is not kept yet written. Gives what is to be told of the file.
  private mutating func keep(_ durability: MarkTable.Durability) throws(MarkFault) -> MarkFault? {
    unkept.isEmpty || !isKept ? nil : try outside { () throws(MarkFault) in try write(durability) }
  }

  /// Writes what is not kept yet. Gives what is to be told of the file.
  private mutating func write(_ durability: MarkTable.Durability) throws(MarkFault) -> MarkFault? {
    if unkept.isEmpty || !isKept { return nil }
    guard let file else { throw .noHome }
    var told: MarkFault?
    if table == nil || file.identity != identity {
      rescue()
      try file.make()
      told = try open(durability)
    } else if writeFault != nil, table?.isNewer != true {
      // By now it may be written.
      told = try open(durability)
    }
    if let writeFault { throw writeFault }
    do {
      table?.setPatience(milliseconds: Self.patience[durability, default: 0])
      try table?.write(unkept.values, durability)
      unkept = [:]
      return told
    } catch {
      return try mend(error)
    }
  }

  /// Opens the file, which is there, and reads it. Gives what is to be told of it.
  private mutating func open(_ durability: MarkTable.Durability) throws(MarkFault) -> MarkFault? {
    guard let file else { throw .noHome }
    (table, writeFault, identity) = (nil, nil, file.identity)
    let patience = Self.patience[durability, default: 0]
    do {
      table = try MarkTable(writing: file.path, patience: patience)
      if table?.isNewer == true {
        table = try MarkTable(reading: file.path, patience: patience)
        writeFault = .newer(path: file.path)
      }
    } catch {
      guard error.isReadOnly else { return try mend(error) }
      let refusal = error
      do { table = try MarkTable(reading: file.path, patience: patience) } catch { throw fault(refusal) }
      writeFault = fault(refusal)
    }
    return try read() ?? (table?.isNewer == true ? writeFault : nil)
  }

  private mutating func isOutdated() throws(MarkFault) -> Bool {
    do { return try table?.isOutdated() ?? false } catch { throw fault(error) }
  }

  /// Reads the file that is open.
  private mutating func read() throws(MarkFault) -> MarkFault? {
    do {
      marks = try table?.marks() ?? Marks()
    } catch {
      // A newer version may keep its marks otherwise.
      if table?.isNewer != true {
        if !error.isDamage { table = nil }  // to be read again
        return try mend(error)
      }
      marks = Marks()
    }
    for entry in unkept.values { marks.apply(MarkChange(entry.id, entry.mark, isOn: entry.time != nil)) }
    return nil
  }

  /// Sets a damaged file aside and begins a new one with what is known; other failures are thrown.
  private mutating func mend(_ failure: Database.Failure) throws(MarkFault) -> MarkFault? {
    guard failure.isDamage, writeFault == nil, let file else {
      if failure.isReadOnly || failure.isDamage { table = nil }
      throw fault(failure)
    }
    if table == nil { table = try? MarkTable(reading: file.path, patience: 0) }
    rescue()
    table = nil
    let name = try file.setAside(identity, now: now())
    try file.make()
    // What fails now is told when it fails again.
    do { _ = try keep(.synced) } catch {}
    return name.map { .setAside($0) }
  }

  private func fault(_ failure: Database.Failure) -> MarkFault {
    let path = file?.path ?? ""
    return failure.isBusy ? .busy(path: path) : .unusable(path: path, reason: failure.reason)
  }
}

extension String {
  /// The text, or as many whole scalars of it as fit in so many bytes of UTF-8.
  fileprivate func clipped(to bytes: Int) -> String {
    guard utf8.count > bytes else { return self }
    var end = utf8.index(utf8.startIndex, offsetBy: bytes)
    while end > startIndex, UTF8.isContinuation(utf8[end]) { end = utf8.index(before: end) }
    return String(self[..<end])
  }
}
