import HTTPTypes
import Hummingbird

/// Everything here is read, but for the files that are sent to be checked: other methods, forms of other sites and addresses longer than any page has, are turned away before any work is done.
struct ReadingOnly: RouterMiddleware {
    typealias Context = PortalContext
    /// A hundred Chinese characters, percent-encoded, and the rest of an address.
    static let longestAddress = 2048

    func handle(
        _ request: Request,
        context: PortalContext,
        next: @concurrent (Request, PortalContext) async throws -> Response
    ) async throws -> Response {
        switch request.method {
        case .get, .head: break
        case .post where PostRoute.patterns.contains(context.endpointPath ?? ""): try SameSite.check(request)
        default: throw Problem.methodNotAllowed
        }
        guard request.uri.string.utf8.count <= ReadingOnly.longestAddress else { throw Problem.tooLong }
        return try await next(request, context)
    }
}
