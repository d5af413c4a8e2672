/// In what order the schemas want the children of a part's root (ECMA-376, part 1, annex A.2).
enum SchemaOrders {
    static let worksheet = list(
        """
        sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios
        autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations
        hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches
        ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems
        tableParts extLst
        """
    )
    static let workbook = list(
        """
        fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences
        definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr
        webPublishObjects extLst
        """
    )
    static let styles = list(
        "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst"
    )

    private static func list(_ names: String) -> [String] {
        names.split { $0 == " " || $0 == "\n" }.map(String.init)
    }
}
