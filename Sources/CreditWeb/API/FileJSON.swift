public import CreditFiles

/// A credit file as the API answers it, for whoever else hands it out.
public enum FileJSON {
    /// The bytes of `GET /api/v1/files/{key}`.
    public static func bytes(of file: CreditFile) -> [UInt8] { FileEndpoint.bytes(file) }
}
