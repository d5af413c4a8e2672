/// What is to be changed in the bytes of a part; every other byte stays.
///
/// - Complexity: 24 bytes for each change, and the bytes that it brings unless it only fills.
final class Patches {
    /// One change.
    struct Patch {
        /// The place in the original.
        var offset: Int64
        /// The number of bytes that go.
        var removed: Int32
        /// The number of bytes that come.
        var added: Int32
        /// Where these stand in ``Patches/bytes``.
        var start: UInt32
        /// The byte that comes so many times instead; 0 where there is none.
        var filling: UInt8
    }

    /// The changes; in order and apart after ``settle()``.
    private(set) var list: [Patch] = []
    /// The new bytes of all of them.
    private(set) var bytes: [UInt8] = []

    /// Replaces some bytes; with none to be removed, it inserts.
    func replace(_ offset: Int64, _ count: Int, with new: some Collection<UInt8>) {
        list.append(
            Patch(
                offset: offset,
                removed: Int32(count),
                added: Int32(new.count),
                start: UInt32(bytes.count),
                filling: 0
            )
        )
        bytes.append(contentsOf: new)
    }

    /// Replaces some bytes by one byte, so many times.
    func fill(_ offset: Int64, _ count: Int, with byte: UInt8, times: Int) {
        list.append(
            Patch(
                offset: offset,
                removed: Int32(count),
                added: Int32(times),
                start: UInt32(bytes.count),
                filling: byte
            )
        )
    }

    /// The bytes that a change brings.
    func added(_ patch: Patch) -> [UInt8] {
        if patch.filling != 0 { return [UInt8](repeating: patch.filling, count: Int(patch.added)) }
        return Array(bytes[Int(patch.start)..<(Int(patch.start) + Int(patch.added))])
    }

    /// Inserts some bytes.
    func insert(_ offset: Int64, _ new: String) {
        replace(offset, 0, with: new.utf8)
    }

    /// Puts the changes in order; one within what another removes is of no use and goes.
    func settle() {
        list.sort { ($0.offset, $0.removed == 0 ? 0 : 1, $0.start) < ($1.offset, $1.removed == 0 ? 0 : 1, $1.start) }
        var end: Int64 = 0
        list.removeAll { patch in
            guard patch.offset >= end else { return true }
            end = patch.offset + Int64(patch.removed)
            return false
        }
    }

    /// By how many bytes the part grows.
    var growth: Int64 {
        list.reduce(0) { $0 + Int64($1.added) - Int64($1.removed) }
    }

    /// A part in memory with the changes made.
    func applied(to original: [UInt8]) -> [UInt8] {
        settle()
        var result: [UInt8] = []
        result.reserveCapacity(original.count + Int(growth))
        var place = 0
        for patch in list {
            let offset = Int(patch.offset)
            result.append(contentsOf: original[place..<offset])
            result.append(contentsOf: added(patch))
            place = offset + Int(patch.removed)
        }
        result.append(contentsOf: original[place...])
        return result
    }
}
