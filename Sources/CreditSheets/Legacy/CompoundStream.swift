/// The stream of a workbook, taken out of a compound file.
enum CompoundStream {
    private static let workbooks = ["Workbook", "Book"]

    /// The bytes of the workbook in a file.
    ///
    /// - Throws: `encrypted` for the wrapping of a locked XLSX, `otherDocument` where there is no workbook, `legacyBroken`.
    static func workbook(_ source: ByteSource) throws(SheetError) -> [UInt8] {
        let sectors: CompoundSectors
        let directory: CompoundDirectory
        do throws(SheetError) {
            sectors = try CompoundSectors(source)
            directory = try CompoundDirectory(sectors)
        } catch {
            // A directory in ruins may still show by its names what the sender has to do.
            throw try CompoundFile.isEncryptedWorkbook(source) ? SheetError(.encrypted) : error
        }
        for name in workbooks {
            if let entry = directory.stream(name) { return try bytes(entry, directory, sectors) }
        }
        if directory.stream("EncryptedPackage") != nil { throw SheetError(.encrypted) }
        throw SheetError(.otherDocument)
    }

    private static func bytes(
        _ entry: CompoundDirectory.Entry,
        _ directory: CompoundDirectory,
        _ sectors: CompoundSectors
    ) throws(SheetError) -> [UInt8] {
        if entry.size < CompoundHeader.miniStreamBytes { return try mini(entry, directory, sectors) }
        let size = sectors.header.sectorBytes
        let wanted = (entry.size + size - 1) / size
        guard wanted <= sectors.count else { throw SheetError(.legacyBroken, detail: "stream of \(entry.size) bytes") }
        let chain = try sectors.chain(from: entry.first, atMost: wanted)
        guard chain.count == wanted else { throw SheetError(.legacyBroken, detail: "short chain") }
        var bytes = try sectors.bytes(chain)
        bytes.removeLast(bytes.count - entry.size)
        return bytes
    }

    /// A stream in small sectors, which lie in a stream of their own and have a table of their own.
    private static func mini(
        _ entry: CompoundDirectory.Entry,
        _ directory: CompoundDirectory,
        _ sectors: CompoundSectors
    ) throws(SheetError) -> [UInt8] {
        let table = try sectors.chain(from: sectors.header.miniTable)
        let next = CompoundSectors.numbers(try sectors.bytes(table))
        let room = try sectors.bytes(sectors.chain(from: directory.root.first))
        var bytes: [UInt8] = []
        var sector = entry.first
        while bytes.count < entry.size {
            let place = Int(sector) * CompoundHeader.miniSectorBytes
            guard Int(sector) < next.count, place + CompoundHeader.miniSectorBytes <= room.count else {
                throw SheetError(.legacyBroken, detail: "small sector \(sector)")
            }
            bytes.append(contentsOf: room[place..<place + CompoundHeader.miniSectorBytes])
            sector = next[Int(sector)]
        }
        return Array(bytes.prefix(entry.size))
    }
}
