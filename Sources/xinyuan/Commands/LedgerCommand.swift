import ArgumentParser
import CreditLedger
import CreditModel
import CreditStore
import CreditStoreSQLite
import LibCrypto

/// `xinyuan ledger`: what the log shows to anyone.
struct LedgerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "账本 / the ledger",
        discussion: "例 / Example: xinyuan ledger head",
        subcommands: [LedgerHeadCommand.self, LedgerEntryCommand.self],
        defaultSubcommand: LedgerHeadCommand.self
    )
}

struct LedgerHeadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "head",
        abstract: "签名的账本头 / the signed head",
        discussion: "例 / Example: xinyuan ledger head --json"
    )

    @Flag(help: "输出一个 JSON 对象 / print one JSON object")
    var json = false

    @OptionGroup var options: CatalogueOptions
    @OptionGroup var stores: StoreOptions

    func run() async throws {
        let head = try await stores.open(try options.load()).head()
        guard json else {
            Terminal.write(
                head.checkpoint.isEmpty
                    ? (options.lang == .zh ? "账本还是空的。\n" : "The ledger is empty.\n") : head.checkpoint
            )
            return Terminal.line(head.verifierKey)
        }
        var json = JSONWriter()
        json.object { json in
            json.pair("size", head.size)
            json.pair("root", Hex.encode(head.root))
            json.pair("at", head.at.iso)
            json.pair("checkpoint", head.checkpoint)
            json.pair("verifierKey", head.verifierKey)
        }
        Terminal.write(json.bytes + [0x0A])
    }
}

struct LedgerEntryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entry",
        abstract: "一条账目的承诺值和证明 / an entry's commitment and proof",
        discussion: "例 / Example: xinyuan ledger entry 1042 --json"
    )

    @Argument(help: "账本序号 / the sequence number")
    var number: Int64

    @Flag(help: "输出一个 JSON 对象 / print one JSON object")
    var json = false

    @OptionGroup var options: CatalogueOptions
    @OptionGroup var stores: StoreOptions

    func run() async throws {
        let store = try stores.open(try options.load())
        guard let entry = try await store.entry(number), let proof = try await store.proof(of: number) else {
            throw Failure("账本里没有第 \(number) 条。", "The ledger has no entry \(number).", code: 1)
        }
        let head = try await store.head()
        let holds = proof.root(from: entry.leaf) == head.root
        if json {
            var json = JSONWriter()
            json.object { json in
                json.pair("sequence", number)
                json.pair("act", entry.act)
                json.pair("at", entry.at?.iso)
                json.pair("commitment", entry.commitment.map { Hex.encode($0) })
                json.pair("leaf", Hex.encode(entry.leaf))
                json.key("proof")
                json.object { json in
                    json.pair("index", proof.index)
                    json.pair("size", proof.size)
                    json.key("path")
                    json.array { json in for node in proof.path { json.string(Hex.encode(node)) } }
                }
                json.pair("root", Hex.encode(head.root))
                json.key("holds")
                json.bool(holds)
            }
            Terminal.write(json.bytes + [0x0A])
        } else {
            Terminal.line("\(number)  \(entry.act ?? "—")  \(entry.at?.iso ?? "—")")
            Terminal.line("  commitment \(entry.commitment.map { Hex.encode($0) } ?? "—")")
            Terminal.line("  leaf       \(Hex.encode(entry.leaf))")
            for node in proof.path { Terminal.line("  path       \(Hex.encode(node))") }
            Terminal.line("  root       \(Hex.encode(head.root))  \(holds ? "✓" : "✗")")
        }
        guard holds else { throw StoreDamagedProof.failure(number) }
    }
}

/// A proof that does not lead to the head: the log was changed.
enum StoreDamagedProof {
    static func failure(_ number: Int64) -> Failure {
        Failure(
            "第 \(number) 条的证明与账本头不符：账本被改动过。",
            "The proof of entry \(number) does not lead to the head: the log was changed.",
            code: 1
        )
    }
}
