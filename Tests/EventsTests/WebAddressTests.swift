import Testing

@testable import Events

@Suite struct WebAddressTests {
  @Test(arguments: [
    ("https://www.example.se/a?b=c#d", "www.example.se", "https://www.example.se/a?b=c#d"),
    ("HTTPS://OK.EXAMPLE/Ok", "ok.example", "https://ok.example/Ok"),
    ("http://räksmörgås.example/å", "xn--rksmrgs-5wao1o.example", "http://xn--rksmrgs-5wao1o.example/%C3%A5"),
    ("https://аррӏе.example/", "xn--80ak6aa92e.example", "https://xn--80ak6aa92e.example/"),
    ("https://[2001:db8::1]:8080/x", "[2001:db8::1]", "https://[2001:db8::1]:8080/x"),
    ("https://ok.example:443", "ok.example", "https://ok.example:443"),
    ("https://bücher.example", "xn--bcher-kva.example", "https://xn--bcher-kva.example"),
    ("https://例え.example/", "xn--r8jz45g.example", "https://xn--r8jz45g.example/"),
  ])
  func `hands on addresses in ASCII with their true host`(text: String, host: String, string: String) throws {
    let address = try WebAddress(text)
    #expect(address.host == host)
    #expect(address.string == string)
  }

  @Test(
    arguments: [
      ("javascript:alert(1)", .scheme), ("file:///etc/passwd", .scheme), ("--help", .scheme), ("", .scheme),
      (" https://ok.example/", .scheme), ("//evil.example/x", .scheme), ("mailto:a@b.example", .scheme),
      ("https:", .host), ("https:///x", .host), ("https://[::1", .host),
      ("https://ok.example:99999999/", .host),
      ("https://ok.example:-1/", .host), ("https://evil\u{ff0e}example\u{ff0f}bank", .host),
      ("https://a..b/", .host),
      ("https://evil.example\u{2215}bank.example", .host), ("https://-x.example/", .host),
      ("https://bank.example@evil.example/", .userName), ("https://user:secret@ok.example/", .userName),
      ("https://ok.example/ --new-window", .malformed), ("https://ok.example/\nfile:///x", .malformed),
      ("https://ok.example/a\\b", .malformed),
    ] as [(String, WebAddress.Refusal)])
  func `refuses what hides, breaks out or is no web address`(text: String, refusal: WebAddress.Refusal) {
    #expect(throws: refusal) { try WebAddress(text) }
  }

  @Test func `refuses controls and letters that do not show`() {
    for sign in ["\u{1b}]0;x\u{7}", "\u{9d}", "\0", "\u{202e}", "\u{200b}", "\u{ad}", "\u{e0041}"] {
      #expect(throws: WebAddress.Refusal.malformed) { try WebAddress("https://ok\(sign).example/") }
      #expect(throws: WebAddress.Refusal.malformed) { try WebAddress("https://ok.example/a\(sign)b") }
    }
  }

  @Test func `refuses what is longer than the limit and takes what is not`() throws {
    let longest = "https://ok.example/" + String(repeating: "a", count: WebAddress.limit - 19)
    #expect(try WebAddress(longest).string == longest)
    #expect(throws: WebAddress.Refusal.tooLong) { try WebAddress(longest + "a") }
    // As it is handed on: each letter beyond ASCII takes six bytes.
    #expect(throws: WebAddress.Refusal.tooLong) {
      try WebAddress("https://ok.example/" + String(repeating: "å", count: WebAddress.limit / 4))
    }
  }
}
