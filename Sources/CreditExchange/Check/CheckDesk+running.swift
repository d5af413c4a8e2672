import CreditModel
import CreditSheets
import Synchronization

extension CheckDesk {
    /// Checks a file, on whatever thread calls it; nothing where it was discarded while it waited.
    func check(_ token: String) {
        guard report(token, part: 0, rows: 0), let entry = book.withLock({ $0.entries[token] }) else { return }
        let findings = Findings(bounds)
        let deadline = now + limits.longestCheck * 1_000_000
        let listener = FileCheck.Listener(progress: { part, rows in
            self.now < deadline && self.report(token, part: part, rows: rows)
        })
        let state: CheckState
        do {
            let unread = try FileCheck(catalogue: catalogue, options: options(entry.wishes))
                .run(path: entry.file.path, into: findings, listener: listener)
            state = .done(CheckResult(name: entry.name, tables: findings.tables, unread: unread))
        } catch let problem as IntakeProblem {
            state = .failed(.problem(problem))
        } catch is FileCheck.BrokenOff {
            state = .failed(.tooLong)
        } catch {
            state = .failed(.ours)
        }
        finish(token, state, findings.bytes)
    }

    private var bounds: Findings.Bounds {
        var bounds = Findings.Bounds(faults: limits.faults, rows: limits.rows, firstRows: limits.firstRows)
        bounds.bytes = limits.findingBytes
        return bounds
    }

    private func options(_ wishes: CheckWishes) -> Intake.Options {
        var options = Intake.Options(
            template: wishes.template,
            department: wishes.department,
            receivedOn: wishes.receivedOn,
            personalKey: key
        )
        options.limits.maximumWorkbookBytes = Int64(limits.fileBytes)
        options.limits.maximumExpandedBytes = limits.expandedBytes
        options.limits.maximumSharedBytes = limits.sharedBytes
        return options
    }

    /// Notes how far a check is; `false` where nobody wants it any more.
    private func report(_ token: String, part: Double, rows: Int) -> Bool {
        book.withLock { book in book.change(token) { $0.state = .running(part: min(max(part, 0), 1), rows: rows) } }
    }

    private func finish(_ token: String, _ state: CheckState, _ bytes: Int) {
        let now = clock()
        let listeners = book.withLock { book in
            var listeners: [CheckedContinuation<Void, Never>] = []
            guard book.finish(token, state, bytes: bytes, at: now) else { return listeners }
            _ = book.change(token) { swap(&listeners, &$0.listeners) }
            return listeners
        }
        for listener in listeners { listener.resume() }
    }
}
