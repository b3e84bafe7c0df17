/// What is kept beside a value and is no part of it: two values that differ only in it are equal.
package struct Aside: Sendable, Hashable {
  /// Known to those who put it there.
  package var value: (any Sendable)?

  package init(_ value: (any Sendable)? = nil) { self.value = value }

  package static func == (one: Aside, other: Aside) -> Bool { true }

  package func hash(into hasher: inout Hasher) {}
}
