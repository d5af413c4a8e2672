public import CreditModel

/// Something that a catalogue lacks though it loads: it keeps no server from starting, and is to be mended all the same.
public struct CatalogueGap: Hashable, Sendable {
    /// What sort of gap it is.
    public let kind: Kind
    /// The file it stands in, relative to the catalogue's folder; empty where the catalogue was not read from files.
    public let file: String
    /// The line in it, counted from 1; `nil` where it is not known.
    public let line: Int?
    /// What is lacking.
    public let what: Bilingual
    /// What to do.
    public let remedy: Bilingual

    /// The sorts of gap.
    public enum Kind: String, Sendable, CaseIterable {
        /// A field says in one language not what it means.
        case meaningMissing = "meaning-missing"
        /// A law or a legal basis says not since when it is in force.
        case basisUndated = "basis-undated"
        /// Two validities of which one alone can hold.
        case yearsOverlap = "years-overlap"
        /// An open item that no department may send.
        case noSender = "no-sender"
        /// A code list that no field is chosen from.
        case listUnused = "list-unused"
        /// A clause of the plan without a kind of record and without the reason.
        case clauseUnserved = "clause-unserved"
        /// An item names a clause that the plan does not have.
        case clauseUnknown = "clause-unknown"
        /// Something that is not public, and no ground is stated (clause 2.2).
        case groundMissing = "ground-missing"
        /// An example that the field's own code list does not have.
        case exampleWrong = "example-wrong"
        /// A public field of words whose heading asks for a person.
        case personPublic = "person-public"
        /// Two items have layouts that nothing tells apart.
        case layoutsAlike = "layouts-alike"
        /// An item quotes words that its clauses do not have.
        case wordsNotInPlan = "words-not-in-plan"
    }

    /// A gap from its parts.
    public init(kind: Kind, file: String, line: Int?, what: Bilingual, remedy: Bilingual) {
        self.kind = kind
        self.file = file
        self.line = line
        self.what = what
        self.remedy = remedy
    }

    /// `sectors/2.5-procurement.yaml:12: …` and the remedy, on one line.
    public func text(in language: Language) -> String {
        let place = file.isEmpty ? "" : file + (line.map { ":\($0)" } ?? "") + ": "
        let arrow = language == .zh ? "　→ " : " → "
        return place + what[language] + arrow + remedy[language]
    }
}
