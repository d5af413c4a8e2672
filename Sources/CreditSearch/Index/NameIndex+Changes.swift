extension NameIndex {
    /// A segment this much larger than all younger ones together is left alone when they are joined.
    private static let joinFactor = 4
    private static let mostSegments = 4

    /// An index of some subjects, in the order of their numbers.
    init(_ subjects: some Sequence<SubjectNames>, brandStart: @escaping (String) -> Int = { _ in 0 }) {
        var builder = SegmentBuilder(brandStart: brandStart)
        for subject in subjects { builder.add(subject) }
        self.init(builder.count == 0 ? [] : [Segment(names: builder.build())])
    }

    /// The index with some subjects as they are now; those that say nothing new leave it as it is.
    ///
    /// - Complexity: a look-up a subject and segment, a copy of a bit a name, and now and then the younger segments built anew.
    func with(_ changed: [SubjectNames], brandStart: @escaping (String) -> Int) -> NameIndex {
        var segments = segments
        var builder = SegmentBuilder(brandStart: brandStart)
        for subject in changed.sorted(by: { $0.id < $1.id }) {
            let known = standing(of: subject.id)
            if known == (subject.names.isEmpty ? nil : subject) { continue }
            for number in segments.indices { segments[number].bury(subject.id) }
            builder.add(subject)
        }
        if builder.count > 0 { segments.append(Segment(names: builder.build())) }
        return NameIndex(segments).joined(brandStart: brandStart)
    }

    /// What the index knows of a subject.
    func standing(of id: Int64) -> SubjectNames? {
        for segment in segments.reversed() {
            let places = segment.names.places(of: id)
            if let first = places.first, !segment.isBuried(first) { return segment.names.subject(places) }
        }
        return nil
    }

    /// Joins the youngest segments where there are many.
    private func joined(brandStart: @escaping (String) -> Int) -> NameIndex {
        guard segments.count > NameIndex.mostSegments else { return self }
        var first = segments.count - 1
        var young = segments[first].names.count
        while first > 0, segments[first - 1].names.count < young * NameIndex.joinFactor {
            first -= 1
            young += segments[first].names.count
        }
        // Even where each is much larger than the next, the two youngest make one.
        first = min(first, segments.count - 2)
        let subjects = segments[first...].flatMap(\.standing).sorted { $0.id < $1.id }
        var kept = Array(segments[..<first])
        var builder = SegmentBuilder(brandStart: brandStart)
        for subject in subjects { builder.add(subject) }
        if builder.count > 0 { kept.append(Segment(names: builder.build())) }
        return NameIndex(kept)
    }
}

extension NameIndex.Segment {
    /// Whether a newer segment has a name's subject.
    func isBuried(_ place: Int) -> Bool { !dead.isEmpty && dead[place >> 6] >> UInt64(place & 63) & 1 == 1 }

    /// The subjects that hold.
    var standing: [SubjectNames] {
        var all: [SubjectNames] = []
        var place = 0
        while place < names.count {
            let places = names.places(of: names.parts.subjects[place])
            if !isBuried(place), let subject = names.subject(places) { all.append(subject) }
            place = places.upperBound
        }
        return all
    }

    /// A subject's names hold no more here.
    mutating func bury(_ id: Int64) {
        for place in names.places(of: id) {
            if dead.isEmpty { dead = Array(repeating: 0, count: (names.count + 63) / 64) }
            dead[place >> 6] |= 1 << UInt64(place & 63)
        }
    }
}
