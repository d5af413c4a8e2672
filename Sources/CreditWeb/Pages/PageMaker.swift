import Hummingbird

/// One page: from a call to a response.
protocol PageMaker: Sendable {
    /// Where it stands; its English twin stands under `/en`.
    static var route: PageRoute { get }

    func answer(_ call: Call) async throws -> Response
}
