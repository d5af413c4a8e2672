import Foundation
import Synchronization

/// Threads of our own for work that keeps a processor busy for long: whoever answers requests does not wait for it.
///
/// They give way to the other threads of the machine, and end with the process.
final class WorkerThreads: TaskExecutor {
    private let jobs = Mutex<[UnownedJob]>([])
    private let ready = DispatchSemaphore(value: 0)

    /// So many threads.
    init(count: Int) {
        for number in 0..<count {
            let thread = Thread { [weak self, ready] in
                // On Linux this is of the calling thread alone.
                setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 5)
                while true {
                    ready.wait()
                    guard let self else { return }
                    self.runOne()
                }
            }
            thread.name = "inbox-\(number)"
            thread.stackSize = 2 << 20
            thread.start()
        }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        jobs.withLock { $0.append(job) }
        ready.signal()
    }

    private func runOne() {
        let job = jobs.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        job?.runSynchronously(on: asUnownedTaskExecutor())
    }
}
