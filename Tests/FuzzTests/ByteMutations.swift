import TestSupport

/// Inputs made from good ones by breaking them. The same number always gives the same input.
struct ByteMutations {
  private let originals: [[UInt8]]
  private let words: [String]

  init(of originals: [[UInt8]], words: [String]) { (self.originals, self.words) = (originals, words) }

  /// The input of that number.
  func input(_ number: UInt64) -> [UInt8] {
    var random = SplitMix(seed: number)
    var bytes = originals.randomElement(using: &random) ?? []
    for _ in 0..<Int.random(in: 1...6, using: &random) { mutate(&bytes, &random) }
    return bytes
  }

  private func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    let end = min(bytes.count, place + Int.random(in: 1...16, using: &random))
    switch Int.random(in: 0..<7, using: &random) {
    case 0: bytes.removeSubrange(place..<end)
    case 1: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 2: bytes.insert(contentsOf: repeatElement(bytes[place..<end], count: 40).joined(), at: place)
    case 3: for index in place..<end { bytes[index] = .random(in: 0...255, using: &random) }
    case 4: if place < end { bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random) }
    case 5: bytes.removeSubrange(place...)
    default: bytes.insert(contentsOf: (words.randomElement(using: &random) ?? "").utf8, at: place)
    }
  }
}
