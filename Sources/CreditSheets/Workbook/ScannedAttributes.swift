internal import Glibc

/// One attribute of a scanned element.
struct ScannedAttribute {
    /// Its name.
    let name: ScannedName
    /// Its value, references read.
    let value: UnsafeBufferPointer<UInt8>

    /// Its value as a whole number of at most nine digits.
    var number: Int? {
        guard !value.isEmpty, value.count <= 9 else { return nil }
        var number = 0
        for byte in value {
            guard byte &- 48 < 10 else { return nil }
            number = number * 10 + Int(byte &- 48)
        }
        return number
    }
}

/// The attributes of a scanned element, good until the scanner goes on.
struct ScannedAttributes: ~Copyable {
    /// More than any element of a workbook has: each is compared with those before it.
    static let maximum = 128

    private struct Item {
        var whole: UnsafePointer<UInt8>
        var wholeCount: Int32
        var prefixCount: Int32
        // Where the value stands; in `decoded` where it had to be rewritten.
        var value: UnsafePointer<UInt8>?
        var offset: Int
        var count: Int
    }

    private(set) var count = 0
    private let items = UnsafeMutablePointer<Item>.allocate(capacity: ScannedAttributes.maximum)
    private var decoded = GatheredBytes(capacity: 256)

    deinit {
        items.deallocate()
    }

    /// An attribute.
    subscript(index: Int) -> ScannedAttribute {
        @inline(__always) get {
            let item = items[index]
            let prefix = Int(item.prefixCount)
            let value = item.value ?? UnsafePointer(decoded.base + item.offset)
            return ScannedAttribute(
                name: ScannedName(
                    start: item.whole + prefix,
                    count: Int(item.wholeCount) - prefix,
                    isPrefixed: prefix > 0
                ),
                value: UnsafeBufferPointer(start: value, count: item.count)
            )
        }
    }

    /// Forgets the element before.
    @inline(__always)
    mutating func removeAll() {
        count = 0
        decoded.removeAll()
    }

    /// Adds an attribute whose value stands as it is; refuses a second one of that name.
    @inline(__always)
    mutating func append(
        _ name: UnsafeBufferPointer<UInt8>,
        prefix: Int,
        _ value: UnsafeBufferPointer<UInt8>
    ) throws(SheetError) {
        try append(name, prefix, value.baseAddress, 0, value.count)
    }

    /// Adds an attribute whose value had to be rewritten, and is kept here.
    mutating func append(
        _ name: UnsafeBufferPointer<UInt8>,
        prefix: Int,
        rewritten value: UnsafeBufferPointer<UInt8>
    ) throws(SheetError) {
        let offset = decoded.count
        decoded.append(value)
        try append(name, prefix, nil, offset, value.count)
    }

    @inline(__always)
    private mutating func append(
        _ name: UnsafeBufferPointer<UInt8>,
        _ prefix: Int,
        _ value: UnsafePointer<UInt8>?,
        _ offset: Int,
        _ valueCount: Int
    ) throws(SheetError) {
        guard count < ScannedAttributes.maximum, let start = name.baseAddress else {
            throw SheetError(.xmlBroken, detail: "too many attributes")
        }
        for index in 0..<count where items[index].wholeCount == Int32(truncatingIfNeeded: name.count) {
            let other = items[index].whole
            guard other.pointee != start.pointee || memcmp(other, start, name.count) != 0 else {
                throw SheetError(.xmlBroken, detail: "attribute given twice")
            }
        }
        items[count] = Item(
            whole: start,
            wholeCount: Int32(truncatingIfNeeded: name.count),
            prefixCount: Int32(truncatingIfNeeded: prefix),
            value: value,
            offset: offset,
            count: valueCount
        )
        count += 1
    }
}
