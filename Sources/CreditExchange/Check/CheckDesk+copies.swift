public import CreditModel
import CreditRules
public import CreditSheets
import LibCrypto
import Synchronization

extension CheckDesk {
    /// The marked-up copy of a file that was checked, with the name under which it is given; made when it is first asked for.
    ///
    /// - Returns: `nil` where there is no such check, or it is not done.
    /// - Throws: `IntakeProblem` where the copy cannot be written; `CheckRefusal` where there is no room for it, or the file is of
    ///   natural persons.
    public func copy(of token: String, in language: Language) async throws -> (name: String, file: MemoryFile)? {
        if let known = known(token, language) { return try known.get() }
        let outcome = await withCheckedContinuation { continuation in
            copies.add { continuation.resume(returning: self.make(token, language)) }
        }
        return try outcome.get()
    }

    /// A copy under the name that it is given.
    private typealias Named = (name: String, file: MemoryFile)

    /// What is known of a copy: that it was made, that it cannot be made, that it must not be.
    private func known(_ token: String, _ language: Language) -> Result<Named?, any Error>? {
        book.withLock { book in
            guard let entry = book.entries[token] else { return nil }
            if case .done(let result) = entry.state, result.noCopy != nil { return .failure(CheckRefusal.ofPersons) }
            return entry.copies[language].map { CheckDesk.outcome($0, entry) }
        }
    }

    private static func outcome(
        _ copy: Result<MemoryFile, IntakeProblem>,
        _ entry: CheckBook.Entry
    ) -> Result<Named?, any Error> {
        switch copy {
        case .success(let file): .success((MarkedCopy.name(of: entry.name), file))
        case .failure(let problem): .failure(problem)
        }
    }

    private func make(_ token: String, _ language: Language) -> Result<Named?, any Error> {
        if let known = known(token, language) { return known }
        guard let entry = book.withLock({ $0.entries[token] }), case .done(let result) = entry.state else {
            return .success(nil)
        }
        let copy = Result { () throws(IntakeProblem) in try write(result, entry, language) }
        return book.withLock { book in
            do throws(CheckRefusal) {
                try book.keep(copy, of: token, in: language)
            } catch {
                return .failure(error)
            }
            return CheckDesk.outcome(copy, entry)
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
