public import ArgumentParser
import CreditCatalogue
import CreditFiles
public import CreditModel
import CreditSearch
import CreditStore
import CreditStoreSQLite
import Foundation
import LibCrypto

/// Which catalogue and in which language; every command has them.
struct CatalogueOptions: ParsableArguments {
    @Option(help: ArgumentHelp("目录所在文件夹 / the folder of the catalogue", valueName: "DIR"))
    var catalogue = "./catalogue"

    @Option(help: ArgumentHelp("文字：zh 或 en / language: zh or en", valueName: "zh|en"))
    var lang = Language.zh

    /// The catalogue, checked.
    func load() throws -> Catalogue { try CatalogueLoader.load(from: catalogue) }
}

extension Language: ExpressibleByArgument {}

/// Which store.
struct StoreOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "存储 sqlite:路径，或环境变量 XINYUAN_STORE / the store, sqlite:PATH or XINYUAN_STORE",
            valueName: "STORE"
        )
    )
    var store: String?

    /// The path of the embedded store.
    func path() throws -> String {
        let named = store ?? ProcessInfo.processInfo.environment["XINYUAN_STORE"] ?? "sqlite:./xinyuan.sqlite"
        guard named.hasPrefix("sqlite:"), named.count > 7 else {
            throw Failure(
                "存储要写成 sqlite:路径，收到的是 \(named)。",
                "A store is written sqlite:PATH; this is \(named)."
            )
        }
        return String(named.dropFirst(7))
    }

    /// Opens the store; where it must be there already and is not, says so.
    func open(_ catalogue: Catalogue, mustExist: Bool = true) throws -> SQLiteStore {
        let path = try path()
        let exists = FileManager.default.fileExists(atPath: path)
        guard exists || !mustExist else {
            throw Failure(
                "没有存储 \(path)。先用 xinyuan submit 报送，或用 --store 指明。",
                "There is no store \(path). Hand something in with `xinyuan submit`, or name it with --store."
            )
        }
        return try SQLiteStore(path: path, catalogue: catalogue, keys: KeyFile.open(beside: path, storeExists: exists))
    }

    /// The keys of a store that is there; `nil` where there is none.
    func keys() throws -> StoreKeys? {
        let path = try path()
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        return try KeyFile.open(beside: path, storeExists: true)
    }

    /// The search over a store's names, whose copy on disk lies beside it.
    func search(_ store: SQLiteStore, _ catalogue: Catalogue) throws -> NameSearch {
        let parser = NameParser(catalogue.names, city: catalogue.city)
        return NameSearch(
            store: store,
            snapshot: try path() + ".names",
            clock: { Clock().instant },
            brandStart: { parser.brandStart(of: $0) }
        )
    }
}

/// The secrets of a store, in a file beside it that only its owner can read.
enum KeyFile {
    /// Reads the keys, or makes them for a store that is new.
    static func open(beside path: String, storeExists: Bool) throws -> StoreKeys {
        let file = path + ".keys"
        if let text = try? String(contentsOfFile: file, encoding: .utf8) { return try read(text, file) }
        guard !storeExists else {
            throw Failure(
                "存储 \(path) 在，密钥文件 \(file) 不在。没有它认不出已有记录，也签不了名。请从备份取回。",
                "The store \(path) is there, its keys \(file) are not. Without them nothing is recognised or signed. Restore "
                    + "them from the backup."
            )
        }
        let parts = try (0..<3).map { _ in try RandomBytes.make(32) }
        let text = zip(names, parts).map { "\($0) \(Hex.encode($1))" }.joined(separator: "\n") + "\n"
        // Two first commands at once: whoever makes the file wins, the other reads it.
        let descriptor = Foundation.open(file, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard descriptor >= 0 else { return try read(String(contentsOfFile: file, encoding: .utf8), file) }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try handle.write(contentsOf: Data(text.utf8))
        try handle.synchronize()
        return try StoreKeys(record: parts[0], personal: parts[1], signingSeed: parts[2])
    }

    private static let names = ["record", "personal", "signing"]

    private static func read(_ text: String, _ file: String) throws -> StoreKeys {
        var keys: [String: [UInt8]] = [:]
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ")
            if words.count == 2, let bytes = Hex.decode(String(words[1])), bytes.count == 32 {
                keys[String(words[0])] = bytes
            }
        }
        guard let record = keys["record"], let personal = keys["personal"], let signing = keys["signing"] else {
            throw Failure("密钥文件 \(file) 不完整。请从备份取回。", "The key file \(file) is not whole. Restore it from the backup.")
        }
        return try StoreKeys(record: record, personal: personal, signingSeed: signing)
    }
}

/// What time it is, or was to be.
struct Clock: Sendable {
    private let offset: Int64

    /// The clock of this machine, or one set to ten in the morning of another day.
    init(on day: Day? = nil) {
        let now = Clock.now()
        offset = day.map { (Int64($0.number) * 86_400 + 2 * 3600) * 1_000_000 - now } ?? 0
    }

    /// The moment.
    var instant: Instant { Instant(microseconds: Clock.now() + offset) }

    /// How long this process has used a processor, for measuring.
    static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
    }
}

/// A day given on the command line: `2026-07-04`.
struct DayArgument: ExpressibleByArgument {
    let day: Day

    init?(argument: String) {
        guard let day = Day(iso: argument) else { return nil }
        self.day = day
    }
}
