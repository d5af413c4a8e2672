/// Makes what is shown of a name that matched.
struct HitMaker {
    let index: NameIndex
    let inquiry: Inquiry

    func hit(_ found: Found) -> SearchHit {
        let names = index.segments[found.segment].names
        let first = names.first(of: found.place)
        let (text, matched) = shown(found, names)
        return SearchHit(
            id: names.parts.subjects[found.place],
            key: names.key(found.place),
            kind: names.kind(found.place),
            name: names.name(first),
            matchedName: text,
            isFormer: names.parts.flags[found.place] & NameSegment.former != 0,
            matched: matched,
            why: found.way,
            score: found.score
        )
    }

    private func shown(_ found: Found, _ names: NameSegment) -> (String, [Range<Int>]) {
        switch found.way {
        case .code, .codePart: return code(names.codes(found.place))
        case .similar:
            let name = names.name(found.place)
            return (name, places(alike(names.parts.units[names.unitRange(found.place)]), in: name))
        default:
            let name = names.name(found.place)
            return (name, places(Set(found.matched), in: name))
        }
    }

    private func code(_ codes: ArraySlice<UInt8>) -> (String, [Range<Int>]) {
        let wanted = String(decoding: inquiry.code ?? [], as: UTF8.self)
        for code in codes.split(separator: 0x20) {
            let text = String(decoding: code, as: UTF8.self)
            if let range = text.firstRange(of: wanted) {
                let start = text.distance(from: text.startIndex, to: range.lowerBound)
                return (text, [start..<(start + wanted.count)])
            }
        }
        return ("", [])
    }

    /// The units of a name whose pairs the query has.
    private func alike(_ units: ArraySlice<UInt16>) -> Set<Int> {
        var pairs: Set<UInt32> = []
        for at in inquiry.units.indices.dropFirst() {
            pairs.insert(UInt32(inquiry.units[at - 1]) << 16 | UInt32(inquiry.units[at]))
        }
        var alike: Set<Int> = []
        for at in units.indices.dropFirst()
        where pairs.contains(UInt32(units[at - 1]) << 16 | UInt32(units[at])) {
            alike.insert(at - 1 - units.startIndex)
            alike.insert(at - units.startIndex)
        }
        return alike
    }

    /// Folded units as ranges of the name's characters; what folding leaves out between two that matched belongs to them.
    private func places(_ units: Set<Int>, in name: String) -> [Range<Int>] {
        let characters = NameFolding.foldWithPlaces(name).characters
        var ranges: [Range<Int>] = []
        var last = -2
        for unit in characters.indices where units.contains(unit) {
            let character = characters[unit]
            if unit == last + 1, let open = ranges.last {
                ranges[ranges.count - 1] = open.lowerBound..<(character + 1)
            } else {
                ranges.append(character..<(character + 1))
            }
            last = unit
        }
        return ranges
    }
}
