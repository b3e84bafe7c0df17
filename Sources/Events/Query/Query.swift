/// What a person searches for, understood: `docs/search.md` has the language.
///
/// Words are parted by spaces; every one has to be found, in any order and field, as a part of a word, whatever the case
/// and the accents (``Folding``). `"exact phrase"` stands for the words in that order, `-without` for what must not be
/// there, `a|b` for either; `title:word` holds in one field only, `kind:event`, `is:seen` and `from:today` ask for facts. The
/// empty query finds everything.
public struct Query: Sendable, Hashable {
  /// What was typed.
  public let text: String
  /// All of them have to hold.
  public let clauses: [Clause]
  /// What was not understood; no clause stands for it.
  public let problems: [Problem]

  /// One condition: any of the terms holds; or, negated, none does.
  public struct Clause: Sendable, Hashable {
    /// Either of them will do.
    public var terms: [Term]
    /// Whether none of them may hold.
    public var isNegated: Bool
  }

  /// A piece of text to find, or a fact to hold.
  public struct Term: Sendable, Hashable {
    /// As typed, without quotes and the name of the field.
    public var text: String
    /// As it is searched for; empty where it is a fact.
    public var folded: [UInt8] = []
    /// The kind of field it has to be found in; nil for any.
    public var field: SearchText.Field?
    /// What has to be so of the item; nil where a text is to be found.
    public var fact: Fact?

    /// A text to find, or nil where nothing of it is left to search for.
    init?(_ text: String, in field: SearchText.Field? = nil) {
      folded = Folding.fold(text)
      self.text = text
      self.field = field
      if folded.isEmpty || folded == [0x20] { return nil }
    }

    /// A fact.
    init(_ text: String, _ fact: Fact) {
      self.text = text
      self.fact = fact
    }
  }

  /// What may be asked of an item beside its words.
  public enum Fact: Sendable, Hashable {
    /// It is an event, or news.
    case kind(Item.Kind)
    /// Its document says so of its taking place.
    case status(Item.Status)
    /// The reader marked it so.
    case mark(Mark)
    /// It is in that language (a primary subtag of BCP 47, `sv`): only the item whole tells.
    case language(String)
    /// One may take part from afar: only the item whole tells.
    case online
    /// One of its own times, or of news the day of publication, touches a day from the first to the last; nil is without end.
    case days(from: Day?, to: Day?)
  }

  /// Whether it finds everything.
  public var isEmpty: Bool { clauses.isEmpty }

  /// Reads what was typed on `today`, which `from:tomorrow` counts from; without it only days of the calendar are understood. A
  /// phrase without its closing quote reaches to the end; a lone `-` or `|`, or a field without its value, is ignored, as it is on
  /// its way to becoming something.
  public init(_ text: String = "", today: Day? = nil) {
    self.text = text
    var parser = QueryParser(text, today: today)
    clauses = parser.clauses()
    problems = parser.problems
  }
}

extension Query.Fact {
  /// Whether no ``Overview`` tells: the document has to be read whole.
  package var asksForWhole: Bool {
    switch self {
    case .language, .online: true
    case .kind, .status, .mark, .days: false
    }
  }

  /// Whether it holds of a whole item, as far as only that tells.
  package func holds(for item: Item) -> Bool {
    switch self {
    case .language(let language): item.language?.split(separator: "-").first.map { $0 == language } ?? false
    case .online: item.attendance == .online || item.attendance == .mixed
    case .kind, .status, .mark, .days: false
    }
  }
}

extension Query {
  /// What was not understood of a query.
  public struct Problem: Sendable, Hashable {
    /// Where it stands: UTF-8 offsets in ``Query/text``.
    public var range: Range<Int>
    /// What it is.
    public var kind: Kind
    /// The words themselves.
    public var written: String
    /// The valid word most like it, or nil where none is.
    public var nearest: String?

    /// What may be wrong.
    public enum Kind: Sendable, Hashable {
      /// There is no such field, and one of nearly that name.
      case field
      /// The field, by its name, has no such value.
      case value(of: String)
      /// It names no time.
      case time
    }
  }
}
