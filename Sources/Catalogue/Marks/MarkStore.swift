public import Events
internal import Synchronization

/// The reader's marks: kept in a database, shared by all copies of the program that run, and never lost.
///
/// The file is made by the first mark. Where it can't be read or written, marks are held in memory, and kept as soon as that
/// works; a damaged file is set aside and a new one begun with what is known; one of a newer version is read only. May be
/// used from any thread.
public final class MarkStore: Sendable {
  private let state: Mutex<MarkState>

  /// Marks kept in the file of that path; nil where there is no place for one. Nothing is opened yet. `now` gives the time in
  /// seconds since 1970-01-01 UTC.
  public init(path: String?, now: @escaping @Sendable () -> Int) {
    state = Mutex(MarkState(file: path.map(MarkFile.init), now: now))
  }

  /// Marks that are not meant to be kept.
  public init() { state = Mutex(MarkState(file: nil, isKept: false, now: { 0 })) }

  /// The marks, as far as they are known.
  public var marks: Marks { state.withLock { $0.marks } }

  /// Every marked item that is kept, by id.
  public func items() throws(MarkFault) -> [MarkedItem] {
    try state.withLock { state throws(MarkFault) in try state.items() }
  }

  /// Looks whether another copy of the program has changed the marks, or the file can be written again; the first time, reads
  /// the file. Gives whether the marks are others now, and what is to be told; nil while another thread is at it. Cheap where
  /// nothing has happened.
  public func refresh() -> (isChanged: Bool, fault: MarkFault?)? {
    state.withLockIfAvailable { state in
      defer { state.readAhead = nil }
      return state.readAhead ?? state.refresh()
    }
  }

  /// Whether there is a file to read.
  public var isThere: Bool { state.withLock { $0.isThere } }

  /// Does from another thread what ``refresh()`` does the first time, which then gives what came of it.
  public func readAhead() { state.withLock { $0.readAhead = $0.refresh() } }

  /// Makes changes and keeps them before it returns; what can't be kept now stays in memory. Gives what is to be told.
  ///
  /// What a person decided is kept against the end of power too. What was only observed (`isObserved`) is kept against the
  /// end of the program, costs no wait for the disk, and is synced with the next decision or when the store is closed.
  /// `describe` gives title and path of an item, to recognise it by.
  public func apply(
    _ changes: [MarkChange], isObserved: Bool = false, describe: (ItemID) -> (title: String, path: String)?
  ) -> MarkFault? {
    let described = changes.map { ($0, describe($0.id) ?? ("", "")) }
    return state.withLock { $0.apply(described, isObserved ? .written : .synced) }
  }

  /// Adds the marks of items, as of the times they name; where an item has a mark already, that stays. Gives how many marks
  /// were new.
  public func merge(_ items: [MarkedItem]) throws(MarkFault) -> Int {
    try state.withLock { state throws(MarkFault) in try state.merge(items) }
  }

  /// Ends with the file. Gives what could not be kept, where that is so.
  public func close() -> (unkept: Int, fault: MarkFault)? { state.withLock { $0.close() } }
}
