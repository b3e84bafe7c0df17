internal import CPlatform

/// Has the thread that is not confined do what the confined ones may not, and waits for it: to make, rename, remove or open
/// for writing what is the program's own. Where nothing is confined it is done at once. `errno` is that of the work.
package func outside<Result, Failure: Error>(_ work: () throws(Failure) -> Result) throws(Failure) -> Result {
  var outcome: Swift.Result<Result, Failure>?
  func run() {
    do throws(Failure) { outcome = .success(try work()) } catch { outcome = .failure(error) }
  }
  withoutActuallyEscaping(run) { run in
    withUnsafePointer(to: run) { run in
      cplatform_outside(
        { $0?.assumingMemoryBound(to: (() -> Void).self).pointee() }, UnsafeMutableRawPointer(mutating: run))
    }
  }
  guard let outcome else { preconditionFailure("what is done outside is waited for") }
  return try outcome.get()
}
