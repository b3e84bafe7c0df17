// swift-tools-version: 6.1

import PackageDescription

// A program of another package: it sees of Anslag what its products give, and nothing else.
let package = Package(
  name: "examples",
  dependencies: [.package(name: "anslag", path: "..")],
  targets: [
    .executableTarget(name: "Agenda", dependencies: [.product(name: "EventFormats", package: "anslag")])
  ],
  swiftLanguageModes: [.v6]
)
