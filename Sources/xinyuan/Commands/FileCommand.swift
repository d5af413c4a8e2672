import ArgumentParser
import CreditCatalogue
import CreditFiles
import CreditModel
import CreditWeb

/// `xinyuan file CODE`: the public credit file of an organisation.
struct FileCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "file",
        abstract: "一个组织的公开信用档案 / the public credit file of an organisation",
        discussion: "例 / Example: xinyuan file 91220402MA0TEWT1X6 --on 2026-07-04 --json"
    )

    @Argument(help: "统一社会信用代码或注册号 / unified code or registration number")
    var code: String

    @Option(
        help: ArgumentHelp(
            "看哪一天的事实，按今天的规则显示 / the facts of which day, shown under today's rules",
            valueName: "YYYY-MM-DD"
        )
    )
    var on: DayArgument?

    @Flag(help: "输出一个 JSON 对象 / print one JSON object")
    var json = false

    @OptionGroup var options: CatalogueOptions
    @OptionGroup var stores: StoreOptions

    func run() async throws {
        let today = Clock().instant.day
        guard !CitizenNumber.stands(inQuery: code, on: today) else {
            throw Failure(
                "代码里有公民身份号码。自然人不在查询范围内。",
                "The code holds a citizen's number. Persons cannot be looked up."
            )
        }
        let catalogue = try options.load()
        let desk = FileDesk(catalogue: catalogue, store: try stores.open(catalogue))
        let key = code.uppercased().filter { !$0.isWhitespace }
        guard let file = try await desk.file(key: key, on: on?.day ?? today, today: today) else {
            throw Failure("代码 \(key) 下没有公示的信息。", "Nothing is published under the code \(key).", code: 1)
        }
        if json {
            Terminal.write(FileJSON.bytes(of: file) + [0x0A])
        } else {
            print(file)
        }
    }

    private func print(_ file: CreditFile) {
        let language = options.lang
        Terminal.line("\(file.subject.name)  \(file.subject.spokenCode)")
        let known = [file.subject.kindName[language], file.subject.place?[language], file.subject.status]
        Terminal.line(known.compactMap(\.self).joined(separator: " · "))
        Terminal.line(
            language == .zh
                ? "\(file.on.written.zh)的事实，按\(file.today.written.zh)的规则显示；账本 \(file.ledgerSize) 条"
                : "Facts of \(file.on.written.en), shown under the rules of \(file.today.written.en); ledger of \(file.ledgerSize)"
        )
        for (number, section) in file.sections.enumerated() {
            Terminal.line("\n\(number + 1) \(section.section.name[language])（\(section.entries.count)）")
            if section.entries.isEmpty { Terminal.line(language == .zh ? "  查询期内无相关信息" : "  Nothing in this period") }
            for entry in section.entries { print(entry) }
        }
    }

    private func print(_ entry: FileEntry) {
        let until =
            switch (entry.shownUntil, options.lang) {
            case (let day?, .zh): "公示至 \(day.written.zh)"
            case (let day?, .en): "shown until \(day.written.en)"
            case (nil, _): ""
            }
        let name = entry.itemName[options.lang]
        let what = entry.title == entry.itemName.zh ? name : name + (options.lang == .zh ? "：" : ": ") + entry.title
        let parts = [
            String(entry.id), entry.decidedOn.iso, what, entry.authority ?? "", entry.document ?? "", until,
        ]
        Terminal.line("  " + parts.filter { !$0.isEmpty }.joined(separator: "  "))
    }
}
