/// What becomes of a part's elements as the scanner passes over them.
protocol XMLEvents: ~Copyable {
    /// An element begins.
    mutating func start(_ name: ScannedName, _ attributes: borrowing ScannedAttributes) throws(SheetError)
    /// An element ends; says what the scanner is to do next.
    mutating func end(_ name: ScannedName) throws(SheetError) -> XMLWish
    /// Some of an element's text, in UTF-8; an element's text may come in several pieces.
    mutating func text(_ piece: UnsafeBufferPointer<UInt8>) throws(SheetError)
}

/// What is wanted after an element.
enum XMLWish {
    /// What follows.
    case more
    /// A pause, and later what follows.
    case pause
    /// Nothing more of this part.
    case nothing
}
