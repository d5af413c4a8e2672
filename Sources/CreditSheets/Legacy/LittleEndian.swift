/// Numbers as the formats of Excel 97–2003 keep them, lowest byte first; every place is checked against the array's end.
extension [UInt8] {
    /// The 16 bits at a place.
    @inline(__always)
    func word(at place: Int) -> Int {
        Int(self[place]) | Int(self[place + 1]) << 8
    }

    /// The 32 bits at a place.
    @inline(__always)
    func long(at place: Int) -> UInt32 {
        UInt32(word(at: place)) | UInt32(word(at: place + 2)) << 16
    }

    /// The floating-point number at a place.
    @inline(__always)
    func double(at place: Int) -> Double {
        Double(bitPattern: UInt64(long(at: place)) | UInt64(long(at: place + 4)) << 32)
    }
}
