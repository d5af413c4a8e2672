internal import CMemoryFile
internal import CreditSheets
internal import Glibc

/// What the fuzzer's bytes are made into before a book is opened on them.
private enum Target: String, CaseIterable {
    /// As they are: a text, unless they are something else.
    case text
    /// The tables of a web page.
    case html
    /// A workbook that is one XML text.
    case xml
    /// An archive, a workbook, or whatever such bytes are.
    case zip
    /// The first sheet of a workbook, its strings and its styles, parted by NUL.
    case xlsx
    /// A workbook of Excel 97–2003.
    case xls

    static let chosen = getenv("FUZZ_TARGET").flatMap { Target(rawValue: String(cString: $0)) } ?? .text

    func file(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        switch self {
        case .text, .zip: Array(bytes)
        case .html: Array("<html>".utf8) + bytes
        case .xml: Array("<?xml version=\"1.0\"?><Workbook><Worksheet><Table>".utf8) + bytes
        case .xlsx: Workbook.file(bytes)
        case .xls: bytes.starts(with: [0xD0]) ? Array(bytes) : [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + bytes
        }
    }
}

/// What libFuzzer calls: opens the bytes as a book and reads all of it.
///
/// Rows or an error are both well; nothing else is.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let file = Target.chosen.file(UnsafeBufferPointer(start: start, count: count))
    let descriptor = memfd_create("fuzz", UInt32(CMemoryFileCloseOnExec))
    defer { close(descriptor) }
    guard write(descriptor, file, file.count) == file.count else { return 0 }
    read("/proc/self/fd/\(descriptor)")
    return 0
}

private func read(_ path: String) {
    do throws(SheetError) {
        let book = try SheetBook(path: path, limits: limits)
        for index in book.tables.indices.prefix(20) { try readTable(book, index) }
    } catch {
        precondition(!error.message(chinese: true).isEmpty && !error.message(chinese: false).isEmpty)
    }
}

private func readTable(_ book: SheetBook, _ index: Int) throws(SheetError) {
    do throws(SheetError) {
        var reader = try book.open(index)
        var row = SheetRow()
        var last = 0
        while try reader.next(&row) {
            precondition(row.number > last && row.count <= limits.maximumColumns, "rows out of order, or too wide")
            precondition((0...1).contains(reader.progress), "progress beyond its bounds")
            last = row.number
            row.withCells { bytes, ends in
                precondition((ends.last.map { Int($0) } ?? 0) == bytes.count, "cells beyond their bytes")
            }
        }
    } catch  where book.tables.count > 1 {
        // One table's fault: the others are read all the same.
    }
}

/// Low enough that a limit is met now and then.
private let limits: SheetLimits = {
    var limits = SheetLimits()
    limits.maximumRows = 100_000
    limits.maximumColumns = 64
    limits.maximumCellBytes = 4096
    limits.maximumExpandedBytes = 16 << 20
    limits.maximumHeldBytes = 4 << 20
    limits.maximumSharedBytes = 1 << 20
    return limits
}()
