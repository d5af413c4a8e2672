import NIOCore

/// Runs the portal's tasks on the event loops that hold its connections.
///
/// A request that arrives on a loop is answered on that loop: no other thread is woken for it, neither to read it nor to write
/// its answer. Work that blocks for long does not belong here; the store's longer reads have queues of their own.
final class EventLoopExecutor: TaskExecutor {
    private let group: any EventLoopGroup

    init(_ group: any EventLoopGroup) { self.group = group }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        // On one of the group's threads this is the loop of that thread.
        group.any().execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
