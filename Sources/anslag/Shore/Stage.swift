import Browser
import Catalogue
import EventFormats
import Events

/// The browser with its catalogue: sends messages to the model and answers what it asks of the catalogue at once, so that
/// no frame is drawn before the answer is in it. What concerns the outside is handed back.
struct Stage {
  private(set) var model: Model
  let store: any Store

  /// A model and the catalogue it looks at.
  init(_ model: Model, store: any Store) {
    self.model = model
    self.store = store
  }

  /// Lets the model know, and answers it until it asks no more. Gives the effects that are not the catalogue's.
  mutating func send(_ message: Message) -> [Effect] {
    var outside: [Effect] = []
    var effects = update(&model, message)[...]
    while let effect = effects.popFirst() {
      switch effect {
      case .list(let request):
        effects = (update(&model, .listing(store.listing(request))) + effects)[...]
      case .load(let id):
        guard let item = store.item(id) else { continue }
        effects = (update(&model, .item(item, DocumentReader.richText(item.body))) + effects)[...]
      case .open, .suspend, .redraw, .quit:
        outside.append(effect)
      }
    }
    return outside
  }
}
