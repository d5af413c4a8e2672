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
        let digits = (logger[metadataKey: "hb.request.id"]?.description ?? "").utf8.suffix(12)
        var grouped: [UInt8] = []
        grouped.reserveCapacity(14)
        for (place, digit) in digits.enumerated() {
            if place > 0, place % 4 == 0 { grouped.append(0x2D) }
            grouped.append(digit)
        }
        return String(decoding: grouped, as: UTF8.self)
    }
}
