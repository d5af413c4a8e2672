/// Wraps a stream in an OLE compound file, sound unless told otherwise.
struct CompoundBuilder {
    static let end = 0xFFFF_FFFE
    static let none = 0xFFFF_FFFF

    var stream: [UInt8]
    var name = "Workbook"
    var sectorBytes = 512
    /// Whether a stream under 4,096 bytes is filled up, so that it lies in ordinary sectors.
    var padsSmall = false

    init(stream: [UInt8], name: String = "Workbook", sectorBytes: Int = 512, padsSmall: Bool = false) {
        self.stream = stream
        self.name = name
        self.sectorBytes = sectorBytes
        self.padsSmall = padsSmall
    }

    var isMini: Bool { stream.count < 4096 && !padsSmall }

    /// The file: header, allocation table, its list, directory, small sectors' table, stream.
    var file: [UInt8] {
        var stream = stream
        if padsSmall, stream.count < 4096 { stream += [UInt8](repeating: 0, count: 4096 - stream.count) }
        let entries = sectorBytes / 4
        let body = sectors(stream.count)
        let table = isMini ? 1 : 0
        let (fats, lists) = tables(besides: 1 + table + body)
        let directory = fats + lists
        let first = directory + 1 + table
        var next = [Int](repeating: 0xFFFF_FFFD, count: fats)
        next += [Int](repeating: 0xFFFF_FFFC, count: lists)
        next += [Int](repeating: CompoundBuilder.end, count: 1 + table)
        next += (0..<body).map { $0 == body - 1 ? CompoundBuilder.end : first + $0 + 1 }
        next += [Int](repeating: CompoundBuilder.none, count: fats * entries - next.count)

        var file = header(fats: fats, lists: lists, directory: directory, mini: isMini ? directory + 1 : nil)
        file += next.flatMap(LegacyRecords.long)
        file += listSectors(fats, lists)
        file += padded(directoryBytes(first: first, size: stream.count))
        if isMini { file += padded(miniTable(stream.count), with: 0xFF) }
        return file + padded(stream)
    }

    private func sectors(_ bytes: Int) -> Int { (bytes + sectorBytes - 1) / sectorBytes }

    /// How many sectors the allocation table takes, and the list of its sectors beyond the header's.
    private func tables(besides others: Int) -> (fats: Int, lists: Int) {
        let entries = sectorBytes / 4
        var fats = 1
        while true {
            let lists = max(0, (fats - 109 + entries - 2) / (entries - 1))
            if fats * entries >= fats + lists + others { return (fats, lists) }
            fats += 1
        }
    }

    private func header(fats: Int, lists: Int, directory: Int, mini: Int?) -> [UInt8] {
        var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 16)
        header += LegacyRecords.word(0x3E) + LegacyRecords.word(sectorBytes == 512 ? 3 : 4) + [0xFE, 0xFF]
        header += LegacyRecords.word(sectorBytes == 512 ? 9 : 12) + LegacyRecords.word(6)
        header += [UInt8](repeating: 0, count: 10) + LegacyRecords.long(fats) + LegacyRecords.long(directory)
        header += LegacyRecords.long(0) + LegacyRecords.long(4096)
        header += LegacyRecords.long(mini ?? CompoundBuilder.end) + LegacyRecords.long(mini == nil ? 0 : 1)
        header += LegacyRecords.long(lists == 0 ? CompoundBuilder.end : fats) + LegacyRecords.long(lists)
        for index in 0..<109 { header += LegacyRecords.long(index < fats ? index : CompoundBuilder.none) }
        return padded(header)
    }

    private func listSectors(_ fats: Int, _ lists: Int) -> [UInt8] {
        let entries = sectorBytes / 4
        var bytes: [UInt8] = []
        for list in 0..<lists {
            for index in 0..<entries - 1 {
                let fat = 109 + list * (entries - 1) + index
                bytes += LegacyRecords.long(fat < fats ? fat : CompoundBuilder.none)
            }
            bytes += LegacyRecords.long(list == lists - 1 ? CompoundBuilder.end : fats + list + 1)
        }
        return bytes
    }

    private func miniTable(_ size: Int) -> [UInt8] {
        let count = (size + 63) / 64
        return (0..<count).flatMap { LegacyRecords.long($0 == count - 1 ? CompoundBuilder.end : $0 + 1) }
    }

    private func directoryBytes(first: Int, size: Int) -> [UInt8] {
        let root = entry("Root Entry", type: 5, child: 1, first: isMini ? first : CompoundBuilder.end, size: size)
        return root + entry(name, type: 2, child: CompoundBuilder.none, first: isMini ? 0 : first, size: size)
    }

    private func entry(_ name: String, type: UInt8, child: Int, first: Int, size: Int) -> [UInt8] {
        let letters = name.utf16.flatMap { LegacyRecords.word(Int($0)) }
        var entry = letters + [UInt8](repeating: 0, count: 64 - letters.count)
        entry += LegacyRecords.word(letters.count + 2) + [type, 1]
        entry += LegacyRecords.long(CompoundBuilder.none) + LegacyRecords.long(CompoundBuilder.none)
        entry += LegacyRecords.long(child) + [UInt8](repeating: 0, count: 36)
        return entry + LegacyRecords.long(first) + LegacyRecords.long(size) + LegacyRecords.long(0)
    }

    private func padded(_ bytes: [UInt8], with filler: UInt8 = 0) -> [UInt8] {
        bytes + [UInt8](repeating: filler, count: (sectorBytes - bytes.count % sectorBytes) % sectorBytes)
    }
}
