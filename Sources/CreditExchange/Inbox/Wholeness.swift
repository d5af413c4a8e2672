import CreditModel

/// Whether a file has come to its end: for a while nobody wrote to it, renamed it or changed its rights.
struct Wholeness: Sendable {
    /// Seconds for which a file must rest.
    let settle: Double
    /// Seconds more for a workbook whose end is not there, and for a file that holds nothing.
    let patience: Double

    /// Whether a file may be taken now; `first` is when this very version was first seen by our clock, for folders whose own clock
    /// is another.
    func isWhole(_ file: Descriptor, _ status: FileStatus, first: Instant, now: Instant) throws(SystemTrouble) -> Bool {
        let rested = rest(status, first: first, now: now)
        guard rested >= settle else { return false }
        if rested >= settle + patience { return true }
        return try !lacksEnd(file, size: status.mark.size)
    }

    /// Whether nothing of a name changed for as long as a file must rest.
    func hasRested(_ status: FileStatus, first: Instant, now: Instant) -> Bool {
        rest(status, first: first, now: now) >= settle
    }

    private func rest(_ status: FileStatus, first: Instant, now: Instant) -> Double {
        let byFolder = Double(now.microseconds - status.changed / 1000) / 1e6
        let byUs = Double(now.microseconds - first.microseconds) / 1e6
        return max(byFolder, byUs)
    }

    /// Whether a file holds nothing yet, or begins as a packed or an old workbook and does not end as one.
    private func lacksEnd(_ file: Descriptor, size: Int64) throws(SystemTrouble) -> Bool {
        if size == 0 { return true }
        let start = try file.read(from: 0, count: 8)
        if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            // The end of a zip file's directory: four signs, then at most a comment.
            let tail = try file.read(from: max(0, size - 65_557), count: 65_557)
            return !tail.indices.dropLast(21).reversed()
                .contains { tail[$0] == 0x50 && tail[$0 + 1] == 0x4B && tail[$0 + 2] == 0x05 && tail[$0 + 3] == 0x06 }
        }
        // A compound file is whole sectors of 512 bytes.
        return start == [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] && size % 512 != 0
    }
}
