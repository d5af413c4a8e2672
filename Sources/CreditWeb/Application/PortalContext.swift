import Hummingbird
import Logging

/// What a request carries through the middleware: Hummingbird's own, and the number that errors quote.
struct PortalContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The address that the connection comes from; what headers say of others is not trusted.
    let client: String

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        client = source.channel.remoteAddress?.ipAddress ?? ""
    }

    /// Whether the connection comes from this machine, as those of a reverse proxy do.
    var isLocal: Bool { client.isEmpty || client.hasPrefix("127.") || client == "::1" }

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
