import CreditExchange
import CreditModel
import HTTPTypes

extension Problem {
    static let notAForm = Problem(
        "not-a-form",
        .unsupportedMediaType,
        title: Bilingual(zh: "没有收到文件", en: "No file was received"),
        detail: Bilingual(
            zh: "请用查验页上的表单选择文件，或按接口说明上传。",
            en: "Choose a file in the form of the check page, or send it as the API's description says."
        )
    )

    static let brokenForm = Problem(
        "broken-form",
        .badRequest,
        title: Bilingual(zh: "上传没有完成", en: "The upload is not whole"),
        detail: Bilingual(
            zh: "收到的内容不完整或者格式不对，什么也没有保存。请重新选择文件再试一次。",
            en: "What arrived is cut short or not in the right form; nothing was kept. Choose the file and try again."
        )
    )

    static let noFile = Problem(
        "no-file",
        .unprocessableContent,
        title: Bilingual(zh: "还没有选择文件", en: "No file was chosen"),
        detail: Bilingual(zh: "请选择一个要查验的表格文件。", en: "Choose the sheet that is to be checked.")
    )

    static let severalFiles = Problem(
        "several-files",
        .unprocessableContent,
        title: Bilingual(zh: "一次只能查验一个文件", en: "One file at a time"),
        detail: Bilingual(
            zh: "请一次选择一个文件；几个文件可以打成一个 ZIP 包。",
            en: "Choose one file; several can be put into one ZIP archive."
        )
    )

    static let otherSite = Problem(
        "other-site",
        .forbidden,
        title: Bilingual(zh: "请从本站的页面上传", en: "Send it from a page of this site"),
        detail: Bilingual(
            zh: "这次上传来自别的网站，没有接收。请打开本站的“查验表格”页。",
            en: "This upload came from another site and was not taken. Open the check page of this site."
        )
    )

    static let noSuchCheck = Problem(
        "no-such-check",
        .notFound,
        title: Bilingual(zh: "这次查验的结果已经不在了", en: "The result of this check is gone"),
        detail: Bilingual(
            zh: "结果只保留半个小时，或者已经被删除；平台没有保存文件。需要的话请重新查验。",
            en:
                "A result is held for half an hour, or it was discarded; the file was not kept. Check it again if need be."
        )
    )

    static let notFinished = Problem(
        "check-not-finished",
        .conflict,
        title: Bilingual(zh: "还没有查验完", en: "The check is not done"),
        detail: Bilingual(zh: "请等查验完成后再下载。", en: "Download the copy when the check is done.")
    )

    static let noCopy = Problem(
        "no-copy",
        .internalServerError,
        title: Bilingual(zh: "标注文件没有做成", en: "The marked-up copy could not be made"),
        detail: Bilingual(
            zh: "差错仍可在网页上查看。请稍后再试。",
            en: "The faults can still be seen on the page. Try again a little later."
        )
    )

    static let noSuchTemplate = Problem(
        "no-such-template",
        .unprocessableContent,
        title: Bilingual(zh: "没有这个模板", en: "There is no such template"),
        detail: Bilingual(
            zh: "请从列表中选择事项或报送样式，或让平台自动识别。",
            en: "Choose an item or a layout of the list, or let it be recognised."
        )
    )
}

extension Problem {
    /// Why a file was not taken.
    init(_ refusal: CheckRefusal, _ limits: CheckLimits) {
        switch refusal {
        case .tooLarge: self = .tooLarge(megabytes: limits.fileBytes >> 20)
        case .tooSlow: self = .tooSlow
        case .full: self = .checksFull
        case .tooMany: self = .tooManyChecks
        case .ofPersons: self = .copyOfPersons
        case .empty: self = .emptyFile
        case .unavailable: self = .unavailable
        }
    }

    private static func tooLarge(megabytes: Int) -> Problem {
        Problem(
            "file-too-large",
            .contentTooLarge,
            title: Bilingual(zh: "文件太大", en: "The file is too large"),
            detail: Bilingual(
                zh: "最大 \(megabytes) MB。请按时间或区域拆分后分次查验。",
                en: "It may have \(megabytes) MB. Split it, by period or district, and check the parts one by one."
            )
        )
    }

    private static let tooSlow = Problem(
        "upload-too-slow",
        .requestTimeout,
        title: Bilingual(zh: "上传用时太长", en: "The upload took too long"),
        detail: Bilingual(
            zh: "十分钟内没有传完，什么也没有保存。请换个网络再试，或把文件拆小。",
            en: "It was not whole within ten minutes; nothing was kept. Try another network, or split the file."
        )
    )

    private static let checksFull = Problem(
        "checks-full",
        .serviceUnavailable,
        title: Bilingual(zh: "现在查验的人很多", en: "Many are checking just now"),
        detail: Bilingual(zh: "请过一分钟再试。", en: "Try again in a minute.")
    )

    private static let tooManyChecks = Problem(
        "too-many-checks",
        .tooManyRequests,
        title: Bilingual(
            zh: "同一网络地址正在查验的文件太多",
            en: "Too many files from one network address are being checked"
        ),
        detail: Bilingual(
            zh: "这次上传没有接收。一个单位可能共用一个地址；请过半分钟再试。",
            en: "This upload was not taken. A whole office may share one address; try again in half a minute."
        )
    )

    private static let copyOfPersons = Problem(
        "copy-of-persons",
        .unprocessableContent,
        title: Bilingual(zh: "没有标注文件", en: "There is no marked-up copy"),
        detail: Bilingual(
            zh: "这是自然人的表格，平台不收，也不再复制一份。",
            en: "It is a sheet of natural persons; the platform does not take it and makes no further copy of it."
        )
    )

    private static let emptyFile = Problem(
        "empty-file",
        .unprocessableContent,
        title: Bilingual(zh: "文件是空的", en: "The file is empty"),
        detail: Bilingual(
            zh: "请确认文件已经保存，里面有表头和数据。",
            en: "Make sure that it was saved and holds headings and rows."
        )
    )

    /// Seconds after which it is worth trying again.
    var retryAfter: Int? {
        switch status {
        case .tooManyRequests: 30
        case .serviceUnavailable: 60
        default: nil
        }
    }
}
