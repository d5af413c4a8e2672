import CreditCatalogue
import CreditExchange
import CreditModel
import CreditRules
import CreditStore
import CreditStoreSQLite
import TestSupport
import Testing

@Suite("The export for the province")
struct ProvinceExportTests {
    private let today = day("2026-07-03")

    /// A store with some licences and penalties.
    private func filled(licences: [[String: String]], penalties: [[String: String]] = []) async throws -> TestStore {
        let place = try TestStore(try Folders.city.get())
        for (item, headings, rows) in [
            ("licence", StandardHeadings.licence, licences), ("penalty", StandardHeadings.penalty, penalties),
        ] where !rows.isEmpty {
            let path = place.folder.file("\(item).csv")
            try Form(headings: headings, rows: rows).write(to: path)
            let (outcome, faults) = try await place.submit(path, from: "市场监督管理局", on: today)
            #expect(outcome.receipt.counts.admitted == rows.count, "\(faults)")
        }
        return place
    }

    private func exported(
        _ item: String,
        _ place: TestStore,
        _ format: ProvinceExport.Format,
        since: String
    ) async throws -> [[String]] {
        let export = try #require(ProvinceExport(item: item, catalogue: place.catalogue, lists: place.store))
        let path = place.folder.file("out-\(item).\(format.rawValue)")
        let count = try await export.write(to: path, format: format, since: day(since), today: today)
        let rows = try Form.read(path)
        #expect(rows.count == count + 1)
        return rows
    }

    @Test("Its headings are exactly those of the 2018 standard", arguments: ProvinceExport.Format.allCases)
    func headings(format: ProvinceExport.Format) async throws {
        let place = try await filled(licences: [MadeUp.licence(1)], penalties: [MadeUp.penalty(1)])
        #expect(try await exported("licence", place, format, since: "2026-01-01").first == StandardHeadings.licence)
        #expect(try await exported("penalty", place, format, since: "2026-01-01").first == StandardHeadings.penalty)
    }

    @Test("Open cells go out as they came, closed ones are empty", arguments: ProvinceExport.Format.allCases)
    func cells(format: ProvinceExport.Format) async throws {
        let place = try await filled(licences: [MadeUp.licence(1)], penalties: [MadeUp.penalty(2)])
        let licence = try row(1, of: try await exported("licence", place, format, since: "2026-01-01"))
        #expect(licence["行政相对人名称"] == "测试1号有限公司")
        #expect(licence["许可决定日期"] == "2026/06/29")
        #expect(licence["行政许可决定文书号"] == "测许字〔2026〕1号")
        let penalty = try row(1, of: try await exported("penalty", place, format, since: "2026-01-01"))
        #expect(penalty["处罚类别"] == "罚款、没收违法所得")
        #expect(penalty["罚款金额（万元）"] == "0.5")
        #expect(penalty["没收违法所得、没收非法财物的金额（万元）"] == "0.012345")
        for heading in StandardHeadings.closed {
            #expect(licence[heading] == "" && penalty[heading] == "", "\(heading)")
        }
    }

    @Test("What a department reads back is admitted again and changes nothing that is shown")
    func roundTrip() async throws {
        let rows = (1...5).map { MadeUp.licence($0, with: ["法定代表人": "", "备注": ""]) }
        let place = try await filled(licences: rows)
        _ = try await exported("licence", place, .xlsx, since: "2026-01-01")
        let again = try Checked(place.folder.file("out-licence.xlsx"), place.catalogue, on: today)
        #expect(again.admitted == 5 && again.faults.isEmpty, "\(again.faults)")
    }

    @Test("Only decisions since the day asked for go out")
    func since() async throws {
        let late = MadeUp.licence(2, with: ["许可决定日期": "2026-06-30"])
        let place = try await filled(licences: [MadeUp.licence(1), late])
        #expect(try await exported("licence", place, .csv, since: "2026-06-30").count == 2)
        #expect(try await exported("licence", place, .csv, since: "2026-06-29").count == 3)
        #expect(try await exported("licence", place, .csv, since: "2026-07-01").count == 1)
    }

    @Test("Withdrawn records do not go out", arguments: [RecordStanding.withdrawn, .takenDown])
    func withdrawn(standing: RecordStanding) async throws {
        let place = try await filled(licences: [MadeUp.licence(1), MadeUp.licence(2)])
        let page = try await place.store.page(ListQuery(item: "licence", today: today))
        let gone = try #require(page.rows.first { $0.subject.name == "测试1号有限公司" })
        let act = Withdrawal(record: gone.record.id, standing: standing, reason: "误报", document: "测撤〔2026〕1号")
        _ = try await place.store.withdraw(act, by: "王某", at: Instant(microseconds: 1_783_000_000_000_000))
        let rows = try await exported("licence", place, .csv, since: "2026-01-01")
        #expect(rows.dropFirst().map { $0[0] } == ["测试2号有限公司"])
    }

    @Test("Penalties without a tier do not go out, nor minor ones, until somebody decides")
    func undetermined() async throws {
        let fine = ["处罚类别": "罚款", "处罚内容": "罚款0.5万元", "没收违法所得、没收非法财物的金额（万元）": ""]
        let warning = ["处罚类别": "警告", "处罚内容": "警告", "罚款金额（万元）": "", "没收违法所得、没收非法财物的金额（万元）": ""]
        let place = try await filled(
            licences: [],
            penalties: [MadeUp.penalty(1, with: fine), MadeUp.penalty(2, with: warning), MadeUp.penalty(3)]
        )
        #expect(
            try await exported("penalty", place, .csv, since: "2026-01-01").dropFirst().map { $0[0] } == ["测试3号有限公司"]
        )
        let waiting = try await place.store.undeterminedTiers()
        let record = try #require(waiting.first)
        #expect(waiting.count == 1)
        let act = TierDecision(record: record.id, tier: .serious, reason: "数额巨大")
        _ = try await place.store.decide(act, by: "王某", at: Instant(microseconds: 1_783_000_000_000_000))
        let names = try await exported("penalty", place, .csv, since: "2026-01-01").dropFirst().map { $0[0] }
        #expect(Set(names) == ["测试1号有限公司", "测试3号有限公司"])
    }

    @Test("A citizen number inside an open text goes out masked (limit 8)")
    func masksPersons() async throws {
        let place = try await filled(licences: [MadeUp.licence(1, with: ["许可内容": "经办人身份证\(MadeUp.citizen)，准予经营"])])
        let text = try await exported("licence", place, .csv, since: "2026-01-01").joined().joined()
        #expect(!text.contains(MadeUp.citizen) && text.contains("准予经营"))
    }

    @Test("An item that the catalogue does not have cannot be exported")
    func unknownItem() throws {
        let place = try TestStore(try Folders.city.get())
        #expect(ProvinceExport(item: "no-such-item", catalogue: place.catalogue, lists: place.store) == nil)
    }

    private func row(_ number: Int, of rows: [[String]]) throws -> [String: String] {
        let headings = try #require(rows.first)
        let cells = try #require(number < rows.count ? rows[number] : nil)
        let padded = cells + [String](repeating: "", count: max(0, headings.count - cells.count))
        return Dictionary(uniqueKeysWithValues: zip(headings, padded))
    }
}
