import ArgumentParser

/// `anslag completions`
struct Completions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Print what completes commands and options in a shell.",
    discussion: """
      make install puts them where the shells look. Without it:

        bash: source <(anslag completions bash), in ~/.bashrc
        zsh:  anslag completions zsh > "${fpath[1]}/_anslag"
        fish: anslag completions fish > ~/.config/fish/completions/anslag.fish
      """)

  @Argument(
    help: "bash, zsh or fish.", completion: .list(CompletionShell.allCases.map(\.rawValue)),
    transform: ArgumentValue.shell)
  var shell: CompletionShell

  func run() {
    let output = Output()
    output.write(Array(CompletionScript.text(for: shell).utf8) + [UInt8(ascii: "\n")])
    output.flush()
  }
}
