import LibCrypto

/// The files under `Public/`, each under an address that changes with its content, so that it may be kept for ever.
struct Assets: Sendable {
    /// One file.
    struct Asset: Sendable {
        let type: String
        let bytes: [UInt8]
        /// The first sixteen digits of its SHA-256.
        let version: String

        init(type: String, bytes: [UInt8]) {
            self.type = type
            self.bytes = bytes
            version = Hex.encode(SHA256.hash(bytes).prefix(8))
        }
    }

    private let byName: [String: Asset]

    init() {
        byName = [
            "site.css": Asset(type: "text/css; charset=utf-8", bytes: PackageResources.site_css),
            "copy.js": Asset(type: "text/javascript; charset=utf-8", bytes: PackageResources.copy_js),
            "suggest.js": Asset(type: "text/javascript; charset=utf-8", bytes: PackageResources.suggest_js),
            "check.css": Asset(type: "text/css; charset=utf-8", bytes: PackageResources.check_css),
            "reference.css": Asset(type: "text/css; charset=utf-8", bytes: PackageResources.reference_css),
            "check.js": Asset(type: "text/javascript; charset=utf-8", bytes: PackageResources.check_js),
            "mark.svg": Asset(type: "image/svg+xml", bytes: PackageResources.mark_svg),
        ]
    }

    subscript(name: String) -> Asset? { byName[name] }

    /// The address of a file with its version.
    func link(_ name: String) -> String { "/assets/\(name)?v=\(byName[name]?.version ?? "")" }
}
