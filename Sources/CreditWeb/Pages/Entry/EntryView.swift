import CreditCatalogue
import CreditFiles
import CreditModel

/// The entry page's content.
struct EntryView: Sendable {
    let visit: Visit
    let subject: PublicSubject
    let entry: FileEntry

    /// What stands in the window's title and the way back.
    var title: String {
        let name = visit[entry.itemName]
        return entry.title == entry.itemName.zh ? name : name + (visit.language == .zh ? "：" : ": ") + entry.title
    }

    /// Whether an authority found for or against somebody, rather than licensed or registered.
    private var isFinding: Bool { entry.polarity != .neutral }

    private var words: EntryWords { EntryWords(visit: visit, entry: entry, on: visit.today) }

    var html: HTML {
        """
        <header class="entryhead tone-\(HTML(stringLiteral: words.tone))">
        <h1>\(visit.chinese(title))</h1>
        <p class="lead"><a href="\(visit.link(.file(key: subject.key)))">\(visit.chinese(subject.name))</a> \
        \(CodeText(spoken: subject.spokenCode).html)</p>
        <p class="standing">\(words.tag) <strong>\(words.until)</strong></p>
        </header>
        \(part("what", visit.say("内容", "What it says"), content))
        \(part("who", isFinding ? visit.say("谁认定的", "Who decided") : visit.say("谁作出的", "Who decided"), decision))
        \(part("why", visit.say("为什么在这里", "Why it is here"), EntryGrounds(visit: visit, entry: entry).html))
        \(part("until", visit.say("公示到什么时候", "Until when"), ending))
        \(part("whom", visit.say("找谁", "Whom to turn to"), turning))
        \(part("ledger", visit.say("在存证日志中的位置", "Its place in the ledger"), EntryLedger(visit: visit, entry: entry).html))
        """
    }

    private func part(_ id: StaticString, _ heading: HTML, _ content: HTML) -> HTML {
        let id = HTML(stringLiteral: id)
        return """
            <section class="part" aria-labelledby="\(id)"><h2 id="\(id)">\(heading)</h2>
            \(content)
            </section>
            """
    }

    /// The fields without those that the page states elsewhere: document, authority, day, last day.
    private var content: HTML {
        let roles = visit.catalogue.item(entry.item)?.roles
        let elsewhere = [roles?.documentNumber, roles?.authority, roles?.decidedOn, roles?.shownUntil]
        let fields: [HTML] = entry.fields.filter { !elsewhere.contains($0.id) }
            .map { field in
                "<div><dt>\(visit[field.label])</dt><dd>\(visit.chinese(visit[field.value]))</dd></div>\n"
            }
        return "<dl class=\"rows\">\n\(fields)</dl>"
    }

    private var decision: HTML {
        var rows = HTML()
        if let authority = entry.authority {
            rows += row(
                isFinding ? visit.say("认定机关", "Authority") : visit.say("机关", "Authority"),
                visit.chinese(authority)
            )
        }
        if let document = entry.document { rows += row(visit.say("文书号", "Document"), visit.chinese(document)) }
        rows += row(
            isFinding ? visit.say("认定日期", "Decided on") : visit.say("日期", "Decided on"),
            visit.time(entry.decidedOn)
        )
        rows += row(visit.say("报送部门", "Handed in by"), "\(visit[entry.source])")
        rows += row(visit.say("收到日期", "Received on"), visit.time(entry.receivedAt.day))
        return "<dl class=\"rows\">\n\(rows)</dl>"
    }

    private func row(_ name: HTML, _ value: HTML) -> HTML { "<div><dt>\(name)</dt><dd>\(value)</dd></div>\n" }

    private var ending: HTML {
        let earlier: HTML = visit.say(
            """
            <p>履行义务、纠正失信行为并满足最短公示期后，可以<a href="\(visit.link(.repair))">申请修复</a>，提前结束公示；\
            信息本身有误的，可以<a href="\(visit.link(.objection))">提出异议</a>。</p>
            """,
            """
            <p>It ends earlier by <a href="\(visit.link(.repair))">repair</a>, once the duty is met, the conduct is corrected and the \
            shortest term has passed; what is wrong in itself is removed on <a href="\(visit.link(.objection))">objection</a>.</p>
            """
        )
        let wrong: HTML = visit.say(
            "<p>信息有误的，可以<a href=\"\(visit.link(.objection))\">提出异议</a>。</p>",
            "<p>If it is wrong, <a href=\"\(visit.link(.objection))\">object to it</a>.</p>"
        )
        return "<p>\(words.until)\(visit.say("。", "."))</p>\n\(entry.polarity == .adverse ? earlier : wrong)"
    }

    private var turning: HTML {
        let contact = visit.catalogue.city.contact
        let department: HTML =
            entry.sourceTelephone.map { telephone in
                visit.say("　电话 ", ", telephone ") + "<a href=\"tel:\(telephone)\">\(telephone)</a>"
            } ?? ""
        return """
            <ul class="plain">
            <li>\(visit.say("对这条信息：", "About this entry: "))\(visit[entry.source])\(department)</li>
            <li>\(visit.say("对平台：", "About the portal: "))\(visit[contact.office])\(visit.say("　电话 ", ", telephone "))\
            <a href="tel:\(contact.telephone)">\(contact.telephone)</a>\(visit.say("（", " ("))\(visit[contact.hours])\
            \(visit.say("）", ")"))</li>
            </ul>
            """
    }
}

extension FileEntry.PublicField {
    /// Its heading without the unit of the sheet: the value says its own.
    fileprivate var label: Bilingual {
        Bilingual(zh: name.zh.hasSuffix("（万元）") ? String(name.zh.dropLast(4)) : name.zh, en: name.en)
    }
}
