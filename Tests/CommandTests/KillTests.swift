import Foundation
import TestSupport
import Testing

/// Decision 11: nothing acknowledged is lost, and what was begun is taken up, whenever the power goes.
@Suite("submit killed a hundred times")
struct KillTests {
    private static let rowsOfFile = 1_500
    private static let headings = ["用水单位", "信用代码", "水表编号", "水表类型", "保证金（元）", "核定日期", "定额有效期至"]
    private static let codes = ["91999902TEWT910178", "91999902TEWT910253", "91999902TEWT91033X"]
    private static let chunk = ["XINYUAN_CHUNK_ROWS": "60"]

    @Test(
        "Every receipt stands, no record is lost, none doubled, and the entries give the files",
        .timeLimit(.minutes(15))
    )
    func hundredKills() async throws {
        let place = try Workplace(catalogue: Folders.secondCatalogue)
        var random = Shuffle(state: 2_026)
        var meters: [String] = []
        var receipts: [Int: [[String: Any]]] = [:]
        var kills = 0
        var file = 0
        // How long the last whole run took: on a machine that is busy for a while, an earlier maximum would let most runs end
        // before their kill.
        var usual = 0.4
        while kills < 100 {
            if receipts[file] != nil || file == 0 {
                file += 1
                meters += try write(file, in: place)
            }
            let begun = Date()
            let job = try submit(file, in: place)
            let delay = usual * Double(random.next() % 1_000) / 1_000
            while job.isRunning, Date().timeIntervalSince(begun) < delay { try await Task.sleep(for: .milliseconds(2)) }
            if job.isRunning {
                job.kill()
                kills += 1
            }
            let run = try await job.finish()
            if run.status == 0 {
                receipts[file, default: []].append(try receipt(run))
                usual = Date().timeIntervalSince(begun) * 1.05
            } else {
                try #require(run.status == -SIGKILL, "\(run)")
                // A receipt may have been printed just before the end.
                if let printed = try? receipt(run) { receipts[file, default: []].append(printed) }
            }
        }
        receipts[file, default: []].append(try receipt(try await submit(file, in: place).finish()))
        try await verify(place, meters, receipts, files: file)
    }

    private func write(_ file: Int, in place: Workplace) throws -> [String] {
        let meters = (1...Self.rowsOfFile).map { "SX-\(file)-\($0)" }
        let rows = meters.enumerated()
            .map { ["松溪测试厂", Self.codes[$0 % Self.codes.count], $1, "机械表", "", "2026-06-30", "2099-12-31"] }
        try place.write([Self.headings] + rows, to: "water-\(file).csv")
        return meters
    }

    private func submit(_ file: Int, in place: Workplace) throws -> Job {
        let command = ["submit", "water-\(file).csv", "--from", "水务局", "--received", "2026-07-03", "--json"]
        return try place.start(command, environment: Self.chunk)
    }

    private func receipt(_ run: Run) throws -> [String: Any] {
        try #require(try run.object()["receipt"] as? [String: Any])
    }

    private func verify(
        _ place: Workplace,
        _ meters: [String],
        _ receipts: [Int: [[String: Any]]],
        files: Int
    ) async throws {
        print("100 kills, \(files) files of \(Self.rowsOfFile) rows, \(receipts.values.joined().count) receipts")
        #expect(receipts.count == files)
        // One entry a row and one seal a file: an attempt that found nothing new makes none.
        let head = try await place.run("ledger", "head", "--json").object()
        #expect(head["size"] as? Int == meters.count + files)
        for (file, printed) in receipts {
            let again = try receipt(try await submit(file, in: place).finish())
            #expect(again["unchanged"] as? Int == Self.rowsOfFile && again["added"] as? Int == 0, "\(again)")
            #expect(again["repeats"] as? String != nil, "\(again)")
            for receipt in printed {
                let sequence = receipt["sequence"] as? [String: Any]
                guard let seal = sequence?["seal"] as? Int else { continue }
                let entry = try await place.run("ledger", "entry", "\(seal)", "--json").object()
                #expect(entry["act"] as? String == "seal" && entry["holds"] as? Bool == true, "\(receipt)")
            }
        }
        let export = try await place.run("export", "water-quota", "--since", "2026-01-01", "--out", "all.csv")
        #expect(export.status == 0, "\(export)")
        let lines = try String(contentsOf: place.file("all.csv"), encoding: .utf8).split(whereSeparator: \.isNewline)
            .dropFirst()
        let found = lines.map { String($0.split(separator: ",", omittingEmptySubsequences: false)[2]) }
        #expect(found.sorted() == meters.sorted())
        let replay = try await place.run("replay", "--json")
        #expect(replay.status == 0, "\(replay)")
    }
}

/// SplitMix64: the same moments at every run.
private struct Shuffle {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
