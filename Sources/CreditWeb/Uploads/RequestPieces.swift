import Hummingbird
import NIOCore

/// The pieces of a request's body.
enum RequestPieces {
    /// Bytes that are still listened to, and forgotten, after an upload was refused.
    static let mostDrained = 128 << 20

    /// Hands over the pieces as they come.
    ///
    /// After an error the rest is read and forgotten: a client that is still sending would not hear the answer.
    static func read(_ request: Request, _ take: (UnsafeRawBufferPointer) throws -> Void) async throws {
        var failure: (any Error)?
        var drained = 0
        for try await buffer in request.body {
            guard failure == nil else {
                drained += buffer.readableBytes
                guard drained < mostDrained else { break }
                continue
            }
            do {
                try buffer.withUnsafeReadableBytes(take)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }
}
