import CreditModel
import HTTPTypes

/// Why there is no answer, and what to do about it (decision 15): the same for a page and for the API.
struct Problem: Error, Hashable, Sendable {
    /// Its name in the API's `type`.
    let name: String
    let status: HTTPResponse.Status
    let title: Bilingual
    let detail: Bilingual

    init(_ name: String, _ status: HTTPResponse.Status, title: Bilingual, detail: Bilingual) {
        self.name = name
        self.status = status
        self.title = title
        self.detail = detail
    }
}

extension Problem {
    static let notFound = Problem(
        "not-found",
        .notFound,
        title: Bilingual(zh: "没有这个页面", en: "There is no such page"),
        detail: Bilingual(
            zh: "地址可能写错了，或者这项信息已经不再公示。可以从首页按名称或代码查找。",
            en:
                "The address may be mistyped, or what it showed is no longer published. Search by name or code from the home page."
        )
    )

    static let noSuchFile = Problem(
        "no-such-file",
        .notFound,
        title: Bilingual(zh: "这个代码下没有公示的信息", en: "Nothing is published under this code"),
        detail: Bilingual(
            zh: "请核对统一社会信用代码（18 位）或工商注册号（15 位）。代码无误的，说明目前没有可以公示的信息。",
            en:
                "Check the unified code (18 characters) or registration number (15 digits). If it is right, nothing about it is published at present."
        )
    )

    static let noSuchEntry = Problem(
        "no-such-entry",
        .notFound,
        title: Bilingual(zh: "没有这条信息，或者它已不再公示", en: "There is no such entry, or it is no longer published"),
        detail: Bilingual(
            zh: "公示期满、已修复或者已撤回的信息不再显示。",
            en: "What has reached its last day, was repaired or was withdrawn is no longer shown."
        )
    )

    static let noSuchItem = Problem(
        "no-such-item",
        .notFound,
        title: Bilingual(zh: "目录中没有这个事项", en: "There is no such item in the catalogue"),
        detail: Bilingual(zh: "请从信用目录中选择。", en: "Choose one from the catalogue.")
    )

    static let noSuchList = Problem(
        "no-such-list",
        .notFound,
        title: Bilingual(zh: "没有这个公示名单", en: "There is no such public list"),
        detail: Bilingual(zh: "请从公示列表中选择。", en: "Choose one from the public lists.")
    )

    static let noSuchSequence = Problem(
        "no-such-ledger-entry",
        .notFound,
        title: Bilingual(zh: "存证日志中没有这个序号", en: "The ledger has no entry of this number"),
        detail: Bilingual(
            zh: "序号从 1 开始，到日志头所示的条数为止。",
            en: "Numbers run from 1 to the size that the ledger's head states."
        )
    )

    static let undecodable = Problem(
        "undecodable",
        .badRequest,
        title: Bilingual(zh: "地址无法读懂", en: "The address cannot be read"),
        detail: Bilingual(
            zh: "问号后面的内容须是 UTF-8 的百分号编码。",
            en: "What follows the question mark must be percent-encoded UTF-8."
        )
    )

    static let badDay = Problem(
        "bad-day",
        .badRequest,
        title: Bilingual(zh: "日期无法读懂", en: "The date cannot be read"),
        detail: Bilingual(zh: "请写成 2026-07-04 的样子，并确认有这一天。", en: "Write it as 2026-07-04, a day that exists.")
    )

    static let futureDay = Problem(
        "future-day",
        .badRequest,
        title: Bilingual(zh: "这一天还没有到", en: "That day has not come yet"),
        detail: Bilingual(zh: "只能查看今天或以前某一天的事实。", en: "A file shows the facts of today or of a day before.")
    )

    static let badCursor = Problem(
        "bad-cursor",
        .badRequest,
        title: Bilingual(zh: "翻页标记无效", en: "The cursor is not valid"),
        detail: Bilingual(zh: "请从列表第一页重新开始。", en: "Start again from the first page of the list.")
    )

    static let noSuchDepartment = Problem(
        "no-such-department",
        .badRequest,
        title: Bilingual(zh: "没有这个部门", en: "There is no such department"),
        detail: Bilingual(zh: "请使用部门一览中的编号。", en: "Use an id from the list of departments.")
    )

    static let noSuchDepartmentPage = Problem(
        "no-such-department-page",
        .notFound,
        title: Bilingual(zh: "没有这个部门", en: "There is no such department"),
        detail: Bilingual(zh: "请从部门一览中选择。", en: "Choose one from the list of departments.")
    )

    static let noSuchClause = Problem(
        "no-such-clause",
        .notFound,
        title: Bilingual(zh: "计划里没有这一条", en: "The plan has no such clause"),
        detail: Bilingual(zh: "请从任务落实情况中选择。", en: "Choose one from the plan, clause by clause.")
    )

    static let noSuchSubjectKind = Problem(
        "no-such-subject-kind",
        .notFound,
        title: Bilingual(zh: "没有这类主体", en: "There is no such kind of subject"),
        detail: Bilingual(zh: "请从主体类型中选择。", en: "Choose one of the kinds of subject.")
    )

    static let noSuchLaw = Problem(
        "no-such-law",
        .notFound,
        title: Bilingual(zh: "依据登记簿里没有这一件", en: "The register of laws has no such instrument"),
        detail: Bilingual(zh: "请从法律依据中选择。", en: "Choose one from the register of laws.")
    )

    static let personalQuery = Problem(
        "personal-query",
        .badRequest,
        title: Bilingual(zh: "这里不能查询自然人", en: "Persons cannot be looked up here"),
        detail: Bilingual(
            zh: "您输入的是公民身份号码。本平台只公示组织的信用信息，不提供自然人查询；刚才的输入没有被保存。",
            en:
                "What you entered is a citizen's number. This portal shows organisations only; nothing of what you entered was kept."
        )
    )

    static func badNumber(_ bounds: ClosedRange<Int>) -> Problem {
        Problem(
            "bad-number",
            .badRequest,
            title: Bilingual(zh: "数字无法读懂", en: "The number cannot be read"),
            detail: Bilingual(
                zh: "请写 \(bounds.lowerBound) 到 \(bounds.upperBound) 之间的整数。",
                en: "Write a whole number from \(bounds.lowerBound) to \(bounds.upperBound)."
            )
        )
    }
}

extension Problem {
    static let methodNotAllowed = Problem(
        "method-not-allowed",
        .methodNotAllowed,
        title: Bilingual(zh: "这里只能查看", en: "This can only be read"),
        detail: Bilingual(
            zh: "除查验文件外，门户和接口只接受 GET 和 HEAD。",
            en: "The portal and its API take GET and HEAD only, but for files to be checked."
        )
    )

    static let tooLong = Problem(
        "address-too-long",
        .uriTooLong,
        title: Bilingual(zh: "地址太长", en: "The address is too long"),
        detail: Bilingual(
            zh: "请缩短查询的内容，最多一百个字。",
            en: "Shorten what you ask for; a query may have a hundred characters."
        )
    )

    static let failure = Problem(
        "failure",
        .internalServerError,
        title: Bilingual(zh: "平台出了故障", en: "Something failed on our side"),
        detail: Bilingual(
            zh: "不是您的问题。请稍后再试；若仍不行，请把下面的编号告诉我们。",
            en: "It is not your doing. Try again later; if it still fails, tell us the number below."
        )
    )

    static let unavailable = Problem(
        "unavailable",
        .serviceUnavailable,
        title: Bilingual(zh: "平台暂时不能查询", en: "The portal cannot answer for the moment"),
        detail: Bilingual(zh: "请稍后再试。", en: "Try again in a little while.")
    )
}
