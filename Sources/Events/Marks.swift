/// What a reader marked an item with.
public struct Mark: OptionSet, Sendable, Hashable {
  /// One bit each.
  public let rawValue: UInt8
  /// The marks of those bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// To be found again: the view ``View/starred`` holds it.
  public static let starred = Mark(rawValue: 1)
  /// Looked at.
  public static let seen = Mark(rawValue: 2)
  /// Not to be listed any more.
  public static let hidden = Mark(rawValue: 4)

  /// Every mark there is, with the name that files know it by.
  public static let named: [(mark: Mark, name: String)] = [
    (.starred, "starred"), (.seen, "seen"), (.hidden, "hidden"),
  ]
}

/// Which items are marked, and how. A value: copies share what they hold until one of them changes.
public struct Marks: Sendable, Hashable {
  /// The items to be found again.
  public var starred: Set<ItemID> = []
  /// The items looked at.
  public var seen: Set<ItemID> = []
  /// The items not to be listed.
  public var hidden: Set<ItemID> = []

  /// No marks.
  public init() {}

  /// The marks of an item.
  public subscript(id: ItemID) -> Mark {
    var marks: Mark = []
    if starred.contains(id) { marks.insert(.starred) }
    if seen.contains(id) { marks.insert(.seen) }
    if hidden.contains(id) { marks.insert(.hidden) }
    return marks
  }

  /// Makes a change.
  public mutating func apply(_ change: MarkChange) {
    func set(_ items: inout Set<ItemID>) {
      if change.isOn { items.insert(change.id) } else { items.remove(change.id) }
    }
    if change.mark.contains(.starred) { set(&starred) }
    if change.mark.contains(.seen) { set(&seen) }
    if change.mark.contains(.hidden) { set(&hidden) }
  }
}

/// A mark that is put on an item or taken off it.
public struct MarkChange: Sendable, Hashable {
  /// The item.
  public var id: ItemID
  /// One mark or several.
  public var mark: Mark
  /// Whether it is put on.
  public var isOn: Bool

  /// A change of that item's marks.
  public init(_ id: ItemID, _ mark: Mark, isOn: Bool) {
    self.id = id
    self.mark = mark
    self.isOn = isOn
  }

  /// What takes it back.
  public var reverse: MarkChange { MarkChange(id, mark, isOn: !isOn) }
}

/// Why marks are not kept as they should be. All but ``setAside(_:)`` leave changes in memory, to be kept as soon as that
/// works.
public enum MarkFault: Error, Sendable, Hashable {
  /// There is no home to keep them in.
  case noHome
  /// The file cannot be opened or written, with the system's reason.
  case unusable(path: String, reason: String)
  /// Another program does not let go of the file.
  case busy(path: String)
  /// The file was written by a newer version: it is read where that is possible, and left as it is.
  case newer(path: String)
  /// The file was damaged: it is kept under that path, and a new one was begun with what could be read of it.
  case setAside(String)
}
