// swift-tools-version: 6.1

import PackageDescription

let package = Package(
  name: "reading",
  dependencies: [.package(name: "anslag", path: "../..")],
  targets: [
    .executableTarget(name: "reading", dependencies: [.product(name: "EventFormats", package: "anslag")])
  ],
  swiftLanguageModes: [.v6]
)
