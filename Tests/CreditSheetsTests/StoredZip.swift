/// Writes zip files byte by byte, also such as no library would write.
enum StoredZip {
    /// A zip file of parts that are not packed; each name is given as its bytes, without a word on how it is encoded.
    static func make(_ parts: [(name: [UInt8], content: [UInt8])]) -> [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for part in parts {
            let place = file.count
            file += number(0x0403_4B50, 4) + common(part) + part.name + part.content
            directory += entry(part, at: place)
        }
        return file + directory + end(count: parts.count, size: directory.count, place: file.count)
    }

    /// A part's record in the directory.
    static func entry(_ part: (name: [UInt8], content: [UInt8]), at place: Int) -> [UInt8] {
        number(0x0201_4B50, 4) + number(20, 2) + common(part) + number(0, 2) + number(0, 2) + number(0, 2)
            + number(0, 4) + number(place, 4) + part.name
    }

    /// The record at the end of a file.
    static func end(count: Int, size: Int, place: Int) -> [UInt8] {
        number(0x0605_4B50, 4) + number(0, 4) + number(min(count, 0xFFFF), 2) + number(min(count, 0xFFFF), 2)
            + number(size, 4) + number(place, 4) + number(0, 2)
    }

    private static func common(_ part: (name: [UInt8], content: [UInt8])) -> [UInt8] {
        number(20, 2) + number(0, 2) + number(0, 2) + number(0, 2) + number(0x21, 2) + number(crc(part.content), 4)
            + number(part.content.count, 4) + number(part.content.count, 4) + number(part.name.count, 2) + number(0, 2)
    }

    /// A number of so many bytes, the least first.
    static func number(_ value: Int, _ bytes: Int) -> [UInt8] {
        (0..<bytes).map { UInt8(value >> (8 * $0) & 0xFF) }
    }

    private static func crc(_ bytes: [UInt8]) -> Int {
        var value: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            value ^= UInt32(byte)
            for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }
        return Int(~value)
    }
}
