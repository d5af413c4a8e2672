import CreditModel
import LibCrypto

/// The index as bytes on disk, so that the command line and a server that starts need not read every organisation.
///
/// It begins with a mark, the place in the ledger that it stands for, and the catalogue and edition of the program by which it
/// was made, and ends with a SHA-256 of all before. Whatever does not fit is no snapshot, and the index is made anew.
struct NameSnapshot: Sendable {
    /// What it was made from.
    struct Origin: Sendable, Hashable {
        /// The last entry that it holds.
        var sequence: Int64
        /// The hash of that entry's leaf: another store, or one restored from a backup, has another.
        var leaf: [UInt8]
        /// The digest of the catalogue.
        var catalogue: [UInt8]
        /// The edition of the program that made it.
        var edition: [UInt8] = NameSnapshot.edition
    }

    let origin: Origin
    let index: NameIndex

    /// Changes with the tables by which names are folded and read, and is counted up by hand with the code that does it, and
    /// with every version of the store that gives organisations other names or numbers.
    static let edition: [UInt8] = {
        var hasher = Hasher256()
        hasher.update(byte: 2)
        for table in [Readings.table, Readings.rare, Simplified.table] {
            table.withUTF8Buffer { hasher.update(raw: UnsafeRawBufferPointer($0)) }
        }
        return hasher.finish()
    }()

    private static let mark: UInt64 = 0x3130_454D_414E_5958

    /// The bytes.
    ///
    /// - Complexity: one pass over the index.
    var bytes: [UInt8] {
        var writer = SnapshotWriter(capacity: index.byteCount + 4096)
        writer.write(NameSnapshot.mark)
        writer.write(origin.sequence)
        writer.write(array: origin.leaf)
        writer.write(array: origin.catalogue)
        writer.write(array: origin.edition)
        writer.write(UInt64(index.segments.count))
        for segment in index.segments {
            writer.write(array: segment.dead)
            segment.names.parts.write(to: &writer)
        }
        return writer.bytes + SHA256.hash(writer.bytes)
    }

    init(origin: Origin, index: NameIndex) {
        self.origin = origin
        self.index = index
    }

    /// Reads bytes, or `nil` where they are no whole snapshot of this form.
    init?(_ bytes: [UInt8]) {
        guard bytes.count > 64 else { return nil }
        let body = bytes.count - SHA256.size
        var hasher = Hasher256()
        bytes.withUnsafeBytes { hasher.update(raw: UnsafeRawBufferPointer(rebasing: $0[..<body])) }
        guard hasher.finish().elementsEqual(bytes[body...]) else { return nil }
        var reader = SnapshotReader(bytes: bytes, end: body)
        guard reader.number() == NameSnapshot.mark, let sequence: Int64 = reader.number(),
            let leaf: [UInt8] = reader.array(),
            let catalogue: [UInt8] = reader.array(), let edition: [UInt8] = reader.array(),
            let count: UInt64 = reader.number(), count < 1000
        else { return nil }
        var segments: [NameIndex.Segment] = []
        for _ in 0..<count {
            guard let dead: [UInt64] = reader.array(), let parts = NameSegment.Parts(&reader) else { return nil }
            segments.append(NameIndex.Segment(names: NameSegment(parts), dead: dead))
        }
        origin = Origin(sequence: sequence, leaf: leaf, catalogue: catalogue, edition: edition)
        index = NameIndex(segments)
    }
}

extension NameSegment.Parts {
    fileprivate func write(to writer: inout SnapshotWriter) {
        writer.write(array: subjects)
        writer.write(array: starts)
        writer.write(array: units)
        writer.write(array: flags)
        writer.write(array: brands)
        writer.write(array: brackets)
        writer.write(array: until)
        writer.write(array: rawPlaces)
        writer.write(array: rawStarts)
        writer.write(array: raw)
        writer.write(array: codeStarts)
        writer.write(array: codes)
        writer.write(array: keys)
        writer.write(array: offsets)
        writer.write(array: postings)
        writer.write(array: heads)
        writer.write(array: sounds)
        writer.write(array: exact)
    }

    fileprivate init?(_ reader: inout SnapshotReader) {
        self.init()
        guard reader.read(&subjects), reader.read(&starts), reader.read(&units), reader.read(&flags),
            reader.read(&brands),
            reader.read(&brackets), reader.read(&until), reader.read(&rawPlaces), reader.read(&rawStarts),
            reader.read(&raw),
            reader.read(&codeStarts), reader.read(&codes), reader.read(&keys), reader.read(&offsets),
            reader.read(&postings),
            reader.read(&heads), reader.read(&sounds), reader.read(&exact)
        else { return nil }
    }
}
