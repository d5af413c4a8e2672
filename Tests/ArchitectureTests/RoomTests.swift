import Foundation
import TestSupport
import Testing

/// Imports go down only (design, "Rooms"): what a room may use of ours, and of others.
@Suite("Rooms")
struct RoomTests {
    private static let words: Set = ["CreditModel", "CreditCatalogue", "LibCrypto"]
    private static let rules = words.union(["CreditRules"])
    private static let keeping = rules.union(["CreditLedger", "CreditStore"])

    /// A new room is written down here first.
    static let allowed: [String: Set<String>] = [
        "LibCrypto": ["CLibCrypto"],
        "CreditModel": [],
        "CreditCatalogue": ["CreditModel", "LibCrypto", "Yams"],
        "CreditRules": words,
        "CreditLedger": ["CreditModel", "LibCrypto"],
        "CreditStore": rules.union(["CreditLedger"]),
        "CreditStoreSQLite": keeping.union(["GRDB", "GRDBSQLite"]),
        "CreditStoreTesting": keeping.union(["Testing"]),
        "CreditSheets": ["CExpat", "CZip", "CXLSXWriter", "CIconv", "CMemoryFile", "LibCrypto"],
        "CreditExchange": keeping.union(["CreditSheets", "CLinux", "CMemoryFile"]),
        "CreditSearch": ["CreditModel", "CreditCatalogue", "CreditStore", "LibCrypto"],
        "CreditFiles": ["CreditModel", "CreditCatalogue", "CreditRules", "CreditStore"],
        "CreditSample": ["CreditModel", "CreditCatalogue", "CreditSheets"],
        "CreditWeb": keeping.union([
            "CreditSearch", "CreditFiles", "CreditExchange", "CreditSheets", "Hummingbird", "HTTPTypes", "NIOCore",
            "Logging",
        ]),
        "xinyuan": keeping.union([
            "CreditStoreSQLite", "CreditSheets", "CreditExchange", "CreditSearch", "CreditFiles", "CreditSample",
            "CreditWeb",
            "ArgumentParser", "Logging",
        ]),
    ]

    /// Of the system, where the table above does not speak: no input or output, no clock in the words and the rules.
    static let system: Set = ["Foundation", "Glibc", "Synchronization"]
    static let pure: Set = ["CreditModel", "CreditRules", "CreditLedger", "CreditStore", "CreditFiles"]

    @Test("Every room is written down, and every one written down is there")
    func areKnown() {
        let rooms = SourceTree.shared.rooms
        #expect(rooms.isSubset(of: Self.allowed.keys), "\(rooms.subtracting(Self.allowed.keys))")
        #expect(Set(Self.allowed.keys).subtracting(rooms).isSubset(of: ["CreditStoreTesting"]))
    }

    @Test("A room imports only what stands below it", arguments: allowed.keys.sorted())
    func importsGoDown(room: String) throws {
        let allowed = try #require(Self.allowed[room]).union(Self.pure.contains(room) ? [] : Self.system)
        for file in SourceTree.shared.files where file.room == room {
            #expect(file.imports.isSubset(of: allowed), "\(file.path): \(file.imports.subtracting(allowed))")
        }
    }

    @Test("The package declares no more than that, and nothing that is not used", arguments: allowed.keys.sorted())
    func declarationsAgree(room: String) throws {
        let package = try String(contentsOf: Folders.root.appendingPathComponent("Package.swift"), encoding: .utf8)
        let parts =
            package.components(separatedBy: "targets: [\n").last?.split(separator: /(?:room|tests)\(|\.\w*[tT]arget\(/)
            ?? []
        let own = parts.filter { $0.trimmingPrefix(/\s*(?:name: )?/).hasPrefix("\"\(room)\"") }
        guard SourceTree.shared.rooms.contains(room) else { return }
        let declared = try #require(own.first, "no target \(room)")
        let allowed = try #require(Self.allowed[room])
        let packages: Set = [
            "GRDB.swift", "hummingbird", "swift-argument-parser", "swift-http-types", "swift-log", "swift-nio",
        ]
        let names = Set(declared.matches(of: /"([^"]+)"/).map { String($0.1) }).subtracting(packages)
            .subtracting([room, "Public"])
        #expect(names.isSubset(of: allowed), "\(room): \(names.subtracting(allowed))")
        let used = SourceTree.shared.files.filter { $0.room == room }
            .reduce(into: Set<String>()) { $0.formUnion($1.imports) }
        #expect(names.isSubset(of: used), "\(room) declares without use: \(names.subtracting(used))")
    }

    @Test(
        "Nothing is used in a circle, and each outside library by one room",
        arguments: [
            ("GRDB", ["CreditStoreSQLite"]), ("CreditStoreSQLite", ["xinyuan"]), ("Hummingbird", ["CreditWeb"]),
            ("Yams", ["CreditCatalogue"]),
            ("ArgumentParser", ["xinyuan"]), ("CLibCrypto", ["LibCrypto"]), ("CExpat", ["CreditSheets"]),
            ("CZip", ["CreditSheets"]),
            ("CXLSXWriter", ["CreditSheets"]), ("CIconv", ["CreditSheets"]), ("CLinux", ["CreditExchange"]),
            ("CMemoryFile", ["CreditExchange", "CreditSheets"]),
        ]
    )
    func usersAreFew(module: String, users: [String]) {
        let found = Set(SourceTree.shared.files.filter { $0.imports.contains(module) }.map(\.room))
        #expect(found == Set(users))
    }

    @Test("Sheets and cryptography know nothing of credit", arguments: ["CreditSheets", "LibCrypto"])
    func knowNothingOfCredit(room: String) {
        let ours = Set(Self.allowed.keys).subtracting(["LibCrypto"])
        for file in SourceTree.shared.files where file.room == room {
            #expect(file.imports.isDisjoint(with: ours), "\(file.path)")
        }
    }
}
