import Terminal

/// How the panes are to stand, as far as the person has said so.
struct Arrangement: Sendable, Hashable {
  /// Where the detail stands beside the list.
  enum Placement: String, Sendable, Hashable {
    case right, below
  }

  /// The person's choice; nil leaves it to the size.
  var placement: Placement?
  var isDetailShown = true
  /// One pane has the screen.
  var isZoomed = false
  /// The list's share of both panes, in thousandths, once the person moved the divider.
  private(set) var chosenShare: Int?
  /// The list's share of both panes, in thousandths.
  var listShare: Int { chosenShare ?? 440 }

  private static let shares = 200...800

  /// Moves the divider by so many percent.
  mutating func moveDivider(by percent: Int) { setShare(listShare + percent * 10) }

  /// Moves the divider behind so many columns or rows of a list, out of those of both panes.
  mutating func moveDivider(to cells: Int, of all: Int) {
    // The smallest share that gives as many.
    if all > 0 { setShare((cells * 1000 + all - 1) / all) }
  }

  private mutating func setShare(_ share: Int) {
    chosenShare = min(max(Self.shares.lowerBound, share), Self.shares.upperBound)
  }
}

extension Arrangement {
  /// What is remembered until the next session, a line each: nothing of what was left as it is.
  var text: String {
    var lines: [String] = []
    if let placement { lines.append("detail \(placement.rawValue)") }
    if !isDetailShown { lines.append("detail off") }
    if let chosenShare { lines.append("list \(chosenShare)") }
    return lines.map { $0 + "\n" }.joined()
  }

  /// What is remembered; a line that says nothing known is passed over.
  init(text: String) {
    for line in text.utf8.prefix(1024).split(separator: UInt8(ascii: "\n")) {
      let words = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
      guard words.count == 2 else { continue }
      switch (words[0], words[1]) {
      case ("detail", "off"): isDetailShown = false
      case ("detail", let place): placement = Placement(rawValue: place) ?? placement
      case ("list", let share): if let share = Int(share), Self.shares.contains(share) { chosenShare = share }
      default: break
      }
    }
  }
}
