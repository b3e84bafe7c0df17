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
  private let marks: MarkStore

  /// A model, what it looks at, and where it marks that.
  init(_ model: Model, _ sources: Sources, _ marks: MarkStore) {
    self.model = model
    self.sources = sources
    self.marks = marks
  }

  /// The item asked for last that was not fetched yet.
  private var wanted: ItemID?

  /// Looks for what other copies of the program marked, and lets the model know. Nil while the marks are still being read.
  mutating func refreshMarks() -> [Effect]? {
    guard let (isChanged, fault) = marks.refresh() else { return nil }
    return isChanged || fault != nil ? send(.marks(marks.marks, fault)) : []
  }

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
        case .mark(let changes, let isObserved):
          let fault = marks.apply(changes, isObserved: isObserved) { [sources] id in
            sources.store.entry(id).map { ($0.overview.title, $0.path) }
          }
          effects = (update(&model, .marks(marks.marks, fault)) + effects)[...]
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
