import CreditCatalogue
import CreditFiles
import CreditModel

/// The credit file's content: head, life line, contents, ten sections.
struct FileView: Sendable {
    /// Entries of a section that stand on the file's page itself; the rest have pages of their own.
    static let mostEntries = 20

    let visit: Visit
    let file: CreditFile

    var html: HTML {
        """
        \(FileHead(visit: visit, file: file).html)
        \(LifeLine(visit: visit, file: file).html)\
        <div class="columns">
        \(contents)
        <div class="sections">
        \(file.sections.enumerated().map { section($0.element, number: $0.offset + 1) })\
        \(about)
        </div></div>
        """
    }

    private var contents: HTML {
        let lines: [HTML] = file.sections.map { section in
            """
            <li><a href="#\(section.section.id)">\(visit[section.section.name])</a> \
            \("<span class=\"count\">\(section.entries.count)</span>", if: !section.isAdvice)</li>

            """
        }
        return """
            <nav class="contents" aria-labelledby="contents"><h2 id="contents">\(visit.say("档案目录", "Contents"))</h2>
            <ol>
            \(lines)</ol></nav>
            """
    }

    private func section(_ section: CreditFile.Section, number: Int) -> HTML {
        let id = section.section.id
        return """
            <section aria-labelledby="\(id)"><h2 id="\(id)">\(visit.say("\(Numerals.chinese(number))、", "\(number). "))\
            \(visit[section.section.name])</h2>
            \(entries(section))</section>

            """
    }

    private func entries(_ section: CreditFile.Section) -> HTML {
        guard !section.entries.isEmpty else { return "<p class=\"empty\">\(empty(section))</p>\n" }
        let rows = section.entries.prefix(FileView.mostEntries)
            .map { EntryRow(visit: visit, entry: $0, on: file.on).html }
        return
            "<ul class=\"entries\">\n\(rows)</ul>\n\(rest(section), if: section.entries.count > FileView.mostEntries)"
    }

    private func rest(_ section: CreditFile.Section) -> HTML {
        let page = Page.section(
            key: file.subject.key,
            section: section.section.id,
            on: file.on == file.today ? nil : file.on
        )
        let count = section.entries.count
        return """
            <p class="more"><a href="\(visit.link(page))">\(visit.say("查看全部 \(count) 条", "All \(count) entries"))</a></p>

            """
    }

    /// The standard's own words for a section without entries.
    private func empty(_ section: CreditFile.Section) -> HTML {
        section.isAdvice
            ? visit.say("建议秉持诚信理念，合法有序开展经营活动。", "Keep to good faith and carry on business lawfully and in good order.")
            : visit.say("查询期内无相关信息", "No such information in the period of inquiry")
    }

    private var about: HTML {
        """
        <section class="quiet" aria-labelledby="about"><h2 id="about">\(visit.say("说明", "About this file"))</h2>
        <p>\(visit.say("本档案如实列出各部门报送的信息，平台不作编辑，不打分，不评级。", "This file states what departments handed in; the platform does not edit it, and gives no score and no grade."))</p>
        <ul class="doors">
        <li><a href="\(visit.link(.objection))">\(visit.say("信息有误，提出异议", "Object to an entry that is wrong"))</a></li>
        <li><a href="\(visit.link(.repair))">\(visit.say("已经纠正，申请修复", "Apply for repair after correcting"))</a></li>
        <li><a href="\(Link.to(file: file.subject.key, on: file.on == file.today ? nil : file.on))">\(visit.say("本档案的 JSON 数据", "This file as JSON"))</a></li>
        </ul></section>

        """
    }
}

extension CreditFile.Section {
    /// The last section of the national report, which speaks where nothing else does.
    var isAdvice: Bool { section.id == "advice" && entries.isEmpty }
}

/// 一、二 … 十: how sections are numbered in Chinese.
enum Numerals {
    static func chinese(_ number: Int) -> String {
        let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
        return digits.indices.contains(number) ? digits[number] : String(number)
    }
}
