import CreditFiles
import CreditModel

/// Where an entry stands in the ledger, how to prove it, and what it was corrected from.
struct EntryLedger: Sendable {
    let visit: Visit
    let entry: FileEntry

    var html: HTML {
        """
        <p>\(visit.say("这条信息是存证日志的第 \(entry.sequence) 条。", "This is entry \(entry.sequence) of the ledger."))\
        \(visit.say("下载证明后，任何人都可以核对它没有被改动或者删除。", " With the proof, anyone can check that it was neither changed nor removed."))</p>
        <ul class="doors">
        <li><a href="\(Link.to(proof: entry.id))" download="proof-\(entry.sequence).json">\(visit.say("下载存证证明（JSON）", "Download the proof (JSON)"))</a></li>
        <li><a href="\(visit.link(.ledger))">\(visit.say("怎样核对", "How to verify"))</a></li>
        <li><a href="\(Link.to(entry: entry.id))">\(visit.say("本条的 JSON 数据", "This entry as JSON"))</a></li>
        </ul>
        \(corrections)
        """
    }

    private var corrections: HTML {
        let earlier = entry.corrected.filter { $0 < entry.sequence }
        guard !earlier.isEmpty else { return "" }
        let numbers = earlier.map { String($0) }.joined(separator: visit.language == .zh ? "、" : ", ")
        return visit.say(
            "<p>报送部门更正过 \(earlier.count) 次：它取代了日志的第 \(numbers) 条。</p>",
            "<p>Its department corrected it \(earlier.count == 1 ? "once" : "\(earlier.count) times"): it stands in place of entry \(numbers).</p>"
        )
    }
}
