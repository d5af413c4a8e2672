// swift-tools-version: 6.2
import PackageDescription

// The readers of sheets once more, instrumented for libFuzzer: `Scripts/fuzz.sh` builds this, `swift build` of the project does not.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .unsafeFlags(["-sanitize=fuzzer"]),
]

let package = Package(
    name: "fuzz",
    products: [
        .library(name: "FuzzTargets", type: .static, targets: ["FuzzTargets"])
    ],
    targets: [
        .systemLibrary(name: "CExpat", pkgConfig: "expat"),
        .systemLibrary(name: "CZip", pkgConfig: "libzip"),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter"),
        .systemLibrary(name: "CIconv"),
        .systemLibrary(name: "CMemoryFile"),
        .systemLibrary(name: "CLibCrypto", pkgConfig: "libcrypto"),
        .target(name: "LibCrypto", dependencies: ["CLibCrypto"], swiftSettings: settings),
        .target(
            name: "CreditSheets",
            dependencies: ["CExpat", "CZip", "CXLSXWriter", "CIconv", "CMemoryFile", "LibCrypto"],
            swiftSettings: settings
        ),
        .target(
            name: "FuzzTargets",
            dependencies: ["CreditSheets", "CMemoryFile"],
            path: "Targets",
            swiftSettings: settings
        ),
    ]
)
