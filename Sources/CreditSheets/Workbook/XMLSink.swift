/// What becomes of a part's elements as they go by.
protocol XMLSink: AnyObject {
    /// An element begins.
    func start(_ name: XMLName, _ attributes: XMLAttributes, _ stream: XMLStream)
    /// An element ends.
    func end(_ name: XMLName, _ stream: XMLStream)
    /// Some of an element's text, in UTF-8; an element's text may come in several pieces.
    func text(_ bytes: UnsafeBufferPointer<UInt8>, _ stream: XMLStream)
}
