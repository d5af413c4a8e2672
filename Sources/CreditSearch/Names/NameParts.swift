/// A name taken apart: place, brand, trade, form and branch, as ranges of its folded units.
///
/// ```swift
/// let parts = NameParser(catalogue.names, city: catalogue.city).parts(of: "鑫源（松溪）商贸有限公司")
/// parts.text(parts.brand)  // 鑫源
/// parts.text(parts.place)  // 松溪, and parts.isPlaceInside
/// ```
///
/// What is absent is an empty range. ``place`` stands before the brand, or in brackets behind it.
public struct NameParts: Sendable, Hashable {
    /// The folded units (`NameFolding`).
    public var units: [UInt16] = []
    /// The place that is named.
    public var place = 0..<0
    /// Whether the place stands in brackets behind the brand.
    public var isPlaceInside = false
    /// The brand (字号): what distinguishes it.
    public var brand = 0..<0
    /// The trade.
    public var trade = 0..<0
    /// The legal form.
    public var form = 0..<0
    /// The branch, with what it is called: 长春第一分公司.
    public var branch = 0..<0
    /// Which place that is.
    public var placeKey = PlaceKey()
    /// The form's group in the catalogue from 1; 0 where the name has none.
    public var formGroup: UInt16 = 0
    /// Whether the form is that of a company, behind which a name ends.
    public var isFormEnding = false
    /// The trades' groups in the catalogue from 1, ascending, up to four of them in sixteen bits each.
    public var tradeGroups: UInt64 = 0
    /// A hash of the characters that may be simplified in two ways; 0 where there are none.
    public var ownCharacters: UInt64 = 0
    /// Whether the name was not spelled as it folds: brackets, blanks, width, traditional characters.
    public var isRespelled = false

    /// The empty name.
    public init() {}

    /// A part as text.
    public func text(_ part: Range<Int>) -> String { String(decoding: units[part], as: UTF16.self) }
}
