import CreditSheets

/// A file on its way in; given up where it is not finished.
public final class CheckUpload: Sendable {
    private let desk: CheckDesk
    private let number: Int
    private let file: MemoryFile
    private let deadline: Int64

    init(_ desk: CheckDesk, number: Int, file: MemoryFile, deadline: Int64) {
        self.desk = desk
        self.number = number
        self.file = file
        self.deadline = deadline
    }

    deinit { desk.abandon(number) }

    /// Takes in some bytes.
    ///
    /// - Throws: `CheckRefusal` where there are too many of them, or they came too slowly.
    public func append(_ bytes: UnsafeRawBufferPointer) throws(CheckRefusal) {
        guard desk.now < deadline else { throw .tooSlow }
        try desk.grow(number, by: bytes.count)
        do {
            try file.append(bytes)
        } catch {
            throw .unavailable
        }
    }

    /// How many bytes may come.
    public var limit: Int { desk.limits.fileBytes }

    /// How many bytes came so far.
    public var size: Int { file.size }

    /// The file is whole: it is checked in its turn.
    ///
    /// - Returns: The token under which the result will be found, which nobody can guess.
    /// - Throws: `CheckRefusal`, `empty` where nothing came.
    public func finish(named: String, _ wishes: CheckWishes) throws(CheckRefusal) -> String {
        try desk.enter(number, named: named, wishes, file)
    }
}
