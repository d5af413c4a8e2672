import CreditSearch

/// The results page's content.
struct ResultsView: Sendable {
    let visit: Visit
    let query: String
    let note: SearchOutcome.Note?
    let found: [ResultsPage.Found]

    var html: HTML {
        """
        <h1>\(visit.say("查询结果", "Results"))</h1>
        \(SearchBox(visit: visit, place: .results(query)).html)
        \(ResultsNote(visit: visit, query: query, note: note, count: found.count).html)
        \("<ol class=\"results\">\n\(found.map(row))</ol>", if: !found.isEmpty)
        """
    }

    private func row(_ found: ResultsPage.Found) -> HTML {
        let parent = found.standing?.parent.map { self.found[$0].hit }
        return ResultRow(visit: visit, found: found, parent: parent).html
    }
}
