import ArgumentParser
import CreditExchange
import CreditModel
import CreditStore
import CreditStoreSQLite

/// `xinyuan inbox`: the drop folder, without the portal.
struct InboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inbox",
        abstract: "收件文件夹：放进去的文件自动报送 / the drop folder: files put there are handed in",
        discussion: """
            例 / Example:
              xinyuan inbox /srv/inbox --once
              xinyuan inbox original D20260704-7Q2MXK4TAB --inbox /srv/inbox --by 王某 --reason 核对原件 --out 原件.xlsx

            文件放进 DIR/部门名/，回执和标注副本出现在旁边 / put a file into DIR/<department>/; receipt and marked-up copy appear beside it
            指明事项或报送样式：DIR/部门名/编号/；要 --give 的用 xinyuan submit / name an item or layout: DIR/<department>/<id>/; --give is for xinyuan submit only
            退出码 / Exit codes: 0 全部通过 all well · 1 部分被拒或未收 some refused or not taken · 2 有文件办不下去 something is in the way
            """,
        subcommands: [InboxRun.self, InboxOriginal.self],
        defaultSubcommand: InboxRun.self
    )
}

struct InboxRun: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "收取文件夹里的文件 / take in the files of a folder",
        discussion: """
            例 / Example: xinyuan inbox /srv/inbox --once --settle 30
            与门户一起运行：xinyuan serve --inbox DIR / together with the portal: xinyuan serve --inbox DIR
            """
    )

    @Argument(help: "收件文件夹，里面每个部门一个文件夹 / the inbox, with a folder for each department")
    var directory: String

    @Flag(help: "收完已经到齐的文件就结束 / end when all files that are whole by now are taken in")
    var once = false

    @OptionGroup var settings: InboxSettings
    @OptionGroup var options: CatalogueOptions
    @OptionGroup var stores: StoreOptions

    func run() async throws {
        let catalogue = try options.load()
        let store = try stores.open(catalogue, mustExist: false)
        let lines = InboxLines(catalogue: catalogue, language: options.lang)
        let inbox = Inbox(
            directory: directory,
            catalogue: catalogue,
            store: store,
            keys: store.keys,
            options: settings.options,
            clock: { Clock().instant },
            listener: { lines.write($0) }
        )
        guard once else { return await inbox.run() }
        let tally: InboxTally
        do {
            tally = try await inbox.once()
        } catch is InboxTrouble {
            // Its words were told to the listener.
            throw ExitCode(2)
        }
        say(tally)
        if tally.troubles > 0 { throw ExitCode(2) }
        throw ExitCode(tally.notTaken + tally.counts.refused + tally.counts.held > 0 ? 1 : 0)
    }

    private func say(_ tally: InboxTally) {
        let counts = tally.counts
        Terminal.line(
            options.lang == .zh
                ? "收下 \(tally.taken) 个文件，\(counts.rows) 行，通过 \(counts.admitted)；未收 \(tally.notTaken) 个，"
                    + "还没有到齐 \(tally.waiting) 个，受阻 \(tally.troubles) 处。"
                : "\(tally.taken) files taken in, \(counts.rows) rows, \(counts.admitted) admitted; \(tally.notTaken) not taken, "
                    + "\(tally.waiting) not whole yet, \(tally.troubles) troubles."
        )
    }
}

/// `xinyuan inbox original`: a look at what was handed in, by name and with a reason (limit 7).
struct InboxOriginal: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "original",
        abstract: "取回加密保存的原件，调阅留痕 / fetch a sealed original; the look is written down",
        discussion: """
            例 / Example: xinyuan inbox original D20260704-7Q2MXK4TAB --inbox /srv/inbox --by 王某 --reason 核对原件 --out 原件.xlsx
            """
    )

    @Argument(help: "接收编号，或回执编号 / the number of the file, or of its receipt")
    var id: String

    @Option(help: ArgumentHelp("收件文件夹 / the inbox", valueName: "DIR"))
    var inbox: String

    @Option(help: ArgumentHelp("写到哪个新文件 / the new file to write", valueName: "FILE"))
    var out: String

    @OptionGroup var officer: OfficerOptions
    @OptionGroup var options: CatalogueOptions
    @OptionGroup var stores: StoreOptions

    func run() async throws {
        let store = try stores.open(try options.load())
        let desk = OriginalDesk(directory: inbox, keys: store.keys)
        do {
            let name = try desk.fetch(
                id,
                by: try officer.name(),
                reason: try officer.checkedReason(),
                to: out,
                at: Clock().instant
            )
            Terminal.line(
                options.lang == .zh
                    ? "原件 \(name) 已写入指定的文件，调阅已记录。用完请删除。"
                    : "The original \(name) is in the file named; the look is on record. Delete it when you are done."
            )
        } catch let refused as OriginalDesk.Refused {
            throw failure(refused)
        }
    }

    private func failure(_ refused: OriginalDesk.Refused) -> Failure {
        switch refused {
        case .noInbox:
            Failure("\(inbox) 不是收件文件夹，或者不能进入。", "\(inbox) is no inbox, or cannot be entered.")
        case .unknown:
            Failure("没有编号为 \(id) 的文件。", "Nothing was handed in under the number \(id).", code: 1)
        case .deleted(let day):
            Failure("原件已于 \(day.written.zh) 删除。", "The original was deleted on \(day.written.en).", code: 1)
        case .notGenuine:
            Failure(
                "原件打不开：已损坏，或者不是用这个存储的密钥加密的。",
                "The original does not open: it is damaged, or was sealed under other keys than this store's."
            )
        case .unwritable:
            Failure(
                "\(out) 已存在或写不了。请换一个新文件名。",
                "\(out) is there already or cannot be written. Name a new file."
            )
        }
    }
}
