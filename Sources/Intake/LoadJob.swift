import Catalogue
import EventFormats
import Events
import Synchronization

/// One run of a ``Loader``. Readers take batches from the walk one after the other; what they read is handed on in the
/// order in which the batches were taken, so that the same folder always gives the same ids.
final class LoadJob<Content: LoadBatch>: Sendable {
  private let batchSize = 64

  private struct Batch: Sendable {
    var number: Int
    var found: [Found]
  }

  private struct Queue: Sendable {
    var walk: OriginWalk
    var taken = 0
  }

  /// What was read of a batch, and how many documents.
  private struct Read: Sendable {
    var content = Content()
    var documents = 0
    /// The numbers of those that are known from before, whether they are read again or not.
    var known: [Int] = []
  }

  private struct Delivery: Sendable {
    var waiting: [Int: Read] = [:]
    var next = 0
    var isBusy = false
    var summary = Loader.Summary()
    /// What was found of what is known from before.
    var known = SlotSet()

    /// The next batch in order, if it is there; who gets it has to come back for the one after.
    mutating func takeNext() -> Read? {
      let batch = waiting.removeValue(forKey: next)
      if batch != nil { next += 1 }
      isBusy = batch != nil
      return batch
    }

    mutating func count(_ batch: Read, found: Int) {
      let count = batch.content.count
      summary.progress.filesFound = found
      summary.progress.filesRead += batch.documents
      summary.progress.items += count.items
      summary.progress.problems += count.problems
      summary.unreadable += count.unreadable
      for number in batch.known { known.insert(number) }
    }
  }

  private let queue: Mutex<Queue>
  private let delivery = Mutex(Delivery())
  private let filesFound = Atomic(0)
  private let kept: KeptDocuments
  private let settled: Int64
  /// What is known from before; nothing where all is to be read.
  private let known: KnownDocuments
  private let forget: @Sendable (_ path: String) -> Void
  private let receive: @Sendable (Content) -> Void
  private let isCancelled: @Sendable () -> Bool
  private let progress: @Sendable (Loader.Progress) -> Void

  init(
    _ loader: Loader, _ walk: OriginWalk? = nil, known: KnownDocuments = KnownDocuments(),
    forget: @escaping @Sendable (_ path: String) -> Void = { _ in },
    receive: @escaping @Sendable (Content) -> Void,
    progress: @escaping @Sendable (Loader.Progress) -> Void, isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.known = known
    self.forget = forget
    queue = Mutex(Queue(walk: walk ?? OriginWalk(loader.origins)))
    kept = loader.kept
    settled = loader.settled
    self.receive = receive
    self.isCancelled = isCancelled
    self.progress = progress
  }

  func run() -> Loader.Summary {
    let first = take()
    let helper = first.found.count == batchSize ? WorkerThread { self.work(nil) } : nil
    work(first)
    helper?.join()
    let wasCancelled = isCancelled()
    let isCut = queue.withLock(\.walk.isCut)
    if !wasCancelled, !isCut { known.paths(except: delivery.withLock(\.known)).forEach(forget) }
    let summary = delivery.withLock {
      $0.summary.progress.isFinished = true
      $0.summary.progress.isCut = isCut
      $0.summary.wasCancelled = wasCancelled
      return $0.summary
    }
    progress(summary.progress)
    return summary
  }

  private func take() -> Batch {
    queue.withLock { queue in
      let batch = Batch(number: queue.taken, found: queue.walk.next(batchSize))
      queue.taken += 1
      filesFound.store(queue.walk.found, ordering: .relaxed)
      return batch
    }
  }

  private func work(_ first: Batch?) {
    let reader = FileReader()
    var batch = first ?? take()
    var read = Read()
    var path: [UInt8] = []
    while !batch.found.isEmpty, !isCancelled() {
      reader.expect(batch.found)
      for found in batch.found { self.read(found, reader, &path, into: &read) }
      let next = Read(content: read.content.emptied())
      deliver(read, batch.number)
      read = next
      batch = take()
    }
  }

  /// `path` is room for the path of a file.
  private func read(
    _ found: Found, _ reader: borrowing FileReader, _ path: inout [UInt8], into read: inout Read
  ) {
    switch found {
    case .file(let file):
      path.removeAll(keepingCapacity: true)
      file.appendPath(to: &path)
      if !PathText.isPlain(path) {
        kept.keep(file)
        path = Array(file.path.utf8)
      }
      if let document = recognise(path, of: file, in: &read) {
        read.content.count.add(document)
      } else {
        reader.read(file, into: &read.content, settled: settled)
      }
      read.documents += 1
    case .standardInput:
      reader.readStandardInput(into: &read.content, isCancelled: isCancelled, keep: kept.keep)
      read.documents += 1
    case .obstacle(let obstacle, let path, let isNamed):
      recognise(Array(path.utf8), in: &read)
      read.content.refuse(obstacle.reading(path: path, isNamed: isNamed))
    }
  }

  /// What is known of a file that is as it was; nil where it has to be read.
  private func recognise(_ path: [UInt8], of file: FoundFile, in read: inout Read) -> KnownDocument? {
    guard let number = recognise(path, in: &read),
      let stamp = FileStatus(of: file.name, in: file.directory)?.stamp
    else { return nil }
    return known.document(number, stamp)
  }

  /// The number of the document at that path, where it is known from before.
  @discardableResult
  private func recognise(_ path: [UInt8], in read: inout Read) -> Int? {
    if known.isEmpty { return nil }
    let expected = (read.known.last ?? -1) + 1
    let number = path.withUnsafeBytes { known.number(ofPath: $0, expected: expected) }
    number.map { read.known.append($0) }
    return number
  }

  /// Hands on what is next in order. Nobody waits: who finds the other at it leaves the batch there.
  private func deliver(_ batch: Read, _ number: Int) {
    var ready = delivery.withLock { delivery -> Read? in
      delivery.waiting[number] = batch
      return delivery.isBusy ? nil : delivery.takeNext()
    }
    while let batch = ready {
      receive(batch.content)
      let state = delivery.withLock { delivery in
        delivery.count(batch, found: filesFound.load(ordering: .relaxed))
        return delivery.summary.progress
      }
      progress(state)
      ready = delivery.withLock { $0.takeNext() }
    }
  }
}
