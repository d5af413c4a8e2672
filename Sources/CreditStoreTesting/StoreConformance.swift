public import CreditCatalogue
import CreditModel
public import CreditStore
import Testing

/// All roles of a store together.
public typealias WholeStore = SubmissionWriter & OfficerActs & OfficeReader & PairMemory & CreditReader

/// What every store must promise, whatever database it stands on: run it in the tests of each driver.
///
/// The catalogue must have the items `licence`, `penalty` and `registration` of the national standards.
public struct StoreConformance: Sendable {
    /// A promise, named after what it says.
    public enum Promise: String, CaseIterable, Sendable {
        /// Counts, sequence numbers and receipt of a submission.
        case receiptTellsWhatBecameOfTheRows
        /// The same file again changes nothing.
        case sameFileAgainChangesNothing
        /// Same key, other content: replaces, and the history stays.
        case otherContentReplacesAndHistoryStays
        /// An older file may revert, visibly.
        case olderFileReverts
        /// What was broken off goes on behind its last committed chunk.
        case brokenOffSubmissionGoesOn
        /// What was sealed since an attempt began is given again, and not handed in once more.
        case sealedSinceIsTakenUp
        /// Two departments may hand in at once.
        case submissionsMayInterleave
        /// One department never replaces another's record.
        case noDepartmentReplacesAnothersRecord
        /// A number that another record has too, written otherwise, is told; both are kept.
        case nearNumberIsToldAndKept
        /// Only within an organisation, a department and the other key fields.
        case nearNumberIsOfOneSubjectSourceAndKey
        /// A withdrawn record is nothing to be near to.
        case nearNumberOfWithdrawnRecordIsNotTold
        /// The number of a row that had to wait is known like any other.
        case nearNumberOfResolvedRowIsFound
        /// A row without a strong key waits; an officer resolves or refuses it, once.
        case heldRowIsResolvedOrRefusedOnce
        /// A held row that is handed in again is not held twice, and what an officer said of it holds.
        case heldRowAgainIsNotHeldTwice
        /// Two keys that point to two subjects wait; a number with a matching history is enough.
        case strongKeysIdentifyAndConflictsWait
        /// A name never merges two subjects, and never splits one.
        case nameNeverMerges
        /// Withdrawn or taken down: gone from lists, kept in the ledger, and no correction brings it back.
        case withdrawnIsGoneForGood
        /// A tier left open is decided once, and a correction opens it again.
        case openTierIsDecidedOnce
        /// Pages of a list neither repeat nor skip while others write.
        case pagesDoNotDrift
        /// Lists are narrowed by department, day and the rules of today.
        case listsAreNarrowed
        /// Organisations come in the order of their numbers, and then those that entries touched.
        case nameFeedGoesOnFromASequenceNumber
        /// The organisation of a resolved row is new to a reader of the feed.
        case resolvedRowsOrganisationIsInTheFeed
        /// A name that a withdrawn record gave is given no more.
        case withdrawnNameLeavesTheFeed
        /// However often it was corrected since.
        case withdrawnNameIsGoneAfterFurtherCorrections
        /// Registration data renew what is known of a subject.
        case registrationRenewsItsSubject
        /// Every entry is proved against the signed head.
        case everyEntryIsProved
        /// What each department handed in is counted.
        case statusCountsByDepartment
        /// A decision on a pair is an entry, holds for its department, and gives way to a later one.
        case pairIsRememberedPerDepartment
        /// A decision on a pair keeps no number of a person and speaks of an organisation of the register.
        case pairIsRefusedWithoutGround
        /// A record of a person in a role is new, unchanged or replaced by item, source, person and key fields.
        case personIsToldApartByTheCertificateAlone
        /// Such a record is withdrawn by its number, and nothing that reads files, lists or names comes upon it.
        case recordOfAPersonIsReadByNobody
        /// A restricted record gives its organisation no name and no number, and is counted nowhere.
        case restrictedRecordTellsNothingOfItsOrganisation
        /// An organisation of which only restricted records spoke is, with the first other one, as if that were the first.
        case firstOtherRecordSpeaksForItself
        /// A number without a character is nobody's, and least of all that of one of whom no number is told.
        case emptyNumberIsNobodys
    }

    let catalogue: Catalogue
    let keys: StoreKeys
    let make: @Sendable () async throws -> any WholeStore

    /// A kit for stores that `make` opens empty under this catalogue and these keys.
    public init(catalogue: Catalogue, keys: StoreKeys, make: @escaping @Sendable () async throws -> any WholeStore) {
        self.catalogue = catalogue
        self.keys = keys
        self.make = make
    }

    /// Runs every promise on a store of its own.
    public func runAll() async throws {
        for promise in Promise.allCases { try await run(promise) }
    }

    /// Runs one promise on a store of its own.
    public func run(_ promise: Promise) async throws {
        let clerk = Clerk(store: try await make(), catalogue: catalogue, keys: keys)
        switch promise {
        case .receiptTellsWhatBecameOfTheRows: try await receiptTellsWhatBecameOfTheRows(clerk)
        case .sameFileAgainChangesNothing: try await sameFileAgainChangesNothing(clerk)
        case .otherContentReplacesAndHistoryStays: try await otherContentReplacesAndHistoryStays(clerk)
        case .olderFileReverts: try await olderFileReverts(clerk)
        case .brokenOffSubmissionGoesOn: try await brokenOffSubmissionGoesOn(clerk)
        case .sealedSinceIsTakenUp: try await sealedSinceIsTakenUp(clerk)
        case .submissionsMayInterleave: try await submissionsMayInterleave(clerk)
        case .noDepartmentReplacesAnothersRecord: try await noDepartmentReplacesAnothersRecord(clerk)
        case .nearNumberIsToldAndKept: try await nearNumberIsToldAndKept(clerk)
        case .nearNumberIsOfOneSubjectSourceAndKey: try await nearNumberIsOfOneSubjectSourceAndKey(clerk)
        case .nearNumberOfWithdrawnRecordIsNotTold: try await nearNumberOfWithdrawnRecordIsNotTold(clerk)
        case .nearNumberOfResolvedRowIsFound: try await nearNumberOfResolvedRowIsFound(clerk)
        case .heldRowIsResolvedOrRefusedOnce: try await heldRowIsResolvedOrRefusedOnce(clerk)
        case .heldRowAgainIsNotHeldTwice: try await heldRowAgainIsNotHeldTwice(clerk)
        case .strongKeysIdentifyAndConflictsWait: try await strongKeysIdentifyAndConflictsWait(clerk)
        case .nameNeverMerges: try await nameNeverMerges(clerk)
        case .withdrawnIsGoneForGood: try await withdrawnIsGoneForGood(clerk)
        case .openTierIsDecidedOnce: try await openTierIsDecidedOnce(clerk)
        case .pagesDoNotDrift: try await pagesDoNotDrift(clerk)
        case .listsAreNarrowed: try await listsAreNarrowed(clerk)
        case .nameFeedGoesOnFromASequenceNumber: try await nameFeedGoesOnFromASequenceNumber(clerk)
        case .resolvedRowsOrganisationIsInTheFeed: try await resolvedRowsOrganisationIsInTheFeed(clerk)
        case .withdrawnNameLeavesTheFeed: try await withdrawnNameLeavesTheFeed(clerk)
        case .withdrawnNameIsGoneAfterFurtherCorrections: try await withdrawnNameIsGoneAfterFurtherCorrections(clerk)
        case .registrationRenewsItsSubject: try await registrationRenewsItsSubject(clerk)
        case .everyEntryIsProved: try await everyEntryIsProved(clerk)
        case .statusCountsByDepartment: try await statusCountsByDepartment(clerk)
        case .pairIsRememberedPerDepartment: try await pairIsRememberedPerDepartment(clerk)
        case .pairIsRefusedWithoutGround: try await pairIsRefusedWithoutGround(clerk)
        case .personIsToldApartByTheCertificateAlone: try await personIsToldApartByTheCertificateAlone(clerk)
        case .recordOfAPersonIsReadByNobody: try await recordOfAPersonIsReadByNobody(clerk)
        case .restrictedRecordTellsNothingOfItsOrganisation:
            try await restrictedRecordTellsNothingOfItsOrganisation(clerk)
        case .firstOtherRecordSpeaksForItself: try await firstOtherRecordSpeaksForItself(clerk)
        case .emptyNumberIsNobodys: try await emptyNumberIsNobodys(clerk)
        }
    }
}
