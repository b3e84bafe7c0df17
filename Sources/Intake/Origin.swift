import Glibc

/// Where documents come from, as the person says it.
public enum Origin: Sendable, Hashable {
  /// What is piped in: one document.
  case standardInput
  /// A file, or a folder with all that is in it: the bytes of its path, which need not be UTF-8.
  case path([UInt8])

  /// `-` for standard input, else a path.
  public init(_ argument: String) { self = argument == "-" ? .standardInput : .path(Array(argument.utf8)) }

  /// The name shown: the path, `-` for standard input.
  public var name: String {
    switch self {
    case .standardInput: "-"
    case .path(let bytes): PathText.text(bytes)
    }
  }
}

/// Paths are bytes. As text, what is no UTF-8 is written `\xFF`, and the backslash of a name that reads so itself `\x5C`: so
/// two paths stay two.
enum PathText {
  static func text(_ bytes: [UInt8]) -> String { text(bytes[...]) }

  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    // It is whole where the bytes come out as they went in and none is a backslash, which is the quick way to know.
    var text = String(decoding: bytes, as: UTF8.self)
    let isWhole = text.withUTF8 { decoded in
      bytes.withUnsafeBytes { bytes in
        guard decoded.count == bytes.count, let one = decoded.baseAddress, let other = bytes.baseAddress
        else { return bytes.isEmpty }
        return memcmp(one, other, bytes.count) == 0
          && memchr(one, Int32(UInt8(ascii: "\\")), bytes.count) == nil
      }
    }
    return isWhole ? text : escaped(bytes)
  }

  /// Whether the bytes are their own text, as those of most paths are: ASCII, and none that stands for what is no text.
  static func isPlain(_ bytes: [UInt8]) -> Bool {
    var all: UInt8 = 0
    var hasBackslash = false
    for byte in bytes {
      all |= byte
      hasBackslash = hasBackslash || byte == UInt8(ascii: "\\")
    }
    return all < 0x80 && !hasBackslash
  }

  private static func escaped(_ bytes: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    var rest = bytes
    while let byte = rest.first {
      let length = UTF8.sequenceLength(byte)
      let piece = rest.prefix(length)
      if length > 0, !rest.starts(with: "\\x".utf8), String(validating: piece, as: UTF8.self) != nil {
        text.append(contentsOf: piece)
        rest = rest.dropFirst(length)
      } else {
        text.append(contentsOf: "\\x\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))".utf8)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension UTF8 {
  /// The length of the sequence that `first` may begin; 0 where it begins none.
  fileprivate static func sequenceLength(_ first: UInt8) -> Int {
    switch first {
    case 0..<0x80: 1
    case 0xc2...0xdf: 2
    case 0xe0...0xef: 3
    case 0xf0...0xf4: 4
    default: 0
    }
  }
}
