import CreditModel

/// Layouts of two items that nothing tells apart: a file would be taken for the first.
extension Auditor {
    mutating func auditLayouts() {
        var known: [Set<String>: Item] = [:]
        for item in catalogue.items {
            for template in item.templates where !template.isForNaturalPersons {
                let headings = Set(template.columns.map { Heading.normalised($0.heading) })
                if let other = known[headings], other.id != item.id {
                    addAlike(item, template, other)
                } else {
                    known[headings] = item
                }
            }
        }
    }

    private mutating func addAlike(_ item: Item, _ template: Template, _ other: Item) {
        add(
            .layoutsAlike,
            .item(item.id),
            "templates",
            Bilingual(
                zh: "模板“\(template.id)”与事项“\(other.id)”的表头完全相同，文件会认成后者",
                en:
                    "the headings of “\(template.id)” are those of the item “\(other.id)”, for which its files would be taken"
            ),
            remedy: Bilingual(
                zh: "改一列的表头，如文号、决定日期用本事项自己的叫法",
                en: "give a column the item's own heading, such as its word for the document or the date"
            )
        )
    }
}
