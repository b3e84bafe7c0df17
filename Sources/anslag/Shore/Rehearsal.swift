import Browser
import Catalogue
import Events
import Terminal

/// A session without a terminal: keys go in, a frame comes out. What the screens of the tests and the pictures of the
/// documentation are made with.
struct Rehearsal {
  private var stage: Stage
  /// The addresses that were to be opened, in order.
  private(set) var opened: [String] = []

  /// A session over sources that were read to the end. What is marked lasts as long.
  init(_ model: Model, _ sources: Sources) {
    stage = Stage(model, sources, MarkStore())
    send(.progress(Progress(found: 0, read: 0, isFinished: true)))
    send(.catalogueChanged)
    send(.rested)
  }

  /// How it looks.
  var theme: Theme { stage.model.theme }

  /// What the screen shows.
  var frame: Frame { view(stage.model) }

  /// The frame as text, a line a row; after it, where asked for, a letter a cell for its look (`Frame.styles`).
  func text(withRoles: Bool = false) -> String {
    let frame = frame
    let text = withRoles ? "\(frame.text)\n\(frame.styles)" : frame.text
    return String(text.dropLast())
  }

  /// Types keys as ``KeyNotation`` writes them, slowly. Throws where it has a name that no key has.
  mutating func type(_ keys: String) throws(KeyNotation.UnknownKey) {
    for key in try KeyNotation.keys(keys) {
      send(.input(.key(key)))
      send(.rested)
    }
  }

  /// Gives the window another size.
  mutating func resize(_ size: Size) { send(.resized(size)) }

  private mutating func send(_ message: Message) {
    var effects = stage.send(message)
    while stage.isSearching { effects += stage.searchOn() }
    for effect in effects {
      switch effect {
      case .open(let address):
        opened.append(address.string)
        send(.opened(link: address.string, failure: nil))
      case .save(.text(_, let name)): send(.saved(path: name + ".txt", leftOut: 0))
      case .save(let file): send(.saved(path: file.name + ".ics", leftOut: 0))
      default: break  // the world outside stays as it is
      }
    }
  }
}
