import EventFormats
import Events
import Synchronization

/// One run of a ``Loader``. Readers take batches from the walk one after the other; what they read is handed on in the
/// order in which the batches were taken, so that the same folder always gives the same ids.
final class LoadJob<Result: LoadResult>: Sendable {
  private let batchSize = 64

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
        summary.progress.items += read.result.itemCount
        if read.isDocument { summary.progress.filesRead += 1 }
        if read.result.isDoubtful { summary.progress.problems += 1 }
        if read.result.isRefusal { summary.unreadable.append(read.result.overview) }
      }
    }
  }

  /// What was read, or what was met instead.
  private struct Read: Sendable {
    var result: Result
    var isDocument: Bool
  }

  private let queue: Mutex<Queue>
  private let delivery = Mutex(Delivery())
  private let filesFound = Atomic(0)
  private let kept: KeptDocuments
  private let receive: @Sendable ([Result]) -> Void
  private let isCancelled: @Sendable () -> Bool
  private let progress: @Sendable (Loader.Progress) -> Void

  init(
    _ loader: Loader, receive: @escaping @Sendable ([Result]) -> Void,
    progress: @escaping @Sendable (Loader.Progress) -> Void, isCancelled: @escaping @Sendable () -> Bool
  ) {
    queue = Mutex(Queue(walk: OriginWalk(loader.origins)))
    kept = loader.kept
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
      let batch = Batch(number: queue.taken, found: queue.walk.next(batchSize))
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
      kept.keep(file)
      let result: Result = reader.read(file)
      return Read(result: result, isDocument: true)
    case .standardInput:
      let result: Result = reader.readStandardInput(isCancelled: isCancelled, keep: kept.keep)
      return Read(result: result, isDocument: true)
    case .obstacle(let obstacle, let path, let isNamed):
      return Read(
        result: Result(refused: obstacle.reading(path: path, isNamed: isNamed)), isDocument: false)
    }
  }

  /// Hands on what is next in order. Nobody waits: who finds the other at it leaves the batch there.
  private func deliver(_ batch: [Read], _ number: Int) {
    var ready = delivery.withLock { delivery -> [Read]? in
      delivery.waiting[number] = batch
      return delivery.isBusy ? nil : delivery.takeNext()
    }
    while let batch = ready {
      receive(batch.map(\.result))
      let state = delivery.withLock { delivery in
        delivery.count(batch, found: filesFound.load(ordering: .relaxed))
        return delivery.summary.progress
      }
      progress(state)
      ready = delivery.withLock { $0.takeNext() }
    }
  }
}
