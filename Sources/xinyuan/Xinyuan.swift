import ArgumentParser

/// 信源: a city's public credit information platform, from the command line.
@main
struct Xinyuan: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "xinyuan",
        abstract: "信源 — 城市公共信用信息平台 / a city's public credit information platform",
        discussion: """
            例 / Example:
              xinyuan check 许可.xlsx                          查验，不保存 / check, store nothing
              xinyuan submit 许可.xlsx --from 市场监督管理局     报送 / hand in
              xinyuan search 鑫源商贸                          找组织 / find an organisation
              xinyuan file 91220402MA0TEWT1X6                 信用档案 / a credit file
              xinyuan serve                                   开门户 / open the portal

            退出码 / Exit codes: 0 全部通过 all well · 1 部分被拒 some refused · 2 读不了或用法不对 unreadable, or wrong usage
            """,
        subcommands: [
            CheckCommand.self, SubmitCommand.self, InboxCommand.self, StatusCommand.self, ConflictsCommand.self,
            TiersCommand.self,
            WithdrawCommand.self, SearchCommand.self, MatchCommand.self, FileCommand.self, CodeCommand.self,
            ExportCommand.self,
            TemplateCommand.self, SheetsCommand.self,
            CatalogueCommand.self, LayoutCommand.self, LedgerCommand.self, ReplayCommand.self, ServeCommand.self,
            SampleCommand.self,
            SchemaCommand.self,
        ]
    )

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            Failure.exit(with: error)
        }
    }
}
