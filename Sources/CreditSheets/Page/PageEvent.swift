/// What is met in a page as far as tables go; the bytes of a text are lent until the next is asked for.
enum PageEvent {
    case tableStart(PagePlace)
    case tableEnd(PagePlace)
    case rowStart, rowEnd, groupEnd
    case cellStart(CellSpan)
    case cellEnd
    case captionStart, captionEnd
    case headingStart, headingEnd
    case nameStart, nameEnd
    case text(UnsafeBufferPointer<UInt8>)
    case lineBreak, blockBreak
    case done
}

/// Where a table begins.
struct PagePlace {
    /// Its number among all of the page's, in the order in which they begin.
    var ordinal: Int
    /// Bytes of UTF-8 before it.
    var offset: Int64
    /// How many tables it stands in.
    var depth: Int
}
