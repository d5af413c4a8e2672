import CreditCatalogue
import CreditExchange
import CreditModel
import CreditRules
import CreditStore
import CreditStoreSQLite
import TestSupport
import Testing

@Suite("One document's number in two spellings")
struct NearNumberTests {
    private let today = day("2026-07-03")
    private let column = "行政处罚决定书文号"

    private func write(_ rows: [[String: String]], _ folder: ScratchFolder, as name: String = "a.csv") throws -> String
    {
        let path = folder.file(name)
        try Form(headings: StandardHeadings.penalty, rows: rows).write(to: path)
        return path
    }

    /// A penalty of one organisation under a number.
    private func penalty(_ spelt: String, of number: Int = 0, with changes: [String: String] = [:]) -> [String: String]
    {
        MadeUp.penalty(number, with: [column: spelt].merging(changes) { $1 })
    }

    private func near(_ faults: [Fault]) -> [Fault] { faults.filter { $0.code == .documentNearDuplicate } }

    @Test("Within a file the later row is warned, and names the earlier row and its spelling")
    func withinAFile() async throws {
        let place = try TestStore(try Folders.city.get())
        let spellings = ["测罚字〔2026〕7号", "测罚字[2026]第007号", "测罚字〔2026〕8号", "测罚〔2026〕8号", "测罚字〔2026〕7号"]
        let path = try write(spellings.map { penalty($0) }, place.folder)
        let checked = try Checked(path, place.catalogue, on: today)
        let found = near(checked.faults)
        #expect(found.map(\.row) == [3, 5] && found.map(\.value) == [spellings[1], spellings[3]])
        #expect(found.allSatisfy { $0.column == column })
        #expect(found[0].detail == Bilingual(zh: "第 2 行的“测罚字〔2026〕7号”", en: "“测罚字〔2026〕7号” in row 2"))
        #expect(found[1].detail?.zh == "第 4 行的“测罚字〔2026〕8号”", "字 makes no difference")
        #expect(checked.admitted == 5 && checked.refused == 0 && checked.warned == 2)
        let message = place.catalogue.faults.message(for: found[0], in: .en)
        #expect(
            message.contains(spellings[1]) && message.contains("in row 2") && message.contains("nothing was merged")
        )
        let (outcome, faults) = try await place.submit(path, from: "市场监督管理局", on: today)
        #expect(near(faults) == found, "told once, though the store knows it too")
        let counts = outcome.receipt.counts
        #expect(counts.added == 4 && counts.unchanged == 1 && counts.warned == 2 && counts.refused == 0)
        let (again, second) = try await place.submit(path, from: "市场监督管理局", on: today)
        #expect(near(second) == found && again.receipt.counts.warned == 2 && again.receipt.counts.unchanged == 5)
    }

    @Test("A number of another file is found in the store", arguments: [true, false])
    func againstTheStore(usualFirst: Bool) async throws {
        let place = try TestStore(try Folders.city.get())
        let both = ["测罚字〔2026〕7号", "测罚字（２０２６）７号"]
        let (first, second) = usualFirst ? (both[0], both[1]) : (both[1], both[0])
        let one = try write([penalty(first)], place.folder)
        #expect(near(try await place.submit(one, from: "市场监督管理局", on: today).faults).isEmpty)
        let rows = [penalty("测罚字〔2026〕9号"), penalty(second), penalty(second, of: 1)]
        let two = try write(rows, place.folder, as: "b.csv")
        let (outcome, faults) = try await place.submit(two, from: "市场监督管理局", on: today)
        let found = near(faults)
        #expect(found.map(\.row) == [3] && found.first?.value == second && found.first?.column == column)
        #expect(found.first?.detail == Bilingual(zh: "已有记录 1 的“\(first)”", en: "“\(first)” of record 1"))
        #expect(outcome.receipt.counts.added == 3 && outcome.receipt.counts.warned == 1)
        #expect(try await place.store.receipt(outcome.receipt.submission) == outcome.receipt)
        let page = try await place.store.page(ListQuery(item: "penalty", today: today.adding(days: 1)))
        #expect(page.rows.count <= 4, "nothing is merged; tiers decide what is shown")
        #expect(try await place.store.record(1)?.facts.record.fields.text("docNumber") == first, "as sent")
    }

    @Test("Other organisations, numbers, years and key fields are other documents")
    func othersAreNot() throws {
        let folder = try ScratchFolder()
        let catalogue = try Folders.city.get()
        let rows = [
            penalty("测罚字〔2026〕7号"), penalty("测罚字[2026]7号", of: 1), penalty("测罚字[2025]7号"), penalty("测罚字[2026]70号"),
            penalty("测许字[2026]7号"), penalty("测罚字[2026]7-1号"),
        ]
        #expect(near(try Checked(try write(rows, folder), catalogue, on: today).faults).isEmpty)
        let path = folder.file("licence.csv")
        let licences = [
            MadeUp.licence(0, with: ["许可编号": "XK1"]),
            MadeUp.licence(0, with: ["行政许可决定文书号": "测许字[2026]0号", "许可编号": "XK2"]),
            MadeUp.licence(0, with: ["行政许可决定文书号": "测许字[2026]0号", "许可编号": "XK1"]),
        ]
        try Form(headings: StandardHeadings.licence, rows: licences).write(to: path)
        let found = near(try Checked(path, catalogue, on: today).faults)
        #expect(found.map(\.row) == [4] && found.first?.detail?.zh.hasPrefix("第 2 行") == true)
    }

    @Test("A refused row is neither compared nor remembered")
    func refusedRows() throws {
        let folder = try ScratchFolder()
        let rows = [
            penalty("测罚字〔2026〕7号", with: ["处罚决定日期": "胡乱"]), penalty("测罚字[2026]7号"),
            penalty("测罚字【2026】7号", with: ["处罚决定日期": "胡乱"]),
        ]
        let checked = try Checked(try write(rows, folder), try Folders.city.get(), on: today)
        #expect(near(checked.faults).isEmpty && checked.refused == 2)
    }

    @Test("What points to a person is masked in both spellings")
    func masked() async throws {
        let place = try TestStore(try Folders.city.get())
        let text = "测罚字[2026]7号电话13812345678"
        let path = try write([penalty(text), penalty("测罚字〔2026〕07号电话13812345678")], place.folder)
        let faults = near(try Checked(path, place.catalogue, on: today).faults)
        #expect(faults.count == 1)
        for fault in faults {
            let words = [fault.value, fault.detail?.zh ?? "", fault.detail?.en ?? ""]
            #expect(words.allSatisfy { !$0.contains("13812345678") && $0.contains("*") }, "\(words)")
        }
        let first = try write([penalty(text)], place.folder, as: "one.csv")
        try await place.submit(first, from: "市场监督管理局", on: today)
        let second = try write([penalty("测罚字〔2026〕07号电话13812345678")], place.folder, as: "two.csv")
        let told = near(try await place.submit(second, from: "市场监督管理局", on: today).faults)
        #expect(told.count == 1 && told.allSatisfy { !"\($0)".contains("13812345678") }, "\(told)")
    }
}
