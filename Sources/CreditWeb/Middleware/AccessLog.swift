import HTTPTypes
import Hummingbird
import Logging

/// One line for each request: which kind of page, how it went, how long it took.
///
/// Never the address itself: it may hold a code
/// or what somebody searched for (limit 8).
struct AccessLog: RouterMiddleware {
    typealias Context = PortalContext
    let logger: Logger

    func handle(
        _ request: Request,
        context: PortalContext,
        next: @concurrent (Request, PortalContext) async throws -> Response
    ) async throws -> Response {
        let clock = ContinuousClock()
        let begun = clock.now
        var response = try await next(request, context)
        let number = context.number
        response.headers.set(HeaderNames.requestNumber, number)
        let elapsed = clock.now - begun
        logger.info(
            "request",
            metadata: [
                "method": .string(request.method.rawValue),
                "route": .string(context.endpointPath ?? "-"),
                "status": .stringConvertible(response.status.code),
                "ms": .stringConvertible(elapsed.milliseconds),
                "bytes": .stringConvertible(response.body.contentLength ?? 0),
                "request": .string(number),
            ]
        )
        return response
    }
}

extension Duration {
    /// Milliseconds to two places.
    fileprivate var milliseconds: Double {
        let hundredths = components.seconds * 100_000 + components.attoseconds / 10_000_000_000_000
        return Double(hundredths) / 100
    }
}
