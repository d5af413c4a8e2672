import CreditCatalogue
import CreditModel
import TestSupport
import Testing

@Suite struct CityCatalogueTests {
    let catalogue: Catalogue

    init() throws {
        catalogue = try CatalogueLoader.load(from: Folders.catalogue)
    }

    @Test func loadsWithoutProblems() {
        #expect(catalogue.digest.count == 32)
        #expect(catalogue.city.masthead.zh == "信用辽源")
        #expect(catalogue.city.districts.map(\.code) == ["220402", "220403", "220421", "220422"])
        #expect(catalogue.sections.count == 10)
    }

    @Test(arguments: [
        "registration", "licence", "penalty", "honour", "abnormal-list", "serious-breach-list", "commitment",
    ])
    func itemIsOpenAndRestsOnAGround(id: String) throws {
        let item = try #require(catalogue.item(id))
        #expect(item.standing == .open)
        #expect(!item.legalBasis.isEmpty)
        #expect(!item.clauses.isEmpty)
        #expect(item.roles.title != nil || id == "registration")
    }

    @Test("One item names organisations, whatever else stands in the section of their registration")
    func oneRegister() {
        #expect(catalogue.items.filter(\.isRegister).map(\.id) == ["registration"])
        #expect(catalogue.items.filter { $0.section == "registration" }.count > 1)
    }

    @Test func withdrawnItemsSayWhy() {
        let grounds = catalogue.items.compactMap { item -> Bilingual? in
            if case .withdrawn(let ground) = item.standing { ground } else { nil }
        }
        #expect(grounds.count == 16)
        #expect(grounds.allSatisfy { !$0.zh.isEmpty && !$0.en.isEmpty })
        for words in grounds + FaultCode.allCases.map({ catalogue.faults[$0].rule }) {
            let isHouseTalk = (words.zh + words.en).contains(/限制第|设计决定|[Ll]imits? [0-9]|[Dd]ecision [0-9]/)
            #expect(!isHouseTalk, "a clerk knows none of our numbers: \(words)")
        }
    }

    @Test func licenceAndPenaltyHeadingsAreThoseOf2018() throws {
        let licence = try #require(catalogue.template("licence-2018")).template
        let penalty = try #require(catalogue.template("penalty-2018")).template
        #expect(licence.columns.count == 28)
        #expect(penalty.columns.count == 30)
        #expect(licence.columns[2].heading == "行政相对人代码_1(统一社会信用代码)")
        #expect(licence.columns[27].heading == "备注")
        #expect(penalty.columns[19].heading == "罚款金额（万元）")
        #expect(penalty.columns[20].heading == "没收违法所得、没收非法财物的金额（万元）")
        #expect(licence.columns[20].field == "validFrom" && licence.columns[20].variants.contains("XK_YXQZ"))
        #expect(licence.columns[21].field == "validUntil" && licence.columns[21].variants.contains("XK_YXQZI"))
    }

    @Test func numbersAndNamesOfPersonsAndRemarksAreNeverPublic() {
        for item in catalogue.items {
            for field in item.fields where field.type == .certificateNumber || field.heading == "备注" {
                #expect(field.disclosure != .open, "\(item.id)/\(field.id)")
            }
            for field in item.fields where field.type == .personName && item.id != "registration" {
                #expect(field.disclosure != .open, "\(item.id)/\(field.id)")
            }
        }
    }

    @Test func everyCodeOfADepartmentHoldsByBothCheckCharacters() throws {
        let codes = catalogue.departments.all.compactMap(\.code)
        #expect(codes.count > 100)
        #expect(Set(codes).count == codes.count)
        for code in codes { #expect(CreditCode(code)?.hasInnerCheck == true) }
    }

    @Test(arguments: [
        ("市场监督管理局", "market-regulation"), ("辽源市市场监督管理局", "market-regulation"),
        ("工商局", "industry-commerce"), ("market-regulation", "market-regulation"), ("市环保局", "environment-protection"),
        ("东丰县市场监督管理局", "dongfeng-market-regulation"), ("吉林省生态环境厅", "jilin-ecology"),
    ])
    func departmentIsFoundByItsNames(name: String, id: String) {
        #expect(catalogue.departments.named(name).map(\.id) == [id])
    }

    @Test func bareNameOfADistrictSharedWithAnotherCityFindsNothing() {
        #expect(catalogue.departments.named("西安区市场监督管理局").isEmpty)
        #expect(catalogue.departments.named("辽源市西安区市场监督管理局").count == 1)
    }

    @Test func departmentEndedByAReformLeadsToItsSuccessors() throws {
        let old = try #require(catalogue.departments["quality-supervision"])
        #expect(old.validity.until == Day(iso: "2019-03-31"))
        #expect(old.successors == ["market-regulation"])
        for department in catalogue.departments.all {
            for successor in department.successors {
                let next = try #require(catalogue.departments[successor])
                #expect(next.validity.until != department.validity.until || next.validity.until == nil)
            }
        }
    }

    @Test(arguments: [
        (2018, 25, 7, "2018-02-15", "2018-02-11"), (2020, 30, 6, "2020-01-31", "2020-01-19"),
        (2026, 33, 6, "2026-02-23", "2026-02-28"),
    ])
    func calendarHoldsTheNotices(year: Int, daysOff: Int, daysWorked: Int, off: String, worked: String) throws {
        let off = try #require(Day(iso: off))
        let worked = try #require(Day(iso: worked))
        #expect(try !catalogue.calendar.isWorkingDay(off))
        #expect(try catalogue.calendar.isWorkingDay(worked))
        #expect(worked.weekday >= 6)
        #expect(catalogue.calendar.years[year]?.off.count == daysOff)
        #expect(catalogue.calendar.years[year]?.worked.count == daysWorked)
    }

    @Test func termOfSevenWorkingDaysPassesOverTheSpringFestival() throws {
        // Off 15 to 23 February 2026; Saturday the 14th and Saturday the 28th are worked.
        let decided = try #require(Day(iso: "2026-02-12"))
        #expect(try catalogue.calendar.day(7, workingDaysAfter: decided) == Day(iso: "2026-02-28"))
    }

    @Test func yearWithoutANoticeIsAnError() throws {
        let day = try #require(Day(iso: "2027-01-04"))
        let missing = #expect(throws: WorkingCalendar.MissingYear.self) { try catalogue.calendar.isWorkingDay(day) }
        #expect(missing?.year == 2027)
    }

    @Test(arguments: [
        ("2015-06-01", "ndrc-58-2023"), ("2026-03-31", "ndrc-58-2023"), ("2026-04-01", "ndrc-36-2025"),
        ("2030-01-01", "ndrc-36-2025"),
    ])
    func publicationRuleGoesByTheDayOfTheDecision(day: String, rule: String) throws {
        let decided = try #require(Day(iso: day))
        #expect(catalogue.publicationRule(on: decided)?.id == rule)
    }

    @Test func thresholdsOfFinesArePendingAndSaySo() throws {
        let first = try #require(Day(iso: "2026-04-01"))
        let rule = try #require(catalogue.publicationRule(on: first))
        #expect(rule.smallFineBelow == nil && rule.hugeFineFrom == nil)
        #expect(rule.pending != nil)
        #expect(rule.penaltyKinds["罚款"] == .init(low: .minor, high: .serious))
        #expect(rule.periods[.general] == .init(isShown: true, minimumMonths: 3, maximumMonths: 12))
    }

    @Test func wordsOfNamesAreMany() throws {
        let names = catalogue.names
        #expect(names.provinces.count == 35 && names.provinces.flatMap(\.cities).count > 330)
        #expect(names.trades.flatMap(\.self).count > 600 && names.branches.count > 20)
        let limited = try #require(names.forms.first { $0.words.contains("有限公司") })
        #expect(limited.words.contains("有限责任公司") && !limited.words.contains("股份有限公司") && limited.endsName)
    }

    @Test func faultTableSaysWhatWhyAndWhatToDoInBothLanguages() {
        for code in FaultCode.allCases {
            let entry = catalogue.faults[code]
            for text in [entry.message, entry.rule, entry.remedy] {
                #expect(!text.zh.isEmpty && !text.en.isEmpty, "\(code)")
            }
            #expect(entry.message.zh != code.rawValue)
        }
        #expect(catalogue.faults[.codeInnerCheck].severity == .warn)
        #expect(catalogue.faults[.codeCheck].severity == .refuse)
    }

    @Test func faultMessageNamesColumnAndValue() {
        let fault = Fault(row: 3, column: "许可决定日期", value: "2019-02-30", code: .dateImpossible)
        #expect(catalogue.faults.message(for: fault, in: .zh) == "“许可决定日期”的“2019-02-30”不是真实的日期")
        #expect(catalogue.faults.message(for: fault, in: .en).contains("2019-02-30"))
    }
}
