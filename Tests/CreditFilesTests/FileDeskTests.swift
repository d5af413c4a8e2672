import CreditCatalogue
import CreditFiles
import CreditModel
import CreditRules
import CreditStore
import TestSupport
import Testing

@Suite struct FileDeskTests {
    private let catalogue: Catalogue
    private let today: Day
    private let decided: Day

    init() throws {
        catalogue = try Folders.city.get()
        today = try #require(Day(iso: "2026-07-04"))
        decided = try #require(Day(iso: "2026-03-02"))
    }

    /// A record with every field of its item filled with words that are looked for afterwards.
    private func record(
        _ id: Int64,
        _ item: String,
        kind: String = "91",
        decided: Day? = nil,
        standing: RecordStanding = .current,
        own: [String: FieldValue] = [:],
        hasCode: Bool = true
    ) throws -> StoredRecord {
        let described = try #require(catalogue.item(item))
        var fields = FieldMap()
        for field in described.fields {
            switch field.type {
            case .day, .amount, .choice, .choices: continue
            case .certificateNumber:
                fields[field.id] = .personal(PersonalMark(mask: "9***7", hash: .init(repeating: 1, count: 16)))
            default: fields[field.id] = .text("值-\(field.disclosure.rawValue)-\(field.id)")
            }
        }
        fields["openness"] = described.roles.openness == nil ? nil : .choices(["可向社会公开"])
        for (id, value) in own { fields[id] = value }
        let day = decided ?? self.decided
        let document = try #require(DecisionDocument(number: "罚〔2026〕\(id)号", authority: "某局", decidedOn: day))
        let code = hasCode ? CreditCode(kind == "92" ? try soleTrader() : "91220402MA0TEWT1X6") : nil
        return StoredRecord(
            id: id,
            sequence: id + 100,
            subject: 1,
            facts: RecordFacts(
                record: CreditRecord(
                    item: item,
                    subject: SubjectKeys(name: "示例", creditCode: code, registrationNumber: "220400000000018"),
                    bearing: described.polarity == .adverse ? .adverse(document) : .neutral(document),
                    decidedOn: day,
                    validFrom: nil,
                    validUntil: nil,
                    fields: fields
                ),
                receivedOn: day,
                standing: standing,
                decidedTier: nil
            ),
            source: "market-regulation",
            receivedAt: Instant(microseconds: Int64(day.number) * 86_400_000_000),
            submission: "S-1",
            row: 2
        )
    }

    private func soleTrader() throws -> String {
        let body = Array("92220402TEW00001".utf8)
        let inner = try #require(OrganisationCode.checkCharacter(for: body.suffix(8)))
        let outer = try #require(CreditCode.checkCharacter(for: body + [inner]))
        return String(decoding: body + [inner, outer], as: UTF8.self)
    }

    private func desk(
        _ records: [StoredRecord],
        kind: SubjectKind = .enterprise
    ) throws -> (desk: FileDesk, key: String) {
        let code = kind == .soleTrader ? try soleTrader() : "91220402MA0TEWT1X6"
        let subject = Subject(
            id: 1,
            code: code,
            registrationNumber: nil,
            kind: kind,
            name: "示例",
            formerNames: [],
            division: "220402",
            address: nil,
            established: nil,
            status: nil
        )
        return (FileDesk(catalogue: catalogue, store: Shelf(subject: subject, kept: records)), code)
    }

    private func file(
        _ records: [StoredRecord],
        kind: SubjectKind = .enterprise,
        on: Day? = nil
    ) async throws -> CreditFile {
        let (desk, key) = try desk(records, kind: kind)
        return try #require(try await desk.file(key: key, on: on ?? today, today: today))
    }

    private static let shownItems = [
        "registration", "licence", "penalty", "honour", "abnormal-list", "serious-breach-list", "commitment",
    ]

    @Test(arguments: shownItems) func onlyPublicFieldsAreInAnEntry(item: String) async throws {
        let penalty = try record(1, item, own: item == "penalty" ? ["kinds": .choices(["没收违法所得"])] : [:])
        let entry = try #require(try await file([penalty]).entries.first)
        let described = try #require(catalogue.item(item))
        let open = Set(described.fields.filter { $0.disclosure == .open }.map(\.id))
        #expect(!entry.fields.isEmpty && entry.fields.allSatisfy { open.contains($0.id) })
        let all = "\(entry)"
        #expect(!all.contains("值-restricted") && !all.contains("值-shared") && !all.contains("9***7"))
        #expect(
            entry.fields.map(\.id) == described.fields.map(\.id).filter { id in entry.fields.contains { $0.id == id } }
        )
        #expect(entry.legalBasis == described.legalBasis && entry.clauses == described.clauses)
    }

    @Test func ownerOfASoleTraderIsHiddenAndTheLegalRepresentativeOfAFirmIsNot() async throws {
        let firm = try await file([try record(1, "registration")])
        #expect(firm.entries.first?.fields.contains { $0.id == "legalRep" } == true)
        for hasCode in [true, false] {
            let trader = try await file(
                [try record(1, "registration", kind: "92", hasCode: hasCode)],
                kind: .soleTrader
            )
            #expect(trader.entries.count == 1)
            #expect(!"\(trader)".contains("legalRep"), "whatever key the row came under")
        }
    }

    @Test func sectionsAreTheTenOfTheReportInOrderWithTheLatestDecisionFirst() async throws {
        let later = decided.adding(days: 9)
        let all = try [
            record(1, "penalty", own: ["kinds": .choices(["没收违法所得"])]), record(2, "licence", decided: later),
            record(3, "registration"),
            record(4, "honour"), record(5, "licence"),
        ]
        let file = try await file(all)
        #expect(file.sections.map(\.section) == catalogue.sections && file.sections.count == 10)
        let filled = file.sections.filter { !$0.entries.isEmpty }.map { "\($0.section.id) \($0.entries.map(\.id))" }
        #expect(filled == ["registration [3]", "administration [2, 5, 1]", "honours [4]"])
        #expect(file.ledgerSize == 77 && file.on == today && file.today == today)
    }

    @Test func numbersOfPersonsAreMaskedInFieldsAndTitle() async throws {
        let own: [String: FieldValue] = [
            "kinds": .choices(["没收违法所得", "其他-电话13812345678"]), "violation": .text("车牌吉D12345超限"),
            "facts": .text("当事人电话13812345678，卡号4111111111111111"), "docNumber": .text("辽市监罚〔2026〕12号"),
        ]
        let entry = try #require(try await file([try record(1, "penalty", own: own)]).entries.first)
        let all = "\(entry)"
        for number in ["13812345678", "吉D12345", "4111111111111111"] { #expect(!all.contains(number), "\(number)") }
        #expect(entry.title.hasPrefix("车牌吉*"))
        #expect(entry.fields.contains { $0.id == "docNumber" && $0.value.zh == "辽市监罚〔2026〕12号" })
        #expect(entry.fields.contains { $0.id == "code" && $0.value.zh == "值-public-code" })
    }

    @Test func whatMayNotBeShownIsInNoFileEntryOrList() async throws {
        let old = try #require(Day(iso: "2020-01-02"))
        let hidden = try [
            record(1, "penalty", own: ["kinds": .choices(["警告"])]),
            record(2, "penalty", decided: old, own: ["kinds": .choices(["罚款"])]),
            record(3, "licence", standing: .withdrawn), record(4, "licence", standing: .takenDown),
            record(5, "commitment", own: ["openness": .choices(["不可公开"])]),
            record(6, "penalty", decided: decided.adding(days: 31), own: ["kinds": .choices(["罚款"])]),
        ]
        let shown = try record(7, "licence")
        let (desk, key) = try desk(hidden + [shown])
        for on in [old, decided, today] {
            let file = try #require(try await desk.file(key: key, on: on, today: today))
            #expect(file.entries.map(\.id) == (on == old ? [] : [7]))
        }
        for id in Int64(1)...6 { #expect(try await desk.entry(id, today: today) == nil) }
        #expect(try await desk.entry(7, today: today)?.entry.id == 7)
        let list = try await desk.list(ListQuery(item: "licence", today: today))
        #expect(list.rows.map(\.entry.id) == [7] && list.pin == 77)
        #expect(try await desk.file(key: "unknown", on: today, today: today) == nil)
        #expect(try await desk.entry(99, today: today) == nil)
    }

    /// Limit 10: that an organisation is known at all is not told while nothing of it may be shown.
    @Test func whereNothingIsShownTodayThereIsNoFileWhateverTheDay() async throws {
        let hidden = try [
            record(1, "penalty", own: ["kinds": .choices(["警告"])]),
            record(2, "penalty", decided: decided.adding(days: 31), own: ["kinds": .choices(["罚款"])]),
            record(3, "licence", standing: .takenDown),
        ]
        for records in [hidden, []] {
            let (desk, key) = try desk(records)
            for on in [decided, today] { #expect(try await desk.file(key: key, on: on, today: today) == nil) }
        }
        let (desk, key) = try desk(hidden + [try record(4, "licence", decided: today)])
        #expect(try await desk.file(key: key, on: today, today: today)?.entries.map(\.id) == [4])
        #expect(try await desk.file(key: key, on: decided, today: today)?.entries.isEmpty == true)
    }

    @Test func entrySaysWhyItIsShownUntilWhenAndWhatItHeldBefore() async throws {
        let (desk, _) = try desk([
            try record(
                1,
                "penalty",
                own: ["kinds": .choices(["没收违法所得", "罚款"]), "fine": .amount(Amount(fen: 1_234_550))]
            )
        ])
        let entry = try #require(try await desk.entry(1, today: today)).entry
        #expect(entry.corrected == [1, 5] && entry.sequence == 101)
        #expect(entry.shownUntil?.iso == "2029-03-02" && entry.tier == .general && entry.ground == .tier)
        #expect(entry.rule == catalogue.publicationRule(on: decided)?.title)
        #expect(entry.source == catalogue.departments["market-regulation"]?.name && entry.sourceTelephone != nil)
        let kinds = try #require(entry.fields.first { $0.id == "kinds" })
        #expect(kinds.value == Bilingual(zh: "没收违法所得、罚款", en: "Confiscation of unlawful gains, Fine"))
        #expect(entry.fields.first { $0.id == "fine" }?.value == Bilingual(zh: "12,345.50 元", en: "CNY 12,345.50"))
    }

    @Test func placeIsTheCitysDistrictElseTheCode() throws {
        for (division, name) in [("220402", "龙山区"), ("220400", catalogue.city.name.zh), ("110105", "110105")] {
            let subject = Subject(
                id: 1,
                code: "91220402MA0TEWT1X6",
                registrationNumber: nil,
                kind: .enterprise,
                name: "示例",
                formerNames: [],
                division: division,
                address: nil,
                established: nil,
                status: nil
            )
            let shown = PublicSubject(subject, catalogue)
            #expect(shown.place?.zh == name && shown.spokenCode == "91 220402 MA0TEWT1X 6" && shown.kindName.zh == "企业")
        }
    }
}
