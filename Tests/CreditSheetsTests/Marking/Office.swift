import Foundation
import TestSupport
import Testing

/// LibreOffice, where it is installed; in CI it must be.
enum Office {
    static let isThere: Bool = {
        let isThere = FileManager.default.isExecutableFile(atPath: "/usr/bin/soffice")
        if !isThere { print("skipped: soffice is not there (install libreoffice-calc-nogui)") }
        return isThere || ProcessInfo.processInfo.environment["CI"] != nil
    }()

    /// Opens workbooks and saves them again as XLSX into a folder.
    static func save(_ paths: [String], into folder: ScratchFolder) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/soffice")
        process.arguments =
            [
                "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to",
                "xlsx:Calc MS Excel 2007 XML", "--outdir", folder.path,
            ] + paths
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }
}

/// The kept workbooks and a text, marked, and saved again by LibreOffice: once for all tests, since it starts slowly.
enum SavedByOffice {
    static let books = Result { () throws -> (paths: [String], folder: ScratchFolder, sources: ScratchFolder) in
        let (sources, saved) = (try ScratchFolder(), try ScratchFolder())
        var paths: [String] = []
        for name in MarkedBook.names {
            let marks = [0: MarkedWorkbookTests.marks]
            let source = MarkedBook.kept(name)
            paths.append(try MarkedBook(source, sources, as: name + ".xlsx", marks: marks, secretColumns: [1]).path)
        }
        let csv = try sources.file("表.csv", "名称,备注\n甲,\(MarkedBook.number)\n乙,\n".utf8)
        paths.append(try MarkedBook(csv, sources, as: "csv.xlsx", marks: [0: MarkedWorkbookTests.marks]).path)
        try Office.save(paths, into: saved)
        return (paths, saved, sources)
    }
}
