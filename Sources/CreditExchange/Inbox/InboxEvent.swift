public import CreditModel
public import CreditStore

/// What happens in an inbox, for a log: numbers and counts, never a cell, a file's name only as it may be shown.
public enum InboxEvent: Sendable {
    /// A file was taken in and answered.
    case taken(id: String, department: String, submissions: [String], counts: SubmissionCounts)
    /// A file could not be read and was answered.
    case notTaken(id: String, department: String, reason: Bilingual)
    /// An original was deleted at the end of its time.
    case deleted(id: String)
    /// Something that an operator has to look at; it is said once, until it is over.
    case trouble(InboxTrouble)
    /// The inbox can be reached again.
    case reachable
}

/// What keeps an inbox, or a file in it, from being worked on.
public enum InboxTrouble: Error, Hashable, Sendable {
    /// The folder is not there, or cannot be entered.
    case noFolder(String)
    /// Another process works on the folder.
    case inUse(String)
    /// A folder in it cannot be read or written.
    case closed(folder: String)
    /// No department bears a folder's name, or a folder in a department's no item's.
    case unknownFolder(String)
    /// Something lies in the inbox that is never taken; its place as it may be shown.
    case leftAlone(String, LeftAlone)
    /// A file handed in cannot be gone on with; it is tried again.
    case stuck(id: String, Cause)
    /// The note of a file handed in is damaged.
    case noteDamaged(String)

    /// Why something is never taken.
    public enum LeftAlone: Hashable, Sendable {
        /// A link, a pipe or a device, and no ordinary file or folder.
        case noFile
        /// A file that bears a second name elsewhere.
        case secondName
        /// A folder deeper than an item's.
        case tooDeep
        /// A file that is called like a receipt of ours and is none.
        case calledLikeReceipt

        fileprivate var words: Bilingual {
            switch self {
            case .noFile:
                Bilingual(
                    zh: "是链接、管道或设备，不是普通的文件或文件夹。请把文件本身放进来",
                    en: "is a link, a pipe or a device and no ordinary file or folder. Put the file itself there"
                )
            case .secondName:
                Bilingual(
                    zh: "在别处还有一个名字（硬链接）。请放一份拷贝",
                    en: "bears a second name elsewhere (a hard link). Put a copy there"
                )
            case .tooDeep:
                Bilingual(
                    zh: "这个文件夹太深：部门的文件夹里只能再分一层。请把里面的文件移上来",
                    en: "is a folder too deep: a department's folder has one level of folders. Move its files up"
                )
            case .calledLikeReceipt:
                Bilingual(
                    zh: "文件名与平台的回执相同，却不是回执。请改名",
                    en: "is called like a receipt of the platform and is none. Give it another name"
                )
            }
        }
    }

    /// Why a file cannot be gone on with.
    public enum Cause: Hashable, Sendable {
        /// The folder that it came from is not there.
        case folderGone
        /// The system does not read or write; with its error number.
        case system(Int32)
        /// The store does not take it.
        case store
    }

    /// What is wrong and what to do.
    public var message: Bilingual {
        switch self {
        case .noFolder(let path):
            Bilingual(
                zh: "收件文件夹 \(path) 不在，或者不能进入。请核对路径、挂载和权限。",
                en: "The inbox \(path) is not there or cannot be entered. Check the path, the mount and the rights."
            )
        case .inUse(let path):
            Bilingual(
                zh: "另一个 xinyuan 正在处理收件文件夹 \(path)；同一文件夹只能由一个处理。",
                en: "Another xinyuan works on the inbox \(path); one folder is worked on by one process."
            )
        case .closed(let folder):
            Bilingual(
                zh: "文件夹 \(folder) 不能读写，里面的文件没有收。请给运行 xinyuan 的账号读、写、进入的权限。",
                en:
                    "The folder \(folder) cannot be read or written; its files are not taken. Give the account that runs xinyuan the "
                    + "rights to read, write and enter it."
            )
        case .unknownFolder(let folder):
            Bilingual(
                zh: "文件夹 \(folder) 不是部门或事项的名称，里面的文件没有收。",
                en: "The folder \(folder) bears the name of no department or item; its files are not taken."
            )
        case .leftAlone(let place, let why):
            Bilingual(zh: "没有收 \(place)：\(why.words.zh)。", en: "Not taken: \(place) \(why.words.en).")
        case .stuck(let id, .folderGone):
            Bilingual(
                zh: "\(id) 来自的文件夹不在，回执放不回去；文件夹恢复后接着办。",
                en:
                    "The folder that \(id) came from is gone, so that its receipt cannot be put there; it goes on once it is back."
            )
        case .stuck(let id, .system(let number)):
            Bilingual(
                zh: "\(id) 办到一半，系统读写出错（错误号 \(number)）；会再试。请核对磁盘空间和权限。",
                en:
                    "The system does not read or write for \(id) (error \(number)); it is tried again. Check space and rights."
            )
        case .stuck(let id, .store):
            Bilingual(
                zh: "\(id) 办到一半，存储没有写入；会再试。请核对存储。",
                en: "The store did not take \(id); it is tried again. Check the store."
            )
        case .noteDamaged(let name):
            Bilingual(
                zh: "收件记录 \(name) 已损坏，没有动它和它的原件。请从备份取回。",
                en: "The note \(name) is damaged; it and its original are left alone. Restore it from the backup."
            )
        }
    }
}

/// What came of one round through an inbox.
public struct InboxTally: Sendable, Hashable {
    /// Files taken in.
    public var taken = 0
    /// Files that could not be read.
    public var notTaken = 0
    /// Rows of all files.
    public var counts = SubmissionCounts()
    /// Files that are not whole yet.
    public var waiting = 0
    /// Files and folders that something keeps from being worked on.
    public var troubles = 0

    /// Nothing yet.
    public init() {}

    static func + (left: InboxTally, right: InboxTally) -> InboxTally {
        var sum = left
        sum.taken += right.taken
        sum.notTaken += right.notTaken
        sum.counts = sum.counts + right.counts
        sum.waiting += right.waiting
        sum.troubles += right.troubles
        return sum
    }
}
