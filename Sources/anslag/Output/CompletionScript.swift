import ArgumentParser

/// What completes commands and options in a shell: the argument parser's script, told that a word which is no command is an argument
/// of the default one. Where a version of it writes another script, that is left as it is.
enum CompletionScript {
  /// The script for a shell.
  static func text(for shell: CompletionShell) -> String {
    let script = Anslag.completionScript(for: shell)
    switch shell {
    case .bash:
      return adding(
        """
                unparsed_words=("${COMP_WORDS[@]:1:${COMP_CWORD}}")
                _anslag_browse

        """, behind: "    *)\n", in: script)
    case .zsh:
      let first = "_describe -V subcommand subcommands && ret=0\n"
      let commands = adding("        _anslag_browse && ret=0\n", behind: first, in: script)
      let other = "\"_anslag_${words[1]}\" && ret=0\n            ;;\n"
      return adding("        *) _files && ret=0 ;;\n", behind: other, in: commands)
    case .fish:
      let own = script.split(separator: "\n").filter { $0.contains("\"anslag browse\"") }
      return ([script] + own.map { String($0).replacing("\"anslag browse\"", with: "\"anslag\"") }).joined(
        separator: "\n")
    default:
      return script
    }
  }

  /// A script with lines more behind the first place where it has some others.
  private static func adding(_ lines: String, behind place: String, in script: String) -> String {
    guard let range = script.firstRange(of: place) else { return script }
    return script[..<range.upperBound] + lines + script[range.upperBound...]
  }
}
