import CreditCatalogue
import Foundation
import TestSupport
import Testing

/// One thing broken in the city of sectors, and the line on which it is told of.
struct SectorBreak: Sendable, CustomTestStringConvertible {
    let what: String
    let file: String
    let text: String
    let other: String
    /// A text on the line that is told of, after the change.
    let at: String
    let says: String
    let remedy: String
    /// The file that is told of, where it is not the one that was broken.
    let place: String
    /// Whether the last such line is told of and not the first.
    let isLast: Bool

    init(
        _ what: String,
        _ file: String,
        _ text: String,
        into other: String,
        at: String,
        says: String,
        remedy: String = "",
        place: String? = nil,
        isLast: Bool = false
    ) {
        self.isLast = isLast || says == "重复"
        (self.what, self.file, self.text, self.other) = (what, file, text, other)
        (self.at, self.says, self.remedy, self.place) = (at, says, remedy, place ?? file)
    }

    var testDescription: String { what }

    /// A folder with the broken catalogue, and the line on which it is to be told of.
    func made() throws -> (scratch: ScratchFolder, folder: String, line: Int) {
        let scratch = try ScratchFolder()
        let folder = scratch.file("catalogue")
        try SectorCity.lay(into: folder)
        try edit(folder + "/" + file)
        let lines = try String(contentsOfFile: folder + "/" + place, encoding: .utf8)
            .split(
                separator: "\n",
                omittingEmptySubsequences: false
            )
        // Of two equal ids the second is the one too many.
        let found = isLast ? lines.lastIndex { $0.contains(at) } : lines.firstIndex { $0.contains(at) }
        let line = try #require(found, "“\(at)” is not in \(place)")
        return (scratch, folder, line + 1)
    }

    private func edit(_ path: String) throws {
        var content = try String(contentsOfFile: path, encoding: .utf8)
        if text.isEmpty {
            content += other
        } else {
            content.replaceSubrange(try #require(content.range(of: text), "“\(text)” is not in \(file)"), with: other)
        }
        try content.write(toFile: path, atomically: true, encoding: .utf8)
    }
}
