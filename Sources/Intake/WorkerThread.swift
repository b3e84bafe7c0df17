internal import CPlatform
internal import Glibc

/// A thread that does one piece of work. Whoever starts one either waits for its end or leaves it to itself, once.
public final class WorkerThread: Sendable {
  private final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  private let thread: pthread_t

  /// Starts the work; nil where the system gives no more threads.
  public init?(_ body: @escaping @Sendable () -> Void) {
    var thread = pthread_t()
    let work = Unmanaged.passRetained(Work(body))
    let result = pthread_create(
      &thread, nil,
      { context in
        // Should it run out of stack, the terminal is given back all the same.
        cplatform_guard_thread()
        if let context { Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body() }
        return nil
      }, work.toOpaque())
    guard result == 0 else {
      work.release()
      return nil
    }
    self.thread = thread
  }

  /// Leaves it to itself.
  public func detach() { pthread_detach(thread) }

  /// Waits for its end.
  public func join() { pthread_join(thread, nil) }
}
