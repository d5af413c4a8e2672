import CreditCatalogue
import CreditModel
import CreditStore
import CreditStoreTesting
import TestSupport
import Testing

@testable import CreditStoreSQLite

/// Whom a row speaks of may come to light only here: by a number's history, or by an officer's word.
///
/// The item's kinds hold then too.
@Suite struct SubjectKindTests {
    private static let number = "220400000000018"

    private func grade(_ keys: SubjectKeys, on offset: Int = 0) -> CreditRecord {
        CreditRecord(
            item: "water-grade",
            subject: keys,
            bearing: .neutral(nil),
            decidedOn: MadeUpRecords.day(offset),
            validFrom: nil,
            validUntil: MadeUpRecords.day(400),
            fields: FieldMap([
                .init(id: "grade", value: .text("AA")), .init(id: "decidedOn", value: .day(MadeUpRecords.day(offset))),
            ])
        )
    }

    /// A store that knows one organisation of a kind by its registration number.
    private func place(_ kind: String) async throws -> Place {
        let place = try Place(SectorCity.catalogue.get())
        let code = try MadeUpRecords.code(1, kind: kind)
        let known = SubjectKeys(name: "示例", creditCode: code, registrationNumber: Self.number)
        let leak = try MadeUpRecords.penalty(1, of: known)
        let record = CreditRecord(
            item: "water-leak",
            subject: known,
            bearing: leak.bearing,
            decidedOn: leak.decidedOn,
            validFrom: nil,
            validUntil: nil,
            fields: FieldMap([.init(id: "docNumber", value: .text("松水〔2026〕1号"))])
        )
        #expect(try await place.clerk.hand([record], as: "a").counts.added == 1)
        return place
    }

    @Test(arguments: [("91", true), ("12", true), ("92", false), ("11", false)])
    func rowIsRefusedWhoseNumberLeadsToAnotherKind(kind: String, holds: Bool) async throws {
        let place = try await place(kind)
        let rows = [grade(SubjectKeys(name: "示例", creditCode: nil, registrationNumber: Self.number))]
        _ = try await place.store.begin(place.clerk.start("b", rows))
        let outcome = try await place.store.append(try place.clerk.chunk("b", rows))
        #expect(outcome.refused == (holds ? [:] : [2: .subjectKind]) && outcome.held.isEmpty)
        #expect(outcome.counts.added == (holds ? 1 : 0) && outcome.counts.refused == (holds ? 0 : 1))
        #expect(try place.rows("SELECT id FROM record WHERE item = 'water-grade'").count == (holds ? 1 : 0))
    }

    @Test(arguments: [("91", true), ("92", false)])
    func heldRowIsNotResolvedToAnotherKind(kind: String, holds: Bool) async throws {
        let place = try await place(kind)
        try await place.clerk.hand([grade(SubjectKeys(name: "示例", creditCode: nil))], as: "b", on: 2)
        let held = try #require(try await place.store.conflicts().first?.sequence)
        let code = try MadeUpRecords.code(1, kind: kind).text
        let act = Resolution(held: held, code: code, reason: "核实")
        if holds {
            _ = try await place.store.resolve(act, by: "王某", at: Clerk.at(3))
        } else {
            let kinds = Bilingual(
                zh: [SubjectKind.enterprise, .institution].map(\.name.zh).joined(separator: "、"),
                en: [SubjectKind.enterprise, .institution].map(\.name.en).joined(separator: ", ")
            )
            await #expect(throws: ActRefused.kindNotOfItem(code: code, kinds: kinds)) {
                try await place.store.resolve(act, by: "王某", at: Clerk.at(3))
            }
            #expect(try await place.store.conflicts().map(\.sequence) == [held], "it waits on")
            let refusal = Resolution(held: held, code: nil, reason: "个体工商户不评级")
            _ = try await place.store.resolve(refusal, by: "王某", at: Clerk.at(4))
        }
        #expect(try await place.store.conflicts().isEmpty)
        #expect(try place.rows("SELECT id FROM record WHERE item = 'water-grade'").count == (holds ? 1 : 0))
    }
}
