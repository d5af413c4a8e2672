import CreditCatalogue
import TestSupport
import Testing

@Suite struct RecogniseTests {
    let catalogue: Catalogue

    init() throws {
        catalogue = try CatalogueLoader.load(from: Folders.catalogue)
    }

    private func headings(_ id: String) throws -> [String] {
        try #require(catalogue.template(id)).template.columns.map(\.heading)
    }

    @Test func everyLayoutIsRecognisedFromItsOwnHeadings() {
        for item in catalogue.items {
            for template in item.templates {
                let found = catalogue.recognise(headings: template.columns.map(\.heading)).first
                #expect(found?.template.id == template.id)
                #expect(found?.unknown == [] && found?.missing == [])
            }
        }
    }

    @Test(arguments: [
        (
            [
                "name", "reg_no", "uscc", "status", "short_status", "start_date", "registered_capital", "area_code",
                "province", "city", "address", "source_file",
            ], "registration-daily-2019"
        ),
        (
            [
                "XK_WSH", "XK_XMMC", "XK_SPLB", "XK_NR", "XK_XDR", "XK_XDR_SHXYM", "XK_XDR_ZDM", "XK_XDR_GSDJ",
                "XK_XDR_SWDJ", "XK_XDR_SFZ", "XK_FR", "XK_JDRQ", "XK_JZQ", "XK_XZJG", "XK_ZT", "DFBM", "SJC", "BZ",
                "XK_SYFW",
            ], "licence-2015"
        ),
        (
            [
                "CF_WSH", "CF_CFMC", "CF_BM", "CF_CFLB1", "CF_CFLB2", "CF_SY", "CF_YJ", "CF_XDR_MC", "CF_XDR_SHXYM",
                "CF_FR", "CF_JG", "CF_JDRQ", "CF_JZRQ", "CF_XZJG", "CF_ZT", "CF_SYFW", "CF_SXYZCD", "CF_GSJZQ",
            ], "penalty-2015"
        ),
        (
            [
                "XK_XDR_MC", "XK_XDR_LB", "XK_XDR_SHXYM", "XK_XDR_GSZC", "XK_XDR_ZZJG", "XK_XDR_SWDJ", "XK_XDR_SYDW",
                "XK_XDR_SHZZ", "XK_FRDB", "XK_XKWS", "XK_WSH", "XK_XKLB", "XK_XKZS", "XK_XKBH", "XK_NR", "XK_JDRQ",
                "XK_YXQZ", "XK_YXQZI", "XK_XKJG", "XK_XKJGDM", "XK_ZT", "XK_LYDW", "XK_LYDWDM", "BZ",
            ], "licence-2018"
        ),
    ])
    func layoutsInUseAreRecognised(headings: [String], template: String) {
        #expect(catalogue.recognise(headings: headings).first?.template.id == template)
    }

    @Test func fromAndToOfALicenceAreNotMixedUp() throws {
        let match = try #require(catalogue.match(headings: ["XK_YXQZI", "XK_YXQZ"], with: "licence-2018"))
        #expect(match.fields == [0: "validUntil", 1: "validFrom"])
    }

    @Test func headingsWithMarksBlanksAndOtherBracketsAreTheSame() throws {
        let noisy = try headings("penalty-2018")
            .map { heading in
                "＊ " + heading.replacing("(", with: "（").replacing(")", with: "）\n") + "　"
            }
        let match = try #require(catalogue.recognise(headings: noisy).first)
        #expect(match.template.id == "penalty-2018")
        #expect(match.fields.count == 30)
    }

    @Test func instructionRowIsNoRowOfHeadings() throws {
        let instruction = ["填写说明：带＊的为必填项；行政相对人名称按营业执照填写；罚款金额单位为万元"] + Array(repeating: "", count: 29)
        #expect(catalogue.recognise(headings: instruction).isEmpty)
        #expect(catalogue.recognise(headings: ["", "", ""]).isEmpty)
        #expect(catalogue.recognise(headings: []).isEmpty)
        #expect(catalogue.recognise(headings: ["行政相对人名称", "备注"]).isEmpty)
    }

    @Test func rowOfDataIsNoRowOfHeadings() throws {
        let examples = try #require(catalogue.item("penalty")).fields.map(\.example)
        #expect(catalogue.recognise(headings: examples).isEmpty)
    }

    @Test func sheetOfNaturalPersonsIsToldFromThatOfOrganisations() throws {
        for id in ["licence-2018", "penalty-2018"] {
            let person = try #require(catalogue.recognise(headings: try headings(id + "-person")).first)
            #expect(person.template.isForNaturalPersons)
            let organisation = try #require(catalogue.recognise(headings: try headings(id)).first)
            #expect(!organisation.template.isForNaturalPersons)
        }
    }

    @Test(arguments: ["licence", "penalty"])
    func shortSheetWithoutCategoryIsOfNobodyWeKnow(id: String) throws {
        let item = try #require(catalogue.item(id))
        let required = item.fields.filter { $0.requirement == .required && $0.id != "category" }.map(\.heading)
        let code = try #require(item.roles.creditCode.flatMap { item.field($0)?.heading })
        for short in [required, required + [code], required.dropLast() + [code, "内部流水号"]] {
            #expect(catalogue.recognise(headings: short).isEmpty, "\(short)")
        }
        let persons = try #require(catalogue.recognise(headings: required + ["证件类型", "证件号码"]).first)
        #expect(persons.template.isForNaturalPersons)
    }

    @Test func unknownAndMissingHeadingsAreNamed() throws {
        var headings = try headings("penalty-2018")
        headings.removeAll { $0 == "违法事实" }
        headings.append("办案人员")
        let match = try #require(catalogue.recognise(headings: headings).first)
        #expect(match.template.id == "penalty-2018")
        #expect(match.missing == ["违法事实"])
        #expect(match.unknown == [29])
    }

    @Test func secondOfTwoEqualHeadingsIsUnknown() throws {
        let headings = try headings("honour-city")
        let match = try #require(catalogue.recognise(headings: headings + ["荣誉称号"]).first)
        #expect(match.unknown == [headings.count])
    }

    @Test func sixInTenOfTheColumnsCountAndFewerDoNot() throws {
        let headings = try headings("licence-2018")
        let six = try #require(catalogue.match(headings: Array(headings.suffix(17)), with: "licence-2018"))
        #expect(six.counts)
        let fewer = try #require(catalogue.match(headings: Array(headings.suffix(16)), with: "licence-2018"))
        #expect(!fewer.counts)
    }

    @Test func itemIdStandsForItsFirstLayout() {
        #expect(catalogue.template("licence")?.template.id == "licence-2018")
        #expect(catalogue.template("licence-2015")?.item.id == "licence")
        #expect(catalogue.template("nothing") == nil)
    }

    @Test(arguments: [
        ("＊行政相对人代码_1（统一社会信用代码）", "行政相对人代码_1(统一社会信用代码)"), ("  许可\n机关 ", "许可机关"),
        ("\u{FEFF}name", "NAME"), ("许可机关（必填）", "许可机关"), ("许可机关：", "许可机关"), ("**备注*", "备注"),
        ("行政相对人代码＿１", "行政相对人代码_1"),
    ])
    func headingIsNormalised(heading: String, normal: String) {
        #expect(Heading.normalised(heading) == normal)
    }
}
