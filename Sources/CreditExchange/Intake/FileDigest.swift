import CreditSheets
import Foundation
import LibCrypto

/// SHA-256 of a file, read in pieces.
public enum FileDigest {
    /// The digest of a file's bytes.
    ///
    /// - Throws: `IntakeProblem.sheet` where the file cannot be read.
    public static func of(path: String) throws(IntakeProblem) -> [UInt8] {
        guard let file = FileHandle(forReadingAtPath: path) else { throw .sheet(SheetError(.notFound)) }
        defer { try? file.close() }
        var hasher = Hasher256()
        do {
            while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
                piece.withUnsafeBytes { hasher.update(raw: $0) }
            }
        } catch {
            throw .sheet(SheetError(.unreadable))
        }
        return hasher.finish()
    }

    /// The digest of a file with those that its tables point to and with what its sender said of it; of a file alone, its own.
    static func of(
        path: String,
        beside others: [String],
        given: [String: String]
    ) throws(IntakeProblem) -> [UInt8] {
        let own = try of(path: path)
        guard !others.isEmpty || !given.isEmpty else { return own }
        var all = own
        for other in others { all += try of(path: other) }
        for (field, text) in given.sorted(by: { $0.key < $1.key }) {
            all += SHA256.hash(Array("\(field)=\(text)".utf8))
        }
        return SHA256.hash(all)
    }

    /// What stands for one table of a file that has several: SHA-256 of the file's digest and the table's name.
    static func of(table name: String, of file: [UInt8]) -> [UInt8] {
        SHA256.hash(file + Array(name.utf8))
    }
}
