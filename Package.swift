// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The numerical core is optimised in debug builds too: its tests do real work.
let numerical: [SwiftSetting] = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], settings: [SwiftSetting] = strict,
  resources: [Resource]? = nil
) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name, dependencies: ["Vocabulary", "TestSupport"] + dependencies, swiftSettings: strict)
}

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "banbiao",
  products: [.executable(name: "banbiao", targets: ["banbiao"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    // C libraries
    .target(name: "CGLPK", linkerSettings: [.linkedLibrary("glpk")]),
    .target(name: "CFileSystem"),
    .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),

    // The words everything else speaks
    module("Vocabulary"),

    // The four stages, which know nothing of files or of one another
    module("Solving", ["CGLPK", "Vocabulary"]),
    module("Parallel"),
    module("Forecasting", ["Vocabulary", "Parallel"], settings: numerical),
    module("Staffing", ["Vocabulary"], settings: numerical),
    module("Simulation", ["Vocabulary", "Parallel"], settings: numerical),
    module("Rostering", ["Vocabulary", "Solving", "Parallel"], settings: numerical),
    module("Settlement", ["Vocabulary"], settings: numerical),

    // The month end to end, and the independent recomputation
    module("Checking", ["Vocabulary", "Staffing"]),
    module(
      "Planning",
      ["Vocabulary", "Parallel", "Forecasting", "Staffing", "Simulation", "Rostering", "Settlement", "Checking"]),

    // Scenarios of a month side by side
    module(
      "Studies",
      ["Vocabulary", "Forecasting", "Staffing", "Rostering", "Settlement", "Checking", "Planning"]),

    // Files, reports, the shipped example, the command line
    module(
      "CentreFiles", ["Vocabulary", "CZip", "CExpat", "CFileSystem", yams],
      resources: [.embedInCode("holidays-cn.csv")]),
    module("Reports", ["Vocabulary", "CXLSXWriter"]),
    module("ExampleCentre", ["Vocabulary", "Staffing"], settings: numerical),
    .executableTarget(
      name: "banbiao",
      dependencies: [
        "Vocabulary", "Forecasting", "Staffing", "Simulation", "Rostering", "Solving", "Settlement", "Planning",
        "Checking",
        "CentreFiles", "Parallel", "Studies", "Reports", "ExampleCentre", arguments,
      ],
      swiftSettings: strict),

    // Tests
    .target(
      name: "TestSupport", dependencies: ["Vocabulary", "Solving", "Rostering", "Checking"],
      path: "Tests/TestSupport", swiftSettings: strict),
    tests("VocabularyTests", []),
    tests("SolvingTests", ["Solving"]),
    tests("ForecastingTests", ["Forecasting"]),
    tests("StaffingTests", ["Staffing"]),
    tests("SimulationTests", ["Simulation", "Staffing"]),
    tests("RosteringTests", ["Rostering", "Solving", "Checking"]),
    tests("SettlementTests", ["Settlement", "Checking"]),
    tests("CheckingTests", ["Checking", "Staffing"]),
    tests("CentreFilesTests", ["CentreFiles"]),
    tests("StudiesTests", ["Studies", "Planning", "Rostering", "Settlement"]),
    tests("ReportsTests", ["Reports", "CentreFiles"]),
    tests("ExampleCentreTests", ["ExampleCentre", "CentreFiles", "Checking", "Staffing"]),
    tests("CommandTests", ["CentreFiles", "Checking"]),
  ],
  swiftLanguageModes: [.v6]
)
