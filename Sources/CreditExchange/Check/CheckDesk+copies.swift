public import CreditModel
import CreditRules
public import CreditSheets
import LibCrypto
import Synchronization

extension CheckDesk {
    /// The marked-up copy of a file that was checked, with the name under which it is given; made when it is first asked for.
    ///
    /// - Returns: `nil` where there is no such check, or it is not done.
    /// - Throws: `IntakeProblem` where the copy cannot be written.
    public func copy(of token: String, in language: Language) async throws -> (name: String, file: MemoryFile)? {
        if let made = made(token, language) { return made }
        let outcome = await withCheckedContinuation { continuation in
            copies.add { continuation.resume(returning: self.make(token, language)) }
        }
        return try outcome.get()
    }

    private func made(_ token: String, _ language: Language) -> (name: String, file: MemoryFile)? {
        book.withLock { book in
            guard let entry = book.entries[token], let copy = entry.copies[language] else { return nil }
            return (MarkedCopy.name(of: entry.name), copy)
        }
    }

    private func make(_ token: String, _ language: Language) -> Result<(name: String, file: MemoryFile)?, IntakeProblem>
    {
        if let made = made(token, language) { return .success(made) }
        guard let entry = book.withLock({ $0.entries[token] }), case .done(let result) = entry.state else {
            return .success(nil)
        }
        do throws(IntakeProblem) {
            let copy = try write(result, entry, language)
            _ = book.withLock { book in
                book.change(token) { entry in
                    entry.copies[language] = copy
                    entry.bytes += copy.size
                }
            }
            return .success((MarkedCopy.name(of: entry.name), copy))
        } catch {
            return .failure(error)
        }
    }

    /// Writers want room beside what they write, so that the copy is made in a folder, in memory too, and its name taken away.
    private func write(
        _ result: CheckResult,
        _ entry: CheckBook.Entry,
        _ language: Language
    ) throws(IntakeProblem)
        -> MemoryFile
    {
        do throws(SheetError) {
            let folder = try MemoryFolder()
            let path = folder.file("copy.xlsx")
            try write(result, entry, language, to: path)
            return try MemoryFile(takingOver: path)
        } catch {
            throw .sheet(error)
        }
    }

    private func write(
        _ result: CheckResult,
        _ entry: CheckBook.Entry,
        _ language: Language,
        to path: String
    )
        throws(SheetError)
    {
        let copy = MarkedCopy(
            catalogue: catalogue,
            language: language,
            seal: (try? RandomBytes.make(16)).map { SealedNumber(key: key, salt: $0) },
            on: entry.wishes.receivedOn
        )
        do throws(IntakeProblem) {
            try copy.write(
                of: entry.file.path,
                named: result.name,
                tables: result.tables,
                unread: result.unread,
                to: path
            )
        } catch {
            if case .sheet(let problem) = error { throw problem }
            throw SheetError(.unwritable)
        }
    }
}
