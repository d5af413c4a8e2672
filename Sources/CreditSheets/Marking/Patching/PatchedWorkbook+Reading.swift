extension PatchedWorkbook {
    /// The marks of a sheet where they are seen: those of covered cells on the first cell of their merge.
    func marks(at place: Int, in part: String) throws -> [CellMark] {
        guard let marks = marking.marking(of: place)?.marks, !marks.isEmpty,
            let entry = try package.archive.entry(part)
        else { return [] }
        return try SheetMerges(entry).moved(marks)
    }

    /// What stands in the secret cells of a sheet, read alongside; `nil` where it has none.
    mutating func sealed(at place: Int) throws -> SealedCells? {
        let table = marking.marking(of: place)
        guard let ahead = try reader(place) else { return nil }
        let headings = try SecretHeadings(ahead, table, marking)
        guard !headings.isEmpty || !(table?.secretColumns.isEmpty ?? true), let reader = try reader(place) else {
            return nil
        }
        return SealedCells(reader, table, headings, marking)
    }

    /// A reader of a sheet; none where it holds nothing.
    private mutating func reader(_ place: Int) throws -> (any SheetReader)? {
        let book = try readable()
        guard book.tables.indices.contains(place) else { return nil }
        do throws(SheetError) {
            return try book.open(place)
        } catch  where error.kind == .empty {
            return nil
        }
    }

    /// The file as the readers see it, but with as many columns as a sheet may have: also sheets that were not read are looked at.
    private mutating func readable() throws(SheetError) -> SheetBook {
        if let book { return book }
        var limits = limits
        limits.maximumColumns = 16_384
        let opened = try SheetBook(path: source, limits: limits)
        book = opened
        return opened
    }
}
