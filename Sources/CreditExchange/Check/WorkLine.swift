import Foundation
import Synchronization

/// Work that blocks for long, in a line: so much of it at once, each on a thread of its own, first come, first served.
final class WorkLine: Sendable {
    private struct Line {
        var waiting: [@Sendable () -> Void] = []
        var running = 0
    }

    private let atOnce: Int
    private let line = Mutex(Line())

    init(atOnce: Int) { self.atOnce = atOnce }

    /// Puts work at the end of the line.
    func add(_ work: @escaping @Sendable () -> Void) {
        let needsThread = line.withLock { line in
            line.waiting.append(work)
            guard line.running < atOnce else { return false }
            line.running += 1
            return true
        }
        if needsThread { Thread.detachNewThread { self.workOn() } }
    }

    private func workOn() {
        while let work = next() { work() }
    }

    private func next() -> (@Sendable () -> Void)? {
        line.withLock { line in
            guard !line.waiting.isEmpty else {
                line.running -= 1
                return nil
            }
            return line.waiting.removeFirst()
        }
    }
}
