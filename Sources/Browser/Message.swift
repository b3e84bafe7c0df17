public import Events
public import Terminal

/// What happened. The only thing that changes a ``Model``.
public enum Message: Sendable {
  /// A key, a paste or the like.
  case input(Input)
  /// Nobody has typed for a moment: what is shown is looked at. Changes nothing that is seen.
  case rested
  /// What the person typed in a session line by line.
  case line(String)
  /// The window has another size.
  case resized(Size)
  /// The answer to ``Effect/list(_:)``.
  case listing(Listing)
  /// The answer to ``Effect/days(_:)``.
  case days(DaysListing)
  /// The answer to ``Effect/suggest(_:)``: what may have been meant.
  case suggestion(String, for: Query)
  /// The answer to ``Effect/load(_:)``: the item and its running text, understood.
  case item(Item, RichText)
  /// How far reading has come.
  case progress(Progress)
  /// The opener was started for `link` (that of ``Effect/open(_:)``), or failed with a reason for a person.
  case opened(link: String, failure: String?)
  /// The answer to ``Effect/save(_:)``: the path of the new file, and how many items had no time to be written.
  case saved(path: String, leftOut: Int)
  /// The answer to ``Effect/source(path:marking:)``: the document as UTF-8 with `\n` at the ends of its lines, and where the
  /// ranges stand in it.
  case source(path: String, text: [UInt8], ranges: [Range<Int>])
  /// What was asked for could not be done.
  case failed(Trouble)
  /// The answer to ``Effect/mark(_:isObserved:)``, or what another copy of the program marked: all marks, and what is to be
  /// told of how they are kept.
  case marks(Marks, MarkFault?)
  /// The day has changed.
  case today(Day)
  /// The catalogue has more, or other, items: the list has to be asked for again. Also the first message of a session.
  case catalogueChanged
  /// Documents were read again: beside the list, the item that is shown has to be asked for again.
  case documentsChanged
  /// What is changed in some folders will not be seen.
  case watchesLimited
}

/// What the shore is to do, in order. Values, so that a test can compare them.
public enum Effect: Sendable, Hashable {
  /// Ask the catalogue; answer with ``Message/listing(_:)``.
  case list(ListingRequest)
  /// Ask the catalogue what is on some days; answer with ``Message/days(_:)``.
  case days(DaysRequest)
  /// Look for what a query that finds nothing may have meant; answer with ``Message/suggestion(_:for:)``, or not at all.
  case suggest(Query)
  /// Fetch an item; answer with ``Message/item(_:_:)``, or not at all where there is none.
  case load(ItemID)
  /// Fetch a document to show ranges of its bytes in it; answer with ``Message/source(path:text:ranges:)``, or not at all where
  /// it is gone.
  case source(path: String, marking: [Range<Int>])
  /// Mark items and keep that; answer with ``Message/marks(_:_:)``. What was only observed may wait for the disk.
  case mark([MarkChange], isObserved: Bool)
  /// Start the opener with this address as its one argument; answer with ``Message/opened(link:failure:)``.
  case open(WebAddress)
  /// Start the opener with this letter as its one argument; answer with ``Message/opened(link:failure:)`` and its address.
  case write(MailLink)
  /// Start the opener with this number as its one argument; answer with ``Message/opened(link:failure:)`` and the number as written.
  case call(TelephoneLink)
  /// Put text where it can be pasted from; answer with ``Message/failed(_:)`` where that can't be.
  case copy(String)
  /// Write a new file; answer with ``Message/saved(path:leftOut:)`` or ``Message/failed(_:)``.
  case save(NewFile)
  /// Give the terminal back and run a command of the person's with text as its input.
  case pipe(String, to: String)
  /// Give the terminal back, run the person's editor on a document, and read that again.
  case edit(path: String)
  /// Read a document again, or without one all of them; what is gone goes.
  case reload(path: String?)
  /// Give the terminal back and stop, until the shell continues us.
  case suspend
  /// Draw every cell anew.
  case redraw
  case quit
}

/// How far reading has come.
public struct Progress: Sendable, Hashable {
  /// Documents found so far.
  public var found: Int
  /// Documents read so far.
  public var read: Int
  /// Whether all is read that will be.
  public var isFinished: Bool
  /// Whether there was too little memory for more.
  public var isCut: Bool

  /// So many found, so many of them read.
  public init(found: Int, read: Int, isFinished: Bool = false, isCut: Bool = false) {
    self.found = found
    self.read = read
    self.isFinished = isFinished
    self.isCut = isCut
  }
}
