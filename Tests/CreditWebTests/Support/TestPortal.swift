import CreditCatalogue
import CreditExchange
import CreditFiles
import CreditModel
import CreditSearch
import CreditStore
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Synchronization

@testable import CreditWeb

/// A portal over a store in memory, called without a network.
struct TestPortal: Sendable {
    let store: FakeStore
    let portal: Portal
    let logs: LogKeeper
    let checks: CheckDesk
    private let call: @Sendable (Request, PortalContext) async throws -> Response

    init(
        _ given: Catalogue? = nil,
        filled: Bool = true,
        now: Instant = SampleFiles.now,
        interval: Int64 = 0,
        limits: CheckLimits = CheckLimits(),
        over real: (any CreditReader)? = nil
    ) throws {
        let catalogue = try given ?? TestCatalogue.make()
        let logs = LogKeeper()
        checks = CheckDesk(
            catalogue: catalogue,
            personalKey: [UInt8](repeating: 7, count: 32),
            limits: limits,
            clock: { now }
        )
        store = try FakeStore(catalogue: catalogue)
        if filled { SampleFiles.fill(store) }
        let read: any CreditReader = real ?? store
        portal = Portal(
            catalogue: catalogue,
            store: read,
            desk: FileDesk(catalogue: catalogue, store: read),
            search: NameSearch(store: read, interval: interval, clock: { now }),
            checks: checks,
            clock: { now },
            logger: Logger(label: "test") { _ in logs }
        )
        self.logs = logs
        let responder = portal.buildRouter().buildResponder()
        call = { request, context in try await responder.respond(to: request, context: context) }
    }

    /// What came back.
    struct Reply {
        let status: Int
        let headers: HTTPFields
        let bytes: [UInt8]

        var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    /// A body in one piece, or in several.
    private static func body(_ pieces: [[UInt8]]) -> RequestBody {
        guard pieces.count > 1 else { return RequestBody(buffer: ByteBuffer(bytes: pieces.first ?? [])) }
        return RequestBody(
            asyncSequence: AsyncStream { stream in
                for piece in pieces { stream.yield(ByteBuffer(bytes: piece)) }
                stream.finish()
            }
        )
    }

    func get(
        _ path: String,
        method: HTTPRequest.Method = .get,
        headers: HTTPFields = [:],
        authority: String = "127.0.0.1:8080",
        body: [[UInt8]] = []
    ) async throws -> Reply {
        let head = HTTPRequest(method: method, scheme: "http", authority: authority, path: path, headerFields: headers)
        var logger = Logger(label: "test") { _ in QuietHandler() }
        logger[metadataKey: "hb.request.id"] = "00000000000000000000a1b2c3d4e5f6"
        let source = ApplicationRequestContextSource(channel: NIOAsyncTestingChannel(), logger: logger)
        let response = try await call(
            Request(head: head, body: TestPortal.body(body)),
            PortalContext(source: source)
        )
        let box = ByteBox()
        try await response.body.write(Collector(box: box))
        return Reply(status: response.status.code, headers: response.headers, bytes: box.bytes.withLock { $0 })
    }
}

private final class ByteBox: Sendable {
    let bytes = Mutex<[UInt8]>([])
}

private struct Collector: ResponseBodyWriter {
    let box: ByteBox

    mutating func write(_ buffer: ByteBuffer) async throws {
        box.bytes.withLock { $0 += Array(buffer.readableBytesView) }
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

/// Keeps every log line with its metadata.
final class LogKeeper: LogHandler {
    private let kept = Mutex<[String]>([])

    var lines: [String] { kept.withLock { $0 } }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { nil }
        set {}
    }

    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }

    var logLevel: Logger.Level {
        get { .trace }
        set {}
    }

    func log(event: LogEvent) {
        let pairs = (event.metadata ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        kept.withLock { $0.append("\(event.level) \(event.message) " + pairs.joined(separator: " ")) }
    }
}

/// Keeps what belongs to a logger and writes nothing.
private struct QuietHandler: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.critical

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {}
}
