public import Events

extension DocumentReader {
  /// What `document` says in short, as ``read(_:)`` would have it: for a list, which shows the items of a hundred thousand
  /// documents and needs the whole of one at a time.
  public static func overview(of document: RawDocument) -> DocumentOverview {
    PostOverview.read(document) ?? DocumentOverview(read(document))
  }
}
