/// What a sample city consists of, in the order in which its files are to be handed in; kept as `manifest.json`.
public struct SampleManifest: Codable, Sendable, Hashable {
    /// The seed that made it.
    public let seed: UInt64
    /// How many organisations it has.
    public let organisations: Int
    /// How many rows all its files hold together.
    public let rows: Int
    /// The share of rows spoiled on purpose.
    public let dirt: Double
    /// The last day of its year.
    public let today: String
    /// Its files.
    public let files: [SampleFile]
}

/// One file of the sample: who hands it in and when, and what is to come of it.
public struct SampleFile: Codable, Sendable, Hashable {
    /// Its path below the sample's folder.
    public let path: String
    /// The department's name, for `submit --from`.
    public let department: String
    /// The day on which it is handed in, in ISO form.
    public let received: String
    /// The id of its item.
    public let item: String
    /// The id of its layout.
    public let template: String
    /// What is special about it, as a whole.
    public let kind: Kind
    /// Its rows of data, without headings, instructions and empty rows.
    public internal(set) var rows: Int
    /// Rows to be admitted, with or without a warning.
    public internal(set) var good: Int
    /// Rows to be refused.
    public internal(set) var refused: Int
    /// Rows that wait at the conflict desk.
    public internal(set) var queued: Int
    /// Rows admitted or waiting that have at least one warning.
    public internal(set) var warned: Int

    /// What is special about a file.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// Nothing.
        case ordinary
        /// The same bytes as an earlier file of the same day.
        case resent
        /// With a column that nobody knows.
        case unknownColumn = "unknown-column"
        /// Without a column that its layout needs.
        case missingColumn = "missing-column"
        /// From a department that may not send it; found only where the sender is known.
        case notSource = "not-source"
        /// Of an item that later law withdrew.
        case withdrawn
        /// A sheet of natural persons.
        case naturalPersons = "natural-persons"
    }
}

/// One fault that a row of the sample is known to have; `truth.jsonl` holds one a line.
public struct SampleFault: Codable, Sendable, Hashable {
    /// The file's path below the sample's folder.
    public let file: String
    /// The row's number in the sheet, counted from 1; 0 for the file as a whole.
    public let row: Int
    /// The heading as sent; empty for the whole row.
    public let column: String
    /// The fault's code.
    public let code: String
}
