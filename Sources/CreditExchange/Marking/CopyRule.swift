public import CreditModel

extension Sequence<TableFindings> {
    /// Why no marked-up copy of a file with these tables is made; `nil` where one may be.
    ///
    /// A sheet of natural persons is not taken, and nobody gets a further copy of it from us.
    public var noCopy: Bilingual? {
        guard contains(where: \.isOfPersons) else { return nil }
        return Bilingual(
            zh: "这是自然人的表格，平台不收，也不再复制一份。",
            en: "It is a sheet of natural persons; the platform does not take it and makes no further copy of it."
        )
    }
}
