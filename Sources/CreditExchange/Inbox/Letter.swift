import CreditCatalogue
import CreditModel

/// A text for whoever opens it with a double click: UTF-8 with its mark, lines as Windows ends them, Chinese first.
struct Letter {
    private var lines: [String] = []

    /// A line of each language is written with `add`; first all of one, then all of the other.
    static func bytes(_ body: (Language, inout Letter) -> Void) -> [UInt8] {
        var all: [String] = []
        for language in [Language.zh, .en] {
            var letter = Letter()
            body(language, &letter)
            all += letter.lines
            if language == .zh { all += ["", String(repeating: "-", count: 40), ""] }
        }
        return [0xEF, 0xBB, 0xBF] + Array((all.joined(separator: "\r\n") + "\r\n").utf8)
    }

    mutating func add(_ line: String = "") { lines.append(line) }

    mutating func add(_ more: [String]) { lines += more }
}

/// What is said in a folder whose files cannot be taken.
enum ReadMe {
    /// Files lie outside the departments' folders.
    case noDepartment
    /// No department has the folder's name.
    case unknownDepartment(String, near: [Department])
    /// No item or layout has the folder's name.
    case unknownItem(String)

    /// What each of these letters begins with.
    static let start: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("这里的文件没有收。".utf8)

    var bytes: [UInt8] {
        Letter.bytes { language, letter in
            letter.add(language == .zh ? "这里的文件没有收。" : "The files here have not been taken.")
            letter.add()
            letter.add(words(language))
        }
    }

    private func words(_ language: Language) -> [String] {
        switch (self, language) {
        case (.noDepartment, .zh): ["请把文件放进本单位的文件夹，文件夹以部门的全称、简称或代码命名。"]
        case (.noDepartment, .en):
            [
                "Put files into your department's folder, named after the department: its full or short name, or its code."
            ]
        case (.unknownDepartment(let name, let near), .zh):
            ["目录里没有报送部门“\(name)”。文件夹要以部门的全称、简称、旧称或代码命名。"]
                + (near.isEmpty ? [] : ["是不是：\(near.map(\.name.zh).joined(separator: "、"))？"])
                + ["文件夹改名以后，里面的文件会自动收下，不用重放。"]
        case (.unknownDepartment(let name, let near), .en):
            [
                "The catalogue has no source department “\(name)”. A folder bears a department's full, short or former name, or its code."
            ]
                + (near.isEmpty
                    ? [] : ["Did you mean: \(near.map(\.name.en).joined(separator: ", "))?"])
                + ["Once the folder has its right name, its files are taken; they need not be put there again."]
        case (.unknownItem(let name), .zh):
            ["“\(name)”不是事项、模板或报送样式的编号。请把文件直接放进部门的文件夹，或用编号命名（编号见门户的“信用目录”页）。"]
        case (.unknownItem(let name), .en):
            [
                "“\(name)” is no item's or layout's id. Put the files into the department's folder itself, or name the folder by an id "
                    + "(they stand on the portal's page “Catalogue”)."
            ]
        }
    }
}

/// Why nothing of a file was taken, and what to do.
struct NotTaken {
    /// Why.
    enum Reason {
        case unreadable(IntakeProblem)
        case tooLarge(Int64)
        /// The catalogue has the department no more.
        case noDepartment
        /// The sealed original does not open: changed on the disk, or the store's keys are others.
        case damagedHere

        /// A word for the note.
        var code: String {
            switch self {
            case .unreadable: "unreadable"
            case .tooLarge: "too-large"
            case .noDepartment: "no-department"
            case .damagedHere: "damaged-here"
            }
        }

        var message: Bilingual {
            switch self {
            case .unreadable(let problem): problem.clerkMessage
            case .tooLarge(let bytes):
                Bilingual(
                    zh: "文件大于 \(bytes >> 20) MB。请分成几个文件，或请信用办用 xinyuan submit 报送。",
                    en:
                        "The file is larger than \(bytes >> 20) MB. Split it, or have the credit office hand it in with `xinyuan submit`."
                )
            case .noDepartment:
                Bilingual(
                    zh: "目录里已没有这个报送部门。请与信用办联系。",
                    en: "The catalogue has this source department no more. Ask the credit office."
                )
            case .damagedHere:
                Bilingual(
                    zh: "文件收到后，加密保存的原件在平台一侧损坏，不能读取。请重新放入一次，并告知信用办。",
                    en:
                        "After it came, the sealed original was damaged on our side and cannot be read. Put it here once more, and tell the "
                        + "credit office."
                )
            }
        }
    }

    /// What such a letter begins with.
    static let starts: [[UInt8]] = [[0xEF, 0xBB, 0xBF] + Array("这个文件没有收下：".utf8)]

    let note: HandIn
    let reason: Reason
    let rows: Int
    let catalogue: Catalogue

    var bytes: [UInt8] {
        Letter.bytes { language, letter in
            let message = reason.message[language]
            letter.add(language == .zh ? "这个文件没有收下：\(note.name)" : "This file was not taken: \(note.name)")
            letter.add()
            letter.add(note.head(catalogue, language))
            letter.add(language == .zh ? "原因和办法：\(message)" : "Why, and what to do: \(message)")
            if rows > 0 {
                letter.add(
                    language == .zh
                        ? "文件在第 \(rows) 行以后读不下去；之前已经通过的行保留。改好以后整个文件再放一次，已有的行不会重复。"
                        : "It could be read for \(rows) rows; those admitted before that stay. Mend it and put the whole file here again: "
                            + "what is there already is not taken twice."
                )
            }
            letter.add(note.fate(language))
        }
    }
}

extension HandIn {
    /// Who, what and when, for the head of a letter.
    func head(_ catalogue: Catalogue, _ language: Language) -> [String] {
        let name = catalogue.departments[department]?.name[language] ?? department
        let at = Instant(microseconds: claimedAt).iso
        return language == .zh
            ? ["接收编号：\(id)", "部门：\(name)", "文件：\(self.name)（\(size) 字节）", "收到：\(at)"]
            : ["Number: \(id)", "Department: \(name)", "File: \(self.name) (\(size) bytes)", "Received: \(at)"]
    }

    /// What becomes of the original.
    func fate(_ language: Language) -> String {
        let day = Instant(microseconds: deleteAt ?? claimedAt).day
        let isNow = day == Instant(microseconds: claimedAt).day
        return switch (language, isNow) {
        case (.zh, false): "原件已加密保存，\(day.written.zh)删除；此前可请信用办凭接收编号取回。"
        case (.zh, true): "原件不保留，回执发出后即删除。"
        case (.en, false):
            "The original is kept sealed and will be deleted on \(day.written.en); until then the credit office can fetch it by its number."
        case (.en, true): "The original is not kept; it is deleted once this is written."
        }
    }
}
