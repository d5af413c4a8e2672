import CreditCatalogue
import CreditModel

/// A problem as a page: what happened, what you can do, a number to quote.
struct ProblemView: Sendable {
    let visit: Visit
    let problem: Problem
    let number: String

    var html: HTML {
        """
        <h1>\(visit[problem.title])</h1>
        <p class="lead">\(visit[problem.detail])</p>
        \(SearchBox(visit: visit, place: .results("")).html)
        <p><a href="\(visit.link(.home))">\(visit.say("回到首页", "Back to the home page"))</a></p>
        <p class="note">\(visit.say("反映问题时请报编号：", "Number to quote: "))<span class="code">\(number)</span>\
        \(visit.say("　电话 ", ", telephone "))<a href="tel:\(visit.catalogue.city.contact.telephone)">\
        \(visit.catalogue.city.contact.telephone)</a></p>
        """
    }
}
