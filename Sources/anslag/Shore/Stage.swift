import Browser
import Catalogue
import EventFormats
import Events
import Intake

/// The browser with its catalogue: sends messages to the model and answers what it asks of the catalogue at once, so that
/// no frame is drawn before the answer is in it. What concerns the outside is handed back.
struct Stage {
  private(set) var model: Model
  private let sources: Sources

  /// A model and what it looks at.
  init(_ model: Model, _ sources: Sources) {
    self.model = model
    self.sources = sources
  }

  /// The item asked for last that was not fetched yet.
  private var wanted: ItemID?

  /// Lets the model know, and answers it until it asks no more. Gives the effects that are not the catalogue's.
  ///
  /// Where more of the same is to come, as from a key that is held, items are only fetched for the last of it.
  mutating func send(_ message: Message, moreToCome: Bool = false) -> [Effect] {
    var outside: [Effect] = []
    var effects = update(&model, message)[...]
    while true {
      if let effect = effects.popFirst() {
        switch effect {
        case .list(let request):
          effects = (update(&model, .listing(sources.store.listing(request))) + effects)[...]
        case .load(let id): wanted = id
        case .open, .suspend, .redraw, .quit: outside.append(effect)
        }
      } else if !moreToCome, let id = wanted {
        wanted = nil
        guard let item = sources.item(id) else { continue }
        effects = update(&model, .item(item, DocumentReader.richText(item.body)))[...]
      } else {
        return outside
      }
    }
  }
}
