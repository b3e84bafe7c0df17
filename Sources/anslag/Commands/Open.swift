import ArgumentParser
import Browser
import Events

/// `anslag open`
struct Open: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Open a link of an item in the person's own browser.",
    discussion: """
      The item is named as for show. Only http and https are opened, by xdg-open, or by what config.toml names as opener.
      """)

  @Argument(help: ArgumentHelp("The item's id, or words to find it by.", valueName: "id-or-words"))
  var name: [String] = []

  @OptionGroup var source: SourceOptions

  @Option(help: ArgumentHelp("Which link, from 1.", valueName: "n"))
  var link = 1

  @OptionGroup var reader: ReaderOptions

  func run() throws {
    let configuration = try reader.configuration()
    let item = try source.find(name, for: reader, configuration).item
    guard !item.links.isEmpty else { throw Failure(status: Failure.nothingFound, message: "it has no links") }
    guard item.links.indices.contains(link - 1) else {
      throw Failure.usage("there is no link \(link): it has \(item.links.count)")
    }
    let url = item.links[link - 1].url
    let address: WebAddress
    do { address = try WebAddress(url) } catch {
      throw Failure.unreadable("\(url): \(reader.words(configuration).refusal(error))")
    }
    var opener = Opener(configuration.opener)
    if let reason = opener.openAndWait(address) { throw Failure.unreadable("\(address.string): \(reason)") }
    let output = Output()
    output.print(address.string)
    output.flush()
  }
}
