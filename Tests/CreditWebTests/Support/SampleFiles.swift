import CreditModel
import CreditStore

/// Organisations with files that show everything a page can show; every code is synthetic.
enum SampleFiles {
    static let now = day(2026, 7, 4, hour: 9)
    /// An enterprise with entries in most sections.
    static let full = "91220402MA0TEWT1X6"
    /// A sole trader.
    static let trader = "92220403MA0TEWT28H"
    /// A cooperative with a licence and nothing else.
    static let quiet = "93220421MA0TEWT36B"
    /// An organ known to the store, of which nothing is shown.
    static let empty = "11220400MB0TEWT48M"

    static func day(_ year: Int, _ month: Int, _ day: Int, hour: Int = 10) -> Instant {
        let number = Day(year: year, month: month, day: day)?.number ?? 0
        return Instant(microseconds: (Int64(number) * 24 + Int64(hour) - 8) * 3_600_000_000)
    }

    static func fill(_ store: FakeStore) {
        for subject in subjects { store.add(subject, at: day(2024, 1, 8)) }
        for (offset, draft) in drafts.enumerated() {
            let received = min(draft.decided.adding(days: 5), now.day)
            let at = Instant(microseconds: Int64(received.number) * 86_400_000_000 + Int64(offset) * 1_000_000)
            store.add(draft.record, of: draft.subject, from: draft.source, at: at)
        }
    }

    private static let subjects = [
        subject(1, full, .enterprise, "辽源市龙泉示例食品有限公司", ["辽源市龙泉粮油加工厂"], "220402", "存续"),
        subject(2, trader, .soleTrader, "西安区老张熟食店", [], "220403", "存续"),
        subject(3, quiet, .cooperative, "东丰县青山梅花鹿养殖专业合作社", [], "220421", "存续"),
        subject(4, empty, .organ, "辽源市示例管理局", [], "220400", nil),
        subject(5, "51220400MJ0TEWT55P", .socialOrganisation, "辽源市示例行业协会 & “信用”<联盟>", [], "220400", nil),
    ]

    private static func subject(
        _ id: Int64,
        _ code: String,
        _ kind: SubjectKind,
        _ name: String,
        _ former: [String],
        _ division: String,
        _ status: String?
    ) -> Subject {
        Subject(
            id: id,
            code: code,
            registrationNumber: nil,
            kind: kind,
            name: name,
            formerNames: former,
            division: division,
            address: kind == .enterprise ? "辽源市龙山区人民大街 100 号" : nil,
            established: Day(year: 2019, month: 5, day: 20),
            status: status
        )
    }

    private static let drafts: [Draft] =
        [
            .registration(1, "2019-05-20"),
            .licence(1, "2019-06-18", "食品生产许可证", "辽食许〔2019〕118号", until: "2024-06-17", "market-regulation"),
            .licence(1, "2024-06-05", "食品生产许可证", "辽食许〔2024〕77号", until: "2029-06-04", "market-regulation"),
            .licence(1, "2021-03-11", "排污许可证", "辽环许〔2021〕9号", until: "2026-03-10", "ecology"),
            .licence(1, "2026-03-02", "排污许可证", "辽环许〔2026〕5号", until: "2031-03-01", "ecology"),
            .licence(1, "2022-09-01", "户外广告设置许可", "辽城许〔2022〕301号", until: "2099-12-31", "urban-management"),
            .penalty(1, "2025-11-20", "生产经营标签不符合规定的食品", "辽市监罚〔2025〕66号", ["罚款"], 1_200_000, "market-regulation"),
            .penalty(1, "2026-04-16", "未按规定处置固体废物", "辽环罚〔2026〕3号", ["责令停产停业"], nil, "ecology"),
            .penalty(1, "2021-02-03", "计量器具未检定", "辽市监罚〔2021〕12号", ["罚款"], 200_000, "market-regulation"),
            .honour(1, "2023-03-15", "守合同重信用企业", "辽市监发〔2023〕8号", until: "2026-03-14"),
            .honour(1, "2025-12-12", "诚信示范企业", "辽发改信用〔2025〕40号", until: nil),
            .commitment(1, "2024-06-01", "申请食品生产许可延续"),
            .commitment(1, "2026-02-20", "申请排污许可证"),
            .list(1, "2026-06-01", "辽市监列严〔2026〕1号"),
            .licence(2, "2026-06-30", "食品经营登记", "西食登〔2026〕210号", until: "2031-06-29", "xian-market-regulation"),
            .licence(3, "2026-07-02", "种畜禽生产经营许可证", "东农许〔2026〕14号", until: "2029-07-01", "agriculture"),
            .licence(5, "2026-07-01", "公开募捐资格", "辽民许〔2026〕2号", until: "2029-06-30", "civil-affairs"),
        ]
        .compactMap(\.self)
}

extension FakeStore {
    /// Adds an organisation of which a licence is shown.
    func add(_ id: Int64, _ code: String, _ name: String, _ kind: SubjectKind) {
        let subject = Subject(
            id: id,
            code: code,
            registrationNumber: nil,
            kind: kind,
            name: name,
            formerNames: [],
            division: "220402",
            address: nil,
            established: nil,
            status: "存续"
        )
        add(subject, at: SampleFiles.day(2024, 1, 8))
        guard let draft = Draft.licence(id, "2024-01-05", "食品生产许可证", "辽食许〔2024〕\(id)号", until: "2029-01-04", "ecology")
        else {
            return
        }
        add(draft.record, of: id, from: draft.source, at: SampleFiles.day(2024, 1, 9))
    }
}
