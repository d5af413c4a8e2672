import ArgumentParser
import CreditCatalogue
import CreditExchange
import CreditFiles
import CreditModel
import CreditSearch
import CreditStore
import CreditStoreSQLite
import CreditWeb
import Logging

/// `xinyuan serve`: the portal and its API.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "开门户和接口 / open the portal and its API",
        discussion: """
            例 / Example: xinyuan serve --port 8080 --inbox /srv/inbox
            """
    )

    @Option(help: ArgumentHelp("监听地址 / the address to listen on", valueName: "ADDRESS"))
    var host = "127.0.0.1"

    @Option(help: ArgumentHelp("监听端口 / the port", valueName: "PORT"))
    var port = 8080

    @Option(
        help: ArgumentHelp(
            "收件文件夹：放进 DIR/部门名/ 的文件自动报送 / the drop folder: files put into DIR/<department>/ are handed in",
            valueName: "DIR"
        )
    )
    var inbox: String?

    @OptionGroup var settings: InboxSettings
    @OptionGroup var options: CatalogueOptions
    @OptionGroup var stores: StoreOptions

    func run() async throws {
        let catalogue = try options.load()
        let store = try stores.open(catalogue)
        let logger = Logger(label: "xinyuan") { LineLog(label: $0) }
        let search = try stores.search(store, catalogue)
        let checks = CheckDesk(catalogue: catalogue, personalKey: store.keys.personal, clock: { Clock().instant })
        let portal = Portal(
            catalogue: catalogue,
            store: store,
            desk: FileDesk(catalogue: catalogue, store: store),
            search: search,
            checks: checks,
            clock: { Clock().instant },
            logger: logger
        )
        try await withThrowingTaskGroup { group in
            // What other processes hand in is read when nobody searches, so that nobody waits for it.
            group.addTask { await search.keepFresh(today: { Clock().instant.day }) }
            if let inbox = dropFolder(store, catalogue, logger) { group.addTask { await inbox.run() } }
            group.addTask { await checks.keepTidy() }
            try await portal.run(host: host, port: port)
            group.cancelAll()
            try await group.waitForAll()
        }
    }

    private func dropFolder(_ store: SQLiteStore, _ catalogue: Catalogue, _ logger: Logger) -> Inbox? {
        guard let inbox else { return nil }
        let log = InboxLog(logger: logger)
        return Inbox(
            directory: inbox,
            catalogue: catalogue,
            store: store,
            keys: store.keys,
            options: settings.options,
            clock: { Clock().instant },
            listener: { log.write($0) }
        )
    }
}
