import Events

/// Names that a folder is walked past without a word. Whatever the person names is read all the same.
///
/// Documents are told by what they hold, not by their names; these are the names of what is known to be something else.
enum Passed {
  /// Folders: hidden ones, as `fd` and `rg` do, and what package managers fill.
  static func passesFolder(_ name: ArraySlice<UInt8>) -> Bool {
    name.first == UInt8(ascii: ".") || folders.contains(Word(name))
  }

  /// Files: hidden ones, what editors leave, what a suffix says is no text or is a program's, and the papers of a
  /// repository.
  static func passesFile(_ name: ArraySlice<UInt8>) -> Bool {
    guard name.first != UInt8(ascii: ".") else { return true }
    if name.last == UInt8(ascii: "~") || name.last == UInt8(ascii: "#") { return true }
    let stem = name.firstIndex(of: UInt8(ascii: ".")).map { name[..<$0] } ?? name
    if papers.contains(Word(stem)) { return true }
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return false }
    return suffixes.contains(Word(name[(dot + 1)...]))
  }

  /// A word of at most 16 bytes of ASCII in lower case, as one number: a folder may hold a hundred thousand names.
  private struct Word: Comparable, ExpressibleByStringLiteral {
    private var packed: UInt128 = 0

    init(_ bytes: some Collection<UInt8>) {
      if bytes.count > 16 { return }
      for byte in bytes {
        packed = packed << 8 | UInt128(byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte)
      }
    }

    init(stringLiteral text: String) { self.init(text.utf8) }

    static func < (one: Word, other: Word) -> Bool { one.packed < other.packed }
  }

  /// Some words, to be found by halving: a set would hash each name.
  private struct Words: ExpressibleByArrayLiteral {
    private let sorted: [Word]

    init(_ words: [Word]) { sorted = words.sorted() }
    init(arrayLiteral words: Word...) { self.init(words) }

    func contains(_ word: Word) -> Bool {
      let place = sorted.partitioningIndex { $0 >= word }
      return place < sorted.count && sorted[place] == word
    }
  }

  private static let folders: Words = ["node_modules", "__pycache__"]

  private static let papers: Words = [
    "readme", "license", "licence", "copying", "contributing", "code_of_conduct", "changelog", "makefile",
    "package-lock", "pnpm-lock", "npm-shrinkwrap", "dockerfile", "gemfile", "rakefile", "procfile",
    "codeowners", "cname", "robots",
  ]

  private static let suffixes = Words(
    """
    png jpg jpeg gif webp avif heic svg ico bmp tif tiff psd ai eps xcf
    mp3 m4a ogg oga opus flac wav aac mp4 m4v mov avi mkv webm ogv
    zip gz tgz bz2 xz zst 7z rar tar jar deb rpm dmg iso img
    woff woff2 ttf otf eot
    pdf doc docx docm odt rtf xls xlsx ods ppt pptx odp pages key numbers epub mobi
    html htm xhtml shtml css scss sass less styl js mjs cjs jsx ts tsx vue svelte map wasm
    jsonl ndjson geojson webmanifest toml ini cfg conf properties env lock xml xsl xsd rss atom opml
    csv tsv sql sqlite sqlite3 db parquet
    c h cc cpp hpp m mm swift rs go java kt scala clj cs fs py pyc rb php pl pm lua r jl hs erl ex exs el lisp
    sh bash zsh fish ps1 bat cmd mk cmake gradle gemspec nix tf proto graphql liquid erb haml mustache hbs njk j2 po pot mo
    o a so dylib dll exe bin dat class obj lib pdb key pem crt cer p12 asc sig
    log bak tmp swp orig rej patch diff part crdownload
    """.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.map { Word($0) })
}
