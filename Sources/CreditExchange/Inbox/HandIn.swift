import CreditModel
import Foundation

/// What is noted of a file that was handed in: enough to go on from wherever a crash left it; no cell, no certificate number.
struct HandIn: Codable, Sendable {
    /// How far it has come; each state is on the disk before what follows it is done.
    enum State: String, Codable, Sendable {
        /// The file is being given a hidden name and sealed.
        case claimed
        /// The original lies sealed; the clear one is to be removed.
        case kept
        /// It is being taken in.
        case taking
        /// The answers are written and are being given their names.
        case answering
        /// It is answered.
        case done
    }

    /// The number under which it is known: `D20260704-7Q2MXK4TAB`.
    let id: String
    /// The department's id.
    let department: String
    /// The folders from the inbox to the file.
    let folder: [String]
    /// The item or layout that a folder names.
    let template: String?
    /// Its name as it may be shown.
    let name: String
    /// The bytes with which the names of its answers begin.
    let answerName: [UInt8]
    /// Bytes of the file.
    let size: Int64
    /// Rights, owner and group of the file, which its answers get.
    let mode: UInt32
    let owner: UInt32
    let group: UInt32
    /// When it was claimed, in microseconds since 1970: it counts as received on that day.
    let claimedAt: Int64

    /// How far it has come.
    var state = State.claimed
    /// SHA-256 of the file, in hexadecimal.
    var digest: String?
    /// When it was first tried to take it in.
    var triedSince: Int64?
    /// What was written beside it, by all attempts.
    var answers: [Answer] = []
    /// The submissions it became.
    var submissions: [String] = []
    /// Why nothing was taken, where that is so.
    var refusal: String?
    /// Rows, admitted, refused, waiting.
    var counts: [Int] = []
    /// When it was answered.
    var doneAt: Int64?
    /// When the original is to be deleted.
    var deleteAt: Int64?
    /// When it was.
    var deletedAt: Int64?

    /// The hidden name in its folder until the original lies sealed.
    var takenName: FileName { FileName(".\(id).taken") }
    /// The note in the inbox's own folder.
    var noteName: FileName { FileName("\(id).json") }
    /// The sealed original there.
    var originalName: FileName { FileName("\(id).original") }

    /// The hidden name of an answer until it is whole.
    func partName(_ kind: Answer.Kind) -> FileName { FileName(".\(id).\(kind.rawValue).part") }

    /// What binds a sealed original to its note.
    var context: [UInt8] { Array(id.utf8) }

    /// Whether a hidden name is that of a file that was being claimed.
    static func isTaken(_ name: FileName) -> Bool {
        name.text.flatMap { $0.wholeMatch(of: #/\.D\d{8}-[0-9A-Z]{10}\.taken/#) } != nil
    }
}
