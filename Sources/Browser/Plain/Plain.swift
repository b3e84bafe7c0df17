/// A session line by line, for who listens to a screen or has a terminal that can do nothing: what is to be told next.
struct Plain: Sendable {
  /// Rows of a page.
  static let page = 20

  /// The first row told of the list; nil where the selected one is.
  var top: Int?
  var telling = Telling.page

  /// What is told.
  enum Telling: Sendable {
    /// Rows of the list.
    case page
    /// The item selected, whole.
    case item
    /// The views and the searches that have a name, numbered.
    case views
    case help
    case sentence(String)
  }
}

/// What a line asks for.
enum PlainCommand: Sendable, Hashable {
  /// The item of that number, from 1.
  case read(Int)
  /// So many pages on.
  case turn(Int)
  /// The same page, of what is there by now.
  case again
  case search(String)
  case views
  /// The view or search of that number, from 1.
  case view(Int)
  /// The link of that number, from 1.
  case open(Int)
  case star(Int)
  case hide(Int)
  case undo
  case help
  case quit

  /// Reads a line: a letter, and a number where it takes one; or a number; or a slash and a search. Nil where it is neither.
  init?(_ line: String) {
    let line = Substring(line).trimmed
    if line.first == "/" {
      self = .search(String(line.dropFirst().trimmed))
    } else if let number = Int(line) {
      self = .read(number)
    } else {
      let argument = line.dropFirst().trimmed
      let number = Int(argument)
      switch (line.first, number, argument.isEmpty) {
      case (nil, _, _), ("n", _, true): self = .turn(1)
      case ("p", _, true): self = .turn(-1)
      case ("r", _, true): self = .again
      case ("v", let number?, _): self = .view(number)
      case ("v", _, true): self = .views
      case ("o", let number?, _): self = .open(number)
      case ("o", _, true): self = .open(1)
      case ("s", let number?, _): self = .star(number)
      case ("d", let number?, _): self = .hide(number)
      case ("u", _, true): self = .undo
      case ("?", _, true): self = .help
      case ("q", _, true): self = .quit
      default: return nil
      }
    }
  }
}

extension Substring {
  /// Without white space around it.
  fileprivate var trimmed: Substring {
    var text = self.drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
