/// What checking for everybody may cost (docs/threat-model.md).
public struct CheckLimits: Sendable {
    /// Bytes of one file.
    public var fileBytes = 64 << 20
    /// Bytes of all files, copies and results together.
    public var totalBytes = 256 << 20
    /// Checks that are held, finished or not.
    public var checks = 64
    /// Checks that run at the same time; the others wait in line.
    public var atOnce = 2
    /// Checks of one visitor's address that are not finished.
    public var perClient = 4
    /// The same where the address is this machine's own: a reverse proxy, behind which are many.
    public var perProxy = 32
    /// Finished checks that are held for one visitor's address; a reverse proxy's own is not bounded so, since many are behind it.
    public var heldPerClient = 8
    /// Bytes of them; the last one is held however large it is.
    public var heldBytesPerClient = 64 << 20
    /// Seconds for which a result is held.
    public var heldFor: Int64 = 1800
    /// Seconds after which a check is broken off.
    public var longestCheck: Int64 = 120
    /// Seconds after which an upload is broken off.
    public var longestUpload: Int64 = 600
    /// Faults of a file that are kept.
    public var faults = 20_000
    /// Rows of a file that are kept.
    public var rows = 5_000
    /// Rows that are kept from a table's beginning, with or without faults.
    public var firstRows = 500
    /// Bytes of a file's faults and rows together, about.
    public var findingBytes = 12 << 20
    /// Bytes that a workbook may unpack to.
    public var expandedBytes: Int64 = 1 << 30
    /// Bytes of a workbook's shared strings.
    public var sharedBytes = 128 << 20

    /// The limits of the service.
    public init() {}
}
