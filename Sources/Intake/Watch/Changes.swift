import Glibc

/// What has changed in the folders watched since they were last looked at.
struct Changes: Sendable {
  /// What is to be read again, or is gone.
  private(set) var starts: Set<OriginWalk.Start> = []
  /// The folders that are gone, by their paths with a `/` at the end.
  private(set) var goneFolders: Set<[UInt8]> = []
  /// More has changed than the system kept: everything is to be looked at again.
  private(set) var isLost = false

  var isEmpty: Bool { starts.isEmpty && goneFolders.isEmpty && !isLost }

  /// Takes all that the system has to tell.
  mutating func collect(from watches: Watches) {
    withUnsafeTemporaryAllocation(byteCount: 65536, alignment: 8) { buffer in
      while true {
        let count = read(watches.descriptor, buffer.baseAddress, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        var events = UnsafeRawBufferPointer(buffer)[..<count]
        while let event = Event(&events) { take(event, watches) }
      }
    }
  }

  /// One word of the system's.
  private struct Event {
    var watch: Int32
    var mask: UInt32
    /// What in the folder it is about; empty for the folder itself.
    var name: [UInt8]

    /// The next of those; nil where there is no more.
    init?(_ bytes: inout Slice<UnsafeRawBufferPointer>) {
      let header = MemoryLayout<inotify_event>.size
      guard bytes.count >= header else { return nil }
      let event = UnsafeRawBufferPointer(rebasing: bytes).loadUnaligned(as: inotify_event.self)
      watch = event.wd
      mask = event.mask
      bytes = bytes.dropFirst(header)
      name = bytes.prefix(Int(event.len)).prefix { $0 != 0 }.map(\.self)
      bytes = bytes.dropFirst(Int(event.len))
    }

    func tells(_ kinds: Int32...) -> Bool { kinds.contains { mask & UInt32($0) != 0 } }
  }

  private mutating func take(_ event: Event, _ watches: Watches) {
    if event.tells(IN_Q_OVERFLOW) { isLost = true }
    for place in watches.places(of: event.watch) {
      if let file = place.file {
        if event.name == file.name { starts.insert(.origin(.path(file.path))) }
      } else if event.name.isEmpty {
        // Of other folders the one they lie in tells.
        if place.relative.isEmpty, event.tells(IN_DELETE_SELF, IN_MOVE_SELF, IN_UNMOUNT) {
          goneFolders.insert(place.root)
        }
      } else if event.tells(IN_ISDIR) {
        take(folder: event, in: place, watches)
      } else if !Passed.passesFile(event.name[...]),
        !event.tells(IN_CREATE) || Self.isThereAtOnce(event.name, place)
      {
        starts.insert(.part(of: place.root, event.name, in: place.relative))
      }
    }
    if event.tells(IN_IGNORED) { watches.forget(event.watch) }
  }

  private mutating func take(folder event: Event, in place: Watches.Place, _ watches: Watches) {
    if Passed.passesFolder(event.name[...]) { return }
    if event.tells(IN_DELETE, IN_MOVED_FROM) {
      let relative = place.relative + event.name + [UInt8(ascii: "/")]
      goneFolders.insert(place.root + relative)
      watches.forget(in: place.root, under: relative)
    } else if event.tells(IN_CREATE, IN_MOVED_TO) {
      starts.insert(.part(of: place.root, event.name, in: place.relative))
    }
  }

  /// Whether what was just made is whole: a link. Of a file that is being written, its end will be told.
  private static func isThereAtOnce(_ name: [UInt8], _ place: Watches.Place) -> Bool {
    var status = stat()
    let found = FileName(place.root + place.relative + name).withCString { lstat($0, &status) } == 0
    return found && (FileKind(mode: status.st_mode) == .link || status.st_nlink > 1)
  }
}
