/// That a workbook's own XML had better not be patched; it is then written anew.
struct Unpatchable: Error {
    /// Why, for a technician.
    let reason: String
}
