import CreditCatalogue
import CreditExchange
import CreditModel
import CreditRules
import CreditSample
import CreditStore
import TestSupport
import Testing

@Suite("A good and a bad file of each item")
struct ItemFilesTests {
    @Test("A good file is recognised without being named, and every row of it is taken in", arguments: ItemFiles.open)
    func goodFile(item: String) throws {
        let catalogue = try Folders.city.get()
        let good = try #require(try ItemFiles.of(item).first, "no department sends it")
        let checked = try check(good, catalogue)
        #expect(checked.match.item.id == item)
        #expect(checked.faults.isEmpty && good.truth.isEmpty, "\(checked.lines) \(good.truth)")
        #expect(checked.rows == good.file.rows && checked.admitted == checked.rows && checked.rows >= 4)
    }

    @Test(
        "Of a bad file exactly the faults of the truth are told, and its good rows are kept",
        arguments: ItemFiles.open
    )
    func badFile(item: String) throws {
        let catalogue = try Folders.city.get()
        let bad = try #require(try ItemFiles.of(item).dropFirst().first)
        let checked = try check(bad, catalogue)
        #expect(checked.match.item.id == item)
        #expect(checked.lines == bad.truth)
        #expect(checked.refused >= 1 && checked.admitted + checked.queued >= 1)
        let counts = [checked.rows, checked.admitted, checked.refused, checked.queued, checked.warned]
        #expect(counts == [bad.file.rows, bad.file.good, bad.file.refused, bad.file.queued, bad.file.warned])
    }

    @Test("A file of a withdrawn item is refused whole, and the answer says the ground", arguments: ItemFiles.withdrawn)
    func withdrawn(item: String) throws {
        let catalogue = try Folders.city.get()
        let file = try #require(try ItemFiles.of(item).first)
        let checked = try check(file, catalogue)
        #expect(checked.match.item.id == item && checked.rows > 0 && checked.refused == checked.rows)
        let fault = try #require(checked.faults.first)
        #expect(checked.faults.count == 1 && fault.code == .itemWithdrawn)
        guard case .withdrawn(let ground)? = catalogue.item(item)?.standing else { return }
        #expect(catalogue.faults.message(for: fault, in: .zh).contains(ground.zh))
        #expect(catalogue.faults.message(for: fault, in: .en).contains(ground.en))
    }

    @Test("All of them handed in: good rows are kept, and the same files again change nothing")
    func handedIn() async throws {
        let catalogue = try Folders.city.get()
        let test = try TestStore(catalogue)
        var kept = 0
        for item in ItemFiles.open {
            let files = try ItemFiles.of(item)
            for made in files {
                let file = made.file
                let first = try await test.submit(made.path, from: file.department, on: day(file.received)).outcome
                #expect(first.receipt.counts.admitted + first.receipt.counts.held == file.good + file.queued, "\(item)")
                #expect(first.receipt.counts.refused == file.refused, "\(item)")
                kept += first.receipt.counts.admitted
            }
            guard let good = files.first else { continue }
            let later = good.file.received
            let again = try await test.submit(good.path, from: good.file.department, on: day(later)).outcome
            #expect(again.repeats != nil || again.receipt.counts.unchanged == good.file.rows, "\(item)")
        }
        #expect(kept > ItemFiles.open.count * 8)
    }

    @Test("There are the items of a whole plan to try")
    func wholePlan() {
        #expect(ItemFiles.open.count > 150 && ItemFiles.withdrawn.count > 10)
    }

    @Test("The files come in every format, and every kind of fault of sectors is among them")
    func isMixed() throws {
        var endings: [String: Int] = [:]
        var codes: Set<String> = []
        for item in ItemFiles.open {
            for made in try ItemFiles.of(item) {
                endings[String(made.file.path.split(separator: ".").last ?? ""), default: 0] += 1
                codes.formUnion(made.truth.compactMap { $0.split(separator: " ").last.map(String.init) })
            }
        }
        #expect(endings.values.allSatisfy { $0 > ItemFiles.open.count / 3 } && endings.count == 2)
        #expect(codes.isSuperset(of: FaultCode.ofSectors.map(\.rawValue)))
    }

    private func check(_ made: ItemFiles.Made, _ catalogue: Catalogue) throws -> Checked {
        let received = day(made.file.received)
        return try Checked(
            made.path,
            catalogue,
            from: catalogue.departments.source(named: made.file.department, on: received),
            on: received
        )
    }
}
