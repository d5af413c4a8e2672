import Foundation

/// Processor and wall time that went by since it was started.
struct Stopwatch {
    private let processor = Stopwatch.read(CLOCK_PROCESS_CPUTIME_ID)
    private let wall = Stopwatch.read(CLOCK_MONOTONIC)

    /// Processor seconds of all threads.
    var processorSeconds: Double { Double(Stopwatch.read(CLOCK_PROCESS_CPUTIME_ID) - processor) / 1e9 }

    /// Seconds on the wall.
    var wallSeconds: Double { Double(Stopwatch.read(CLOCK_MONOTONIC) - wall) / 1e9 }

    private static func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
