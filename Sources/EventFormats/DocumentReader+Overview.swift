public import Events

extension DocumentReader {
  /// What `document` says in short, as ``read(_:)`` would have it: for a list, which shows the items of a hundred thousand
  /// documents and needs the whole of one at a time.
  ///
  /// `modified` gives ``RawDocument/modified`` where the document does not have it; it is asked only where it may matter.
  public static func overview(
    of document: RawDocument, modified: () -> Day? = { nil }
  ) -> DocumentOverview {
    if let overview = PostOverview.read(document) { return overview }
    var document = document
    document.modified = document.modified ?? modified()
    return DocumentOverview(read(document))
  }
}
