import Hummingbird
import Logging

/// What a request carries through the middleware: Hummingbird's own, and the number that errors quote.
struct PortalContext: RequestContext {
    var coreContext: CoreRequestContextStorage

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
    }

    /// The number to quote, short enough to be read aloud: `1f3a-90bc-77d2`.
    var number: String {
        let digits = Array((logger[metadataKey: "hb.request.id"]?.description ?? "").suffix(12))
        return stride(from: 0, to: digits.count, by: 4).map { String(digits[$0..<min($0 + 4, digits.count)]) }
            .joined(separator: "-")
    }
}
