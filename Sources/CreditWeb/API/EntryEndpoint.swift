import CreditFiles
import CreditLedger
import CreditModel
import CreditStore
import Hummingbird
import LibCrypto

/// One entry with its organisation.
struct EntryEndpoint: EndpointMaker {
    static let route = EndpointRoute.entry

    func answer(_ call: Call) async throws -> Response {
        let id = try call.number("id", or: .noSuchEntry)
        return try await fromLedger(call) {
            guard let found = try await call.backstage.desk.entry(id, today: call.visit.today) else {
                throw Problem.noSuchEntry
            }
            return JSONWriter.text { json in
                json.key("subject")
                json.write(found.subject)
                json.key("entry")
                json.write(found.entry)
                json.member("today", call.visit.today)
            }
        }
    }
}

/// The proof that an entry stands in the ledger, complete: it can be checked without asking us again.
struct ProofEndpoint: EndpointMaker {
    static let route = EndpointRoute.proof

    func answer(_ call: Call) async throws -> Response {
        let id = try call.number("id", or: .noSuchEntry)
        return try await fromLedger(call) {
            guard let found = try await call.backstage.desk.entry(id, today: call.visit.today) else {
                throw Problem.noSuchEntry
            }
            let parts = try await ProofEndpoint.parts(of: found.entry.sequence, store: call.backstage.store)
            return JSONWriter.text { json in
                json.member("sequence", parts.entry.sequence)
                json.member(hex: "commitment", parts.entry.commitment)
                json.member(hex: "leaf", parts.entry.leaf)
                json.member("index", parts.proof.index)
                json.member("size", parts.proof.size)
                json.member("path", parts.proof.path.map { Hex.encode($0) })
                json.member(hex: "root", parts.head.root)
                json.member("checkpoint", parts.head.checkpoint)
                json.member("verifierKey", parts.head.verifierKey)
            }
        }
    }

    /// Entry, proof and head that belong together: the ledger may grow between two reads, so they are read until they agree.
    private static func parts(
        of sequence: Int64,
        store: any CreditReader
    ) async throws
        -> (entry: LedgerEntry, proof: InclusionProof, head: LedgerHead)
    {
        guard let entry = try await store.entry(sequence) else { throw Problem.noSuchSequence }
        for _ in 0..<5 {
            let head = try await store.head()
            guard let proof = try await store.proof(of: sequence) else { throw Problem.noSuchSequence }
            if proof.size == head.size { return (entry, proof, head) }
        }
        throw Problem.unavailable
    }
}
