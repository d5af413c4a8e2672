import CreditCatalogue
import CreditModel
import CreditStore

/// The receipt of a file that was taken in, for people and for machines.
struct InboxReceipt {
    let note: HandIn
    let handed: SubmissionDesk.HandedIn
    let tables: [TableFindings]
    /// The name of the marked-up copy as it may be shown.
    let copy: String?
    /// Why there is none.
    let noCopy: Bilingual?
    let catalogue: Catalogue

    /// What receipts begin with, for people and for machines.
    static let starts: [[UInt8]] = [[0xEF, 0xBB, 0xBF] + Array("回执 S".utf8), Array("{\"handIn\":\"D".utf8)]

    /// Faults that are written out for people.
    private static let shown = 20

    private var counts: [FaultCode: Int] {
        tables.reduce(into: [:]) { sum, table in sum.merge(table.counts) { $0 + $1 } }
    }

    var text: [UInt8] {
        Letter.bytes { language, letter in
            letter.add(
                (language == .zh ? "回执 " : "Receipt ")
                    + note.submissions.joined(separator: language == .zh ? "、" : ", ")
            )
            letter.add()
            letter.add(note.head(catalogue, language))
            letter.add()
            for outcome in handed.outcomes { letter.add(outcome.lines(catalogue, language)) }
            for table in handed.unread { letter.add(table.line(language)) }
            letter.add()
            letter.add(faultLines(language))
            letter.add()
            if let copy {
                letter.add(
                    language == .zh
                        ? "标注副本：\(copy)。有问题的单元格已标出；改好后存回本文件夹即可，只取有变化的行。"
                        : "Marked-up copy: \(copy). Faulty cells are marked; mend it and save it in this folder: only rows that changed are taken."
                )
            } else if let noCopy {
                letter.add(noCopy[language])
            }
            letter.add(note.fate(language))
        }
    }

    private func faultLines(_ language: Language) -> [String] {
        let total = counts.values.reduce(0, +)
        guard total > 0 else { return [language == .zh ? "没有发现问题。" : "No faults were found."] }
        var lines = [language == .zh ? "问题 \(total) 处：" : "\(total) faults:"]
        for (code, count) in counts.sorted(by: { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }) {
            let mark = FaultLines.mark(catalogue.faults[code].severity, language)
            lines.append("  \(count) × \(code.rawValue) [\(mark)]")
        }
        let found = tables.flatMap { table in table.faults.prefix(Self.shown).map { (table.table.name, $0.fault) } }
            .prefix(Self.shown)
        lines += [""] + found.flatMap { FaultLines.lines(for: $1, in: $0, by: catalogue.faults, language) }
        if total > found.count {
            lines.append(language == .zh ? "…… 以上是前 \(found.count) 处。" : "… these are the first \(found.count).")
        }
        return lines
    }

    /// As `xinyuan submit --json` prints it, with what the folder adds.
    var json: [UInt8] {
        var json = JSONWriter(capacity: 1 << 14)
        json.object { json in
            json.pair("handIn", note.id)
            json.pair("file", note.name)
            json.pair("sha256", note.digest)
            json.pair("at", Instant(microseconds: note.claimedAt).iso)
            json.pair("copy", copy)
            json.pair("originalUntil", Instant(microseconds: note.deleteAt ?? note.claimedAt).iso)
            json.key("faults")
            json.array { json in
                for table in tables {
                    for found in table.faults {
                        FaultLines.write(found.fault, in: table.table.name, by: catalogue.faults, .zh, into: &json)
                    }
                }
            }
            json.pair("faultsInAll", counts.values.reduce(0, +))
            handed.write(into: &json)
        }
        return json.bytes + [0x0A]
    }
}
