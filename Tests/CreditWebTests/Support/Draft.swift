import CreditModel

/// A record in a line, for sample files.
struct Draft {
    let subject: Int64
    let source: String
    let decided: Day
    let record: CreditRecord

    private init?(
        _ item: String,
        _ subject: Int64,
        _ source: String,
        _ decided: String,
        document: String?,
        authority: String,
        until: String?,
        polarity: Polarity,
        fields: [(String, FieldValue)]
    ) {
        guard let day = Day(iso: decided) else { return nil }
        let paper = document.flatMap { DecisionDocument(number: $0, authority: authority, decidedOn: day) }
        var all = FieldMap()
        for (id, value) in fields { all[id] = value }
        all["decidedOn"] = .day(day)
        all["authority"] = .text(authority)
        if let document { all["docNumber"] = .text(document) }
        let last = until.flatMap { Day(iso: $0) }
        if let last { all["validUntil"] = .day(last) }
        guard let bearing = Draft.bearing(polarity, paper) else { return nil }
        self.subject = subject
        self.source = source
        self.decided = day
        record = CreditRecord(
            item: item,
            subject: SubjectKeys(name: "示例", creditCode: nil),
            bearing: bearing,
            decidedOn: day,
            validFrom: polarity == .neutral && last != nil ? day : nil,
            validUntil: last,
            fields: all
        )
    }

    private static func bearing(_ polarity: Polarity, _ document: DecisionDocument?) -> CreditRecord.Bearing? {
        switch polarity {
        case .neutral: .neutral(document)
        case .favourable: .favourable(document)
        case .adverse: document.map { .adverse($0) }
        }
    }

    static func registration(_ subject: Int64, _ day: String) -> Draft? {
        Draft(
            "registration",
            subject,
            "market-regulation",
            day,
            document: nil,
            authority: "辽源市市场监督管理局",
            until: nil,
            polarity: .neutral,
            fields: [
                ("capital", .text("500 万元人民币")), ("status", .choices(["存续"])), ("legalRep", .text("王示例")),
                ("scope", .text("食品生产、销售；粮油加工。")),
            ]
        )
    }

    static func licence(
        _ subject: Int64,
        _ day: String,
        _ title: String,
        _ number: String,
        until: String,
        _ source: String
    )
        -> Draft?
    {
        Draft(
            "licence",
            subject,
            source,
            day,
            document: number,
            authority: "辽源市市场监督管理局",
            until: until,
            polarity: .neutral,
            fields: [
                ("docTitle", .text(title)), ("content", .text("准予\(title)。")), ("licenceKind", .choices(["普通"])),
                ("state", .choices(["有效"])),
            ]
        )
    }

    static func penalty(
        _ subject: Int64,
        _ day: String,
        _ violation: String,
        _ number: String,
        _ kinds: [String],
        _ fen: Int64?,
        _ source: String
    ) -> Draft? {
        Draft(
            "penalty",
            subject,
            source,
            day,
            document: number,
            authority: "辽源市市场监督管理局",
            until: nil,
            polarity: .adverse,
            fields: [
                ("violation", .text(violation)), ("kinds", .choices(kinds)),
                ("facts", .text("经查，\(violation)。联系电话 13800001111。")),
                ("ground", .text("《食品安全法》第一百二十五条")), ("content", .text(kinds.joined(separator: "、"))),
            ] + (fen.map { [("fine", .amount(Amount(fen: $0)))] } ?? [])
        )
    }

    static func honour(_ subject: Int64, _ day: String, _ title: String, _ number: String, until: String?) -> Draft? {
        Draft(
            "honour",
            subject,
            "development-reform",
            day,
            document: number,
            authority: "辽源市发展和改革委员会",
            until: until,
            polarity: .favourable,
            fields: [("honour", .text(title)), ("honourLevel", .choices(["市级"]))]
        )
    }

    static func commitment(_ subject: Int64, _ day: String, _ title: String) -> Draft? {
        Draft(
            "commitment",
            subject,
            "market-regulation",
            day,
            document: "22040020240601000011",
            authority: "辽源市市场监督管理局",
            until: nil,
            polarity: .neutral,
            fields: [
                ("subject", .text(title)), ("kind", .choices(["审批替代型"])), ("content", .text("承诺所提交的材料真实、完整。")),
                ("openness", .choices(["可向社会公开"])),
            ]
        )
    }

    static func list(_ subject: Int64, _ day: String, _ number: String) -> Draft? {
        Draft(
            "serious-breach-list",
            subject,
            "market-regulation",
            day,
            document: number,
            authority: "辽源市市场监督管理局",
            until: nil,
            polarity: .adverse,
            fields: [
                ("list", .choices(["市场监督管理严重违法失信名单"])), ("facts", .text("受到较重行政处罚后仍未改正。")),
                ("ground", .text("市场监管总局令第44号")), ("removal", .text("满一年且改正后可以申请移出。")),
            ]
        )
    }
}
