import EventFormats
import Events

/// What reading a document gives: in short for a store, or whole.
protocol LoadResult: Sendable {
  /// What the document says. `modified`, the day its file was last changed, is asked for only where that may matter.
  static func read(_ document: RawDocument, modified: () -> Day?) -> Self
  /// What stands for a document that was not read.
  init(refused reading: Reading)
  var itemCount: Int { get }
  /// What was wrong, where it was read whole.
  var allDiagnostics: [Diagnostic] { get }
  /// Whether something was wrong.
  var isDoubtful: Bool { get }
  /// The same in short.
  var overview: DocumentOverview { get }
}

extension LoadResult {
  /// Whether nothing at all could be had.
  var isRefusal: Bool { itemCount == 0 && allDiagnostics.contains { $0.severity == .error } }
}

extension DocumentOverview: LoadResult {
  static func read(_ document: RawDocument, modified: () -> Day?) -> Self {
    DocumentReader.overview(of: document, modified: modified)
  }

  init(refused reading: Reading) { self.init(reading) }

  var itemCount: Int { items.count }
  var allDiagnostics: [Diagnostic] { diagnostics }
  var overview: DocumentOverview { self }
}

extension Reading: LoadResult {
  static func read(_ document: RawDocument, modified: () -> Day?) -> Self {
    var document = document
    document.modified = modified()
    return DocumentReader.read(document)
  }

  init(refused reading: Reading) { self = reading }

  var isDoubtful: Bool { !diagnostics.isEmpty || items.contains { !$0.diagnostics.isEmpty } }

  var itemCount: Int { items.count }
  var overview: DocumentOverview { DocumentOverview(self) }
}
