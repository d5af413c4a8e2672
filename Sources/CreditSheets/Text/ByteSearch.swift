internal import Glibc

/// Finds words in bytes.
enum ByteSearch {
    /// Where a word of ASCII stands first between two places.
    ///
    /// - Complexity: one pass, quick where the word's first byte is rare.
    static func first(
        _ word: StaticString,
        from start: UnsafePointer<UInt8>,
        to end: UnsafePointer<UInt8>
    ) -> UnsafePointer<UInt8>? {
        var place = start
        while end - place >= word.utf8CodeUnitCount {
            let found: UnsafeMutableRawPointer? = memchr(place, Int32(word.utf8Start.pointee), end - place)
            guard let found else { return nil }
            place = UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
            guard end - place >= word.utf8CodeUnitCount else { return nil }
            if memcmp(place, word.utf8Start, word.utf8CodeUnitCount) == 0 { return place }
            place += 1
        }
        return nil
    }
}
