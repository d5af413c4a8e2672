extension NameIndex {
    /// The organisations that answer a query, best first, each once.
    ///
    /// The query is a name or a part of it, as people write and mistype it; pinyin or initials; a code or four characters of
    /// it. Names may be found until their last day, given as days since 1970; while somebody is typing, no sole trader is.
    /// - Complexity: the postings of the query's rarest pairs, and a few hundred names character by character.
    func search(
        _ query: String,
        limit: Int,
        today: Int32,
        isTyping: Bool = false,
        _ scratches: inout [Scratch]
    ) -> SearchOutcome {
        let inquiry = Inquiry(query)
        guard inquiry.units.count >= 2 else { return outcome([], .tooShort) }
        prepare(&scratches)
        var podium = Podium(capacity: limit)
        var isCut = false
        ExactSearch(index: self, inquiry: inquiry, isTyping: isTyping).run(today: today, into: &podium)
        if let code = inquiry.code {
            isCut = CodeSearch(index: self, code: code, isTyping: isTyping).run(today: today, into: &podium)
        }
        if !podium.ranked.contains(where: { $0.way == .code }) {
            isCut = pair(inquiry, &scratches, today, &podium) || isCut
            if let letters = inquiry.letters {
                isCut = sound(letters, inquiry.breaks, &scratches, today, &podium) || isCut
            }
        }
        return outcome(podium, inquiry, isCut)
    }

    private func pair(_ inquiry: Inquiry, _ scratches: inout [Scratch], _ today: Int32, _ podium: inout Podium) -> Bool
    {
        let isCut = PairSearch(self, inquiry.units, breaks: inquiry.breaks).run(&scratches, today: today, into: &podium)
        guard let bracket = inquiry.bracket, bracket.around.count >= 2 else { return isCut }
        return PairSearch(self, bracket.around, breaks: [], aside: bracket.inside)
            .run(&scratches, today: today, into: &podium) || isCut
    }

    private func sound(
        _ letters: [UInt8],
        _ breaks: Set<Int>,
        _ scratches: inout [Scratch],
        _ today: Int32,
        _ podium: inout Podium
    ) -> Bool {
        let isCut = SoundSearch(self, letters: letters, breaks: breaks).run(&scratches, today: today, into: &podium)
        return InitialSearch(self, letters: letters).run(&scratches, today: today, into: &podium) || isCut
    }

    private func prepare(_ scratches: inout [Scratch]) {
        while scratches.count < segments.count { scratches.append(Scratch()) }
        for (number, segment) in segments.enumerated() { scratches[number].prepare(for: segment.names.count) }
    }

    private func outcome(_ podium: Podium, _ inquiry: Inquiry, _ isCut: Bool) -> SearchOutcome {
        // Beside a good answer a poor one is none.
        let least = max(0.4, podium.best - 0.45)
        let maker = HitMaker(index: self, inquiry: inquiry)
        let hits = podium.ranked.prefix { $0.score >= least }.map { maker.hit($0) }
        let isMore = podium.isFull && hits.count == podium.ranked.count
        let isLittle = hits.isEmpty && inquiry.isOneSyllable
        return outcome(
            hits,
            isLittle ? .tooShort : isCut ? .tooCommon : hits.isEmpty ? .nothingFound : isMore ? .more : .complete
        )
    }

    private func outcome(_ hits: [SearchHit], _ note: SearchOutcome.Note) -> SearchOutcome {
        SearchOutcome(hits: hits, note: note, ledgerSize: ledgerSize)
    }
}
