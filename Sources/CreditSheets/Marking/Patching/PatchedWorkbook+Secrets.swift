extension PatchedWorkbook {
    /// Blanks the secrets out of all parts that are not sheets.
    mutating func blankTheRest() throws {
        try TextPatcher.blank(workbook.tree, marking)
        changes[root] = .replaced(workbook.tree.changed)
        let strings = relations.path(ofType: "sharedStrings")?.lowercased()
        for name in package.names where changes[name] == nil {
            let ending = name.lowercased().split(separator: ".").last ?? ""
            if name == "[Content_Types].xml" { continue }
            if ending == "xml" || ending == "rels" {
                let isRelations = ending == "rels"
                try blank(
                    name,
                    TextPatcher(
                        marking,
                        strings: name.lowercased() == strings ? uses : nil,
                        isRelations: isRelations
                    )
                )
            } else if ending == "vml" {
                try blankBytes(name)
            }
        }
    }

    private mutating func blank(_ name: String, _ patcher: TextPatcher) throws {
        guard let entry = try package.archive.entry(name) else { return }
        do {
            try PartScanner.scan(entry, patcher)
        } catch let error as SheetError where error.kind == .xmlBroken {
            return try blankBytes(name)
        }
        patcher.finish()
        guard !patcher.patches.list.isEmpty else { return }
        patcher.patches.settle()
        changes[name] = .patched(patcher.patches)
    }

    /// Blanks the secrets out of a part that need not be XML.
    private mutating func blankBytes(_ name: String) throws {
        guard let bytes = try package.bytes(name) else { return }
        let patches = Patches()
        SecretFinder.blank(bytes, marking, patches)
        guard !patches.list.isEmpty else { return }
        patches.settle()
        changes[name] = .patched(patches)
    }

    /// What was signed is no longer what it was.
    mutating func dropSignatures() throws {
        let signatures = package.names.filter { $0.lowercased().hasPrefix("_xmlsignatures/") }
        guard !signatures.isEmpty else { return }
        for name in signatures {
            changes[name] = .dropped
            index.removeType(of: name)
        }
        try index.unrelate("", type: "/digital-signature/origin")
    }

    /// The chain of calculation must name no cell without a formula; Excel makes a new one.
    mutating func dropCalculation() throws {
        guard let part = relations.path(ofType: "calcChain"), package.index(part) != nil else { return }
        changes[part] = .dropped
        index.removeType(of: part)
        try index.unrelate(root, type: "/calcChain")
    }
}
