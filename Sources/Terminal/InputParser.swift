/// Makes keys of a terminal's bytes. What is no key of ours (answers to questions that nobody asked, sequences nobody knows)
/// is swallowed, never typed; broken UTF-8 and controls in a paste are dropped; nothing it is fed makes it keep more than a paste of
/// ``InputParser/pasteLimit`` bytes.
public struct InputParser: Sendable {
  /// How many bytes of a paste are kept; the rest is dropped.
  public static let pasteLimit = 1 << 20
  /// Beyond this many bytes a control sequence means nothing.
  private static let sequenceLimit = 64

  private enum State {
    case ground
    /// ESC came: the start of a sequence, Alt with the key that follows, or the key Escape.
    case escape
    /// Between CSI and its last byte, which `sequence` is to hold.
    case control
    /// Behind SS3, with the modifiers that some terminals put there.
    case single(modifiers: Int)
    /// In an answer that reaches to ST or BEL. The byte that began it; what came last.
    case string(UInt8, StringPart)
    /// The bytes left of an old mouse report.
    case oldMouse(Int)
    /// The Linux console's F1–F5: CSI [ and a letter.
    case consoleFunction
    case paste
  }

  private enum StringPart {
    case start, text, escape
  }

  private var state = State.ground
  private var sequence: [UInt8] = []
  private var utf8 = UTF8Assembler()
  /// Whether ESC came right before the letter that `utf8` puts together.
  private var isAlt = false
  private var paste = PasteCollector()

  /// A parser to which nothing was fed.
  public init() {}

  /// How many milliseconds of silence decide what was begun (a lone ESC is the key Escape): then call ``flush()``. Nil
  /// where nothing was begun.
  public var timeout: Int? {
    switch state {
    case .ground: utf8.isEmpty ? nil : 500
    case .escape: 50
    case .control, .single, .string, .oldMouse, .consoleFunction: 500
    case .paste: 2000
    }
  }

  /// Takes bytes as they come, in pieces of any size.
  public mutating func feed(_ bytes: some Sequence<UInt8>) -> [Input] {
    var inputs: [Input] = []
    for byte in bytes { take(byte, &inputs) }
    return inputs
  }

  /// Decides what was begun, as nothing followed.
  public mutating func flush() -> [Input] {
    defer {
      state = .ground
      utf8 = UTF8Assembler()
      isAlt = false
    }
    switch state {
    case .escape: return [.key(Key(.escape))]
    case .string(_, .escape): return [.key(Key(.escape))]
    case .string(let start, .start): return [.key(Key(.character(Character(Unicode.Scalar(start))), .alt))]
    case .paste: return paste.finish().map { [.paste($0)] } ?? []
    default: return []
    }
  }

  private mutating func take(_ byte: UInt8, _ inputs: inout [Input]) {
    switch state {
    case .ground: ground(byte, &inputs)
    case .escape: escape(byte, &inputs)
    case .control: control(byte, &inputs)
    case .single(let modifiers): single(byte, modifiers, &inputs)
    case .string(let start, let part): string(byte, start, part, &inputs)
    case .oldMouse(let left): state = left > 1 ? .oldMouse(left - 1) : .ground
    case .consoleFunction:
      state = .ground
      if (0x41...0x45).contains(byte) { inputs.append(.key(Key(.function(Int(byte) - 0x40)))) }
    case .paste:
      guard paste.take(byte) else { return }
      state = .ground
      if let text = paste.finish() { inputs.append(.paste(text)) }
    }
  }

  private mutating func ground(_ byte: UInt8, _ inputs: inout [Input]) {
    let modifiers: Key.Modifiers = isAlt ? .alt : []
    if byte >= 0x80 {
      if let scalar = utf8.take(byte) {
        if let key = Key(typed: scalar, modifiers) { inputs.append(.key(key)) }
        isAlt = false
      } else if utf8.isEmpty {
        isAlt = false
      }
      return
    }
    utf8 = UTF8Assembler()
    isAlt = false
    if byte == 0x1B {
      state = .escape
    } else {
      inputs.append(.key(Key(byte: byte, modifiers)))
    }
  }

  private mutating func escape(_ byte: UInt8, _ inputs: inout [Input]) {
    switch byte {
    case 0x1B:
      // The first was the key; the second may begin something.
      inputs.append(.key(Key(.escape)))
    case UInt8(ascii: "["):
      sequence = []
      state = .control
    case UInt8(ascii: "O"): state = .single(modifiers: 0)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
      sequence = []
      state = .string(byte, .start)
    default:
      state = .ground
      isAlt = true
      ground(byte, &inputs)
    }
  }

  private mutating func control(_ byte: UInt8, _ inputs: inout [Input]) {
    switch byte {
    case 0x20...0x3F:
      // What is too long is read to its end and means nothing.
      if sequence.count <= Self.sequenceLimit { sequence.append(byte) }
      if byte == UInt8(ascii: "$"), let input = ControlSequence(sequence, shiftedBy: byte)?.input {
        state = .ground
        inputs.append(input)
      }
    case 0x40...0x7E:
      state = .ground
      if sequence.count > Self.sequenceLimit { return }
      finish(ControlSequence(sequence, final: byte), &inputs)
    default: abandon(byte, &inputs)
    }
  }

  private mutating func finish(_ sequence: ControlSequence, _ inputs: inout [Input]) {
    switch (sequence.final, sequence.isPlain, sequence.parameter(0)) {
    case (UInt8(ascii: "M"), true, nil): state = .oldMouse(3)
    case (UInt8(ascii: "["), true, nil): state = .consoleFunction
    case (UInt8(ascii: "~"), true, 200):
      paste = PasteCollector()
      state = .paste
    default:
      if let input = sequence.input { inputs.append(input) }
    }
  }

  private mutating func single(_ byte: UInt8, _ modifiers: Int, _ inputs: inout [Input]) {
    switch byte {
    case 0x30...0x39: state = .single(modifiers: min(255, modifiers * 10 + Int(byte) - 0x30))
    case 0x40...0x7E:
      state = .ground
      let held = Key.Modifiers(parameter: modifiers)
      if let key = Key(single: byte, held) { inputs.append(.key(key)) }
    default: abandon(byte, &inputs)
    }
  }

  private mutating func string(_ byte: UInt8, _ start: UInt8, _ part: StringPart, _ inputs: inout [Input]) {
    switch (part, byte) {
    case (.escape, UInt8(ascii: "\\")), (.text, 0x07), (.start, 0x07):
      state = .ground
      if start == UInt8(ascii: "]"), let answer = Answer(command: sequence) { inputs.append(.answer(answer)) }
    case (.escape, _):
      // No end, so the ESC began something else.
      state = .escape
      escape(byte, &inputs)
    case (_, 0x1B): state = .string(start, .escape)
    case (_, 0x00...0x1F), (_, 0x7F): abandon(byte, &inputs)
    default:
      if sequence.count <= Self.sequenceLimit { sequence.append(byte) }
      state = .string(start, .text)
    }
  }

  /// Gives up what was begun: the byte cannot belong to it and is read by itself.
  private mutating func abandon(_ byte: UInt8, _ inputs: inout [Input]) {
    state = .ground
    // CAN and SUB do nothing but end a sequence.
    if byte != 0x18, byte != 0x1A { ground(byte, &inputs) }
  }
}
