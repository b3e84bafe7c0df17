import Browser
import Catalogue
import EventFormats
import Events
import Intake

/// The browser with its catalogue: sends messages to the model and answers what it asks of the catalogue at once, so that
/// no frame is drawn before the answer is in it. What concerns the outside is handed back.
struct Stage {
  private(set) var model: Model
  /// How many messages the model has taken: as long as it is the same, so is what is shown.
  private(set) var changes = 0
  let sources: Sources
  private let marks: MarkStore

  /// A model, what it looks at, and where it marks that.
  init(_ model: Model, _ sources: Sources, _ marks: MarkStore) {
    self.model = model
    self.sources = sources
    self.marks = marks
  }

  /// The item asked for last that was not fetched yet.
  private var wanted: ItemID?
  /// Questions whose answers are not whole yet.
  private var searches: [ListingSearch] = []
  /// What a query that finds nothing may have meant, being looked for.
  private var spelling: (query: Query, search: SpellingSearch)?

  /// How much text is looked through at a time, in bytes: what takes about two milliseconds.
  private static let slice = 16 << 20
  /// Hits that fill every screen.
  private static let screenful = 400

  private mutating func change(_ message: Message) -> [Effect] {
    changes += 1
    return update(&model, message)
  }

  /// Whether there is more to be looked through, when there is time.
  var isSearching: Bool { !searches.isEmpty || spelling != nil }

  /// Looks on for a moment. Gives the effects that are not the catalogue's, once an answer is whole.
  mutating func searchOn() -> [Effect] {
    guard searches.isEmpty else {
      searches[0].advance(bytes: Self.slice)
      return searches[0].isComplete ? send(.listing(searches.removeFirst().listing)) : []
    }
    spelling?.search.advance(bytes: Self.slice / 8)
    guard let (query, search) = spelling, search.isComplete else { return [] }
    spelling = nil
    return search.suggestion.map { send(.suggestion($0, for: query)) } ?? []
  }

  /// Answers a question with all that is found at once, or with what fills a screen; the rest comes as time allows.
  private mutating func answer(_ request: ListingRequest) -> [Effect] {
    var search = sources.store.search(request)
    search.advance(bytes: Self.slice, enough: Self.screenful)
    if !search.isComplete { searches.append(search) }
    return search.isComplete || search.count >= Self.screenful
      ? change(.listing(search.listing)) : []
  }

  /// Lets the model know that nobody has typed for a moment, which nothing on the screen depends on.
  mutating func rest() -> [Effect] { update(&model, .rested) }

  /// Looks for what other copies of the program marked, and lets the model know. Nil while the marks are still being read.
  mutating func refreshMarks() -> [Effect]? {
    guard let (isChanged, fault) = marks.refresh() else { return nil }
    return isChanged || fault != nil ? send(.marks(marks.marks, fault)) : []
  }

  /// Reads a document again and lets the model know. Gives the effects that are not the catalogue's.
  mutating func reload(_ path: String) -> [Effect] { perform([.reload(path: path)]) }

  /// Lets the model know, and answers it until it asks no more. Gives the effects that are not the catalogue's.
  ///
  /// Where more of the same is to come, as from a key that is held, items are only fetched for the last of it.
  mutating func send(_ message: Message, moreToCome: Bool = false) -> [Effect] {
    if case .input = message { spelling = nil }
    return perform(change(message), moreToCome: moreToCome)
  }

  private mutating func perform(_ effects: [Effect], moreToCome: Bool = false) -> [Effect] {
    var outside: [Effect] = []
    var isAsking = false
    var effects = effects[...]
    while true {
      if let effect = effects.popFirst() {
        switch effect {
        case .list(let request):
          // What was asked before is of no use any more.
          if !isAsking { searches = [] }
          isAsking = true
          effects = (answer(request) + effects)[...]
        case .days(let request):
          effects = (change(.days(sources.store.days(request))) + effects)[...]
        case .suggest(let query): spelling = (query, sources.store.spelling(of: query))
        case .load(let id): wanted = id
        case .mark(let changes, let isObserved):
          let fault = marks.apply(changes, isObserved: isObserved) { [sources] id in
            sources.store.entry(id).map { ($0.overview.title, $0.path) }
          }
          effects = (change(.marks(marks.marks, fault)) + effects)[...]
        case .source(let path, let ranges):
          guard let (text, ranges) = sources.loader.text(of: path, marking: ranges) else { continue }
          effects = (change(.source(path: path, text: text, ranges: ranges)) + effects)[...]
        case .reload(let path?):
          sources.loader.reload(path, into: sources.store)
          effects = (change(.documentsChanged) + effects)[...]
        case .open, .write, .call, .copy, .save, .pipe, .edit, .reload(nil), .suspend, .redraw, .quit:
          outside.append(effect)
        }
      } else if !moreToCome, let id = wanted {
        wanted = nil
        guard let item = sources.item(id) else { continue }
        effects = change(.item(item, DocumentReader.richText(item.body)))[...]
      } else {
        return outside
      }
    }
  }
}
