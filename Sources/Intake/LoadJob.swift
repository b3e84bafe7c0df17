import Catalogue
import Events
import Synchronization

/// One run of a ``Loader``. Readers take batches from the walk one after the other; what they read goes to the store in
/// the order in which the batches were taken, so that the same folder always gives the same ids.
final class LoadJob: Sendable {
  private static let batchSize = 64

  private struct Batch: Sendable {
    var number: Int
    var found: [Found]
  }

  private struct Queue: Sendable {
    var walk: OriginWalk
    var taken = 0
  }

  private struct Delivery: Sendable {
    var waiting: [Int: [Read]] = [:]
    var next = 0
    var isBusy = false
    var summary = Loader.Summary()

    /// The next batch in order, if it is there; who gets it has to come back for the one after.
    mutating func takeNext() -> [Read]? {
      let batch = waiting.removeValue(forKey: next)
      if batch != nil { next += 1 }
      isBusy = batch != nil
      return batch
    }

    mutating func count(_ batch: [Read], found: Int) {
      summary.progress.filesFound = found
      for read in batch {
        summary.progress.items += read.reading.items.count
        if read.isDocument { summary.progress.filesRead += 1 }
        if read.reading.isDoubtful { summary.progress.problems += 1 }
        if read.isRefusal { summary.unreadable.append(read.reading) }
      }
    }
  }

  /// A reading, and whether it stands for something the person named and could not have.
  private struct Read: Sendable {
    var reading: Reading
    var isRefusal: Bool
    var isDocument: Bool
  }

  private let queue: Mutex<Queue>
  private let delivery = Mutex(Delivery())
  private let filesFound = Atomic(0)
  private let store: any Store
  private let isCancelled: @Sendable () -> Bool
  private let progress: @Sendable (Loader.Progress) -> Void

  init(
    _ origins: [Origin], into store: any Store, progress: @escaping @Sendable (Loader.Progress) -> Void,
    isCancelled: @escaping @Sendable () -> Bool
  ) {
    queue = Mutex(Queue(walk: OriginWalk(origins)))
    self.store = store
    self.isCancelled = isCancelled
    self.progress = progress
  }

  func run() -> Loader.Summary {
    let first = take()
    let helper = first.found.count == Self.batchSize ? WorkerThread { self.work(nil) } : nil
    work(first)
    helper?.join()
    let wasCancelled = isCancelled()
    let summary = delivery.withLock {
      $0.summary.progress.isFinished = true
      $0.summary.wasCancelled = wasCancelled
      return $0.summary
    }
    progress(summary.progress)
    return summary
  }

  private func take() -> Batch {
    queue.withLock { queue in
      let batch = Batch(number: queue.taken, found: queue.walk.next(Self.batchSize))
      queue.taken += 1
      filesFound.store(queue.walk.found, ordering: .relaxed)
      return batch
    }
  }

  private func work(_ first: Batch?) {
    let reader = FileReader()
    var batch = first ?? take()
    while !batch.found.isEmpty, !isCancelled() {
      deliver(batch.found.map { read($0, reader) }, batch.number)
      batch = take()
    }
  }

  private func read(_ found: Found, _ reader: borrowing FileReader) -> Read {
    switch found {
    case .file(let file):
      let reading = reader.read(file)
      return Read(reading: reading, isRefusal: file.isNamed && reading.isRefusal, isDocument: true)
    case .standardInput:
      let reading = reader.readStandardInput(isCancelled: isCancelled)
      return Read(reading: reading, isRefusal: reading.isRefusal, isDocument: true)
    case .obstacle(let obstacle, let path, let isNamed):
      return Read(
        reading: obstacle.reading(path: path, isNamed: isNamed), isRefusal: isNamed, isDocument: false)
    }
  }

  /// Hands on what is next in order. Nobody waits: who finds the other at it leaves the batch there.
  private func deliver(_ batch: [Read], _ number: Int) {
    var ready = delivery.withLock { delivery -> [Read]? in
      delivery.waiting[number] = batch
      return delivery.isBusy ? nil : delivery.takeNext()
    }
    while let batch = ready {
      store.add(batch.map(\.reading))
      let state = delivery.withLock { delivery in
        delivery.count(batch, found: filesFound.load(ordering: .relaxed))
        return delivery.summary.progress
      }
      progress(state)
      ready = delivery.withLock { $0.takeNext() }
    }
  }
}

extension Reading {
  /// Whether nothing at all could be had.
  fileprivate var isRefusal: Bool { items.isEmpty && diagnostics.contains { $0.severity == .error } }

  fileprivate var isDoubtful: Bool { !diagnostics.isEmpty || items.contains { !$0.diagnostics.isEmpty } }
}
