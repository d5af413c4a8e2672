import CreditModel
import CreditStore
import Hummingbird

/// The ledger's head and its date, and how anyone can verify it.
struct LedgerPage: PageMaker {
    static let route = PageRoute.ledger

    func answer(_ call: Call) async throws -> Response {
        let head = try await call.backstage.store.head()
        let tag = call.backstage.tag(head, today: call.visit.today)
        guard !call.holds(tag) else { return Answer.unchanged(tag: tag) }
        let body = PageBody(
            page: .ledger,
            title: call.visit[FooterLinks.title(.ledger)],
            head: head,
            content: LedgerView(visit: call.visit, head: head).html
        )
        return Answer.page(body, call, keeping: .asking(tag: tag))
    }
}

/// The ledger page's content.
struct LedgerView: Sendable {
    let visit: Visit
    let head: LedgerHead

    var html: HTML {
        """
        <h1>\(visit[FooterLinks.title(.ledger)])</h1>
        <p class="lead">\(visit.say("每一条信息、每一次更正和撤回，都按顺序写进一本只能添加的日志。日志头是全部内容的指纹：改动其中任何一条，指纹就对不上。", "Every record, correction and withdrawal is written in order to a log that can only grow. Its head is a fingerprint of all of it: change one entry, and the fingerprint no longer fits."))</p>
        \(head.size == 0 ? empty : state)
        \(verification)
        """
    }

    private var empty: HTML {
        visit.say(
            "<p class=\"empty\">日志还没有内容。部门报送第一份文件后，这里显示日志头。</p>",
            "<p class=\"empty\">The log is empty. Its head stands here once a department has handed in its first file.</p>"
        )
    }

    private var state: HTML {
        """
        <h2 id="head">\(visit.say("日志头", "Head"))</h2>
        <dl class="rows">
        <div><dt>\(visit.say("条数", "Entries"))</dt><dd>\(head.size)</dd></div>
        <div><dt>\(visit.say("最后写入", "Last written"))</dt><dd><time datetime="\(head.at.iso)">\(moment)</time></dd></div>
        <div><dt>\(visit.say("根哈希（SHA-256）", "Root (SHA-256)"))</dt><dd class="hex">\(Base16.grouped(head.root))</dd></div>
        <div><dt>\(visit.say("验证公钥", "Verifier key"))</dt><dd class="hex">\(head.verifierKey)</dd></div>
        </dl>
        <h3 id="checkpoint">\(visit.say("签名的检查点", "Signed checkpoint"))</h3>
        <pre class="checkpoint" tabindex="0" aria-labelledby="checkpoint">\(head.checkpoint)</pre>
        <p><a href="\(Link.head)">\(visit.say("日志头的 JSON 数据", "The head as JSON"))</a></p>
        """
    }

    private var moment: HTML {
        let clock = String(head.at.iso.dropFirst(11).prefix(5))
        return "\(visit[head.at.day]) \(clock)"
    }

    private var verification: HTML {
        """
        <h2 id="verify">\(visit.say("怎样核对", "How to verify"))</h2>
        <ol>
        <li>\(visit.say("在任何一条信息的页面下载存证证明。证明里有这一条的承诺值、叶哈希、路径和签名的检查点。", "Download the proof on the page of any entry. It holds the entry's commitment, its leaf, the path and the signed checkpoint."))</li>
        <li>\(visit.say("叶哈希 = SHA-256(0x00 || 承诺值)。", "The leaf is SHA-256(0x00 || commitment)."))</li>
        <li>\(visit.say("自叶向上逐层计算：节点 = SHA-256(0x01 || 左 || 右)，方法见 RFC 6962 第 2.1.1 节。", "Go up the path: a node is SHA-256(0x01 || left || right), as in RFC 6962, section 2.1.1."))</li>
        <li>\(visit.say("算出的根与检查点第三行（Base64）一致，并且签名经验证公钥验证有效，这一条就在日志里，没有被改动。", "If the root equals the third line of the checkpoint (Base64) and the signature holds under the verifier key, the entry stands in the log unchanged."))</li>
        <li>\(visit.say("保留今天的检查点，以后可以证明日志没有被重写过。", "Keep today's checkpoint: later it shows whether the log was rewritten."))</li>
        </ol>
        <p class="note">\(visit.say("检查点采用 C2SP checkpoint 和 signed note 格式（Ed25519）。日志公布的是加盐的承诺值，不含任何信息内容。", "Checkpoints follow the C2SP checkpoint and signed-note formats (Ed25519). The log shows salted commitments, nothing of the content."))</p>
        """
    }
}
