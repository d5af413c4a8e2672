// swift-tools-version: 6.2
import PackageDescription

// Imports go down only; `Tests/ArchitectureTests` holds the sources to this list.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

func room(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func tests(
    _ name: String,
    _ dependencies: [Target.Dependency],
    exclude: [String] = [],
    resources: [Resource] = []
) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, resources: resources, swiftSettings: settings)
}

let package = Package(
    name: "xinyuan",
    products: [
        .executable(name: "xinyuan", targets: ["xinyuan"])
    ],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1"),
        .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
        .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-docc-plugin.git", from: "1.5.0"),
    ],
    targets: [
        .systemLibrary(name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CIconv"),
        .systemLibrary(name: "CMemoryFile"),
        .systemLibrary(name: "CLinux"),

        room("LibCrypto", ["CLibCrypto"]),
        room("CreditModel"),
        room("CreditCatalogue", ["CreditModel", "LibCrypto", .product(name: "Yams", package: "Yams")]),
        room("CreditRules", ["CreditModel", "CreditCatalogue", "LibCrypto"]),
        room("CreditLedger", ["LibCrypto"]),
        room("CreditStore", ["CreditModel", "CreditCatalogue", "CreditRules", "CreditLedger", "LibCrypto"]),
        room(
            "CreditStoreSQLite",
            [
                "CreditStore", "CreditModel", "CreditCatalogue", "CreditRules", "CreditLedger", "LibCrypto",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]
        ),
        room("CreditSheets", ["CExpat", "CZip", "CXLSXWriter", "CIconv", "CMemoryFile", "LibCrypto"]),
        room(
            "CreditExchange",
            [
                "CreditModel", "CreditCatalogue", "CreditRules", "CreditStore", "CreditSheets",
                "LibCrypto", "CLinux", "CMemoryFile",
            ]
        ),
        room("CreditSearch", ["CreditModel", "CreditCatalogue", "CreditStore", "LibCrypto"]),
        room("CreditFiles", ["CreditModel", "CreditCatalogue", "CreditRules", "CreditStore"]),
        room("CreditSample", ["CreditModel", "CreditCatalogue", "CreditSheets"]),
        room(
            "CreditWeb",
            [
                "CreditModel", "CreditCatalogue", "CreditRules", "CreditLedger", "CreditStore", "CreditSearch",
                "CreditFiles", "CreditExchange", "CreditSheets", "LibCrypto",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "Logging", package: "swift-log"),
            ],
            resources: [.embedInCode("Public")]
        ),
        .executableTarget(
            name: "xinyuan",
            dependencies: [
                "CreditModel", "CreditCatalogue", "CreditRules", "CreditLedger", "CreditStore", "CreditStoreSQLite",
                "CreditSheets", "CreditExchange", "CreditSearch", "CreditFiles", "CreditSample", "CreditWeb",
                "LibCrypto",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings
        ),

        room(
            "CreditStoreTesting",
            ["CreditStore", "CreditModel", "CreditCatalogue", "CreditRules", "CreditLedger", "LibCrypto"]
        ),
        .target(
            name: "TestSupport",
            dependencies: ["CreditCatalogue"],
            path: "Tests/TestSupport",
            swiftSettings: settings
        ),
        tests("LibCryptoTests", ["LibCrypto"]),
        tests("CreditModelTests", ["TestSupport", "CreditModel"]),
        tests(
            "CreditCatalogueTests",
            ["TestSupport", "CreditCatalogue", "CreditModel"],
            resources: [.copy("Fixtures")]
        ),
        tests("CreditLedgerTests", ["TestSupport", "CreditLedger", "LibCrypto"]),
        tests("CreditRulesTests", ["TestSupport", "CreditRules", "CreditCatalogue", "CreditModel"]),
        tests("CreditSheetsTests", ["TestSupport", "CreditSheets", "CZip"], resources: [.copy("Fixtures")]),
        tests("CreditSampleTests", ["TestSupport", "CreditSample", "CreditModel", "CreditCatalogue", "CreditSheets"]),
        tests(
            "CreditExchangeTests",
            [
                "TestSupport",
                "CreditExchange", "CreditCatalogue", "CreditFiles", "CreditModel", "CreditRules", "CreditSample",
                "CreditSheets", "CreditStore", "CreditStoreSQLite", "LibCrypto",
            ]
        ),
        tests(
            "CreditStoreSQLiteTests",
            [
                "TestSupport",
                "CreditStoreSQLite", "CreditStoreTesting", "CreditStore", "CreditRules", "CreditLedger",
                "CreditCatalogue",
                "CreditModel", "LibCrypto", .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        tests(
            "CreditFilesTests",
            [
                "TestSupport", "CreditFiles", "CreditStore", "CreditRules", "CreditLedger", "CreditCatalogue",
                "CreditModel",
            ]
        ),
        tests("CreditSearchTests", ["TestSupport", "CreditSearch", "CreditCatalogue", "CreditStore", "CreditModel"]),
        tests(
            "CreditWebTests",
            [
                "TestSupport",
                "CreditWeb", "CreditCatalogue", "CreditExchange", "CreditFiles", "CreditLedger", "CreditModel",
                "CreditRules",
                "CreditSearch",
                "CreditStore", "CreditStoreSQLite", "LibCrypto",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "Logging", package: "swift-log"),
            ],
            exclude: ["Golden"]
        ),
        tests("CommandTests", ["TestSupport", "xinyuan"], exclude: ["Golden"]),
        tests("ArchitectureTests", ["TestSupport"]),
    ]
)
