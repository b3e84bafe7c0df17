import Browser
import EventFormats
import Events
import Foundation
import TestSupport

@testable import anslag

// What is written of an item: valid whatever the document says, and nothing that does anything to a terminal.
extension FuzzTarget {
  static let outputs = [
    FuzzTarget(
      name: "written", seeds: { Documents.all.map(\.bytes) }, words: HostileWords.tokens, broken: written)
  ]

  private static func written(_ bytes: [UInt8]) -> [String] {
    let items = DocumentReader.read(RawDocument(path: "a.md", bytes: bytes)).items
    var broken: [String] = []
    for item in items {
      for keepsMarkdown in [false, true] {
        var json = JSONWriter()
        json.item(item, keepsMarkdown: keepsMarkdown)
        broken += check(json.bytes, "JSON")
        broken += check(json: json.bytes, item)
      }
      let markdown = ItemMarkdown.text(item, zone: LocalZone(offsets: []), words: Words(.swedish))
      broken += check(Array(markdown.utf8), "Markdown")
      let listed = ItemField.Listed(item, on: Day(number: 22_500), Marks())
      for field in ItemField.all {
        broken += leaks(field.value(of: listed).string).map { "\(field.name): \($0)" }
      }
    }
    let calendar = ItemICalendar.file(items, now: 0, words: Words(.english)).bytes
    return broken + check(calendar: calendar)
  }

  private static func check(_ bytes: [UInt8], _ form: String) -> [String] {
    guard let text = String(validating: bytes, as: UTF8.self) else { return ["\(form) is no UTF-8"] }
    return text.split(whereSeparator: { $0 == "\n" || $0 == "\r\n" }).flatMap { leaks(String($0)) }.prefix(1)
      .map { "\(form): \($0)" }
  }

  private static func check(json bytes: [UInt8], _ item: Item) -> [String] {
    guard let value = try? JSONSerialization.jsonObject(with: Data(bytes)) else { return ["this is no JSON"] }
    let title = (value as? [String: Any])?["title"] as? String
    return title.map { Array($0.utf8) } == Array(item.title.utf8) ? [] : ["JSON has the title \(title ?? "")"]
  }

  /// RFC 5545 §3.1 and §3.6: lines of at most 75 bytes, ended by CR LF; components that close in the order they open.
  private static func check(calendar bytes: [UInt8]) -> [String] {
    var broken: [String] = []
    var open: [ArraySlice<UInt8>] = []
    var rest = bytes[...]
    while let feed = rest.firstIndex(of: 0x0a) {
      let line = rest[rest.startIndex..<feed]
      rest = rest[(feed + 1)...]
      if line.last != 0x0d || line.count > 76 { broken.append("a line has \(line.count) bytes") }
      broken += check(Array(line.dropLast()), "iCalendar")
      if line.starts(with: "BEGIN:".utf8) { open.append(line.dropFirst(6)) }
      if line.starts(with: "END:".utf8), open.popLast().map({ Array($0) }) != Array(line.dropFirst(4)) {
        broken.append("what closes was not open")
      }
      let isProperty = line.first == 0x20 || line.contains(UInt8(ascii: ":"))
      if !isProperty { broken.append("a line is no property") }
    }
    if !rest.isEmpty || !open.isEmpty { broken.append("the calendar does not end") }
    return broken
  }
}
