/// What one search counts with; kept from search to search, since it is as long as the index.
struct Scratch: Sendable {
    /// For each place how much of the query was met in it.
    var weights: [UInt16] = []
    /// The places whose weight is not 0.
    var touched: [UInt32] = []
    /// How many touched places have a weight of each size.
    var histogram = [UInt32](repeating: 0, count: 1025)

    mutating func prepare(for count: Int) {
        if weights.count < count { weights = Array(repeating: 0, count: count) }
    }

    mutating func clear() {
        for place in touched { weights[Int(place)] = 0 }
        touched.removeAll(keepingCapacity: true)
    }

    /// The touched places with the greatest weights, at most about `most`; among equals those whose length is nearest.
    mutating func best(_ most: Int, near length: Int, starts: UnsafeBufferPointer<UInt32>) -> [UInt32] {
        for step in histogram.indices { histogram[step] = 0 }
        for place in touched { histogram[Int(weights[Int(place)] >> 6)] += 1 }
        // What shares far less with the query than the best does is no answer beside it.
        let top = histogram.lastIndex { $0 > 0 } ?? 0
        let least = top * 3 / 10
        var cut = top + 1
        var above = 0
        while cut > least, above + Int(histogram[cut - 1]) <= most {
            cut -= 1
            above += Int(histogram[cut])
        }
        var chosen: [UInt32] = []
        chosen.reserveCapacity(most)
        // The step that is cut through: nearest length first.
        var equals = [UInt32](repeating: 0, count: 65)
        func distance(_ place: UInt32) -> Int {
            min(64, abs(Int(starts[Int(place) + 1] - starts[Int(place)]) - length))
        }
        let edge = cut - 1
        guard edge >= least || touched.count <= most else {
            return touched.filter { Int(weights[Int($0)] >> 6) >= cut }
        }
        for place in touched {
            let step = Int(weights[Int(place)] >> 6)
            if step >= cut { chosen.append(place) } else if step == edge { equals[distance(place)] += 1 }
        }
        var room = most - above
        var nearest = 0
        while nearest < 65, Int(equals[nearest]) <= room {
            room -= Int(equals[nearest])
            nearest += 1
        }
        guard edge >= 0 else { return chosen }
        for place in touched where Int(weights[Int(place)] >> 6) == edge {
            let away = distance(place)
            if away < nearest {
                chosen.append(place)
            } else if away == nearest, room > 0 {
                chosen.append(place)
                room -= 1
            }
        }
        return chosen
    }
}
