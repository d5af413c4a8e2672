import ArgumentParser
import CreditModel
import CreditStoreSQLite
import Foundation
import LibCrypto

/// `xinyuan replay`: proves that the entries give the derived state.
struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "重放全部账目，证明档案由账目而来 / replay all entries and prove that they give the files",
        discussion: "例 / Example: xinyuan replay --json"
    )

    @Flag(help: "输出一个 JSON 对象 / print one JSON object")
    var json = false

    @OptionGroup var options: CatalogueOptions
    @OptionGroup var stores: StoreOptions

    func run() async throws {
        let store = try stores.open(try options.load())
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "xinyuan-replay-\(UUID().uuidString)"
        )
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var line = ProgressLine(options.lang == .zh ? "重放" : "replaying")
        let proof = try store.replay(into: folder.appendingPathComponent("replay.sqlite").path) { done, size in
            line.show(Double(done) / Double(max(size, 1)), "\(done)/\(size)")
        }
        line.clear()
        if json {
            var json = JSONWriter()
            json.object { json in
                json.pair("entries", proof.entries)
                json.pair("root", Hex.encode(proof.root))
                json.pair("digest", Hex.encode(proof.digest))
                json.key("rootHolds")
                json.bool(proof.rootHolds)
                json.key("digestHolds")
                json.bool(proof.digestHolds)
            }
            Terminal.write(json.bytes + [0x0A])
        } else {
            Terminal.line(words(proof))
        }
        throw ExitCode(proof.rootHolds && proof.digestHolds ? 0 : 1)
    }

    private func words(_ proof: ReplayProof) -> String {
        let root = proof.rootHolds ? "✓" : "✗"
        let digest = proof.digestHolds ? "✓" : "✗"
        return options.lang == .zh
            ? "\(proof.entries) 条账目\n  树根 \(Hex.encode(proof.root)) \(root)\n  档案 \(Hex.encode(proof.digest)) \(digest)"
            : "\(proof.entries) entries\n  root  \(Hex.encode(proof.root)) \(root)\n  files \(Hex.encode(proof.digest)) \(digest)"
    }
}
