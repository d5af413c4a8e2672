import CreditCatalogue
import CreditModel

/// A folder of an inbox, whose it is, and what it says of the files in it.
struct DropPlace: Sendable {
    let folder: Folder
    /// From the inbox to the folder.
    let path: [String]
    let department: Department
    /// The item or layout that it is named after.
    let template: String?

    var shown: String { path.joined(separator: "/") }
}

/// A file that is whole and ours to take.
struct Candidate: Sendable {
    let place: DropPlace
    let name: FileName
    let status: FileStatus
}

/// What a round through an inbox has to do for one department.
struct DepartmentWork: Sendable {
    let department: String
    var resumed: [HandIn] = []
    var files: [Candidate] = []

    /// When the oldest of it came: who waits longest comes first.
    var since: Int64 {
        min(
            resumed.map(\.claimedAt).min() ?? .max,
            files.map { $0.status.changed / 1000 }.min() ?? .max
        )
    }
}
