import CreditCatalogue
import CreditModel

/// The forms of an item: workbook, text, and the practice sheet.
struct ItemFormLinks: Sendable {
    let visit: Visit
    let item: Item

    /// Nothing where the item takes nothing in.
    var html: HTML {
        guard item.standing == .open, !item.templates.isEmpty else { return "" }
        return link(.workbook, "XLSX") + " " + link(.text, "CSV") + " "
            + link(.practice, visit.say("练习表", "practice sheet"))
    }

    private func link(_ route: TemplateRoute, _ words: HTML) -> HTML {
        "<a href=\"\(Link.to(route, of: item.id))\">\(words)</a>"
    }
}
