import Catalogue
public import EventFormats
import Events

/// The promise of `OverviewReader.readPlain`: a list cannot tell it from the whole reading.
public enum OverviewPromises {
  /// What a list shows otherwise; none where all is well, or where the document has to be read whole.
  public static func broken(by document: RawDocument) -> [String] {
    var reader = OverviewReader()
    if !reader.readPlain(document) { return [] }
    var whole = OverviewTable()
    whole.add(DocumentOverview(DocumentReader.read(document)))
    let stores = [reader.table, whole].map { table in
      let store = MemoryStore()
      store.add(table)
      return store
    }
    var broken: [String] = []
    for year in [1970, 2015, 2020, 2025, 2040] {
      guard let day = Day(year: year, month: 6, day: 15) else { continue }
      for view in View.allCases {
        let lists = stores.map { $0.listing(ListingRequest(view: view, today: day)) }
        let (plain, read) = (rows(lists[0]), rows(lists[1]))
        if plain != read { broken.append("in \(view) of \(year) the list shows \(plain) for \(read)") }
        if lists[1].problems != 1, lists[0].problems != 0 { broken.append("a doubt is one of the list only") }
      }
    }
    // What the keys say twice the whole reading keeps once: more may be found, never less, but for what was made of words.
    let missing = words(whole.text).subtracting(words(reader.table.text)).filter { !$0.hasPrefix("+") }
    if !missing.isEmpty { broken.append("a search does not find \(missing.sorted())") }
    return broken
  }

  private static func rows(_ listing: Listing) -> [Row] { (0..<listing.count).map { listing[$0] } }

  private static func words(_ text: [UInt8]) -> Set<String> {
    Set(
      text.split {
        SearchText.isField($0)
          || $0 < 0x80 && !(48...57).contains($0) && !(97...122).contains($0) && $0 != 0x2b
      }
      .map { String(decoding: $0, as: UTF8.self) })
  }
}
