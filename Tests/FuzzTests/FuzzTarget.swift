/// A reader that is given any bytes at all, and what must hold of what it makes of them.
///
/// The same targets are tried twice: by `FuzzTests` with good inputs, mutations of them and whatever was found before (`Found/`);
/// and by libFuzzer, which looks for inputs that lead where none has led (`make fuzz`).
struct FuzzTarget: Sendable {
  /// What it is called on the command line, and the folder in `Found/`.
  let name: String
  /// Good inputs to begin with.
  let seeds: @Sendable () -> [[UInt8]]
  /// Words that mean something to the reader.
  var words: [String] = []
  /// The promises that an input breaks; none where all is well.
  let broken: @Sendable ([UInt8]) -> [String]

  /// Every target.
  static let all = documents + texts + terminal + files + outputs

  /// The target of that name.
  static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }
}
