import TestSupport

/// Puts records together to a workbook of Excel 97–2003.
struct LegacyBook {
    /// A sheet by its name, in the bytes of the workbook's encoding, and its records.
    struct Sheet {
        var name: [UInt8]
        var records: [UInt8]
        var state: UInt8 = 0
        var type: UInt8 = 0
        var part = 0x0010

        init(_ name: String, _ records: [UInt8], state: UInt8 = 0, type: UInt8 = 0, part: Int = 0x0010) {
            self.name = LegacyRecords.text(name, shortCount: true)
            self.records = records
            self.state = state
            self.type = type
            self.part = part
        }
    }

    var version = LegacyRecords.unicode
    var globals: [UInt8] = []
    var sheets: [Sheet]

    /// A workbook of one sheet.
    init(_ records: [UInt8], globals: [UInt8] = [], version: Int = LegacyRecords.unicode) {
        sheets = [Sheet("表", records)]
        if version != LegacyRecords.unicode { sheets[0].name = [1, UInt8(ascii: "S")] }
        self.globals = globals
        self.version = version
    }

    /// A workbook of several sheets.
    init(sheets: [Sheet], globals: [UInt8] = []) {
        self.sheets = sheets
        self.globals = globals
    }

    /// The stream of records.
    var stream: [UInt8] {
        let head = LegacyRecords.begin(0x0005, version: version) + globals
        let named = sheets.reduce(0) { $0 + 4 + 6 + $1.name.count }
        var place = head.count + named + LegacyRecords.end.count
        var names: [UInt8] = []
        var bodies: [UInt8] = []
        for sheet in sheets {
            names += LegacyRecords.sheet(sheet.name, at: place, state: sheet.state, type: sheet.type)
            let body = LegacyRecords.begin(sheet.part, version: version) + sheet.records + LegacyRecords.end
            bodies += body
            place += body.count
        }
        return head + names + LegacyRecords.end + bodies
    }

    /// The whole file.
    var file: [UInt8] { CompoundBuilder(stream: stream).file }
}
