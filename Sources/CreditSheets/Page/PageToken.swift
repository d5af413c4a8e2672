/// What a page is made of, one after the other; the bytes of a text are lent until the next is asked for.
enum PageToken {
    case text(UnsafeBufferPointer<UInt8>)
    case start(PageTag)
    case end(PageTag)
    case done
}
