/// The sectors of a compound file and the table that chains them (MS-CFB, 2.3 and 2.5).
///
/// No chain comes to a sector twice, so that circles end.
struct CompoundSectors {
    /// The header.
    let header: CompoundHeader
    /// The sectors that the file has room for.
    let count: Int
    private let source: ByteSource
    private let table: [UInt32]

    /// Reads the header and the allocation table of a file.
    init(_ source: ByteSource) throws(SheetError) {
        self.source = source
        header = try CompoundHeader(source.head(512))
        let size = header.sectorBytes
        // The header takes the place of one sector, and writers leave the last one short.
        count = max(0, (Int(clamping: source.size) + size - 1) / size - 1)
        table = try CompoundSectors.table(source, header, count)
    }

    /// The sectors of a chain, no more of them than are wanted.
    ///
    /// - Throws: `legacyBroken` where the chain leads out of the file or in a circle.
    func chain(from first: UInt32, atMost wanted: Int = .max) throws(SheetError) -> [UInt32] {
        var chain: [UInt32] = []
        var seen = [Bool](repeating: false, count: table.count)
        var sector = first
        while sector != CompoundHeader.endOfChain, chain.count < wanted {
            guard Int(sector) < seen.count, !seen[Int(sector)] else {
                throw SheetError(.legacyBroken, detail: "sector \(sector) of \(count)")
            }
            chain.append(sector)
            seen[Int(sector)] = true
            sector = table[Int(sector)]
        }
        return chain
    }

    /// The bytes of some sectors, one after the other; what the file lacks of its last sector is zero.
    func bytes(_ chain: [UInt32]) throws(SheetError) -> [UInt8] {
        try CompoundSectors.read(source, header.sectorBytes, chain)
    }

    private static func table(
        _ source: ByteSource,
        _ header: CompoundHeader,
        _ count: Int
    ) throws(SheetError) -> [UInt32] {
        let entries = header.sectorBytes / 4
        let wanted = (count + entries - 1) / entries
        var list = Array(header.list.prefix(wanted))
        var next = header.listSector
        var steps = 0
        while list.count < wanted, next < CompoundHeader.specials {
            guard Int(next) < count, steps < count else { throw SheetError(.legacyBroken, detail: "list of sectors") }
            let more = numbers(try read(source, header.sectorBytes, [next]))
            list += more.dropLast().filter { $0 < CompoundHeader.specials }.prefix(wanted - list.count)
            next = more.last ?? CompoundHeader.endOfChain
            steps += 1
        }
        guard list.allSatisfy({ Int($0) < count }) else {
            throw SheetError(.legacyBroken, detail: "allocation table")
        }
        return Array(numbers(try read(source, header.sectorBytes, list)).prefix(count))
    }

    /// The 32-bit numbers that some bytes hold.
    static func numbers(_ bytes: [UInt8]) -> [UInt32] {
        (0..<bytes.count / 4).map { bytes.long(at: $0 * 4) }
    }

    private static func read(
        _ source: ByteSource,
        _ size: Int,
        _ chain: [UInt32]
    ) throws(SheetError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(chain.count * size)
        var index = 0
        while index < chain.count {
            var end = index + 1
            // Sectors that lie together are read together.
            while end < chain.count, chain[end] == chain[end - 1] &+ 1, end - index < 256 { end += 1 }
            let wanted = (end - index) * size
            let piece = try source.bytes(at: (Int64(chain[index]) + 1) * Int64(size), count: wanted)
            bytes.append(contentsOf: piece)
            bytes.append(contentsOf: repeatElement(0, count: wanted - piece.count))
            index = end
        }
        return bytes
    }
}

extension ByteSource {
    /// The bytes at a place, as many as there are.
    func bytes(at place: Int64, count: Int) throws(SheetError) -> [UInt8] {
        rewind(to: min(place, size))
        let room = Memory(count: count)
        var filled = 0
        while filled < count {
            let got = try read(into: room.base + filled, atMost: count - filled)
            guard got > 0 else { break }
            filled += got
        }
        return Array(UnsafeBufferPointer(start: room.base, count: filled))
    }
}
