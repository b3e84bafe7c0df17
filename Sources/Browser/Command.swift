/// What a key may ask for. The raw value is the action's name.
public enum Command: String, Sendable, Hashable, CaseIterable {
  // Moving: the list's selection, the text's scroll, or the selection of an overlay, whichever has the keys.
  case down, up
  case halfPageDown = "half-page-down"
  case halfPageUp = "half-page-up"
  case pageDown = "page-down"
  case pageUp = "page-up"
  case first, last
  case nextDay = "next-day"
  case previousDay = "previous-day"
  case nextMonth = "next-month"
  case previousMonth = "previous-month"
  case today
  case nextTab = "next-tab"
  case previousTab = "previous-tab"

  // Reading.
  case read
  case back
  case scrollDown = "scroll-down"
  case scrollUp = "scroll-up"
  case scrollPageDown = "scroll-page-down"
  case scrollPageUp = "scroll-page-up"
  case nextItem = "next-item"
  case previousItem = "previous-item"
  case nextStop = "next-stop"
  case previousStop = "previous-stop"

  // Marking.
  case star
  case toggleSeen = "toggle-seen"
  case hide
  case undo

  // Links.
  case openSelected = "open-selected"
  case openMain = "open-main"
  /// The key's digit says which.
  case openNumbered = "open-numbered"
  case links

  // Taking along.
  case copyLink = "copy-link"
  case copyText = "copy-text"
  case writeToContact = "write-to-contact"
  case export
  case exportList = "export-list"
  case saveText = "save-text"
  case pipe
  case editSource = "edit-source"
  /// Where the facts of the item come from.
  case origins
  case reload
  case reloadAll = "reload-all"

  // Searching, and the line it is typed in.
  case search
  case nextHit = "next-hit"
  case previousHit = "previous-hit"
  case dropSearch = "drop-search"
  case editSearch = "edit-search"
  case savedSearches = "saved-searches"
  case accept, cancel
  case complete
  case completeBack = "complete-back"
  case earlier, later
  case deleteBackward = "delete-backward"
  case deleteForward = "delete-forward"
  case deleteWord = "delete-word"
  case deleteLine = "delete-line"
  case cursorLeft = "cursor-left"
  case cursorRight = "cursor-right"
  case cursorStart = "cursor-start"
  case cursorEnd = "cursor-end"

  // Choosing from a menu.
  case choose
  /// The key's digit says which.
  case chooseNumbered = "choose-numbered"

  // The screen.
  case sort
  case month
  case toggleDetail = "toggle-detail"
  case turnDetail = "turn-detail"
  case zoom
  case shrink, grow
  case help
  /// Any action by its name.
  case palette
  case close
  case quit
  case suspend
  case redraw
}
