import CreditSheets
import Testing

@Suite struct SheetErrorTests {
    @Test("Every kind is explained in both languages, with its row", arguments: SheetError.Kind.allCases)
    func messages(kind: SheetError.Kind) {
        let error = SheetError(kind, row: 7)
        #expect(error.message(chinese: true).hasPrefix("第 7 行："))
        #expect(error.message(chinese: true).hasSuffix("。"))
        #expect(error.message(chinese: false).hasPrefix("Row 7: "))
        #expect(error.message(chinese: false).hasSuffix("."))
    }

    @Test("Kinds that ask for different remedies do not share a message")
    func distinct() {
        let shared: Set<SheetError.Kind> = [.zipBroken, .xmlBroken, .xmlEntity]
        let others = SheetError.Kind.allCases.filter { !shared.contains($0) }
        for chinese in [true, false] {
            let messages = Set(others.map { SheetError($0).message(chinese: chinese) })
            #expect(messages.count == others.count)
        }
    }

    @Test("Equality is on the kind alone")
    func equality() {
        #expect(SheetError(.zipBroken, row: 1, detail: "a") == SheetError(.zipBroken))
        #expect(SheetError(.zipBroken) != SheetError(.zipBomb))
    }
}
