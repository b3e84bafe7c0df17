import Events
import Terminal
import Testing

@testable import Browser

extension Board {
  /// Items of somebody who means harm.
  static let hostile: [(item: Item, text: RichText)] = [
    {
      let bad = "\u{1b}]0;owned\u{7}\u{9b}31m\r\n\u{202e}gnp.exe\u{200b}\u{0}\u{7f}"
      var (item, _) = event(bad, at(day(2020, 12, 2), 10), place: bad)
      item.lead = bad
      item.contacts = [Contact()]
      item.links = [Link(title: bad, url: bad), Link(url: "https://ok.example/\(bad)")]
      item.tags = [bad]
      item.other = [OtherField(key: bad, value: .map([OtherField(key: bad, value: .list([.text(bad)]))]))]
      item.diagnostics = [Diagnostic(.error, id: "bad", bad)]
      return (
        item,
        RichText([
          .heading(level: 1, [.init(bad)]), .code(language: bad, text: bad), .table([[[.init(bad)]], []]),
        ])
      )
    }(),
    {
      let (item, _) = event(String(repeating: "långt ", count: 800), .day(day(9999, 12, 31)))
      var block = RichText.Block.paragraph([.init("innerst")])
      for depth in 0..<90 {
        block = depth.isMultiple(of: 2) ? .quote([block]) : .list(start: .max, items: [[block], []])
      }
      return (
        item, RichText([block, .paragraph([.init(String(repeating: "x", count: 2_000))]), .table([])])
      )
    }(),
    {
      let (item, _) = event("日本語のイベント 👨‍👩‍👧‍👦", .day(day(1, 1, 1)), .day(day(9999, 12, 31)), place: "東京")
      return (item, RichText([.paragraph([.init(String(repeating: "漢字", count: 300))])]))
    }(),
  ]
}

@Suite struct HostileTests {
  @Test func `lets nothing of a document but letters reach the screen`() {
    for (columns, rows) in [(120, 60), (60, 40), (30, 12)] {
      var session = Session(Board.hostile, columns: columns, rows: rows, today: Board.today)
      for keys in ["", "<enter>", "   ", "G", "<esc>u", "<esc>j<enter>GGG", "<esc>/exe", "<enter>", "?"] {
        session.type(keys)
        let scalars = session.screen.unicodeScalars
        let leak = scalars.first { scalar in
          switch scalar.properties.generalCategory {
          case .control: scalar != "\n"
          case .format, .privateUse, .surrogate, .unassigned: true
          default: false
          }
        }
        #expect(leak == nil)
      }
    }
  }

  @Test func `shows only so much of what nests without end`() {
    var session = Session([Board.hostile[1]], columns: 120, rows: 40)
    session.type("<enter>z")
    #expect(session.screen.contains("9223372036854775807.  …"))
    #expect(!session.screen.contains("innerst"))
  }

  @Test func `clips at whole letters`() {
    #expect("åäö".clipped(to: 6) == "åäö")
    #expect("åäö".clipped(to: 5) == "åä")
    #expect("åäö".clipped(to: 4) == "åä")
    #expect("日本".clipped(to: 2) == "")
  }
}
