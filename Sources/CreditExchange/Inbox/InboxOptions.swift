/// How an inbox is worked on.
public struct InboxOptions: Sendable {
    /// Seconds for which a file must rest before it is taken.
    public var settleSeconds = 10.0
    /// Seconds more for a workbook whose end is missing and for an empty file, before it is taken for broken.
    public var brokenSeconds = 60.0
    /// Days for which a sealed original is kept after its receipt; 0 deletes it at once.
    public var keepDays = 30
    /// The most bytes of a file; it is read from memory, so that it never lies on the disk in clear.
    public var maximumBytes: Int64 = 1 << 30
    /// Rows in a chunk.
    public var chunkSize = SubmissionDesk.chunkSize
    /// Seconds after which a file that something keeps back is tried again.
    public var retrySeconds = 60.0

    /// Files worked on at once, each of another department.
    public static let parallel = 2

    /// The usual ones.
    public init() {}
}
