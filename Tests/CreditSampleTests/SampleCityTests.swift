import CreditCatalogue
import CreditModel
import CreditSheets
import Foundation
import Testing

@testable import CreditSample

@Suite("The sample city")
struct SampleCityTests {
    @Test("The same seed gives the same bytes, another seed other ones")
    func isDeterministic() throws {
        let first = try SampleFolder(try SampleFolder.city(records: 1_500)).contents()
        let second = try SampleFolder(try SampleFolder.city(records: 1_500)).contents()
        let other = try SampleFolder(try SampleFolder.city(seed: 12, records: 1_500)).contents()
        #expect(first.count > 20)
        #expect(first.filter { second[$0.key] != $0.value }.map(\.key) == [])
        #expect(first.count == second.count)
        #expect(first["truth.jsonl"] != other["truth.jsonl"])
    }

    @Test("Every fault that a file can bring occurs")
    func hasEveryFault() throws {
        let found = Set(try SampleFolder.shared.get().truth.map(\.code))
        // Two keys of two subjects are found against the store, not in a file; two spellings of a number, between two rows; the
        // city's files need no layouts.
        let apart = FaultCode.ofLayouts.union([.identityConflict, .documentNearDuplicate])
        let wanted = Set(Set(FaultCode.allCases).subtracting(apart).map(\.rawValue))
        #expect(wanted.subtracting(found) == [])
        #expect(found.subtracting(wanted) == [])
    }

    @Test(
        "Of every open item come a file without a fault and one with a row that is refused; of a withdrawn one, a file"
    )
    func hasEveryItem() throws {
        let sample = try SampleFolder.shared.get()
        let faulty = Set(sample.truth.map(\.file))
        let files = Dictionary(grouping: sample.manifest.files, by: \.item)
        for item in try SampleFolder.catalogue().items where !item.templates.isEmpty {
            let own = files[item.id] ?? []
            guard item.standing == .open else {
                #expect(own.contains { $0.kind == .withdrawn && $0.refused == $0.rows && $0.rows > 0 }, "\(item.id)")
                continue
            }
            #expect(
                own.contains { !faulty.contains($0.path) && $0.good == $0.rows && $0.rows > 0 },
                "\(item.id): none clean"
            )
            #expect(own.contains { $0.kind == .ordinary && $0.refused > 0 }, "\(item.id): none with faults")
        }
    }

    @Test("Records are about subjects of the kinds that their item allows, and people in roles come more than once")
    func hasPeople() throws {
        let sample = try SampleFolder.shared.get()
        let catalogue = try SampleFolder.catalogue()
        let onPersons = Set(catalogue.items.filter { $0.personRole != nil }.map(\.id))
        var numbers: [String: Set<String>] = [:]
        for file in sample.manifest.files where onPersons.contains(file.item) {
            for text in try sample.rows(of: file).flatMap(\.cells)
            where CitizenNumber.holds(Array(text.utf8), on: SampleFolder.today) {
                numbers[text, default: []].insert(file.item)
                #expect(try #require(Int(text.dropFirst(6).prefix(4))) < 1890)
            }
        }
        #expect(numbers.values.contains { $0.count > 1 })
    }

    @Test("About as many rows as asked for, about as many of them spoiled")
    func hasKnownShares() throws {
        let sample = try SampleFolder.shared.get()
        let rows = sample.manifest.files.filter { $0.kind == .ordinary }.reduce(0) { $0 + $1.rows }
        #expect((3_700...4_100).contains(rows))
        let apart = ["tier-undetermined", "unknown-column"]
        let spoiled = Set(sample.truth.filter { !apart.contains($0.code) }.map { "\($0.file) \($0.row)" })
        #expect((0.04...0.11).contains(Double(spoiled.count) / Double(rows)))
    }

    @Test("Files of every container, encoding and delimiter occur")
    func hasEveryContainer() throws {
        let sample = try SampleFolder.shared.get()
        let formats = try sample.manifest.files.map {
            "\(try SheetFile.open(path: sample.path + "/" + $0.path).format)"
        }
        #expect(Set(formats).count >= 6)
        #expect(Set(sample.manifest.files.map(\.kind)) == Set(SampleFile.Kind.allCases))
    }

    @Test("Every file is handed in by a department that the register finds, within the year")
    func hasSenders() throws {
        let sample = try SampleFolder.shared.get()
        let departments = try SampleFolder.catalogue().departments
        for file in sample.manifest.files {
            let day = try #require(Day(iso: file.received))
            #expect(departments.named(file.department).count == 1)
            #expect(SampleFolder.today.adding(days: -370) < day && day <= SampleFolder.today)
        }
        #expect(sample.manifest.files.map(\.received) == sample.manifest.files.map(\.received).sorted())
    }

    @Test("Headings are recognised as the layout that the manifest names")
    func isRecognised() throws {
        let sample = try SampleFolder.shared.get()
        let catalogue = try SampleFolder.catalogue()
        for file in sample.manifest.files {
            let rows = try sample.rows(of: file).prefix(4)
            let best = rows.lazy.compactMap { catalogue.recognise(headings: $0.cells).first }.first
            #expect(best?.template.id == file.template, "\(file.path)")
        }
    }

    @Test("Another city's catalogue gives another city's sample")
    func servesAnotherCity() throws {
        let sample = try SampleFolder(
            SampleCity(
                seed: 3,
                organisations: 120,
                records: 900,
                catalogue: try OtherCity.catalogue(),
                today: SampleFolder.today
            )
        )
        #expect(sample.manifest.files.count > 10)
        for file in sample.manifest.files {
            let text = try sample.rows(of: file).flatMap(\.cells).joined()
            #expect(!text.contains("辽源") && !text.contains("2204"), "\(file.path)")
        }
    }

    @Test(
        "A large file is clean, or has no clean row",
        arguments: ["licence", "penalty", "registration"],
        [true, false]
    )
    func writesBenchmarks(item: String, clean: Bool) throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("bench-\(UUID().uuidString).csv").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try SampleFolder.city().writeBenchmark(item: item, rows: 300, clean: clean, to: path)
        let rows = try SampleFolder.rows(at: path)
        #expect(rows.count == 301)
        #expect(rows.allSatisfy { $0.cells.count >= rows[0].cells.count })
    }
}

/// The same law in a town that does not exist.
enum OtherCity {
    static func catalogue() throws -> Catalogue {
        let base = try SampleFolder.catalogue()
        let departments = [
            department("market", "云水市市场监督管理局", "市市监局"), department("housing", "云水市住房和城乡建设局", "市住建局"),
            department("reform", "云水市发展和改革委员会", "市发改委"),
        ]
        return Catalogue(
            digest: base.digest,
            city: City(
                name: Bilingual(zh: "云水市", en: "Yunshui"),
                masthead: Bilingual(zh: "信用云水", en: "Credit Yunshui"),
                division: "990100",
                districts: [.init(code: "990102", name: Bilingual(zh: "桥南区", en: "Qiaonan"))],
                operatedBy: base.city.operatedBy,
                filingNumber: nil,
                siteIdentifier: nil,
                contact: base.city.contact,
                ledgerOrigin: "credit.yunshui.example/log"
            ),
            departments: DepartmentRegister(departments),
            calendar: base.calendar,
            identifiers: base.identifiers,
            faults: base.faults,
            codeLists: base.codeLists,
            items: base.items.filter { $0.standing == .open }.map(generalised),
            publication: base.publication,
            sections: base.sections
        )
    }

    private static func department(_ id: String, _ name: String, _ short: String) -> Department {
        Department(
            id: id,
            name: Bilingual(zh: name, en: id),
            shortNames: [short],
            formerNames: [],
            code: nil,
            level: .city,
            validity: Validity(from: nil, until: nil),
            successors: [],
            isSource: true,
            telephone: nil
        )
    }

    /// An item that every department may send, without examples from elsewhere.
    private static func generalised(_ item: Item) -> Item {
        Item(
            id: item.id,
            name: item.name,
            purpose: item.purpose,
            clauses: item.clauses,
            section: item.section,
            polarity: item.polarity,
            standing: item.standing,
            legalBasis: item.legalBasis,
            sources: [],
            minimumLevel: item.minimumLevel,
            about: item.about,
            keyFields: item.keyFields,
            fields: item.fields.map { field in
                Field(
                    id: field.id,
                    heading: field.heading,
                    label: field.label,
                    meaning: field.meaning,
                    type: field.type,
                    maxLength: field.maxLength,
                    requirement: field.requirement,
                    disclosure: field.disclosure,
                    example: ""
                )
            },
            roles: item.roles,
            templates: item.templates,
            reportWithin: item.reportWithin,
            publication: item.publication
        )
    }
}
