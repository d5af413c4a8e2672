import CreditCatalogue
import CreditFiles
import CreditModel
import CreditStore
import Hummingbird

/// One section of a file whose entries are too many for the file's own page.
struct SectionPage: PageMaker {
    static let route = PageRoute.section
    static let entriesPerPage = 50

    func answer(_ call: Call) async throws -> Response {
        let on = try call.query.factsDay(today: call.visit.today)
        let number = try call.query.number("page", in: 1...10_000) ?? 1
        if let unchanged = try await call.unchanged() { return unchanged }
        guard let file = try await call.file(call.key, on: on) else { throw Problem.noSuchFile }
        let wanted = file.sections.first { $0.section.id == call.part("section") }
        let first = (number - 1) * SectionPage.entriesPerPage
        guard let section = wanted, first == 0 || first < section.entries.count else { throw Problem.notFound }
        let view = SectionView(visit: call.visit, file: file, section: section, number: number, on: on)
        let body = PageBody(
            page: view.page(number),
            title: call.visit[section.section.name],
            isIndexed: false,
            above: [(file.subject.name, .file(key: file.subject.key, on: on))],
            head: file.head,
            content: view.html
        )
        return Answer.page(body, call, keeping: .asking(tag: call.tag(of: file)))
    }
}

/// The section page's content.
struct SectionView: Sendable {
    let visit: Visit
    let file: CreditFile
    let section: CreditFile.Section
    let number: Int
    let on: Day?

    func page(_ number: Int) -> Page {
        .section(key: file.subject.key, section: section.section.id, number: number, on: on)
    }

    var html: HTML {
        let size = SectionPage.entriesPerPage
        let shown = section.entries.dropFirst((number - 1) * size).prefix(size)
        let pages = max(1, (section.entries.count + size - 1) / size)
        return """
            <h1>\(visit[section.section.name])</h1>
            <p class="lead"><a href="\(visit.link(.file(key: file.subject.key, on: on)))">\(visit.chinese(file.subject.name))</a></p>
            <p>\(visit.say("共 \(section.entries.count) 条，第 \(number) 页，共 \(pages) 页。", "\(section.entries.count) entries, page \(number) of \(pages)."))</p>
            <ul class="entries">
            \(shown.map { EntryRow(visit: visit, entry: $0, on: file.on).html })</ul>
            <nav class="pages" aria-label="\(visit.say("翻页", "Pages"))">
            \(step(to: number - 1, visit.say("上一页", "Previous page")), if: number > 1)\
            \(step(to: number + 1, visit.say("下一页", "Next page")), if: number < pages)</nav>
            """
    }

    private func step(to number: Int, _ words: HTML) -> HTML {
        "<a href=\"\(visit.link(page(number)))\">\(words)</a>\n"
    }
}
