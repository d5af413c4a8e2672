import CreditCatalogue
import CreditModel
import TestSupport
import Testing

/// A catalogue with everything that the language of sectors has is read as it is written.
@Suite("Laws, blocks, schemes, functions, grounds and the plan are read")
struct SectorCityTests {
    private let catalogue: Catalogue

    init() throws { catalogue = try SectorCity.catalogue.get() }

    private func item(_ id: String) throws -> Item { try #require(catalogue.item(id)) }

    @Test("A law is cited with number and article, and its pending mark goes on")
    func laws() throws {
        #expect(catalogue.laws.map(\.id) == ["water-law", "privacy-law", "grade-rules"])
        let basis = try #require(try item("water-leak").legalBasis.first)
        #expect(basis.title.zh == "松溪市供水条例（松溪市公告第 3 号）第九条")
        #expect(basis.title.en == "Songxi Water Supply Regulation (Songxi Announcement No. 3), art. 9")
        #expect(basis.law == "water-law" && basis.since == Day(iso: "2016-05-01") && !basis.isPending)
        #expect(catalogue.grounds.first?.legalBasis.first?.isPending == true)
        #expect(catalogue.law("grade-rules")?.kind == .document)
    }

    @Test("A block's fields stand where they are used, as the item says otherwise of them")
    func blocks() throws {
        let item = try item("water-grade")
        #expect(
            item.fields.map(\.id) == ["name", "code", "kind", "grade", "docNumber", "decidedOn", "authority", "until"]
        )
        #expect(item.field("name")?.heading == "被评单位" && item.field("name")?.label == "User of water")
        #expect(
            item.roles.name == "name" && item.roles.creditCode == "code" && item.roles.documentNumber == "docNumber"
        )
        #expect(item.roles.grade == "grade" && item.roles.validUntil == "until")
        let leak = try self.item("water-leak")
        #expect(leak.field("name")?.heading == "用水单位" && leak.field("phone")?.withheld == "personal-information")
    }

    @Test("Without templates there is one with all columns, which is recognised by its headings and their variants")
    func defaultLayout() throws {
        let item = try item("water-grade")
        let template = try #require(item.templates.first)
        #expect(item.templates.count == 1 && template.id == "water-grade-form")
        #expect(template.name == Bilingual(zh: "用水信用等级信息", en: "Water grade"))
        let headings = ["单位名称", "信用代码", "类别", "等级", "文号", "决定日期", "决定机关", "有效期至"]
        let match = try #require(catalogue.recognise(headings: headings).first)
        #expect(match.template.id == "water-grade-form" && match.missing.isEmpty && match.unknown.isEmpty)
    }

    @Test("The file's clause is that of items which name none")
    func clause() throws {
        #expect(try item("water-grade").clauses == ["3.1"])
        #expect(catalogue.items(of: "4.1").map(\.id) == ["meter-reader"])
        #expect(catalogue.items(of: "4.2").isEmpty)
    }

    @Test("Sources come by function or one by one, with their years")
    func sources() throws {
        let open = Validity(from: nil, until: nil)
        #expect(
            try item("water-grade").sources == [
                Item.Source(department: "water-office", validity: open),
                Item.Source(department: "water-bureau", validity: Validity(from: nil, until: Day(iso: "2018-12-31"))),
            ]
        )
        let leak = try item("water-leak")
        #expect(leak.mayCome(from: "water-bureau") && !leak.mayCome(from: "upstream-government"))
        let day = try #require(Day(iso: "2019-01-01"))
        #expect(leak.mayCome(from: "water-office", decidedOn: day))
        #expect(!leak.mayCome(from: "water-bureau", decidedOn: day))
        #expect(catalogue.items(from: "upstream-government").isEmpty)
        #expect(catalogue.items(from: "water-bureau").map(\.id) == ["water-grade", "water-leak", "water-penalty"])
    }

    @Test("An item on persons has a role and nothing that grades")
    func persons() throws {
        let item = try item("meter-reader")
        #expect(item.personRole == Bilingual(zh: "抄表员", en: "Meter reader"))
        #expect(item.subjectKinds.isEmpty && item.content == nil && item.scheme == nil)
        #expect(item.roles.certificate == "idNumber" && item.publication == .restricted)
    }

    @Test("A scheme has the edition of the day, and its grades their words")
    func scheme() throws {
        let scheme = try #require(catalogue.scheme("water-grade"))
        #expect(try item("water-grade").scheme == "water-grade")
        #expect(try item("water-grade").field("grade")?.type == .grade(scheme: "water-grade"))
        #expect(scheme.edition(on: try #require(Day(iso: "2020-12-31")))?.id == "2017")
        #expect(scheme.edition(on: try #require(Day(iso: "2021-01-01")))?.id == "2021")
        #expect(scheme.edition(on: try #require(Day(iso: "2016-12-31"))) == nil)
        #expect(scheme.editions.first?.grade("D")?.isShown == false)
        #expect(scheme.editions.first?.grade(writtenAs: "A级")?.code == "A")
        #expect(scheme.codes == ["AA", "B", "A", "D"])
    }

    @Test("Tiers of an item stand in its rule")
    func tiers() throws {
        let leak = try item("water-leak")
        #expect(leak.atMostMonths == 6 && leak.tiers.keys.sorted() == ["songxi-1"])
        #expect(catalogue.publication.first?.items["water-leak"] == .init(low: .general, high: .general))
    }

    @Test("The ground of what is not public is the field's, the type's or the item's")
    func grounds() throws {
        func ground(_ field: String, _ id: String) throws -> String? {
            let item = try item(id)
            return catalogue.ground(of: try #require(item.field(field)), in: item)?.id
        }
        #expect(try ground("phone", "water-leak") == "personal-information")
        #expect(try ground("deposit", "water-quota") == "business-secret")
        #expect(try ground("docNumber", "meter-reader") == "personal-information")
        #expect(try ground("name", "water-leak") == nil)
    }

    @Test("The plan is read clause by clause")
    func plan() throws {
        let plan = try #require(catalogue.plan)
        #expect(plan.number.zh == "松府发〔2016〕1号" && plan.date == Day(iso: "2016-01-04"))
        #expect(plan.parts.map(\.id) == ["3", "4"] && plan.clauses.map(\.part) == ["3", "3", "4", "4"])
        #expect(plan.clause("3")?.responsible == ["water-bureau"] && plan.clause("3")?.isForEveryone == false)
        #expect(plan.clause("3.1")?.served.first?.page == "/rules" && plan.clause("3.1")?.awaits.count == 1)
        #expect(plan.clause("4.2")?.withoutItems?.en == "Publicity makes no records")
    }

    @Test("A catalogue without any of it loads as before")
    func withoutAny() throws {
        let second = try Folders.secondCity.get()
        #expect(second.plan == nil && second.laws.isEmpty && second.grounds.isEmpty && second.schemes.isEmpty)
        #expect(second.item("water-quota")?.content == .fact)
    }
}
