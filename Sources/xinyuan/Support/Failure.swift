import ArgumentParser
import CreditCatalogue
import CreditExchange
import CreditModel
import CreditSheets
import CreditStore
import CreditStoreSQLite
import Foundation

/// Something that a command cannot go on from, in words, with the exit code that means it.
struct Failure: Error {
    /// What is wrong and what to do.
    let message: Bilingual
    /// 1: part of it was refused; 2: nothing could be done; 65 of `catalogue check`: the catalogue does not load.
    let code: Int32

    init(_ zh: String, _ en: String, code: Int32 = 2) {
        message = Bilingual(zh: zh, en: en)
        self.code = code
    }

    /// A catalogue's problems.
    init(_ error: CatalogueError, code: Int32) {
        message = Failure.words(error)
        self.code = code
    }

    /// Says what went wrong and ends the process; internals are not shown.
    static func exit(with error: any Error) -> Never {
        if let code = error as? ExitCode { Foundation.exit(code.rawValue) }
        if let failure = error as? Failure { leave(failure.message, failure.code) }
        if let problem = error as? IntakeProblem {
            leave(Bilingual(zh: problem.message(in: .zh), en: problem.message(in: .en)), 2)
        }
        if let problem = error as? LayoutProblem {
            leave(Bilingual(zh: problem.message(in: .zh), en: problem.message(in: .en)), 2)
        }
        if let error = error as? SheetError {
            leave(Bilingual(zh: error.message(chinese: true), en: error.message(chinese: false)), 2)
        }
        if let error = error as? CatalogueError { leave(Failure.words(error), 2) }
        if let refused = error as? ActRefused { leave(Failure.words(refused), 1) }
        if let newer = error as? StoreNewer {
            leave(
                Bilingual(
                    zh: "这个存储由更新的 xinyuan 建立（第 \(newer.version) 版），存储没有坏，也没有写入。请更新程序；不要用备份覆盖它。",
                    en:
                        "A newer xinyuan made this store (version \(newer.version)); it is not damaged, and nothing was written. Update "
                        + "the program; do not restore a backup over it."
                ),
                2
            )
        }
        if let damaged = error as? StoreDamaged {
            leave(
                Bilingual(
                    zh: "存储对不上（\(damaged.what)）。没有写入。请用备份恢复，或运行 xinyuan replay 查明。",
                    en:
                        "The store does not hold together (\(damaged.what)). Nothing was written. Restore a backup, or run "
                        + "`xinyuan replay` to see what differs."
                ),
                2
            )
        }
        if let error = error as? CocoaError {
            let path = error.filePath ?? "—"
            leave(Bilingual(zh: "文件读不了或写不了：\(path)。", en: "The file cannot be read or written: \(path)."), 2)
        }
        let code = Xinyuan.exitCode(for: error)
        if code == .success || error is ValidationError || error is CleanExit
            || "\(type(of: error))".contains("Command")
        {
            let text = Xinyuan.fullMessage(for: error)
            Terminal.write(Failure.masked(text) + "\n", to: code == .success ? .standardOutput : .standardError)
            Foundation.exit(code == .success ? 0 : 2)
        }
        leave(
            Bilingual(zh: "没有做成：\(Failure.plain(error))", en: "It could not be done: \(Failure.plain(error))"),
            2
        )
    }

    /// Whatever was given and is repeated, no number of a person is (limit 8).
    private static func leave(_ message: Bilingual, _ code: Int32) -> Never {
        Terminal.write(Failure.masked("\(message.zh)\n\(message.en)\n"), to: .standardError)
        Foundation.exit(code)
    }

    private static func masked(_ text: String) -> String { CitizenNumber.masking(text, on: Clock().instant.day) }

    private static func words(_ error: CatalogueError) -> Bilingual {
        Bilingual(
            zh: "目录 \(error.directory) 有 \(error.problems.count) 处问题：\n"
                + error.problems.map { "  " + $0.text(in: .zh) }.joined(separator: "\n"),
            en: "The catalogue \(error.directory) has \(error.problems.count) problems:\n"
                + error.problems.map { "  " + $0.text(in: .en) }.joined(separator: "\n")
        )
    }

    private static func words(_ refused: ActRefused) -> Bilingual {
        switch refused {
        case .notFound(let number): Bilingual(zh: "没有第 \(number) 号。", en: "There is no number \(number).")
        case .alreadyDone(let number): Bilingual(zh: "第 \(number) 号已经办过了。", en: "Number \(number) is done already.")
        case .tierNotOpen(let number):
            Bilingual(
                zh: "第 \(number) 号的等级由规则确定，或者不分等级，不能另定。",
                en: "The tier of \(number) follows from the rule, or it has none; it cannot be decided."
            )
        case .codeInvalid(let code):
            Bilingual(zh: "\(code) 不是有效的统一社会信用代码。", en: "\(code) is no valid unified social credit code.")
        case .kindNotOfItem(let code, let kinds):
            Bilingual(
                zh: "\(code) 的主体类型不在这一事项的范围内：这一事项只关于\(kinds.zh)。请核对代码；确是此主体的，请退回这一行。",
                en:
                    "The organisation of \(code) is of a kind that the item is not about: it is about these alone: \(kinds.en). "
                    + "Check the code; where it is right, refuse the row."
            )
        case .nobodyHas(let code):
            Bilingual(
                zh: "登记里没有代码为 \(code) 的组织。先报送它的登记信息，或核对代码。",
                en:
                    "No organisation on the register has the code \(code). Hand its registration in first, or check the code."
            )
        case .nameInvalid:
            Bilingual(
                zh: "名称要写一至二百个字。",
                en: "A name has one to two hundred characters."
            )
        case .personalNumber:
            Bilingual(
                zh: "名称或理由里有自然人的证件、电话、银行卡或车牌号码，依个人信息保护法平台不保存。请去掉再办。",
                en:
                    "A certificate, telephone, card or plate number of a person stands in the name or the reason; under the "
                    + "Personal Information Protection Law the platform keeps none. Leave it out."
            )
        }
    }

    private static func plain(_ error: any Error) -> String {
        let text = String(describing: error)
        return text.count > 300 ? String(text.prefix(300)) + "…" : text
    }
}
