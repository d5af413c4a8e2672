/// Finds bytes in bytes by Horspool's method, the shifts computed once a query.
struct ByteSearch {
    private let needle: [UInt8]
    private let shifts: [Int]

    /// A search for some bytes.
    init(_ needle: [UInt8]) {
        self.needle = needle
        var shifts = [Int](repeating: needle.count, count: 256)
        for (place, byte) in needle.dropLast().enumerated() { shifts[Int(byte)] = needle.count - 1 - place }
        self.shifts = shifts
    }

    /// The first place at or after `from` where the needle stands.
    ///
    /// - Complexity: about one look per needle length of bytes; at worst one per byte and needle byte.
    func first(in hay: UnsafeBufferPointer<UInt8>, from: Int) -> Int? {
        guard let last = needle.last else { return nil }
        var end = from + needle.count - 1
        while end < hay.count {
            let byte = hay[end]
            if byte == last, stands(endingAt: end, in: hay) { return end - needle.count + 1 }
            end += shifts[Int(byte)]
        }
        return nil
    }

    private func stands(endingAt end: Int, in hay: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = end - needle.count + 1
        for place in needle.indices where hay[start + place] != needle[place] { return false }
        return true
    }
}
