/// What was wrong or doubtful in a document, and what was done instead.
public struct Diagnostic: Sendable, Hashable {
  /// How bad it is.
  public enum Severity: String, Sendable, Hashable, CaseIterable {
    /// Something could not be read.
    case error
    /// Something was read, but doubtfully.
    case warning
    case note
  }

  /// How bad it is.
  public var severity: Severity
  /// A stable name to filter by, in kebab case: `unclosed-front-matter`.
  public var id: String
  /// A sentence for a person. Text of the document stands in it only after ``Diagnostic/quote(_:)``.
  public var message: String
  /// Where in the document.
  public var location: Location

  /// A diagnostic at a place.
  public init(_ severity: Severity, id: String, _ message: String, at location: Location = Location()) {
    self.severity = severity
    self.id = id
    self.message = message
    self.location = location
  }

  /// A place in a document.
  public struct Location: Sendable, Hashable, Comparable {
    /// From 1.
    public var line: Int
    /// From 1, in bytes of UTF-8.
    public var column: Int

    /// A place; without arguments the start.
    public init(line: Int = 1, column: Int = 1) {
      self.line = line
      self.column = column
    }

    /// By position.
    public static func < (one: Location, other: Location) -> Bool {
      (one.line, one.column) < (other.line, other.column)
    }
  }

  /// A few words of a document for a message: in quotes, on one line, cut after 60 bytes' worth of characters.
  public static func quote(_ text: some StringProtocol) -> String {
    var kept = String.UnicodeScalarView()
    var bytes = 0
    for scalar in text.unicodeScalars {
      bytes += UTF8.width(scalar)
      if bytes > 60 {
        kept.append("…")
        break
      }
      let isBlank = scalar.isASCII ? scalar.value <= 0x20 : scalar.properties.isWhitespace
      kept.append(isBlank ? " " : scalar)
    }
    return "“\(String(kept))”"
  }
}

/// What was read from one document.
public struct Reading: Sendable, Hashable {
  /// The path as given by the person, `-` for standard input.
  public var path: String
  /// The items, in the order of the document, each with its own diagnostics.
  public var items: [Item]
  /// What was wrong with the document as a whole: it could not be opened, it is no text.
  public var diagnostics: [Diagnostic]

  /// What was read from `path`.
  public init(path: String, items: [Item] = [], diagnostics: [Diagnostic] = []) {
    self.path = path
    self.items = items
    self.diagnostics = diagnostics
  }

  /// What was wrong with the document and its items, by place.
  public var allDiagnostics: [Diagnostic] {
    (diagnostics + items.flatMap(\.diagnostics)).sorted { $0.location < $1.location }
  }
}
