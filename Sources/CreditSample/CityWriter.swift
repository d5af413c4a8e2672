import CreditCatalogue
import CreditModel
import Foundation

/// Writes one file after another, and keeps the manifest and the truth about them.
struct CityWriter {
    let root: URL
    let catalogue: Catalogue
    var maker: FileMaker
    var streams: [Stream]
    var random: RandomSource

    private(set) var files: [SampleFile] = []
    private var ordinary = 0
    private var truth: [SampleFault] = []
    private var paths: Set<String> = []
    private var folders: Set<String> = []

    init(root: URL, catalogue: Catalogue, maker: FileMaker, streams: [Stream], random: RandomSource) {
        self.root = root
        self.catalogue = catalogue
        self.maker = maker
        self.streams = streams
        self.random = random
    }

    /// Makes and writes a planned file; gives its path.
    mutating func write(_ planned: PlannedFile) throws -> String {
        let kind = streams[planned.stream].kind
        let title = streams[planned.stream].source.name.zh + streams[planned.stream].plan.item.name.zh + "信息表"
        let style = planned.style ?? FileStyle.random(title: title, &random)
        let drafts =
            kind == .naturalPersons || kind == .withdrawn
            ? people(planned) : maker.rows(of: planned, &streams[planned.stream], style, &random)
        let plan = streams[planned.stream].plan
        let headings = Speller(plan: plan, style: style, codeLists: catalogue.codeLists).headings(&random)
        let isExtended = kind == .unknownColumn || (kind == .ordinary && planned.dirt == nil && random.chance(0.01))
        let extra = isExtended ? "内部流水号" : nil
        let dropped = kind == .missingColumn ? CityWriter.neededColumn(plan) : nil
        let text = SheetText(drafts, plan, style, headings: headings, without: dropped, extra: extra, &random)
        let path = path(streams[planned.stream], planned.received, style)
        if drafts.isEmpty { return path }
        let days = Set(plan.fieldOfColumn.indices.filter { isDay($0, plan) })
        try SheetOutput.write(text, style, days: dropped == nil ? days : [], to: try url(path))
        let fileFault = CityWriter.fileFault(kind, plan, dropped, extra)
        note(path, planned, kind == .ordinary && isExtended ? .unknownColumn : kind, drafts, text, fileFault)
        if kind == .ordinary, planned.dirt == nil {
            ordinary += 1
            // One in eighty, and one in any city.
            if random.chance(0.012) || ordinary == 20 { try resend(path, style) }
        }
        return path
    }

    /// Writes the manifest and the truth.
    func finish(_ manifest: SampleManifest) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var lines = Data()
        for fault in truth {
            lines.append(try encoder.encode(fault))
            lines.append(0x0A)
        }
        try lines.write(to: root.appendingPathComponent("truth.jsonl"))
        encoder.outputFormatting.insert(.prettyPrinted)
        try encoder.encode(manifest).write(to: root.appendingPathComponent("manifest.json"))
    }

    private func isDay(_ column: Int, _ plan: SheetPlan) -> Bool {
        plan.fieldOfColumn[column].map { plan.item.fields[$0].type == .day } ?? false
    }

    // MARK: What is known about a file

    private static func fileFault(
        _ kind: SampleFile.Kind,
        _ plan: SheetPlan,
        _ dropped: Int?,
        _ extra: String?
    ) -> (String, FaultCode)? {
        switch kind {
        case .naturalPersons: ("", .naturalPersonSheet)
        case .withdrawn: ("", .itemWithdrawn)
        case .notSource: ("", .departmentNotSource)
        case .missingColumn: dropped.map { (plan.template.columns[$0].heading, .missingColumn) }
        default: extra.map { ($0, .unknownColumn) }
        }
    }

    private mutating func note(
        _ path: String,
        _ planned: PlannedFile,
        _ kind: SampleFile.Kind,
        _ drafts: [RowDraft],
        _ text: SheetText,
        _ fileFault: (column: String, code: FaultCode)?
    ) {
        let stream = streams[planned.stream]
        var file = SampleFile(
            path: path,
            department: sender(stream.source),
            received: planned.received.iso,
            item: stream.plan.item.id,
            template: stream.plan.template.id,
            kind: kind,
            rows: drafts.count,
            good: 0,
            refused: 0,
            queued: 0,
            warned: 0
        )
        if let fileFault {
            truth.append(SampleFault(file: path, row: 0, column: fileFault.column, code: fileFault.code.rawValue))
        }
        if let fileFault, catalogue.faults[fileFault.code].severity == .refuse {
            file.refused = drafts.count
        } else {
            for (draft, number) in zip(drafts, text.numbers) { note(draft, number, stream.plan, text.headings, &file) }
        }
        files.append(file)
    }

    private mutating func note(
        _ draft: RowDraft,
        _ number: Int,
        _ plan: SheetPlan,
        _ headings: [String],
        _ file: inout SampleFile
    ) {
        let faults = draft.allFaults
        for fault in faults {
            let column = fault.field.flatMap { plan.columnOfField[$0] }.map { headings[$0] } ?? ""
            truth.append(SampleFault(file: file.path, row: number, column: column, code: fault.code.rawValue))
        }
        if faults.contains(where: { catalogue.faults[$0.code].severity == .refuse }) {
            file.refused += 1
            return
        }
        if faults.contains(where: { $0.code == .identityMissing }) { file.queued += 1 } else { file.good += 1 }
        if !faults.isEmpty { file.warned += 1 }
    }

    /// The name under which a department hands in: its full name, or now and then a short or former one.
    private mutating func sender(_ department: Department) -> String {
        let others = (department.shortNames + department.formerNames)
            .filter { catalogue.departments.named($0).count == 1 }
        return random.chance(0.2) ? random.choose(others) ?? department.name.zh : department.name.zh
    }

    // MARK: Files

    private mutating func path(_ stream: Stream, _ received: Day, _ style: FileStyle) -> String {
        let ending: String
        switch style.container {
        case .xlsx: ending = "xlsx"
        case .csv: ending = "csv"
        }
        let name = stream.source.id + "/" + received.iso + "-" + stream.plan.item.name.zh.replacing("/", with: "、")
        var path = name + "." + ending
        var number = 2
        while !paths.insert(path).inserted {
            path = "\(name)-\(number).\(ending)"
            number += 1
        }
        return path
    }

    private mutating func url(_ path: String) throws -> URL {
        let url = root.appendingPathComponent(path)
        let folder = url.deletingLastPathComponent()
        if folders.insert(folder.path).inserted {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }
        return url
    }

    /// The same bytes once more on the same day: the department was not sure that the first had arrived.
    private mutating func resend(_ path: String, _ style: FileStyle) throws {
        guard var file = files.last, let dot = path.lastIndex(of: ".") else { return }
        let copy = path[..<dot] + "-重报" + path[dot...]
        let bytes = try Data(contentsOf: root.appendingPathComponent(path))
        try bytes.write(to: root.appendingPathComponent(String(copy)))
        file = SampleFile(
            path: String(copy),
            department: file.department,
            received: file.received,
            item: file.item,
            template: file.template,
            kind: .resent,
            rows: file.rows,
            good: file.good,
            refused: file.refused,
            queued: file.queued,
            warned: file.warned
        )
        files.append(file)
        let known = truth.filter { $0.file == path }
        truth += known.map { SampleFault(file: String(copy), row: $0.row, column: $0.column, code: $0.code) }
    }

    /// A column that must not be missing and that nothing else is read from.
    private static func neededColumn(_ plan: SheetPlan) -> Int? {
        plan.fieldOfColumn.indices.last { column in
            guard let field = plan.fieldOfColumn[column] else { return false }
            return plan.item.fields[field].requirement == .required && !plan.conditions.contains(field)
                && plan.item.fields[field].isWords && !plan.roles.all.contains(field)
        }
    }
}
