import ArgumentParser
import Browser
import Catalogue
import Events

/// `anslag export`
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Print what was starred, seen and hidden, as JSON.",
    discussion:
      "docs/marks.schema.json describes it; import takes it in again, on this machine or on another.")

  func run() throws {
    let store = try openMarks()
    let output = Output()
    do {
      output.write(JSONWriter.marks(try store.items()))
    } catch {
      throw Failure.unreadable(Surroundings.words().fault(error))
    }
    output.flush()
  }
}

/// `anslag import`
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Add the marks that export has printed.",
    discussion: "What is marked already stays as it is, and nothing is taken away.")

  @Argument(help: "A file, or - for standard input.")
  var file = "-"

  func run() throws {
    let bytes: [UInt8]
    do { bytes = try WholeFile.read(file) } catch { throw Failure.unreadable("\(file): \(error.reason)") }
    Confinement(to: [])
    let items: [MarkedItem]
    do { items = try MarkedItem.list(ofJSON: bytes) } catch {
      throw Failure.unreadable("\(file): \(error.reason)")
    }
    let store = try openMarks()
    let added: Int
    do { added = try store.merge(items) } catch {
      throw Failure.unreadable(Surroundings.words().fault(error))
    }
    let output = Output()
    output.print(
      "\(added) new \(added == 1 ? "mark" : "marks") on \(items.count) \(items.count == 1 ? "item" : "items")"
    )
    output.flush()
  }
}

/// The reader's marks, read; what is wrong with their file is told.
private func openMarks() throws -> MarkStore {
  let store = Surroundings.markStore()
  if let fault = store.refresh()?.fault { Output.complain(Surroundings.words().fault(fault)) }
  return store
}
