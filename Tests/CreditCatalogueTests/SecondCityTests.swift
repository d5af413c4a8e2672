import CreditCatalogue
import CreditModel
import TestSupport
import Testing

/// Another folder is another city: nothing in the code knows either of them.
@Suite struct SecondCityTests {
    let catalogue: Catalogue

    init() throws {
        catalogue = try CatalogueLoader.load(from: Folders.secondCatalogue)
    }

    @Test func hasItsOwnNamesDepartmentsAndSections() {
        #expect(catalogue.city.masthead == Bilingual(zh: "信用松溪", en: "Credit Songxi"))
        #expect(catalogue.city.district("999902")?.name.zh == "下游区")
        #expect(catalogue.departments.named("水务局").map(\.id) == ["water-office"])
        #expect(catalogue.departments.named("市场监督管理局").isEmpty)
        #expect(catalogue.sections.map(\.id) == ["registration", "water", "penalties"])
        #expect(catalogue.item("licence") == nil)
    }

    @Test func recognisesItsOwnTemplates() throws {
        let match = try #require(catalogue.recognise(headings: ["单位", "表号", "日期", "经办人"]).first)
        #expect(match.template.id == "water-quota-old")
        #expect(match.fields == [0: "name", 1: "meter", 2: "decidedOn"])
        #expect(match.leftOut == [3])
        #expect(match.template.constants == ["validUntil": "2099-12-31"])
    }

    @Test func readsFieldTypesRequirementsAndThresholds() throws {
        let item = try #require(catalogue.item("water-quota"))
        #expect(item.field("deposit")?.type == .amount(unit: 100))
        #expect(item.field("deposit")?.requirement == .requiredWhen(field: "meterKind", among: ["远传表"]))
        #expect(item.field("deposit")?.disclosure == .shared)
        #expect(item.field("meterKind")?.type == .choice(list: "meter-kinds"))
        #expect(item.subjectKinds == [.enterprise, .institution])
        #expect(item.publication == .validity)
        #expect(catalogue.publication.first?.smallFineBelow == Amount(fen: 500_000))
        #expect(catalogue.publication.first?.hugeFineFrom == Amount(fen: 100_000_050))
    }

    @Test func hasItsOwnWordsOfNames() {
        let names = catalogue.names
        #expect(names.provinces.map(\.spellings) == [["松省", "松"]])
        #expect(names.provinces.first?.cities == [["松溪市"], ["柏溪市"], ["桦川地区"]])
        #expect(names.forms.map(\.words) == [["有限公司", "有限责任公司"], ["水厂", "厂"]])
        #expect(names.forms.map(\.endsName) == [true, false])
        #expect(names.trades == [["供水", "自来水"], ["节水科技"]] && names.generalTrades == ["发展"])
        #expect(names.branches == ["分公司", "分厂"] && names.notPlaces == ["小区"])
        #expect(names.countyEndings == "县区" && names.townEndings.isEmpty && names.ownCharacters == "乾")
    }

    @Test func digestIsOfItsFilesAndChangesWithThem() throws {
        let again = try CatalogueLoader.load(from: Folders.secondCatalogue)
        #expect(again.digest == catalogue.digest)
        let scratch = try ScratchCatalogue()
        defer { scratch.remove() }
        #expect(try CatalogueLoader.load(from: scratch.path).digest == catalogue.digest)
        try scratch.edit("city.yaml", "000-0000", into: "000-0009")
        #expect(try CatalogueLoader.load(from: scratch.path).digest != catalogue.digest)
    }
}
