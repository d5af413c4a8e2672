import CreditCatalogue
import CreditModel
import CreditRules
import TestSupport
import Testing

@Suite struct RowCheckerTests {
    @Test func examplesOfEveryOpenItemMakeACleanRow() throws {
        let catalogue = try Folders.city.get()
        for item in catalogue.items where item.standing == .open {
            var sheet = try CheckedSheet(item.id, in: catalogue, receivedOn: day("2019-01-08"))
            // Honours and lists of later years: the day on which the decision itself was made.
            let decided = sheet.clean[item.roles.decidedOn].flatMap { $0.isEmpty ? nil : $0 } ?? "2019/01/05"
            sheet.clean[item.roles.decidedOn] = decided
            let received = try #require(Day(iso: decided.replacing("/", with: "-"))).adding(days: 3)
            sheet = try CheckedSheet(item.id, in: catalogue, receivedOn: received)
            let checked = sheet.check()
            let word = item.personRole == nil ? "admitted" : "in role"
            #expect(checked.marks == [] && checked.outcome.word == word, "\(item.id): \(checked.marks)")
        }
    }

    static let penalties = [
        RowCase([:], [], "admitted"),
        RowCase(["name": ""], ["name:required-missing"], "refused"),
        RowCase(["docNumber": ""], ["docNumber:document-missing"], "refused"),
        RowCase(["docNumber": "无"], ["docNumber:document-missing"], "refused"),
        RowCase(["name": String(repeating: "名", count: 200)], [], "admitted"),
        RowCase(["name": String(repeating: "名", count: 201)], ["name:too-long"], "refused"),
        RowCase(["category": "企业家"], ["category:not-in-code-list"], "refused"),
        RowCase(["category": "02"], [], "admitted"),
        RowCase(["kinds": "警告、罚金"], ["kinds:not-in-code-list"], "refused"),
        RowCase(["kinds": "警告;罚款，其他-补办"], [], "admitted"),
        RowCase(["decidedOn": "2026年3月"], ["decidedOn:date-unreadable"], "refused"),
        RowCase(["decidedOn": "2026-02-30"], ["decidedOn:date-impossible"], "refused"),
        RowCase(["decidedOn": "2026-03-06"], ["decidedOn:date-in-future"], "refused"),
        RowCase(["fine": "五千"], ["fine:amount-unreadable"], "refused"),
        RowCase(["fine": "-0.5"], ["fine:amount-unreadable"], "refused"),
        RowCase(["fine": "0.5000001"], ["fine:amount-unreadable"], "refused"),
        RowCase(["fine": ""], ["fine:amount-missing"], "admitted"),
        RowCase(["kinds": "没收违法所得", "content": "没收违法所得", "fine": ""], ["confiscated:amount-missing"], "admitted"),
        RowCase(["code": "91220402MA0TEWT1X"], ["code:code-malformed"], "refused"),
        RowCase(["code": "91220402MA0TEWT1I6"], ["code:code-malformed"], "refused"),
        RowCase(["code": "000000000000000000"], ["code:code-placeholder"], "refused"),
        RowCase(["code": "111111111111111111"], ["code:code-placeholder"], "refused"),
        RowCase(["code": "91220402MA0TEWT1X5"], ["code:code-check"], "refused"),
        RowCase(["authorityCode": "112204000TEWT0447M"], ["authorityCode:code-check"], "refused"),
        RowCase(["code": "", "regNumber": ""], ["code:identity-missing"], "held"),
        RowCase(["code": "／", "regNumber": "N/A"], ["code:identity-missing"], "held"),
        RowCase(["code": ""], [], "admitted"),
        RowCase(["regNumber": "220400000000019"], ["regNumber:registration-number-check"], "admitted"),
        RowCase(["regNumber": "2204000000000"], [], "admitted"),
        RowCase(["orgCode": "D2143569-X"], [], "admitted"),
        RowCase(["code": "", "regNumber": "", "orgCode": "－"], ["code:identity-missing"], "held"),
        RowCase(["code": "", "regNumber": "", "orgCode": "---"], ["code:identity-missing"], "held"),
        RowCase(["code": "", "regNumber": "－－"], ["code:identity-missing"], "held"),
        RowCase(["code": "", "regNumber": "***"], ["code:identity-missing"], "held"),
        RowCase(["orgCode": "———", "regNumber": "－"], [], "admitted"),
        RowCase(["orgCode": "D21435690"], ["orgCode:organisation-code-check"], "admitted"),
        RowCase(["authority": "辽源市不存在的局"], ["authority:authority-unknown"], "admitted"),
        RowCase(["authority": "辽源市工商行政管理局"], ["authority:authority-outside-years"], "refused"),
        RowCase(["authorityCode": "112204000TEWT0017T"], ["authorityCode:authority-code-mismatch"], "admitted"),
        RowCase(["violation": "字\u{01}"], ["violation:text-unreadable"], "refused"),
        RowCase(["violation": "字\u{FFFD}"], ["violation:text-unreadable"], "refused"),
        RowCase(["violation": "字\u{7F}"], ["violation:text-unreadable"], "refused"),
        RowCase(["facts": "一行\n又一行\t完"], [], "admitted"),
        RowCase(
            ["name": "", "fine": "x", "decidedOn": "20260230", "code": "1"],
            ["name:required-missing", "fine:amount-unreadable", "decidedOn:date-impossible", "code:code-malformed"],
            "refused"
        ),
    ]

    /// Signs alone are nobody's number: they would lead to whoever else has none.
    @Test(arguments: ["－", "---", "———", "。"]) func signsAreNoNumber(cell: String) throws {
        let changes = ["orgCode": cell, "regNumber": cell]
        let keys = try #require(try CheckedSheet.penalty().check(changes).record?.subject)
        #expect(keys.organisationCode == nil && keys.registrationNumber == nil && keys.creditCode != nil)
        let bare = changes.merging(["code": ""]) { $1 }
        #expect(try CheckedSheet.penalty().check(bare).outcome.word == "held")
    }

    @Test(arguments: penalties) func everyFaultOfAPenaltyIsFoundAtOnce(row: RowCase) throws {
        let checked = try CheckedSheet.penalty().check(row.changes)
        #expect(checked.marks == row.marks)
        #expect(checked.outcome.word == row.outcome)
        #expect(checked.faults.allSatisfy { $0.row == 7 })
    }

    @Test(arguments: [
        "", " ", "\u{3000}", "/", "／", "无", "-", "—", "--", "null", "NULL", "N/A", "\\N", "' 无 ", "\u{A0}/\u{A0}",
    ])
    func spellingsOfNoneAreEmptyCells(text: String) throws {
        let sheet = try CheckedSheet.penalty()
        #expect(sheet.check(["violation": text]).marks == ["violation:required-missing"])
        let optional = sheet.check(["revoked": text])
        #expect(optional.marks == [] && optional.record?.fields["revoked"] == nil)
    }

    @Test(arguments: ["无证经营", "-1号", "/甲", "nullable", "'甲"]) func textThatOnlyBeginsSoIsKept(text: String) throws {
        let record = try #require(try CheckedSheet.penalty().check(["violation": text]).record)
        #expect(record.fields.text("violation") == (text == "'甲" ? "甲" : text))
    }

    static let codes: [(kind: String, category: String, marks: [String])] = [
        ("91", "法人及非法人组织", []), ("92", "个体工商户", []), ("93", "法人及非法人组织", []), ("12", "法人及非法人组织", []),
        ("11", "法人及非法人组织", []), ("51", "法人及非法人组织", []), ("52", "法人及非法人组织", []), ("31", "法人及非法人组织", []),
        ("91", "个体工商户", ["code:code-kind-mismatch"]), ("92", "法人及非法人组织", ["code:code-kind-mismatch"]),
        ("12", "个体工商户", ["code:code-kind-mismatch"]), ("98", "法人及非法人组织", ["code:code-category-unknown"]),
    ]

    @Test(arguments: codes.indices) func everyKindOfCodeIsJudgedByTheTableAndTheCategory(position: Int) throws {
        let (kind, category, marks) = RowCheckerTests.codes[position]
        let sheet = try CheckedSheet.penalty()
        let checked = sheet.check(["code": try MadeUp.code(kind), "category": category])
        #expect(checked.marks == marks && checked.outcome.word == "admitted")
        let broken = sheet.check(["code": try MadeUp.code(kind, innerHolds: false), "category": category])
        #expect(broken.marks == (marks + ["code:code-inner-check"]).sorted() && broken.outcome.word == "admitted")
    }

    @Test func codesAreReadWithBlanksSmallLettersAndFullWidthSigns() throws {
        let sheet = try CheckedSheet.penalty()
        #expect(
            sheet.check(["code": " 91 220402 ma0tewt1x 6"]).record?.subject.creditCode?.text == "91220402MA0TEWT1X6"
        )
        let wide = sheet.check(["code": MadeUp.fullWidth("91220402MA0TEWT1X6"), "decidedOn": "２０２６／３／２", "fine": "０．５"])
        #expect(wide.marks == ["code:full-width", "decidedOn:full-width", "fine:full-width"])
        #expect(wide.record?.subject.creditCode?.text == "91220402MA0TEWT1X6")
        #expect(wide.record?.decidedOn.iso == "2026-03-02")
        #expect(wide.record?.fields.amount("fine") == Amount(fen: 500_000))
        #expect(sheet.check(["name": "ＡＢＣ公司"]).marks == [], "names are kept as sent")
    }

    @Test func oldNameOfAnAuthorityCountsInItsYearsAndNamesItsSuccessorAfterwards() throws {
        let late = try CheckedSheet.penalty().check(["authority": "辽源市工商行政管理局"])
        #expect(late.faults.first?.detail?.zh == "辽源市市场监督管理局")
        var sheet = try CheckedSheet.penalty(receivedOn: "2019-01-08")
        sheet.clean.merge(["decidedOn": "2019-01-05", "validUntil": "2020-01-05"]) { $1 }
        let early = sheet.check(["authority": "辽源市工商行政管理局", "authorityCode": "112204000TEWT02440"])
        #expect(early.marks == [])
    }

    @Test func honourNeedsACityAndAPenaltyACounty() throws {
        var honour = try CheckedSheet("honour", in: Folders.city.get(), receivedOn: day("2026-03-05"))
        honour.clean.merge([honour.item.roles.decidedOn: "2026/03/02"]) { $1 }
        if let until = honour.item.roles.validUntil { honour.clean[until] = "2029/03/02" }
        let county = ["authority": "辽源市龙山区市场监督管理局", "authorityCode": "112204020TEWT064X1"]
        #expect(honour.check().marks == [])
        let low = honour.check(county)
        #expect(low.marks == ["authority:authority-level"] && low.outcome.word == "refused")
        #expect(try CheckedSheet.penalty().check(county).marks == [])
    }

    @Test func periodMustNotEndBeforeItBegins() throws {
        let sheet = try CheckedSheet.licence()
        #expect(sheet.check().marks == [])
        #expect(sheet.check(["validUntil": "2026-03-02"]).marks == [])
        let reversed = sheet.check(["validUntil": "2026-03-01"])
        #expect(reversed.marks == ["validUntil:period-reversed"] && reversed.outcome.word == "refused")
        for forever in ["2099/12/31", "2099-01-31", "9999/12/31"] {
            let record = sheet.check(["validUntil": forever]).record
            #expect(record?.validUntil?.iso == forever.replacing("/", with: "-"))
        }
    }

    @Test("A listing does not end before it was decided")
    func removalAfterEntry() throws {
        let sheet = try CheckedSheet("abnormal-list", in: try Folders.city.get(), receivedOn: day("2019-07-20"))
        #expect(sheet.check(["endedOn": "2019/07/05"]).marks == [])
        let reversed = sheet.check(["endedOn": "2019/07/04"])
        #expect(reversed.marks == ["endedOn:period-reversed"] && reversed.outcome.word == "refused")
    }

    @Test func sevenWorkingDaysAreCountedByTheCalendar() throws {
        // 2 March 2026 is a Monday without a holiday near it: the seventh working day is 11 March.
        #expect(try CheckedSheet.penalty(receivedOn: "2026-03-11").check().marks == [])
        let late = try CheckedSheet.penalty(receivedOn: "2026-03-12").check()
        #expect(late.marks == ["decidedOn:reported-late"] && late.outcome.word == "admitted")
        #expect(late.faults.first?.detail?.zh == "2026-03-11")
        var old = try CheckedSheet.penalty(receivedOn: "2018-01-03")
        old.clean.merge(["decidedOn": "2017-12-29", "validUntil": "2018-12-29"]) { $1 }
        let missing = old.check(["authority": "辽源市工商行政管理局", "authorityCode": "112204000TEWT02440"])
        #expect(missing.marks == ["decidedOn:calendar-missing"] && missing.faults.first?.detail?.zh == "2017")
    }

    @Test func tierThatCannotBeDeterminedIsWarnedOfFromTheSecondRuleOn() throws {
        var sheet = try CheckedSheet.penalty(receivedOn: "2026-04-02")
        sheet.clean.merge(["validUntil": "2027-04-01", "decidedOn": "2026-04-01"]) { $1 }
        #expect(sheet.check(["kinds": "罚款"]).marks == ["kinds:tier-undetermined"])
        #expect(sheet.check(["kinds": "罚款"]).outcome.word == "admitted")
        #expect(sheet.check(["kinds": "没收违法所得、罚款", "confiscated": "1"]).marks == [])
        #expect(sheet.check(["kinds": "警告", "fine": "", "content": "警告"]).marks == [])
        #expect(sheet.check(["decidedOn": "2026-03-31", "kinds": "罚款"]).marks == [])
    }

    @Test func naturalPersonIsRefusedWithThatOneFault() throws {
        for word in ["自然人", "个人", "01"] {
            let checked = try CheckedSheet.penalty().check(["category": word, "name": "", "fine": "x", "code": "1"])
            #expect(checked.marks == ["category:natural-person-row"] && checked.outcome.word == "refused")
        }
    }

    @Test func cellsBehindTheLastHeadingRefuseTheRowAlone() throws {
        let sheet = try CheckedSheet.penalty()
        let wide = sheet.check(["name": ""], beyond: ["", "多"])
        #expect(wide.marks == [":row-too-wide"] && wide.outcome.word == "refused")
        #expect(sheet.check(beyond: ["", " ", "/"]).marks == [])
    }

    @Test func cellIsOwedWhereAnotherSaysSo() throws {
        var sheet = try CheckedSheet("water-quota", in: Folders.secondCity.get(), receivedOn: day("2026-01-08"))
        sheet.clean.merge(["validUntil": "2026-12-31", "code": try MadeUp.code("91")]) { $1 }
        #expect(sheet.check(["meterKind": "机械表"]).marks == [])
        #expect(sheet.check(["meterKind": ""]).marks == [])
        #expect(sheet.check(["meterKind": "远传表"]).marks == ["deposit:required-missing"])
        let paid = sheet.check(["meterKind": "远传表", "deposit": "1,200.50"])
        #expect(paid.marks == [] && paid.record?.fields.amount("deposit") == Amount(fen: 120_050))
    }

    @Test func layoutDoesNotOweFieldsItHasNoColumnFor() throws {
        var sheet = try CheckedSheet.penalty()
        let item = sheet.item
        sheet.columns.removeAll { $0.field.map { item.fields[$0].id == "violation" } ?? false }
        #expect(sheet.check().marks == [] && sheet.check().record?.fields["violation"] == nil)
        let place = try #require(item.fields.firstIndex { $0.id == "violation" })
        sheet.constants = [place: "违反规定"]
        #expect(sheet.check().record?.fields.text("violation") == "违反规定")
    }

    @Test func adverseRecordHasItsDocumentAndFieldsInCanonicalOrder() throws {
        let record = try #require(try CheckedSheet.penalty().check().record)
        #expect(record.bearing.polarity == .adverse && record.bearing.document?.number == "辽市监罚〔2019〕1号")
        #expect(record.bearing.document?.authority == "辽源市市场监督管理局")
        #expect(record.fields.fields.map(\.id) == record.fields.fields.map(\.id).sorted(by: CBORWriter.precedes))
        #expect(record.fields.choices("kinds") == ["警告", "罚款"])
    }

    @Test func oneCheckerForManyRowsRemembersNothingOfTheLast() throws {
        let sheet = try CheckedSheet.penalty()
        let context = AdmissionContext(
            catalogue: sheet.catalogue,
            item: sheet.item,
            columns: sheet.columns,
            constants: [:],
            source: nil,
            receivedOn: sheet.receivedOn
        )
        var checker = RowChecker(context, personalKey: .init(repeating: 1, count: 32))
        var outcomes: [String] = []
        for cells in [sheet.clean, sheet.clean.filter { $0.key == "name" }, sheet.clean] {
            var bytes: [UInt8] = []
            var ends: [Int32] = []
            for field in sheet.item.fields {
                bytes += Array((cells[field.id] ?? "").utf8)
                ends.append(Int32(bytes.count))
            }
            var faults: [Fault] = []
            let outcome = bytes.withUnsafeBufferPointer { bytes in
                ends.withUnsafeBufferPointer { checker.check(row: 1, bytes: bytes, ends: $0, faults: &faults) }
            }
            outcomes.append("\(outcome.word) \(faults.count)")
        }
        #expect(outcomes[0] == "admitted 0" && outcomes[2] == "admitted 0" && outcomes[1].hasPrefix("refused"))
    }
}
