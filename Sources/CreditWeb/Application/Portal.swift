public import CreditCatalogue
public import CreditExchange
public import CreditFiles
public import CreditModel
public import CreditSearch
public import CreditStore
public import Hummingbird
public import Logging

/// The public portal and its API: reads credit files, never changes one; checks files for whoever sends them, and keeps none.
public struct Portal: Sendable {
    private let backstage: Backstage
    private let logger: Logger

    /// A portal over a store.
    ///
    /// Whatever depends on the day asks `clock`.
    public init(
        catalogue: Catalogue,
        store: any CreditReader,
        desk: FileDesk,
        search: NameSearch,
        checks: CheckDesk,
        clock: @escaping @Sendable () -> Instant,
        logger: Logger
    ) {
        backstage = Backstage(
            catalogue: catalogue,
            store: store,
            desk: desk,
            search: search,
            checks: checks,
            clock: clock
        )
        self.logger = logger
    }

    /// The portal as an application that has not started; port 0 takes a free one, which `onServerRunning` is told.
    public func buildApplication(
        host: String,
        port: Int,
        onServerRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) -> some ApplicationProtocol {
        Application(
            router: buildRouter(),
            // A connection that says nothing for a minute is closed.
            server: .http1(configuration: .init(idleTimeout: .seconds(60))),
            configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: nil),
            onServerRunning: { channel in await onServerRunning(channel.localAddress?.port ?? port) },
            logger: logger
        )
    }

    /// Serves until SIGTERM or SIGINT; requests under way are finished first.
    public func run(
        host: String,
        port: Int,
        onServerRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) async throws {
        let application = buildApplication(host: host, port: port, onServerRunning: onServerRunning)
        try await withTaskExecutorPreference(EventLoopExecutor(application.eventLoopGroup)) {
            try await application.runService()
        }
    }

    func buildRouter() -> Router<PortalContext> {
        let router = Router(context: PortalContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: AccessLog(logger: logger))
        router.add(middleware: SecurityHeaders())
        router.add(middleware: ProblemPages(backstage: backstage, logger: logger))
        router.add(middleware: ReadingOnly())
        addPages(to: router)
        addEndpoints(to: router)
        addUtilities(to: router)
        addChecks(to: router)
        return router
    }

    private func addPages(to router: Router<PortalContext>) {
        let samples = Samples()
        let pages: [any PageMaker] = [
            HomePage(notices: HomeNotices()), ResultsPage(), FilePage(), SectionPage(), EntryPage(), ListsPage(),
            ListPage(),
            CataloguePage(), ItemPage(samples: samples), DepartmentsPage(), DepartmentPage(),
            PlanPage(samples: samples),
            ClausePage(samples: samples), SubjectsPage(), SubjectPage(), SubjectSectionPage(), LawsPage(), LawPage(),
            RulesPage(), LedgerPage(), GuidePage(), ObjectionPage(), RepairPage(),
            ReportPage(), CheckPage(), CheckedPage(),
        ]
        let backstage = backstage
        for page in pages {
            for language in Language.allCases {
                router.get(RouterPath(Link.pattern(type(of: page).route, in: language))) { request, context in
                    try await page.answer(Call(request, context, language: language, backstage: backstage))
                }
            }
        }
    }

    private func addEndpoints(to router: Router<PortalContext>) {
        let endpoints: [any EndpointMaker] = [
            SearchEndpoint(), SuggestEndpoint(), FileEndpoint(), EntryEndpoint(), ProofEndpoint(), ListEndpoint(),
            CatalogueEndpoint(),
            ItemEndpoint(), DepartmentsEndpoint(), DepartmentEndpoint(), PlanEndpoint(), LawsEndpoint(), HeadEndpoint(),
            LedgerEntryEndpoint(), CheckedEndpoint(),
            DescriptionEndpoint(),
        ]
        let backstage = backstage
        for endpoint in endpoints {
            router.get(RouterPath(type(of: endpoint).route.rawValue)) { request, context in
                try await endpoint.answer(Call(request, context, language: .zh, backstage: backstage))
            }
        }
    }

    private func addUtilities(to router: Router<PortalContext>) {
        let utilities = Utilities(backstage: backstage)
        router.get(RouterPath(UtilityRoute.health.rawValue)) { _, _ in try await utilities.health() }
        router.get(RouterPath(UtilityRoute.robots.rawValue)) { _, _ in utilities.robots() }
        router.get(RouterPath(UtilityRoute.favicon.rawValue)) { _, _ in try utilities.asset("mark.svg", version: nil) }
        router.get(RouterPath(UtilityRoute.asset.rawValue)) { request, context in
            try utilities.asset(context.parameters.get("name") ?? "", version: Query(request.uri.query)["v"])
        }
    }

    private func addChecks(to router: Router<PortalContext>) {
        let backstage = backstage
        let door = CheckDoor(backstage: backstage)
        for language in Language.allCases {
            router.post(RouterPath(Link.pattern(PageRoute.check, in: language))) { request, context in
                try await door.take(request, context, in: language)
            }
            router.get(RouterPath(Link.pattern(CheckRoute.progress, in: language))) { request, context in
                try door.progress(Call(request, context, language: language, backstage: backstage))
            }
            router.get(RouterPath(Link.pattern(CheckRoute.marked, in: language))) { request, context in
                try await door.marked(Call(request, context, language: language, backstage: backstage))
            }
            router.post(RouterPath(Link.pattern(CheckRoute.discard, in: language))) { request, context in
                try door.discard(Call(request, context, language: language, backstage: backstage))
            }
        }
        let endpoint = CheckEndpoint(backstage: backstage)
        router.post(RouterPath(EndpointRoute.check.rawValue)) { request, context in
            try await endpoint.take(request, context)
        }
        for route in TemplateRoute.allCases {
            router.get(RouterPath(route.rawValue)) { request, context in
                try backstage.templates.answer(Call(request, context, language: .zh, backstage: backstage), route)
            }
        }
    }
}
