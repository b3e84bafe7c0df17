extension String {
  /// The text where it has at most so many bytes of UTF-8; else as many whole scalars as fit. What stands on one line of
  /// a screen is clipped before anything else is done with it.
  func clipped(to bytes: Int = 4096) -> String {
    guard utf8.count > bytes else { return self }
    var end = utf8.index(utf8.startIndex, offsetBy: bytes)
    while end > startIndex, UTF8.isContinuation(utf8[end]) { end = utf8.index(before: end) }
    return String(self[..<end])
  }
}
