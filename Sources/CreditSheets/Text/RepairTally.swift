/// Weighs what was broken in a text against what was whole: a cut character here and there is a row's fault, more is the file's.
struct RepairTally {
    /// Replaced units.
    var broken = 0
    private var wideBytes = 0

    /// Counts the bytes of characters beyond ASCII.
    mutating func count(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int) {
        var sum = 0
        for index in 0..<count { sum &+= Int(bytes[index] >> 7) }
        wideBytes += sum
    }

    /// Gives the text up once there is enough of it to be sure, or it has ended.
    func check(atEnd: Bool) throws(SheetError) {
        guard broken > 0, atEnd || broken + wideBytes > 65_536 else { return }
        guard broken * 20 <= wideBytes / 3 else { throw SheetError(.encodingBroken) }
    }
}
