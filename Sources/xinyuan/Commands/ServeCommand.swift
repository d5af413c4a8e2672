import ArgumentParser
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
        discussion: "例 / Example: xinyuan serve --port 8080"
    )

    @Option(help: ArgumentHelp("监听地址 / the address to listen on", valueName: "ADDRESS"))
    var host = "127.0.0.1"

    @Option(help: ArgumentHelp("监听端口 / the port", valueName: "PORT"))
    var port = 8080

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
            group.addTask { await checks.keepTidy() }
            try await portal.run(host: host, port: port)
            group.cancelAll()
            try await group.waitForAll()
        }
    }
}
