import CreditCatalogue
import CreditExchange
import CreditModel
import CreditSheets
import TestSupport
import Testing

@Suite("What is told of a file names nobody by number (limit 8)")
struct NothingPersonalTests {
    private let today = day("2026-07-03")
    private let person = MadeUp.citizen

    @Test("A row of data in the place of headings is not quoted")
    func noHeadings() throws {
        let folder = try ScratchFolder()
        try Form(headings: ["张测试", person, "13800001234"], rows: []).write(to: folder.file("people.csv"))
        let catalogue = try Folders.city.get()
        let problem = #expect(throws: IntakeProblem.self) {
            try IntakeFile(path: folder.file("people.csv"), catalogue: catalogue, options: options())
        }
        for language in Language.allCases {
            let said = try #require(problem?.message(in: language))
            #expect(!said.contains("张测试") && !said.contains(person) && !said.contains("13800001234"))
        }
    }

    @Test("Names of sheets and headings are quoted without their numbers")
    func namesAndHeadings() throws {
        let folder = try ScratchFolder()
        let book = try XLSXWriter(path: folder.file("book.xlsx"))
        let sheet = try book.addSheet("名单" + person)
        try sheet.append((StandardHeadings.licence + ["张测试" + person]).map { .text($0) })
        try sheet.append(StandardHeadings.licence.map { .text(MadeUp.licence(1)[$0] ?? "") })
        try book.addSheet("另" + person).append([.text("无关")])
        try book.close()
        let catalogue = try Folders.city.get()
        let file = try IntakeFile(path: folder.file("book.xlsx"), catalogue: catalogue, options: options())
        let intake = try file.open(file.tables[0])
        let told = [file.tables[0].name, file.unread[0].name] + intake.table.headings + intake.fileFaults.map(\.column)
        #expect(intake.fileFaults.map(\.code) == [.unknownColumn])
        #expect(told.allSatisfy { !$0.contains(person) } && told[0].hasPrefix("名单"))
    }

    @Test("A number is one whatever day the sender says", arguments: ["1900-01-01", "2002-03-02", "2026-07-03"])
    func anyDay(received: String) throws {
        let folder = try ScratchFolder()
        let young = "220402200803050020"
        let valid = (0...9).map { String(young.dropLast()) + "\($0)" } + [String(young.dropLast()) + "X"]
        let number = try #require(valid.first { CitizenNumber.holds(Array($0.utf8), on: today) })
        let row = MadeUp.licence(1, with: ["许可内容": "准予经营，经办人" + number])
        try Form(headings: StandardHeadings.licence, rows: [row]).write(to: folder.file("old.csv"))
        let checked = try Checked(folder.file("old.csv"), try Folders.city.get(), on: day(received))
        #expect(checked.faults.contains { $0.code == .personalNumber })
        #expect(checked.faults.allSatisfy { !$0.value.contains(number) })
    }

    @Test("A citizen number that Excel rounded is told, and not kept as somebody else's")
    func rounded() throws {
        let folder = try ScratchFolder()
        // One rounded number in eleven holds by chance; this one does not.
        let rounded = "220402188703061000"
        #expect(!CitizenNumber.holds(Array(rounded.utf8), on: today))
        let row = MadeUp.licence(1, with: ["法定代表人证件号码": rounded])
        try Form(headings: StandardHeadings.licence, rows: [row]).write(to: folder.file("rounded.csv"))
        let checked = try Checked(folder.file("rounded.csv"), try Folders.city.get(), on: today)
        #expect(checked.faults.map(\.code) == [.certificateCheck])
        #expect(checked.admitted == 1)
    }

    private func options() -> Intake.Options {
        Intake.Options(receivedOn: today, personalKey: [UInt8](repeating: 7, count: 32))
    }
}
