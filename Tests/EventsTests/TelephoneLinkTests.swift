import Events
import Testing

@Suite struct TelephoneLinkTests {
  @Test func `a number that was understood becomes a link to it`() {
    let link = TelephoneLink(to: Phone(asWritten: "046-12 34 56", e164: "+4646123456"))
    #expect(link?.string == "tel:+4646123456")
    #expect(link?.number == "046-12 34 56")
  }

  @Test(arguments: [
    nil, "", "+", "112", "+4", "+46 46", "+46;ext=1", "+4612345678901234", "+46\n", "+٤٦٤٦١٢",
  ])
  func `any other is none`(e164: String?) {
    #expect(TelephoneLink(to: Phone(asWritten: "046-12 34 56", e164: e164)) == nil)
  }
}
