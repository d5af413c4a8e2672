import ArgumentParser
import CreditCatalogue
import CreditModel

struct ShowCatalogue: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "一个事项的全部规定 / everything that governs an item",
        discussion: "例 / Example: xinyuan catalogue show penalty"
    )

    @Argument(help: "事项 / the item")
    var item: String

    @OptionGroup var options: CatalogueOptions

    func run() throws {
        let catalogue = try options.load()
        guard let item = catalogue.item(item) else {
            throw Failure("目录里没有事项 \(self.item)。", "The catalogue has no item \(self.item).")
        }
        for line in ItemLines(catalogue: catalogue, item: item, language: options.lang).all { Terminal.line(line) }
    }
}
