import Events
import Terminal

/// How a link is called, and where it truly leads.
struct LinkLabel: Sendable, Hashable {
  /// Its title; where it has none, the address without its scheme.
  let title: String
  /// The host in ASCII, with `/…` where the address says more; the start of what is no web address. Empty where the
  /// title says it.
  let host: String
  /// What would be opened, or why it is not.
  let target: Result<WebAddress, WebAddress.Refusal>
  /// What would be opened; the address as written where it is not opened.
  let address: String

  /// Whether a key opens it.
  let isOpened: Bool

  /// The call, where it is a number.
  let call: TelephoneLink?

  /// An address that letters go to, and whose it is.
  init(mailTo mailbox: String, name: String) {
    let link = MailLink(to: mailbox)
    address = link?.address ?? mailbox
    title = name.isEmpty ? address : name
    host = ""
    target = .failure(.scheme)
    isOpened = link != nil
    call = nil
  }

  /// A number to be called, and whose it is.
  init(calling number: TelephoneLink, name: String) {
    address = number.number
    title = name.isEmpty ? address : name
    host = ""
    target = .failure(.scheme)
    isOpened = true
    call = number
  }

  init(_ link: Link) {
    call = nil
    let web: WebAddress
    do throws(WebAddress.Refusal) {
      web = try WebAddress(link.url)
    } catch {
      title = link.title ?? link.url
      host = link.title == nil ? "" : SafeText(link.url).truncated(to: 30).string
      address = link.url
      target = .failure(error)
      isOpened = false
      return
    }
    address = web.string
    target = .success(web)
    isOpened = true
    var shown = Substring(web.string.utf8.drop { $0 != UInt8(ascii: "/") }.dropFirst(2))
    if shown.utf8.last == UInt8(ascii: "/") { shown = shown.dropLast() }
    let isWhole = shown.utf8.count == web.host.utf8.count
    if let given = link.title, given != shown {
      title = given
      host = isWhole ? web.host : web.host + "/…"
    } else {
      title = String(shown)
      host = ""
    }
  }
}
