import CreditFiles
import CreditModel
import CreditSearch
import Hummingbird
import Logging
import Synchronization
import Testing

@testable import CreditWeb

@Suite("Serving")
struct PortalRunTests {
    @Test("takes a free port, tells it, and stops when it is asked to", .timeLimit(.minutes(5)))
    func startsAndStops() async throws {
        let test = try TestPortal()
        let (ports, teller) = AsyncStream<Int>.makeStream()
        let application = test.portal.buildApplication(host: "127.0.0.1", port: 0) { port in teller.yield(port) }
        let serving = Task { try await application.run() }
        var iterator = ports.makeAsyncIterator()
        let port = await iterator.next()
        #expect(port.map { $0 > 0 } == true)
        serving.cancel()
        _ = await serving.result
    }

    @Test("answers a request on the event loop that holds its connection", .timeLimit(.minutes(5)))
    func staysOnTheLoop() async throws {
        let group = try TestPortal().portal.buildApplication(host: "127.0.0.1", port: 0).eventLoopGroup
        let isOnLoop = { @Sendable () -> Int? in Array(group.makeIterator()).firstIndex { $0.inEventLoop } }
        await withTaskExecutorPreference(EventLoopExecutor(group)) {
            let first = isOnLoop()
            #expect(first != nil)
            for _ in 0..<100 { await Task.yield() }
            #expect(isOnLoop() == first)
            await withTaskGroup(of: Int?.self) { children in
                for _ in 0..<20 { children.addTask { isOnLoop() } }
                for await place in children { #expect(place != nil) }
            }
        }
    }
}
