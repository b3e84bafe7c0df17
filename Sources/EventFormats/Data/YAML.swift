internal import CYAML

/// Data as far as they could be read.
package struct DataReading {
  package var root: DataNode?
  /// Why reading ended early.
  package var error: DataProblem?
  /// What was doubtful but read.
  package var warnings: [DataProblem] = []
}

/// YAML 1.1 through the events of libyaml: the reference that any faster reader has to equal.
enum YAML {
  /// Reads one YAML document, the bytes of `range`. Offsets in the result count from the start of a text of which `bytes`
  /// are what stands at `origin`.
  static func read(_ bytes: [UInt8], in range: Range<Int>, from origin: Int = 0) -> DataReading {
    read(bytes, in: range, from: origin, limit: .post, isStream: false)
  }

  /// Reads a file of YAML. Several documents (`---` between them) are read as a list of them.
  static func readFile(_ bytes: [UInt8]) -> DataReading {
    read(bytes, in: 0..<bytes.count, from: 0, limit: .file, isStream: true)
  }

  private static func read(
    _ bytes: [UInt8], in range: Range<Int>, from origin: Int, limit: DataLimit, isStream: Bool
  ) -> DataReading {
    if let problem = guardAgainstSlowness(bytes[range], from: origin, limit) {
      return DataReading(error: problem)
    }
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else {
      return DataReading(
        error: DataProblem(
          id: "yaml-syntax", message: "There is no memory to read this.", offset: origin + range.lowerBound))
    }
    defer { yaml_parser_delete(&parser) }
    let offsets = CharacterOffsets(bytes, range, from: origin)
    return bytes.withUnsafeBufferPointer { buffer in
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(&parser, buffer.baseAddress.map { $0 + range.lowerBound }, range.count)
      return events(of: &parser, offsets, DataBuilder(limit: limit), isStream)
    }
  }

  private static func events(
    of parser: inout yaml_parser_t, _ offsets: CharacterOffsets, _ builder: DataBuilder, _ isStream: Bool
  ) -> DataReading {
    var builder = builder
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(&parser, &event) == 1 else {
        let message = parser.problem.map { String(cString: $0) } ?? "the text could not be read"
        let mark = parser.error == YAML_READER_ERROR ? parser.mark : parser.problem_mark
        return DataReading(
          root: isStream ? builder.closeAll(at: offsets[mark.index]) : nil,
          error: DataProblem(
            id: "yaml-syntax", message: "This is not YAML: \(message).", offset: offsets[mark.index]),
          warnings: builder.warnings)
      }
      defer { yaml_event_delete(&event) }
      let start = offsets[event.start_mark.index]
      let end = offsets[event.end_mark.index]
      var problem: DataProblem?
      switch event.type {
      case YAML_SCALAR_EVENT:
        let scalar = event.data.scalar
        let text = String(
          decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
        if scalar.tag != nil, !harmlessTags.contains(string(scalar.tag) ?? "") {
          builder.warn(
            DataProblem(
              id: "yaml-tag", message: "The tag of YAML here is not heeded. The value is kept as text.",
              offset: start))
        }
        problem = builder.scalar(
          text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE, range: start..<max(start, end),
          anchor: string(scalar.anchor))
      case YAML_SEQUENCE_START_EVENT:
        problem = builder.open(isMap: false, at: start, anchor: string(event.data.sequence_start.anchor))
      case YAML_MAPPING_START_EVENT:
        problem = builder.open(isMap: true, at: start, anchor: string(event.data.mapping_start.anchor))
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
        problem = builder.close(at: end)
      case YAML_ALIAS_EVENT:
        problem = builder.alias(string(event.data.alias.anchor) ?? "", range: start..<max(start, end))
      case YAML_STREAM_END_EVENT,
        YAML_DOCUMENT_END_EVENT where !isStream:
        let roots = builder.roots
        let all = DataNode(content: .list(roots), range: (roots.first?.range.lowerBound ?? end)..<end)
        return DataReading(root: roots.count > 1 ? all : roots.first, warnings: builder.warnings)
      default:
        break
      }
      if let problem {
        let root = isStream ? builder.closeAll(at: start) : nil
        return DataReading(root: root, error: problem, warnings: builder.warnings)
      }
    }
  }

  private static let harmlessTags: Set = ["!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:timestamp"]

  private static func string(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    text.map { String(cString: $0) }
  }

  // libyaml 0.2.5 takes time in the square of the number of open brackets and of anchors. No notice has so many.
  private static func guardAgainstSlowness(
    _ bytes: ArraySlice<UInt8>, from origin: Int, _ limit: DataLimit
  ) -> DataProblem? {
    var brackets = 0
    var anchors = 0
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
      case UInt8(ascii: "&"), UInt8(ascii: "*"): anchors += 1
      default: continue
      }
      if brackets > limit.brackets || anchors > limit.anchors {
        return DataProblem(
          id: "yaml-too-complex", message: "The data hold too many brackets or anchors.",
          offset: origin + index)
      }
    }
    return nil
  }
}

/// libyaml counts characters; everything else here counts bytes.
private struct CharacterOffsets {
  private let start: Int
  private let end: Int
  /// The byte of every character, where not all of them are ASCII.
  private let table: [Int32]?

  init(_ bytes: [UInt8], _ range: Range<Int>, from origin: Int) {
    start = origin + range.lowerBound
    end = origin + range.upperBound
    table = bytes[range].withUnsafeBufferPointer { text in
      guard text.contains(where: { $0 >= 0x80 }) else { return nil }
      return [Int32](unsafeUninitializedCapacity: text.count) { table, count in
        for index in text.indices where text[index] & 0xc0 != 0x80 {
          table[count] = Int32(index)
          count += 1
        }
      }
    }
  }

  subscript(index: Int) -> Int {
    guard let table else { return min(start + index, end) }
    return index < table.count ? start + Int(table[index]) : end
  }
}
