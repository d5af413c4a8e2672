internal import Glibc

/// An element's or attribute's name where it stands in the scanner's window, without its prefix.
struct ScannedName {
    /// Its first byte.
    let start: UnsafePointer<UInt8>
    /// Its bytes.
    let count: Int
    /// Whether a prefix stood before it.
    let isPrefixed: Bool

    /// Compares with a name of ASCII letters.
    @inline(__always)
    static func == (name: ScannedName, text: StaticString) -> Bool {
        name.count == text.utf8CodeUnitCount && memcmp(name.start, text.utf8Start, text.utf8CodeUnitCount) == 0
    }
}
