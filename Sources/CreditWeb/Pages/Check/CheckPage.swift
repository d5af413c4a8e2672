import CreditExchange
import CreditModel
import Hummingbird

/// The form with which a file is sent to be checked.
struct CheckPage: PageMaker {
    static let route = PageRoute.check

    func answer(_ call: Call) async throws -> Response { CheckPage.page(call, nil) }

    /// The form, with what was wrong with what was sent.
    static func page(_ call: Call, _ problem: Problem?) -> Response {
        let view = CheckFormView(visit: call.visit, problem: problem, wasDiscarded: call.query["discarded"] == "1")
        let title = call.visit[FooterLinks.title(.check)]
        let body = PageBody(
            page: .check,
            title: problem.map { call.visit[$0.title] + call.visit[Bilingual(zh: "：", en: ": ")] + title } ?? title,
            checks: true,
            content: view.html
        )
        var response = Answer.page(body, call.visit, keeping: .never, status: problem?.status ?? .ok)
        if let seconds = problem?.retryAfter { response.headers[.retryAfter] = String(seconds) }
        return response
    }
}

/// A check: how far it is, then what came of it.
struct CheckedPage: PageMaker {
    static let route = PageRoute.checked

    func answer(_ call: Call) async throws -> Response {
        let token = call.part("token")
        guard let state = call.backstage.checks.state(of: token) else { throw Problem.noSuchCheck }
        let filter = try CheckFilter(call.query)
        let visit = call.visit
        let content: HTML
        let title: Bilingual
        switch state {
        case .waiting, .running:
            content = CheckProgressView(visit: visit, token: token, state: state).html
            title = Bilingual(zh: "正在查验", en: "Checking")
        case .failed(let failure):
            content = CheckFailureView(visit: visit, token: token, failure: failure).html
            title = Bilingual(zh: "没能查验", en: "Not checked")
        case .done(let result):
            guard let view = CheckResultView(visit: visit, token: token, result: result, filter: filter) else {
                throw Problem.notFound
            }
            content = view.html
            title = Bilingual(zh: "查验结果", en: "What was found")
        }
        let body = PageBody(
            page: .checked(token, filter),
            title: visit[title],
            isIndexed: false,
            above: [(visit[FooterLinks.title(.check)], .check)],
            checks: true,
            isPrivate: true,
            refreshes: !state.isFinished,
            content: content
        )
        return Answer.page(body, call, keeping: .never)
    }
}

extension CheckFilter {
    /// What an address asks for.
    init(_ query: Query) throws(Problem) {
        self.init(
            sheet: try query.number("sheet", in: 0...10_000) ?? 0,
            fault: query["fault"].flatMap { FaultCode(rawValue: $0)?.rawValue },
            isFaultyOnly: query["rows"] == "faulty",
            page: try query.number("page", in: 1...100_000) ?? 1
        )
    }
}
