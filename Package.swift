// swift-tools-version: 6.1

import PackageDescription

let cModules: Set = ["CNcurses", "CPlatform", "CKernels", "CYAML", "CMarkdown", "CSQLite"]

// What is tried with any bytes at all: by a test of its own, and by libFuzzer (see below).
let fuzzed: [Target.Dependency] = [
  "anslag", "Browser", "Catalogue", "CKernels", "EventFormats", "Events", "Terminal", "TestSupport",
]

// The rooms and who may enter which: ARCHITECTURE.md holds the table, Tests/ArchitectureTests keeps it true.
let package = Package(
  name: "anslag",
  products: [
    .executable(name: "anslag", targets: ["anslag"]),
    .library(name: "Events", targets: ["Events"]),
    .library(name: "EventFormats", targets: ["EventFormats"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ],
  targets: [
    // C modules: each is used in one folder only.
    .target(
      name: "CNcurses",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo", .when(platforms: [.linux]))]),
    .target(name: "CPlatform"),
    .target(name: "CKernels"),
    .target(name: "CYAML", linkerSettings: [.linkedLibrary("yaml")]),
    .target(name: "CMarkdown", linkerSettings: [.linkedLibrary("md4c")]),
    .target(name: "CSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),

    // What is shown: cells, text, keys. Not a word about events.
    .target(name: "Terminal"),
    .target(name: "TerminalNcurses", dependencies: ["Terminal", "CNcurses", "CPlatform"]),

    // What is known: the vocabulary, the parsing library, the catalogue, where bytes come from.
    .target(name: "Events", dependencies: ["CKernels"]),
    .target(name: "EventFormats", dependencies: ["Events", "CKernels", "CYAML", "CMarkdown"]),
    .target(name: "Catalogue", dependencies: ["Events", "CKernels", "CPlatform", "CSQLite"]),
    .target(name: "Intake", dependencies: ["Events", "EventFormats", "Catalogue", "CPlatform"]),

    // The application as pure values, and the shore that runs it.
    .target(name: "Browser", dependencies: ["Events", "Terminal"]),
    .executableTarget(
      name: "anslag",
      dependencies: [
        "Terminal", "TerminalNcurses", "Events", "EventFormats", "Catalogue", "Intake", "Browser",
        "CPlatform",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .target(
      name: "TestSupport", dependencies: ["EventFormats", "Events", "Catalogue"], path: "Tests/TestSupport"),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal"]),
    .testTarget(name: "TerminalNcursesTests", dependencies: ["TerminalNcurses", "Terminal", "CPlatform"]),
    .testTarget(name: "EventsTests", dependencies: ["Events", "CKernels", "TestSupport"]),
    .testTarget(
      name: "EventFormatsTests", dependencies: ["EventFormats", "Events", "TestSupport"],
      exclude: ["Fixtures"]),
    .testTarget(name: "CatalogueTests", dependencies: ["Catalogue", "Events", "TestSupport"]),
    .testTarget(name: "IntakeTests", dependencies: ["Intake", "Catalogue", "Events"]),
    .testTarget(name: "BrowserTests", dependencies: ["Browser", "Events", "Terminal"]),
    .testTarget(
      name: "AnslagTests",
      dependencies: [
        "anslag", "Browser", "Catalogue", "Terminal", "Events", "EventFormats", "Intake", "CPlatform",
      ],
      exclude: ["Screens", "Posts"]),
    .testTarget(
      name: "FuzzTests", dependencies: fuzzed, exclude: ["Found", "LibFuzzer.swift", "FuzzCorpus.swift"]),
    .testTarget(name: "ArchitectureTests"),
  ],
  swiftLanguageModes: [.v6]
)

// `make fuzz` builds a program that libFuzzer drives. The program itself becomes a library for it, as one calls no other.
if Context.environment["ANSLAG_FUZZ"] != nil {
  package.products.removeAll { $0.name == "anslag" }
  package.targets = package.targets.filter { !$0.isTest }.map { target in
    target.name != "anslag"
      ? target
      : .target(
        name: "anslag", dependencies: target.dependencies,
        swiftSettings: [
          .unsafeFlags(["-Xfrontend", "-entry-point-function-name", "-Xfrontend", "anslag_main"])
        ])
  }
  package.targets.append(
    .executableTarget(
      name: "fuzz", dependencies: fuzzed, path: "Tests/FuzzTests",
      exclude: ["Found", "FuzzTests.swift", "ByteMutations.swift"]))
}

// Warnings are errors in our own checks (`ANSLAG_STRICT=1`, see the Makefile), never where the package is only used.
let strict = Context.environment["ANSLAG_STRICT"] != nil
for target in package.targets {
  if cModules.contains(target.name) {
    if strict { target.cSettings = [.unsafeFlags(["-Wall", "-Wextra", "-Werror"])] }
  } else {
    target.swiftSettings =
      (target.swiftSettings ?? []) + [
        .enableUpcomingFeature("InternalImportsByDefault"), .enableUpcomingFeature("ExistentialAny"),
      ]
      + (strict ? [.unsafeFlags(["-warnings-as-errors"])] : [])
  }
}
