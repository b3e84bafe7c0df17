// The fixed layout of overviews: integers only, little-endian as every processor that Swift knows is, no gaps.
// `RecordTests` hold the sizes; a snapshot names them and is made anew where they differ.

/// An item: 64 bytes.
package struct ItemRecord: Sendable, BitwiseCopyable {
  package var id: UInt64
  /// Where its text starts.
  package var text: UInt64 = 0
  /// Where its title starts; its place follows.
  package var strings: UInt64 = 0
  /// The first bytes of the folded title, as a number that sorts as they do.
  package var titleOrder: UInt64 = 0
  package var textCount: UInt32 = 0
  package var titleCount: UInt32 = 0
  /// `noPlace` where none is known.
  package var placeCount: UInt32 = noPlace
  /// Its first moment: two a span, then that of its publication, then its deadline.
  package var moments: UInt32 = 0
  package var spanCount: UInt32 = 0
  package var document: UInt32 = 0
  /// Which of its document's items it is.
  package var number: UInt32 = 0
  package var kind: UInt8
  package var status: UInt8
  package var hasPublished: UInt8 = 0
  package var hasDeadline: UInt8 = 0

  package static let noPlace = UInt32.max

  package init(id: UInt64, kind: Item.Kind, status: Item.Status?) {
    self.id = id
    self.kind = kind == .event ? 0 : 1
    self.status = status.flatMap { Self.statuses.firstIndex(of: $0) }.map { UInt8($0 + 1) } ?? 0
  }

  /// How many bytes its title and its place take together.
  package var stringCount: Int { Int(titleCount) + (placeCount == Self.noPlace ? 0 : Int(placeCount)) }
  /// The number of the moment of its publication; nil where none is known.
  package var publication: Int? { hasPublished == 0 ? nil : Int(moments) + Int(spanCount) * 2 }
  /// How many moments it has.
  package var momentCount: Int { Int(spanCount) * 2 + Int(hasPublished) + Int(hasDeadline) }
  /// The number of the moment of its deadline; nil where none is known.
  package var deadline: Int? {
    hasDeadline == 0 ? nil : Int(moments) + Int(spanCount) * 2 + Int(hasPublished)
  }
  package var itemKind: Item.Kind { kind == 0 ? .event : .news }
  package var itemStatus: Item.Status? {
    status > 0 && Int(status) <= Self.statuses.count ? Self.statuses[Int(status) - 1] : nil
  }

  private static let statuses: [Item.Status] = [.cancelled, .postponed, .rescheduled, .movedOnline]
}

/// A moment, or none: 16 bytes.
package struct MomentRecord: Sendable, BitwiseCopyable {
  /// Days since 1970-01-01; `Int32.min` where there is no moment.
  package var day: Int32
  /// Of the day; -1 for all of it.
  package var seconds: Int32
  /// East of UTC; `Int32.min` where no zone is known.
  package var offset: Int32 = .min
  /// Where the zone's name stands, its length before it; 0 for none.
  package var zoneName: UInt32 = 0

  package static let none = MomentRecord(day: .min, seconds: -1)

  package init(day: Int32, seconds: Int32) { (self.day, self.seconds) = (day, seconds) }

  /// ``Moment/order`` of it.
  package var order: Int { Int(day) * 86_400 + Int(seconds) }
}

/// A document: 64 bytes.
package struct DocumentRecord: Sendable, BitwiseCopyable {
  package var path: UInt64
  package var pathHash: UInt64
  /// Of the file when it was read: bytes, nanoseconds since 1970, its number on its device; 0 where it is no file.
  package var size: UInt64 = 0
  package var modified: Int64 = 0
  package var inode: UInt64 = 0
  package var device: UInt64 = 0
  package var pathCount: UInt32
  package var firstItem: UInt32
  package var itemCount: UInt32 = 0
  package var isDoubtful: UInt8
  private var unused: (UInt8, UInt8, UInt8) = (0, 0, 0)

  package init(path: UInt64, pathCount: UInt32, pathHash: UInt64, firstItem: UInt32, isDoubtful: Bool) {
    (self.path, self.pathCount, self.pathHash) = (path, pathCount, pathHash)
    self.firstItem = firstItem
    self.isDoubtful = isDoubtful ? 1 : 0
  }
}

/// Paths are looked up by a number made of their bytes: as Strings, paths that differ in composition only would be one.
package enum PathHash {
  package static func of(_ path: String) -> UInt64 {
    var path = path
    return path.withUTF8 { of(UnsafeRawBufferPointer($0)) }
  }

  /// Eight bytes at a time, each step that of SplitMix64.
  package static func of(_ path: UnsafeRawBufferPointer) -> UInt64 {
    var hash = UInt64(path.count)
    var index = 0
    while index + 8 <= path.count {
      hash = mix(hash ^ path.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    var rest: UInt64 = 0
    for byte in path[index...] { rest = rest << 8 | UInt64(byte) }
    return mix(hash ^ rest)
  }

  private static func mix(_ number: UInt64) -> UInt64 {
    var number = number &+ 0x9e37_79b9_7f4a_7c15
    number = (number ^ number >> 30) &* 0xbf58_476d_1ce4_e5b9
    number = (number ^ number >> 27) &* 0x94d0_49bb_1331_11eb
    return number ^ number >> 31
  }
}
