import Catalogue
import Events
import Testing

@Suite struct RenderingCacheTests {
  private let folder = TemporaryFolder()

  private func open(_ maker: String = "this") -> RenderingCache {
    RenderingCache(folder: folder.path, name: "here", maker: maker)
  }

  /// So many items, each of a file of its own that was changed at a time; what tells them from others.
  private func versions(_ count: Int, modified: Int64 = 1) -> [ItemVersion] {
    let store = MemoryStore(today: today)
    var table = OverviewTable()
    for number in 0..<count {
      let item = Overview(id: ItemID(of: ["\(number)"]), kind: .news, title: "\(number)")
      table.add(DocumentOverview(path: "\(number).md", items: [item]))
      table.setFile(FileStamp(size: 10, modified: modified, inode: UInt64(number + 1), device: 1))
    }
    store.add(table)
    return (0..<count).compactMap { store.version(of: ItemID(of: ["\($0)"])) }
  }

  private func rendering(_ number: Int) -> [UInt8] { Array("{\(number)}".utf8) }

  /// Keeps renderings of all versions.
  private func keep(_ versions: [ItemVersion]) {
    let cache = open()
    for (number, version) in versions.enumerated() { cache.add(rendering(number), of: version) }
    cache.save { Set(versions) }
  }

  @Test func `keeps what was made of each item, for the same program`() {
    let versions = versions(100)
    #expect(versions.count == 100)
    keep(versions)
    let cache = open()
    for (number, version) in versions.enumerated() { #expect(cache.bytes(of: version) == rendering(number)) }
    #expect(open("another").bytes(of: versions[0]) == nil)
    #expect(self.versions(100, modified: 2).allSatisfy { cache.bytes(of: $0) == nil })
  }

  @Test func `forgets what is not any more, and keeps the rest`() {
    let old = versions(100)
    keep(old)
    let changed = versions(100, modified: 2)
    let cache = open()
    for number in 0..<10 { cache.add(rendering(number), of: changed[number]) }
    cache.save { Set(changed[..<10] + old[10..<90]) }
    let kept = open()
    #expect((0..<10).allSatisfy { kept.bytes(of: changed[$0]) == rendering($0) })
    #expect((10..<90).allSatisfy { kept.bytes(of: old[$0]) == rendering($0) })
    #expect((90..<100).allSatisfy { kept.bytes(of: old[$0]) == nil })
    #expect(old[..<10].allSatisfy { kept.bytes(of: $0) == nil })
  }

  @Test func `does not write all of it again for a little`() {
    let old = versions(100)
    keep(old)
    let written = folder.content
    let cache = open()
    cache.add(rendering(0), of: versions(1, modified: 2)[0])
    cache.save { Set(old) }
    #expect(folder.content == written)
  }

  @Test func `whatever is damaged is not given`() {
    let versions = versions(40)
    keep(versions)
    let whole = folder.content
    for place in whole.indices {
      var broken = whole
      broken[place] ^= 0x10
      folder.overwrite(broken)
      let cache = open()
      for (number, version) in versions.enumerated() {
        let bytes = cache.bytes(of: version)
        #expect(bytes == nil || bytes == rendering(number))
      }
    }
    for length in [0, 7, 48, whole.count / 2, whole.count - 1] {
      folder.overwrite(Array(whole[..<length]))
      let cache = open()
      #expect(versions.allSatisfy { cache.bytes(of: $0) == nil })
    }
  }
}
