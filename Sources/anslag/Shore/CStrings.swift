import Glibc

extension [String] {
  /// The texts as C has them, with a NULL behind the last, while `body` runs.
  func withCStrings<Result>(_ body: ([UnsafeMutablePointer<CChar>?]) -> Result) -> Result {
    let strings = map { strdup($0) } + [nil]
    defer { for string in strings { free(string) } }
    return body(strings)
  }
}
