import Terminal

extension SafeText {
  /// So many spaces; none where less than nothing.
  static func spaces(_ count: Int) -> SafeText { SafeText(String(repeating: " ", count: max(0, count))) }
}
