import CreditSheets
import Glibc
import TestSupport

/// A table of a book: its name, and its rows with their numbers.
struct ReadTable: Equatable {
    var name: String
    var rows: [[String]]
}

/// Reads every visible table of a file made of these bytes.
func readBook(_ bytes: some Sequence<UInt8>, limits: SheetLimits = .standard) throws -> [ReadTable] {
    let folder = try ScratchFolder()
    let book = try SheetBook(path: folder.file("表.xls", bytes), limits: limits)
    return try book.tables.indices.filter { book.tables[$0].isVisible }
        .map { ReadTable(name: book.tables[$0].name, rows: try texts(book.open($0))) }
}

/// Reads the only table of a file made of this text.
func readTable(_ text: String) throws -> [[String]] {
    let tables = try readBook(text.utf8)
    return tables.count == 1 ? tables[0].rows : tables.map { ["\($0)"] }
}

/// A text in GB18030; what is not ASCII is converted by the writer of delimited texts.
func gb18030(_ text: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var run = ""
    for character in text + "\n" {
        guard character.isASCII else {
            run.append(character)
            continue
        }
        if !run.isEmpty {
            var writer = try CSVWriter(encoding: .gb18030, lineEnd: "\n")
            writer.write([run])
            bytes += try writer.drain().dropLast()
            run = ""
        }
        bytes += String(character).utf8
    }
    return Array(bytes.dropLast())
}

/// The processor's seconds that a piece of work on this thread takes, however busy the machine is.
func processorSeconds(_ work: () throws -> Void) rethrows -> Double {
    let start = threadSeconds()
    try work()
    return threadSeconds() - start
}

private func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
