/// What XML is read from: a part of a workbook, or a text of its own.
protocol XMLBytes: AnyObject {
    /// The part that has been read.
    var progress: Double { get }

    /// Reads some bytes; none when there are no more.
    func read(into buffer: UnsafeMutableRawPointer, atMost count: Int) throws(SheetError) -> Int

    /// Passes over the rest, so that damage in it is noticed.
    func drain() throws(SheetError)
}

extension ZipEntry: XMLBytes {
    var progress: Double {
        size == 0 ? 1 : min(1, Double(offset) / Double(size))
    }
}
