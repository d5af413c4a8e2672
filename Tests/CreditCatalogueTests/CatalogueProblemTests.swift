import CreditCatalogue
import CreditModel
import Foundation
import Testing

/// Every fault of a catalogue names the file, the line and what to do.
@Suite struct CatalogueProblemTests {
    struct Break: Sendable, CustomTestStringConvertible {
        let what: String
        let file: String
        let text: String
        let other: String
        let line: Int
        let says: String
        let remedy: String
        /// The file that is told of, where it is not the one that was broken.
        let place: String

        init(
            _ what: String,
            _ file: String,
            _ text: String,
            into other: String,
            line: Int,
            says: String,
            remedy: String,
            place: String? = nil
        ) {
            self.place = place ?? file
            (self.what, self.file, self.text, self.other) = (what, file, text, other)
            (self.line, self.says, self.remedy) = (line, says, remedy)
        }

        var testDescription: String { what }
    }

    static let water = "sectors/water.yaml"
    static let rule = "rules/songxi-1.yaml"
    static let departments = "departments.yaml"
    static let lists = "codelists.yaml"

    static let breaks = [
        Break(
            "unknown key",
            "city.yaml",
            "filingNumber",
            into: "filing",
            line: 9,
            says: "filing",
            remedy: "filingNumber"
        ),
        Break("missing key", "city.yaml", "division: \"999900\"\n", into: "", line: 2, says: "division", remedy: "添上"),
        Break("empty text", "city.yaml", "\"000-0000\"", into: "\"\"", line: 13, says: "空", remedy: "写上"),
        Break("text for a group", "city.yaml", "{zh: 松溪市, en: Songxi}", into: "松溪市", line: 2, says: "写法", remedy: "同类"),
        Break("division code", "city.yaml", "999901", into: "9999", line: 6, says: "六位", remedy: "GB/T 2260"),
        Break("not YAML", "city.yaml", "masthead: {", into: "masthead: {{", line: 4, says: "YAML", remedy: "缩进"),
        Break(
            "site with a path",
            "city.yaml",
            "masthead:",
            into: "site: https://credit.example/portal\nmasthead:",
            line: 3,
            says: "网站地址",
            remedy: "不带路径"
        ),
        Break("key twice", "city.yaml", "", into: "division: \"1\"\n", line: 4, says: "duplicate", remedy: "一次"),
        Break(
            "section twice",
            "sections.yaml",
            "id: water",
            into: "id: registration",
            line: 3,
            says: "重复",
            remedy: "改名"
        ),
        Break("alias twice", "codelists.yaml", "远传表", into: "机械", line: 6, says: "机械", remedy: "改名"),
        Break("code that fails", departments, "TEWT9011", into: "TEWT9012", line: 5, says: "校验码", remedy: "登记证书"),
        Break(
            "no code source",
            departments,
            "    codeSource: synthetic\n",
            into: "",
            line: 2,
            says: "codeSource",
            remedy: "添上"
        ),
        Break("level", departments, "level: county", into: "level: big", line: 20, says: "big", remedy: "county"),
        Break(
            "successor",
            departments,
            "[water-office]",
            into: "[nobody]",
            line: 16,
            says: "nobody",
            remedy: "water-office"
        ),
        Break(
            "department twice",
            departments,
            "id: upstream-government",
            into: "id: water-office",
            line: 18,
            says: "重复",
            remedy: "改名"
        ),
        Break(
            "name of two",
            departments,
            "[市水利局]",
            into: "[市水利局]\n    formerNames: [松溪市上游区人民政府]",
            line: 19,
            says: "water-bureau",
            remedy: "简称"
        ),
        Break(
            "years reversed",
            departments,
            "until: 2018-12-31",
            into: "from: 2019-02-01\n    until: 2018-12-31",
            line: 16,
            says: "早于",
            remedy: "更正"
        ),
        Break("yes or no", departments, "source: no", into: "source: maybe", line: 21, says: "yes", remedy: "yes"),
        Break(
            "date that is none",
            "calendar/2026.yaml",
            "2026-01-02]",
            into: "2026-02-30]",
            line: 5,
            says: "2026-02-30",
            remedy: "2026-07-04"
        ),
        Break(
            "date of another year",
            "calendar/2026.yaml",
            "2026-01-02]",
            into: "2025-12-31]",
            line: 5,
            says: "不在",
            remedy: "移到"
        ),
        Break(
            "weekday worked",
            "calendar/2026.yaml",
            "2026-01-04",
            into: "2026-01-05",
            line: 6,
            says: "补班",
            remedy: "通知"
        ),
        Break(
            "off and worked",
            "calendar/2026.yaml",
            "2026-01-04",
            into: "2026-01-01",
            line: 6,
            says: "已经写过",
            remedy: "一次"
        ),
        Break(
            "year of the file",
            "calendar/2026.yaml",
            "year: 2026",
            into: "year: 2025",
            line: 1,
            says: "2025",
            remedy: "calendar/2025.yaml"
        ),
        Break(
            "registrar",
            "identifiers.yaml",
            "character: \"9\"",
            into: "character: \"99\"",
            line: 6,
            says: "99",
            remedy: "大写字母"
        ),
        Break(
            "fault left out",
            "faults.yaml",
            "  - code: too-long\n    severity: refuse",
            into: "  - code: date-impossible\n    severity: refuse",
            line: 2,
            says: "too-long",
            remedy: "severity"
        ),
        Break(
            "fault twice",
            "faults.yaml",
            "code: full-width",
            into: "code: too-long",
            line: 163,
            says: "重复",
            remedy: "改名"
        ),
        Break(
            "fault unknown",
            "faults.yaml",
            "code: full-width",
            into: "code: half-width",
            line: 163,
            says: "half-width",
            remedy: "full-width"
        ),
        Break(
            "severity",
            "faults.yaml",
            "severity: refuse",
            into: "severity: fatal",
            line: 4,
            says: "fatal",
            remedy: "refuse"
        ),
        Break(
            "near number refused",
            "faults.yaml",
            "code: document-near-duplicate\n    severity: warn",
            into: "code: document-near-duplicate\n    severity: refuse",
            line: 64,
            says: "document-near-duplicate",
            remedy: "severity: warn"
        ),
        Break(
            "limit only warned of",
            "faults.yaml",
            "code: document-missing\n    severity: refuse",
            into: "code: document-missing\n    severity: warn",
            line: 49,
            says: "document-missing",
            remedy: "refuse"
        ),
        Break("meaning", lists, "means: fine", into: "means: fines", line: 11, says: "fines", remedy: "confiscation"),
        Break(
            "meaning with remark",
            lists,
            "english: Remote}",
            into: "english: Remote, takesRemark: yes, means: public}",
            line: 6,
            says: "means",
            remedy: "takesRemark"
        ),
        Break(
            "threshold without fines",
            lists,
            ", means: fine",
            into: "",
            line: 11,
            says: "哪个取值是罚款",
            remedy: "means: fine",
            place: rule
        ),
        Break("rules overlap", rule, "", into: "until: 2020-12-31\n", line: 1, says: "重叠", remedy: "更正"),
        Break("kind unknown", rule, "  警告: minor", into: "  训诫: minor", line: 8, says: "训诫", remedy: "警告"),
        Break("kind without tier", rule, "  警告: minor\n", into: "", line: 8, says: "警告", remedy: "minor"),
        Break("tier", rule, "警告: minor", into: "警告: tiny", line: 8, says: "tiny", remedy: "minor"),
        Break(
            "tiers reversed",
            rule,
            "[minor, serious]",
            into: "[serious, minor]",
            line: 9,
            says: "由轻到重",
            remedy: "minor"
        ),
        Break(
            "thresholds unexplained",
            rule,
            "smallFineBelow: 5000\n",
            into: "",
            line: 1,
            says: "数额",
            remedy: "pending"
        ),
        Break("threshold", rule, "5000", into: "五千", line: 11, says: "五千", remedy: "数字"),
        Break(
            "months",
            rule,
            "maximumMonths: 12",
            into: "maximumMonths: 一年",
            line: 5,
            says: "maximumMonths",
            remedy: "数字"
        ),
    ]

    static let itemBreaks = [
        Break(
            "meaning that an item needs",
            water,
            "creditCode: code, ",
            into: "creditCode: code, subjectCategory: meterKind, ",
            line: 79,
            says: "means: natural-person",
            remedy: "codelists.yaml"
        ),
        Break(
            "section",
            water,
            "section: water",
            into: "section: rivers",
            line: 6,
            says: "rivers",
            remedy: "penalties"
        ),
        Break(
            "no ground",
            water,
            "    legalBasis:\n      - title: {zh: 松溪市节约用水条例, en: Songxi water-saving regulation}\n        since: 2020-01-01\n",
            into: "",
            line: 2,
            says: "法定依据",
            remedy: "legalBasis"
        ),
        Break("no key fields", water, "    keyFields: [meter]\n", into: "", line: 2, says: "主键", remedy: "keyFields"),
        Break(
            "key field",
            water,
            "keyFields: [meter]",
            into: "keyFields: [metre]",
            line: 14,
            says: "metre",
            remedy: "meter"
        ),
        Break("source", water, "[water-office]", into: "[nobody]", line: 12, says: "nobody", remedy: "water-office"),
        Break(
            "no source",
            water,
            "[water-office]",
            into: "[upstream-government]",
            line: 12,
            says: "不在本平台报送",
            remedy: "source: yes"
        ),
        Break("polarity", water, "polarity: neutral", into: "polarity: bad", line: 7, says: "bad", remedy: "adverse"),
        Break(
            "adverse for ever",
            water,
            "penalty-tier",
            into: "standing",
            line: 105,
            says: "standing",
            remedy: "publication"
        ),
        Break(
            "tier of a neutral item",
            water,
            "publication: validity",
            into: "publication: penalty-tier",
            line: 15,
            says: "penalty-tier",
            remedy: "polarity"
        ),
        Break(
            "declared",
            water,
            "publication: validity",
            into: "publication: declared",
            line: 15,
            says: "openness",
            remedy: "roles"
        ),
        Break(
            "no document",
            water,
            "documentNumber: docNumber, ",
            into: "",
            line: 112,
            says: "documentNumber",
            remedy: "决定文书号"
        ),
        Break(
            "withdrawn, no ground",
            water,
            "standing: open",
            into: "standing: withdrawn",
            line: 2,
            says: "ground",
            remedy: "添上"
        ),
        Break(
            "open with a ground",
            water,
            "standing: open",
            into: "standing: open\n    ground: {zh: 因, en: why}",
            line: 9,
            says: "停用理由",
            remedy: "withdrawn"
        ),
        Break(
            "field id",
            water,
            "id: meterKind",
            into: "id: kindOfTheMeterUsed",
            line: 44,
            says: "kindOfTheMeterUsed",
            remedy: "15"
        ),
        Break("field twice", water, "id: meterKind", into: "id: meter", line: 44, says: "重复", remedy: "改名"),
        Break("no label", water, "        label: Type of meter\n", into: "", line: 44, says: "label", remedy: "添上"),
        Break("field type", water, "type: choice\n", into: "type: pick\n", line: 48, says: "pick", remedy: "choices"),
        Break(
            "code list",
            water,
            "list: meter-kinds",
            into: "list: metres",
            line: 49,
            says: "metres",
            remedy: "meter-kinds"
        ),
        Break("list of a text", water, "type: choice\n", into: "type: text\n", line: 49, says: "list", remedy: "删去"),
        Break("unit", water, "unit: 元", into: "unit: 美元", line: 58, says: "美元", remedy: "万元"),
        Break("length", water, "maxLength: 100", into: "maxLength: 0", line: 22, says: "maxLength", remedy: "数字"),
        Break(
            "requirement",
            water,
            "requirement: required",
            into: "requirement: must",
            line: 23,
            says: "must",
            remedy: "optional"
        ),
        Break("condition's value", water, "among: [远传表]", into: "among: [电子表]", line: 60, says: "电子表", remedy: "机械表"),
        Break(
            "condition's field",
            water,
            "{field: meterKind,",
            into: "{field: kind,",
            line: 60,
            says: "kind",
            remedy: "meterKind"
        ),
        Break(
            "role's field",
            water,
            "creditCode: code",
            into: "creditCode: usc",
            line: 79,
            says: "usc",
            remedy: "code"
        ),
        Break(
            "role's type",
            water,
            "creditCode: code",
            into: "creditCode: meter",
            line: 79,
            says: "other-code",
            remedy: "credit-code"
        ),
        Break(
            "role",
            water,
            "creditCode: code",
            into: "unified: code",
            line: 79,
            says: "unified",
            remedy: "creditCode"
        ),
        Break(
            "remarks in public",
            water,
            "heading: 水表类型",
            into: "heading: 备注",
            line: 52,
            says: "公开",
            remedy: "restricted"
        ),
        Break(
            "person in public",
            water,
            "type: other-code",
            into: "type: person-name",
            line: 42,
            says: "公开",
            remedy: "restricted"
        ),
        Break(
            "column's field",
            water,
            "field: decidedOn}",
            into: "field: day}",
            line: 89,
            says: "day",
            remedy: "decidedOn"
        ),
        Break(
            "layout without a day",
            water,
            "          - {heading: 日期, field: decidedOn}\n",
            into: "",
            line: 84,
            says: "decidedOn",
            remedy: "constants"
        ),
        Break(
            "constant's field",
            water,
            "constants: {validUntil",
            into: "constants: {until",
            line: 91,
            says: "until",
            remedy: "validUntil"
        ),
        Break(
            "headings alike",
            water,
            "{heading: 经办人,",
            into: "{heading: ＊ 表 号,",
            line: 90,
            says: "表号",
            remedy: "variants"
        ),
        Break(
            "layout twice",
            water,
            "id: water-quota-old",
            into: "id: water-quota-songxi",
            line: 84,
            says: "重复",
            remedy: "改名"
        ),
        Break(
            "item twice",
            water,
            "id: water-penalty\n",
            into: "id: water-quota\n",
            line: 92,
            says: "重复",
            remedy: "改名"
        ),
    ]

    static let names = "names.yaml"
    static let nameBreaks = [
        Break("names: unknown key", names, "branches:", into: "twigs:", line: 9, says: "twigs", remedy: "branches"),
        Break("names: no trades", names, "trades:\n", into: "others:\n", line: 2, says: "trades", remedy: "添上"),
        Break("names: place twice", names, "松溪市, 柏溪市", into: "松溪市, 松溪市", line: 3, says: "重复", remedy: "改名"),
        Break("names: word twice", names, "供水/自来水", into: "供水/供水", line: 12, says: "供水", remedy: "改名"),
        Break("names: sign in a word", names, "[水厂, 厂]", into: "[水（厂）, 厂]", line: 8, says: "水（厂）", remedy: "标点"),
        Break("names: empty spelling", names, "松省/松", into: "松省/", line: 3, says: "一至二十", remedy: "“/”"),
        Break(
            "names: flag",
            names,
            "endsName: yes",
            into: "endsName: maybe",
            line: 7,
            says: "endsName",
            remedy: "yes 或 no"
        ),
    ]

    @Test func catalogueMayDoWithoutWordsOfNames() throws {
        let scratch = try ScratchCatalogue()
        defer { scratch.remove() }
        try scratch.delete("names.yaml")
        #expect(scratch.problems().isEmpty)
        #expect(try CatalogueLoader.load(from: scratch.path).names == .none)
    }

    @Test(arguments: breaks + itemBreaks + nameBreaks)
    func problemNamesFileLineAndRemedy(broken: Break) throws {
        let scratch = try ScratchCatalogue()
        defer { scratch.remove() }
        try scratch.edit(broken.file, broken.text, into: broken.other)
        if broken.what == "rules overlap" {
            try scratch.write(
                "rules/a-rule.yaml",
                try String(contentsOfFile: scratch.path + "/" + broken.file, encoding: .utf8)
            )
        }
        let problems = scratch.problems()
        let found = problems.contains {
            $0.file == broken.place && $0.line == broken.line && $0.what.zh.contains(broken.says)
                && $0.remedy.zh.contains(broken.remedy) && !$0.what.en.isEmpty && !$0.remedy.en.isEmpty
        }
        #expect(found, "\(problems.map { $0.text(in: .zh) }.joined(separator: "\n"))")
    }

    @Test func allProblemsAreFoundAtOnce() throws {
        let scratch = try ScratchCatalogue()
        defer { scratch.remove() }
        try scratch.edit("city.yaml", "filingNumber", into: "filing")
        try scratch.edit("departments.yaml", "level: county", into: "level: big")
        try scratch.edit(CatalogueProblemTests.water, "section: water", into: "section: rivers")
        try scratch.edit(CatalogueProblemTests.rule, "警告: minor", into: "警告: tiny")
        #expect(
            Set(scratch.problems().map(\.file)) == [
                "city.yaml", "departments.yaml", "rules/songxi-1.yaml", "sectors/water.yaml",
            ]
        )
    }

    @Test(arguments: [
        "city.yaml", "departments.yaml", "identifiers.yaml", "faults.yaml", "codelists.yaml", "sections.yaml",
    ])
    func missingFileIsNamed(file: String) throws {
        let scratch = try ScratchCatalogue()
        defer { scratch.remove() }
        try scratch.delete(file)
        #expect(scratch.problems().contains { $0.file == file && $0.what.zh.contains("没有这个文件") })
    }

    @Test func strayFileIsNamed() throws {
        let scratch = try ScratchCatalogue()
        defer { scratch.remove() }
        try scratch.write("notes.yaml", "a: b\n")
        #expect(scratch.problems().map(\.file) == ["notes.yaml"])
    }

    @Test func folderThatIsNotThereIsAnErrorAndNoCrash() {
        let error = #expect(throws: CatalogueError.self) { try CatalogueLoader.load(from: "/nowhere/at/all") }
        #expect(error?.directory == "/nowhere/at/all")
        #expect(error?.problems.contains { $0.file == "city.yaml" } == true)
    }
}
