import CreditCatalogue
import CreditExchange
import CreditModel
import CreditRules
import CreditSheets
import CreditStore
import CreditStoreSQLite
import TestSupport
import Testing

@Suite("A file with several tables")
struct IntakeFileTests {
    private let today = day("2026-07-03")

    @Test("Each table whose headings are known is read as its own item; the others are told")
    func severalTables() throws {
        let catalogue = try Folders.city.get()
        let folder = try ScratchFolder()
        let path = try workbook(in: folder)
        let file = try IntakeFile(path: path, catalogue: catalogue, options: options())
        #expect(file.tables.map(\.name) == ["六月许可", "处罚"])
        #expect(file.tables.map { $0.match.item.id } == ["licence", "penalty"])
        #expect(file.tables.map(\.headingRow) == [2, 1])
        #expect(file.unread.map(\.name) == ["说明"])
        for table in file.tables {
            let first = try read(file, table)
            #expect(first == (try read(file, table)) && first.rows == 3)
        }
    }

    @Test("One table can be asked for by its name, and a name that is not there is told with those that are")
    func oneTable() throws {
        let catalogue = try Folders.city.get()
        let folder = try ScratchFolder()
        let path = try workbook(in: folder)
        let file = try IntakeFile(path: path, catalogue: catalogue, options: options(sheet: "处罚"))
        #expect(file.tables.map(\.name) == ["处罚"] && file.unread.isEmpty)
        let problem = #expect(throws: IntakeProblem.self) {
            try IntakeFile(path: path, catalogue: catalogue, options: options(sheet: "没有"))
        }
        #expect(problem?.message(in: .zh).contains("说明 | 六月许可 | 处罚") == true)
    }

    @Test("Handed in, each table has a receipt; handed in again, nothing is new")
    func receipts() async throws {
        let place = try TestStore(try Folders.city.get())
        let path = try workbook(in: place.folder)
        let source = try #require(place.catalogue.departments["market-regulation"])
        let desk = place.desk(on: today)
        let quiet = SubmissionDesk.Listener(faults: { _ in }, progress: { _, _ in })
        let first = try await desk.submit(path: path, from: source, listener: quiet)
        #expect(first.outcomes.map(\.receipt.item) == ["licence", "penalty"])
        #expect(first.outcomes.allSatisfy { $0.receipt.counts.added == 3 && $0.repeats == nil })
        let again = try await desk.submit(path: path, from: source, listener: quiet)
        #expect(again.outcomes.allSatisfy { $0.receipt.counts.unchanged == 3 && $0.repeats != nil })
    }

    @Test("A copy with sealed certificate numbers changes nothing; masked by another key they are taken as not given")
    func sealedNumbers() async throws {
        let place = try TestStore(try Folders.city.get())
        let column = "法定代表人证件号码"
        func write(_ number: String) throws -> String {
            let path = place.folder.file("licences.csv")
            try Form(headings: StandardHeadings.licence, rows: [MadeUp.licence(1, with: [column: number])])
                .write(to: path)
            return path
        }
        try await place.submit(try write(MadeUp.citizen), from: "市场监督管理局", on: today)
        let sealed = SealedNumber(key: place.store.keys.personal, salt: [1]).sealed(MadeUp.citizen)
        let (same, faults) = try await place.submit(try write(sealed), from: "市场监督管理局", on: today)
        #expect(same.receipt.counts.unchanged == 1 && faults.isEmpty)
        let foreign = SealedNumber(key: [UInt8](repeating: 9, count: 32), salt: [1]).sealed(MadeUp.citizen)
        for text in [foreign, "2204**********0027"] {
            let (_, told) = try await place.submit(try write(text), from: "市场监督管理局", on: today)
            #expect(told.map(\.code) == [.maskedNumber])
        }
    }

    private func options(sheet: String? = nil) -> Intake.Options {
        Intake.Options(receivedOn: today, personalKey: [UInt8](repeating: 7, count: 32), sheet: sheet)
    }

    private func workbook(in folder: ScratchFolder) throws -> String {
        let path = folder.file("book.xlsx")
        let book = try XLSXWriter(path: path)
        try book.addSheet("说明").append([.text("填写说明"), .text("请逐项填写")])
        let licences = try book.addSheet("六月许可")
        try licences.append([.text("行政许可信息表")])
        try write(StandardHeadings.licence, (0..<3).map { MadeUp.licence($0) }, licences)
        try write(StandardHeadings.penalty, (0..<3).map { MadeUp.penalty($0) }, try book.addSheet("处罚"))
        try book.close()
        return path
    }

    private func write(_ headings: [String], _ rows: [[String: String]], _ sheet: XLSXSheet) throws {
        try sheet.append(headings.map { .text($0) })
        for row in rows { try sheet.append(headings.map { row[$0].map { .text($0) } ?? .empty }) }
    }

    private func read(_ file: IntakeFile, _ table: IntakeFile.Table) throws -> (rows: Int, last: Int) {
        let intake = try file.open(table)
        var faults: [Fault] = []
        var result = (rows: 0, last: 0)
        while let row = try intake.next(&faults) { result = (result.rows + 1, row.number) }
        return result
    }
}
