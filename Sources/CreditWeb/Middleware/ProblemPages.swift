import CreditExchange
import CreditModel
import HTTPTypes
import Hummingbird
import Logging

/// Turns every error into an answer: a page for people, RFC 9457 for programs; never anything of the inside.
struct ProblemPages: RouterMiddleware {
    typealias Context = PortalContext
    let backstage: Backstage
    let logger: Logger

    func handle(
        _ request: Request,
        context: PortalContext,
        next: @concurrent (Request, PortalContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            let problem = problem(for: error, context)
            var response = answer(problem, request, context)
            if problem.status == .methodNotAllowed { response.headers[.allow] = "GET, HEAD" }
            if let seconds = problem.retryAfter { response.headers[.retryAfter] = String(seconds) }
            return request.method == .head ? response.createHeadResponse() : response
        }
    }

    private func problem(for error: any Error, _ context: PortalContext) -> Problem {
        if let problem = error as? Problem { return problem }
        if let refusal = error as? CheckRefusal { return Problem(refusal, backstage.checks.limits) }
        if let error = error as? HTTPError, error.status == .notFound { return .notFound }
        // The kind of the error alone: its words may quote what the visitor sent.
        logger.error(
            "failure",
            metadata: [
                "error": .string(String(reflecting: type(of: error))),
                "route": .string(context.endpointPath ?? "-"),
                "request": .string(context.number),
            ]
        )
        return .failure
    }

    private func answer(_ problem: Problem, _ request: Request, _ context: PortalContext) -> Response {
        let path = request.uri.path
        guard !path.hasPrefix("/api/"), path != UtilityRoute.health.rawValue else {
            return ProblemAnswer.json(problem, number: context.number)
        }
        let language: Language = path == "/en" || path.hasPrefix("/en/") ? .en : .zh
        let query = (try? Query(request.uri.query)) ?? Query.none
        let visit = Visit(
            backstage: backstage,
            language: language,
            isLarge: query["type"] == "large",
            today: backstage.now.day,
            query: query
        )
        let view = ProblemView(visit: visit, problem: problem, number: context.number)
        let body = PageBody(page: .missing, title: visit[problem.title], isIndexed: false, content: view.html)
        return Answer.page(body, visit, keeping: .never, status: problem.status)
    }
}

/// A problem for programs.
enum ProblemAnswer {
    static func json(_ problem: Problem, number: String) -> Response {
        let bytes = JSONWriter.text { json in
            json.member("type", "urn:xinyuan:problem:" + problem.name)
            json.member("title", problem.title.zh)
            json.member("status", problem.status.code)
            json.member("detail", problem.detail.zh)
            json.member("instance", "urn:xinyuan:request:" + number)
            json.member("en") {
                $0.member("title", problem.title.en)
                $0.member("detail", problem.detail.en)
            }
        }
        return Answer.make(bytes, "application/problem+json; charset=utf-8", .never, problem.status)
    }
}
