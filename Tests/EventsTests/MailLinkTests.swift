import Testing

@testable import Events

@Suite struct MailLinkTests {
  @Test(arguments: [
    ("anna.ek+press@example.org", "anna.ek+press@example.org", "mailto:anna.ek+press@example.org"),
    (
      "åsa@räksmörgås.example", "åsa@xn--rksmrgs-5wao1o.example", "mailto:%C3%A5sa@xn--rksmrgs-5wao1o.example"
    ),
    ("a%b&c?d@EXAMPLE.org", "a%b&c?d@example.org", "mailto:a%25b%26c%3Fd@example.org"),
  ])
  func `a bare address becomes a link to it`(text: String, address: String, string: String) {
    #expect(MailLink(to: text)?.address == address)
    #expect(MailLink(to: text)?.string == string)
  }

  @Test func `the subject is the one field, whatever it says`() {
    let link = MailLink(to: "a@example.org", subject: "Möte & fika?\r\nBcc: b@example.org")
    #expect(
      link?.string == "mailto:a@example.org?subject=M%C3%B6te%20%26%20fika%3F%0D%0ABcc%3A%20b%40example.org")
  }

  @Test(arguments: [
    "", "anna", "@example.org", "anna@", "a@b@example.org", "a@example.org?bcc=b@example.org",
    "a b@example.org",
    "a,b@example.org", "a@example.org,b", "a@exam ple.org", "a@example.org:25", "a\n@example.org",
    "\"a\"@example.org",
    ".a@example.org", "a@[127.0.0.1]", "\u{202e}a@example.org", "a@exa\u{202e}mple.org",
    String(repeating: "a", count: 65) + "@example.org",
  ])
  func `what is no bare address is none`(text: String) {
    #expect(MailLink(to: text) == nil)
  }
}
