import CreditCatalogue
import CreditModel
import TestSupport
import Testing

/// Every mistake of the language of sectors names the file, the line and what to do.
@Suite("Mistakes in laws, blocks, schemes, functions, grounds and the plan")
struct SectorProblemTests {
    static let grade = "sectors/3.1-grade.yaml"
    static let readers = "sectors/4.1-readers.yaml"

    static let shared = [
        SectorBreak(
            "law unknown",
            grade,
            "legalBasis: [grade-rules]\n    sources",
            into: "legalBasis: [no-law]\n    sources",
            at: "[no-law]",
            says: "no-law",
            remedy: "water-law"
        ),
        SectorBreak(
            "law in a group unknown",
            grade,
            "{law: water-law, article",
            into: "{law: no-law, article",
            at: "law: no-law",
            says: "no-law",
            remedy: "water-law"
        ),
        SectorBreak(
            "law written out and named",
            grade,
            "{law: water-law, article",
            into: "{law: water-law, title: {zh: 某, en: Some}, article",
            at: "title: {zh: 某",
            says: "title",
            remedy: "article"
        ),
        SectorBreak(
            "law twice",
            "laws.yaml",
            "id: privacy-law",
            into: "id: water-law",
            at: "id: water-law",
            says: "重复",
            remedy: "改名",
            place: "laws.yaml"
        ),
        SectorBreak(
            "law twice over files",
            grade,
            "id: grade-rules",
            into: "id: water-law",
            at: "id: water-law",
            says: "重复",
            remedy: "改名"
        ),
        SectorBreak(
            "kind of law",
            "laws.yaml",
            "kind: law\n",
            into: "kind: act\n",
            at: "kind: act",
            says: "act",
            remedy: "regulation"
        ),
        SectorBreak(
            "law repealed before it began",
            "laws.yaml",
            "since: 2016-05-01",
            into: "since: 2016-05-01\n    until: 2016-01-01",
            at: "until: 2016-01-01",
            says: "早于",
            remedy: "更正"
        ),
        SectorBreak(
            "list twice over files",
            grade,
            "id: subjects",
            into: "id: penalties",
            at: "id: penalties",
            says: "重复",
            remedy: "改名"
        ),
        SectorBreak(
            "function unknown",
            grade,
            "{function: water}",
            into: "{function: fire}",
            at: "function: fire",
            says: "fire",
            remedy: "water"
        ),
        SectorBreak(
            "department of a function",
            "functions.yaml",
            "{department: water-bureau",
            into: "{department: nobody",
            at: "nobody",
            says: "nobody",
            remedy: "water-office"
        ),
        SectorBreak(
            "function without departments",
            "functions.yaml",
            "[water-office, {department: water-bureau, until: 2018-12-31}]",
            into: "[]",
            at: "departments: []",
            says: "departments",
            remedy: "同类"
        ),
        SectorBreak(
            "source with years unknown",
            grade,
            "{department: water-office, from",
            into: "{department: nobody, from",
            at: "nobody",
            says: "nobody",
            remedy: "water-office"
        ),
        SectorBreak(
            "source that sends nothing",
            grade,
            "{department: water-office, from",
            into: "{department: upstream-government, from",
            at: "upstream-government",
            says: "不在本平台报送",
            remedy: "source: yes"
        ),
        SectorBreak(
            "years of a source reversed",
            grade,
            "{department: water-office, from: 2019-01-01}",
            into: "{department: water-office, from: 2019-01-01, until: 2018-01-01}",
            at: "until: 2018-01-01}",
            says: "早于",
            remedy: "更正"
        ),
        SectorBreak(
            "type of a ground",
            "disclosure.yaml",
            "types: [amount]",
            into: "types: [money]",
            at: "[money]",
            says: "money",
            remedy: "amount"
        ),
        SectorBreak(
            "type with two grounds",
            "disclosure.yaml",
            "types: [amount]",
            into: "types: [person-name]",
            at: "types: [person-name]",
            says: "重复",
            remedy: "改名"
        ),
        SectorBreak(
            "ground unknown",
            readers,
            "withheld: personal-information",
            into: "withheld: nothing",
            at: "withheld: nothing",
            says: "nothing",
            remedy: "business-secret"
        ),
        SectorBreak(
            "ground of a field unknown",
            "blocks.yaml",
            "withheld: personal-information",
            into: "withheld: nothing",
            at: "withheld: nothing",
            says: "nothing",
            remedy: "business-secret"
        ),
        SectorBreak(
            "ground of a public item",
            grade,
            "    content: grade\n",
            into: "    content: grade\n    withheld: business-secret\n",
            at: "withheld: business-secret",
            says: "向社会公示的事项",
            remedy: "restricted"
        ),
        SectorBreak(
            "ground of a public field",
            grade,
            "type: grade, maxLength: 10,",
            into: "type: grade, maxLength: 10, withheld: business-secret,",
            at: "type: grade",
            says: "公开",
            remedy: "withheld"
        ),
        SectorBreak(
            "block unknown",
            grade,
            "- use: user",
            into: "- use: users",
            at: "use: users",
            says: "users",
            remedy: "decision"
        ),
        SectorBreak(
            "field of a block left out that is not there",
            grade,
            "without: [phone]",
            into: "without: [fax]",
            at: "[fax]",
            says: "fax",
            remedy: "phone"
        ),
        SectorBreak(
            "field of a block said otherwise that is not there",
            grade,
            "with: {name: {heading: 被评单位",
            into: "with: {title: {heading: 被评单位",
            at: "title: {heading",
            says: "title",
            remedy: "phone"
        ),
        SectorBreak(
            "type of a block's field said otherwise",
            grade,
            "{heading: 被评单位,",
            into: "{heading: 被评单位, type: day,",
            at: "type: day",
            says: "type",
            remedy: "heading"
        ),
        SectorBreak(
            "key beside use",
            grade,
            "        without: [phone]",
            into: "        leave: [phone]",
            at: "leave",
            says: "leave",
            remedy: "without"
        ),
        SectorBreak(
            "fault inside a block, told of there",
            "blocks.yaml",
            "type: credit-code",
            into: "type: credit-cod",
            at: "credit-cod,",
            says: "credit-cod",
            remedy: "credit-code"
        ),
        SectorBreak(
            "fault of what an item says otherwise",
            grade,
            "{heading: 被评单位,",
            into: "{heading: 被评单位, maxLength: 长,",
            at: "maxLength: 长",
            says: "maxLength",
            remedy: "数字"
        ),
        SectorBreak(
            "role of a block",
            "blocks.yaml",
            "creditCode: code}",
            into: "creditCode: name}",
            at: "creditCode: name",
            says: "类型",
            remedy: "credit-code"
        ),
        SectorBreak(
            "field twice by a block",
            grade,
            "{id: kind, heading",
            into: "{id: name, heading",
            at: "id: name, heading",
            says: "重复",
            remedy: "改名"
        ),
        SectorBreak(
            "block twice",
            "blocks.yaml",
            "id: decision",
            into: "id: user",
            at: "id: user",
            says: "重复",
            remedy: "改名"
        ),
        SectorBreak(
            "sector file with nothing in it",
            readers,
            "items:",
            into: "things:",
            at: "things",
            says: "things",
            remedy: "items"
        ),
        SectorBreak(
            "no role and no block that gives it",
            grade,
            "- use: decision\n      - {id: until",
            into: "- {use: decision, without: [decidedOn]}\n      - {id: until",
            at: "roles: {grade",
            says: "decidedOn",
            remedy: "decidedOn:"
        ),
    ]

    static let schemes = [
        SectorBreak(
            "scheme unknown",
            grade,
            "scheme: water-grade",
            into: "scheme: fire-grade",
            at: "scheme: fire-grade",
            says: "fire-grade",
            remedy: "water-grade"
        ),
        SectorBreak(
            "grade without scheme",
            grade,
            "    scheme: water-grade\n",
            into: "",
            at: "- id: water-grade",
            says: "scheme",
            isLast: true
        ),
        SectorBreak(
            "grade without role",
            grade,
            "{grade: grade, ",
            into: "{",
            at: "roles: {validUntil",
            says: "grade",
            remedy: "roles"
        ),
        SectorBreak(
            "grade without end",
            grade,
            ", validUntil: until",
            into: "",
            at: "roles: {grade",
            says: "validUntil",
            remedy: "roles"
        ),
        SectorBreak(
            "grade that stands for ever",
            grade,
            "publication: validity",
            into: "publication: standing",
            at: "publication: standing",
            says: "standing",
            remedy: "validity"
        ),
        SectorBreak(
            "grade of sole traders",
            grade,
            "[enterprise, institution]\n    content",
            into: "all\n    content",
            at: "subjectKinds: all",
            says: "个体工商户",
            remedy: "sole-trader"
        ),
        SectorBreak(
            "points of sole traders",
            grade,
            "[enterprise, institution]\n    content: grade",
            into: "[enterprise, sole-trader]\n    content: points",
            at: "[enterprise, sole-trader]",
            says: "记分",
            remedy: "sole-trader"
        ),
        SectorBreak(
            "points without role",
            grade,
            "    content: grade\n",
            into: "    content: points\n",
            at: "roles: {grade",
            says: "points",
            remedy: "roles"
        ),
        SectorBreak(
            "scheme of a fact",
            grade,
            "    content: grade\n",
            into: "",
            at: "scheme: water-grade",
            says: "scheme",
            remedy: "content: grade"
        ),
        SectorBreak(
            "grade in a fact",
            grade,
            "    content: grade\n",
            into: "",
            at: "type: grade",
            says: "等级",
            remedy: "content: grade"
        ),
        SectorBreak(
            "content unknown",
            grade,
            "content: grade",
            into: "content: score",
            at: "content: score",
            says: "score",
            remedy: "points"
        ),
        SectorBreak(
            "listing published for ever",
            grade,
            "    publication: item-tier",
            into: "    content: listing\n    publication: item-tier",
            at: "publication: item-tier",
            says: "item-tier",
            remedy: "list-entry"
        ),
        SectorBreak(
            "editions overlap",
            grade,
            "until: 2020-12-31",
            into: "until: 2021-12-31",
            at: "from: 2021-01-01",
            says: "重叠",
            remedy: "更正"
        ),
        SectorBreak(
            "edition twice",
            grade,
            "id: \"2021\"",
            into: "id: \"2017\"",
            at: "id: \"2017\"",
            says: "重复",
            remedy: "改名"
        ),
        SectorBreak("grade twice", grade, "code: D,", into: "code: A,", at: "D级", says: "重复", remedy: "改名"),
        SectorBreak(
            "name of one grade that is another's code",
            grade,
            "name: {zh: D级",
            into: "name: {zh: A",
            at: "name: {zh: A, en",
            says: "重复",
            remedy: "改名"
        ),
        SectorBreak(
            "shown or not",
            grade,
            "shown: no}\n      - id",
            into: "shown: perhaps}\n      - id",
            at: "perhaps",
            says: "shown",
            remedy: "yes"
        ),
    ]

    static let tiers = [
        SectorBreak(
            "tier under an unknown rule",
            grade,
            "{songxi-1: general}",
            into: "{songxi-1: general, songxi-2: serious}",
            at: "songxi-2",
            says: "songxi-2",
            remedy: "songxi-1"
        ),
        SectorBreak(
            "tier unknown",
            grade,
            "{songxi-1: general}",
            into: "{songxi-1: grave}",
            at: "songxi-1: grave",
            says: "grave",
            remedy: "minor"
        ),
        SectorBreak(
            "no tier",
            grade,
            "    tiers: {songxi-1: general}\n",
            into: "",
            at: "- id: water-leak",
            says: "songxi-1",
            remedy: "minor"
        ),
        SectorBreak(
            "tier in both places",
            "rules/songxi-1.yaml",
            "items: {}",
            into: "items: {water-leak: general}",
            at: "tiers: {songxi-1",
            says: "重复",
            place: grade
        ),
        SectorBreak(
            "tiers of what has none",
            grade,
            "    publication: validity\n",
            into: "    publication: validity\n    tiers: {songxi-1: general}\n",
            at: "tiers: {songxi-1",
            says: "list-entry",
            remedy: "publication"
        ),
        SectorBreak(
            "adverse without an end, though nobody sees it",
            grade,
            "    publication: item-tier\n    tiers: {songxi-1: general}\n    atMostMonths: 6\n",
            into: "    publication: restricted\n",
            at: "publication: restricted",
            says: "期满之日",
            remedy: "atMostMonths"
        ),
        SectorBreak(
            "two grades",
            grade,
            "disclosure: public, example: AA}\n",
            into: "disclosure: public, example: AA}\n"
                + "      - {id: before, heading: 上年等级, label: Grade before, meaning: {zh: 上年的, en: Before}, type: grade, "
                + "maxLength: 10, requirement: optional, disclosure: public}\n",
            at: "id: before",
            says: "一个等级",
            remedy: "type"
        ),
        SectorBreak(
            "grades that fold to one",
            grade,
            "{code: B, name",
            into: "{code: aa, name",
            at: "{code: aa",
            says: "重复",
            remedy: "改名"
        ),
        SectorBreak(
            "longest time in words",
            grade,
            "atMostMonths: 6",
            into: "atMostMonths: 半年",
            at: "半年",
            says: "atMostMonths",
            remedy: "数字"
        ),
        SectorBreak(
            "item-tier of what is not adverse",
            grade,
            "    polarity: adverse",
            into: "    polarity: neutral",
            at: "publication: item-tier",
            says: "失信类",
            remedy: "polarity"
        ),
    ]

    static let persons = [
        SectorBreak(
            "a register of persons",
            readers,
            "    personInRole",
            into: "    register: yes\n    personInRole",
            at: "register: yes",
            says: "登记事项",
            remedy: "删去 register"
        ),
        SectorBreak(
            "persons published",
            readers,
            "publication: restricted",
            into: "publication: declared",
            at: "publication: declared",
            says: "自然人",
            remedy: "restricted"
        ),
        SectorBreak(
            "persons' field shared",
            readers,
            "type: person-name, maxLength: 50, requirement: required, disclosure: restricted",
            into: "type: person-name, maxLength: 50, requirement: required, disclosure: shared",
            at: "id: name",
            says: "只能是 restricted",
            remedy: "restricted"
        ),
        SectorBreak(
            "persons' field of a block public",
            readers,
            "authority: {disclosure: restricted}",
            into: "authority: {label: Office}",
            at: "- use: decision",
            says: "authority",
            remedy: "restricted"
        ),
        SectorBreak(
            "persons without certificate",
            readers,
            ", certificate: idNumber",
            into: "",
            at: "roles: {name",
            says: "证件号码",
            remedy: "certificate-number"
        ),
        SectorBreak(
            "persons' certificate optional",
            readers,
            "maxLength: 20, requirement: required",
            into: "maxLength: 20, requirement: optional",
            at: "roles: {name",
            says: "必填",
            remedy: "required"
        ),
        SectorBreak(
            "persons with a kind of subject",
            readers,
            "    personInRole",
            into: "    subjectKinds: all\n    personInRole",
            at: "subjectKinds: all",
            says: "subjectKinds",
            remedy: "personInRole"
        ),
        SectorBreak(
            "persons with content",
            readers,
            "    personInRole",
            into: "    content: grade\n    personInRole",
            at: "content: grade",
            says: "content",
            remedy: "删去"
        ),
        SectorBreak(
            "persons with a scheme",
            readers,
            "    personInRole",
            into: "    scheme: water-grade\n    personInRole",
            at: "scheme: water-grade",
            says: "scheme",
            remedy: "删去"
        ),
        SectorBreak(
            "persons with tiers",
            readers,
            "    personInRole",
            into: "    tiers: {songxi-1: minor}\n    personInRole",
            at: "tiers:",
            says: "tiers",
            remedy: "删去"
        ),
        SectorBreak(
            "persons with a grade",
            readers,
            "    roles: {name: name,",
            into:
                "      - {id: mark, heading: 结果, label: Result, meaning: {zh: 结果, en: Result}, type: grade, maxLength: 9, requirement: optional, disclosure: restricted}\n    roles: {grade: mark, name: name,",
            at: "roles: {grade",
            says: "grade",
            remedy: "删去"
        ),
        SectorBreak(
            "persons with points",
            readers,
            "    roles: {name: name,",
            into: "    roles: {points: docNumber, name: name,",
            at: "roles: {points",
            says: "points",
            remedy: "删去"
        ),
        SectorBreak(
            "adverse persons without document",
            readers,
            "      - use: decision\n        with: {docNumber: {disclosure: restricted}, decidedOn: {disclosure: restricted}, authority: {disclosure: restricted}}",
            into:
                "      - use: decision\n        without: [docNumber]\n        with: {decidedOn: {disclosure: restricted}, authority: {disclosure: restricted}}",
            at: "roles: {name",
            says: "documentNumber",
            remedy: "roles"
        ),
    ]

    static let words = ["积分", "记分", "评分", "得分", "分值", "等级", "评级", "信用分", "红名单", "黑名单", "排名"]
        .map {
            SectorBreak(
                "persons' heading says \($0)",
                readers,
                "heading: 姓名",
                into: "heading: 年度\($0)",
                at: "heading: 年度",
                says: $0,
                remedy: "删去"
            )
        }

    static let plan = [
        SectorBreak(
            "clause of no part",
            "clauses.yaml",
            "id: \"4.2\"",
            into: "id: \"5.2\"",
            at: "5.2",
            says: "部分",
            remedy: "3, 4"
        ),
        SectorBreak(
            "clause twice",
            "clauses.yaml",
            "id: \"4.2\"",
            into: "id: \"4.1\"",
            at: "id: \"4.1\"",
            says: "重复",
            remedy: "改名"
        ),
        SectorBreak(
            "responsible unknown",
            "clauses.yaml",
            "[water-bureau]",
            into: "[nobody]",
            at: "[nobody]",
            says: "nobody",
            remedy: "water-bureau"
        ),
        SectorBreak(
            "nobody responsible",
            "clauses.yaml",
            "    responsible: [water-bureau]\n",
            into: "",
            at: "- id: \"3\"",
            says: "由谁负责",
            remedy: "everyone: yes"
        ),
        SectorBreak(
            "page elsewhere",
            "clauses.yaml",
            "page: /rules",
            into: "page: rules",
            at: "page: rules",
            says: "路径",
            remedy: "/rules"
        ),
        SectorBreak(
            "plan without date",
            "clauses.yaml",
            "  date: 2016-01-04\n",
            into: "",
            at: "title: {zh: 松溪市信用计划",
            says: "date",
            remedy: "date:"
        ),
    ]

    @Test("It is told of with file, line and remedy", arguments: shared + schemes + tiers + persons + words + plan)
    func isTold(broken: SectorBreak) throws {
        let (scratch, folder, line) = try broken.made()
        defer { withExtendedLifetime(scratch) {} }
        let error = #expect(throws: CatalogueError.self) { try CatalogueLoader.load(from: folder) }
        let problems = error?.problems ?? []
        let found = problems.contains {
            $0.file == broken.place && $0.line == line && $0.what.zh.contains(broken.says)
                && $0.remedy.zh.contains(broken.remedy) && !$0.what.en.isEmpty && !$0.remedy.en.isEmpty
        }
        #expect(found, "\(line): \(problems.map { $0.text(in: .zh) }.joined(separator: "\n"))")
    }

    @Test("A fault inside a block is told of once, however many items use the block")
    func blockIsToldOnce() throws {
        let broken = SectorBreak("", "blocks.yaml", "type: day", into: "type: date", at: "type: date", says: "")
        let (scratch, folder, line) = try broken.made()
        defer { withExtendedLifetime(scratch) {} }
        let error = #expect(throws: CatalogueError.self) { try CatalogueLoader.load(from: folder) }
        let told = (error?.problems ?? []).filter { $0.what.zh.contains("date") }
        #expect(told.map(\.line) == [line])
    }
}
