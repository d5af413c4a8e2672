/// The first 512 bytes of an OLE compound file (MS-CFB, 2.2).
struct CompoundHeader {
    /// The number that ends a chain of sectors; numbers from `specials` on name no sector.
    static let endOfChain: UInt32 = 0xFFFF_FFFE
    /// The lowest number that names no sector.
    static let specials: UInt32 = 0xFFFF_FFFA
    /// Bytes of a sector of the small streams.
    static let miniSectorBytes = 64
    /// Bytes below which a stream lies in small sectors.
    static let miniStreamBytes = 4096

    /// Bytes of a sector: 512 or 4096.
    let sectorBytes: Int
    /// The directory's first sector.
    let directory: UInt32
    /// The first sector of the table of small sectors.
    let miniTable: UInt32
    /// The first sector of the list that goes on where the header's ends.
    let listSector: UInt32
    /// The sectors of the allocation table that the header itself lists.
    let list: [UInt32]

    /// Reads a header.
    ///
    /// - Throws: `legacyBroken` where it is too short, or has a size of sectors that no file has.
    init(_ bytes: [UInt8]) throws(SheetError) {
        guard bytes.count >= 512 else { throw SheetError(.legacyBroken, detail: "short header") }
        switch bytes.word(at: 30) {
        case 9: sectorBytes = 512
        case 12: sectorBytes = 4096
        default: throw SheetError(.legacyBroken, detail: "sector shift \(bytes.word(at: 30))")
        }
        directory = bytes.long(at: 48)
        miniTable = bytes.long(at: 60)
        listSector = bytes.long(at: 68)
        list = (0..<109).map { bytes.long(at: 76 + $0 * 4) }.filter { $0 < CompoundHeader.specials }
    }
}
