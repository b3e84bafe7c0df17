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
    /// What was found, where documents are known that may be gone.
    var paths: PathSet?
  }

  /// What was read of a batch, and how many documents.
  private struct Read: Sendable {
    var content = Content()
    var documents = 0
  }

  private struct Delivery: Sendable {
    var waiting: [Int: Read] = [:]
    var next = 0
    var isBusy = false
    var summary = Loader.Summary()

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
    }
  }

  private let queue: Mutex<Queue>
  private let delivery = Mutex(Delivery())
  private let filesFound = Atomic(0)
  private let kept: KeptDocuments
  private let settled: Int64
  /// What is known from before; nothing where all is to be read.
  private let known: (any Store)?
  private let receive: @Sendable (Content) -> Void
  private let isCancelled: @Sendable () -> Bool
  private let progress: @Sendable (Loader.Progress) -> Void

  init(
    _ loader: Loader, _ walk: OriginWalk? = nil, known: (any Store)? = nil,
    receive: @escaping @Sendable (Content) -> Void,
    progress: @escaping @Sendable (Loader.Progress) -> Void, isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.known = known.flatMap { $0.isEmpty ? nil : $0 }
    queue = Mutex(
      Queue(walk: walk ?? OriginWalk(loader.origins), paths: self.known == nil ? nil : PathSet()))
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
    let (isCut, paths) = queue.withLock { ($0.walk.isCut, $0.paths) }
    if !wasCancelled, !isCut, let paths { known?.keepOnly(paths) }
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
      if queue.paths != nil { for found in batch.found { queue.paths?.insert(found.path) } }
      filesFound.store(queue.walk.found, ordering: .relaxed)
      return batch
    }
  }

  private func work(_ first: Batch?) {
    let reader = FileReader()
    var batch = first ?? take()
    var read = Read()
    while !batch.found.isEmpty, !isCancelled() {
      reader.expect(batch.found)
      for found in batch.found { self.read(found, reader, into: &read) }
      let next = Read(content: read.content.emptied())
      deliver(read, batch.number)
      read = next
      batch = take()
    }
  }

  private func read(_ found: Found, _ reader: borrowing FileReader, into read: inout Read) {
    switch found {
    case .file(let file):
      kept.keep(file)
      if let known, let stamp = FileStatus(of: file.name, in: file.directory)?.stamp,
        let document = known.known(path: file.path, stamp)
      {
        read.content.count.add(document)
      } else {
        reader.read(file, into: &read.content, settled: settled)
      }
      read.documents += 1
    case .standardInput:
      reader.readStandardInput(into: &read.content, isCancelled: isCancelled, keep: kept.keep)
      read.documents += 1
    case .obstacle(let obstacle, let path, let isNamed):
      read.content.refuse(obstacle.reading(path: path, isNamed: isNamed))
    }
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
