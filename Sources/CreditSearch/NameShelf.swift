import CreditModel
import CreditStore

/// All names one behind the other in memory, to be passed over once a query.
struct NameShelf {
    private struct Place {
        let name: String
        let folded: Range<Int>
        let key: String
        let kind: SubjectKind
        let subject: Int64
        var isFormer: Bool
    }

    /// The sequence number up to which names were read.
    private(set) var lastSequence: Int64 = 0
    private var bytes: [UInt8] = []
    private var places: [Place] = []
    private var latest: [Int64: Int] = [:]

    /// Adds names in the order of their sequence numbers; a newer name of a subject makes its older ones former.
    mutating func add(_ names: [NameGiven]) {
        // Two searches at once may have read the same names: what is known already is passed over.
        for given in names where given.sequence > lastSequence {
            lastSequence = max(lastSequence, given.sequence)
            let start = bytes.count
            bytes += Array(NameFolding.fold(given.name).utf8)
            let range = start..<bytes.count
            bytes.append(0x0A)
            if let former = latest[given.subject] { places[former].isFormer = true }
            latest[given.subject] = places.count
            places.append(
                Place(
                    name: given.name,
                    folded: range,
                    key: given.key,
                    kind: given.kind,
                    subject: given.subject,
                    isFormer: false
                )
            )
        }
    }

    /// All that match a folded query, best first; each subject once.
    func find(_ query: String) -> [SearchHit] {
        var best: [Int64: (rank: Int, place: Int, offset: Int)] = [:]
        for (place, offset) in occurrences(of: Array(query.utf8)) {
            let described = places[place]
            let isExact = offset == 0 && described.folded.count == query.utf8.count
            // Limit 1: a sole trader answers to its exact trade name alone.
            guard isExact || described.kind.isFoundByPartOfName else { continue }
            let rank = (described.isFormer ? 3 : 0) + (isExact ? 0 : offset == 0 ? 1 : 2)
            if let known = best[described.subject], known.rank <= rank { continue }
            best[described.subject] = (rank, place, offset)
        }
        return best.values
            .sorted { left, right in
                (left.rank, places[left.place].folded.count, left.place) < (
                    right.rank, places[right.place].folded.count, right.place
                )
            }
            .map { hit($0.rank, places[$0.place], $0.offset, query.count) }
    }

    private func hit(_ rank: Int, _ place: Place, _ offset: Int, _ length: Int) -> SearchHit {
        let prefix = String(
            decoding: bytes[place.folded.lowerBound..<(place.folded.lowerBound + offset)],
            as: UTF8.self
        )
        let leading = place.name.prefix { $0 == " " || $0 == "\u{3000}" }.count
        let start = prefix.count + leading
        let current = latest[place.subject].map { places[$0].name } ?? place.name
        let ways: [SearchHit.Why] = [.exactName, .beginning, .part]
        return SearchHit(
            key: place.key,
            kind: place.kind,
            name: current,
            matchedName: place.name,
            matched: start..<(start + length),
            why: rank >= 3 ? .formerName : ways[rank]
        )
    }

    /// The places that hold the query, each with its first offset.
    private func occurrences(of query: [UInt8]) -> [(place: Int, offset: Int)] {
        let search = ByteSearch(query)
        var found: [(Int, Int)] = []
        bytes.withUnsafeBufferPointer { all in
            var from = 0
            var place = 0
            while let at = search.first(in: all, from: from) {
                while places[place].folded.upperBound <= at { place += 1 }
                found.append((place, at - places[place].folded.lowerBound))
                from = places[place].folded.upperBound
            }
        }
        return found
    }
}
