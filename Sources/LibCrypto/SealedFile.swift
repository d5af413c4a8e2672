internal import Glibc

/// Whole files, sealed and opened as ``SealedPieces``: from one open descriptor to another, one piece in memory.
public enum SealedFile {
    /// Why a file could not be sealed or opened.
    public enum Trouble: Error, Sendable, Hashable {
        /// It is not what was sealed: changed, cut short, or of another key or context.
        case notGenuine
        /// The system could not read or write it; with its error number.
        case system(Int32)
        /// No random bytes.
        case noRandomness
    }

    /// Seals all that can be read from a descriptor, to the end of another; gives SHA-256 and number of the clear bytes.
    ///
    /// Nothing is synced.
    public static func seal(
        from source: Int32,
        to target: Int32,
        secret: [UInt8],
        context: [UInt8],
        pieceSize: Int = SealedPieces.pieceSize
    ) throws(Trouble) -> (digest: [UInt8], size: Int64) {
        var hasher = Hasher256()
        var size: Int64 = 0
        do {
            var pieces = try SealedPieces(secret: secret, context: context, pieceSize: pieceSize)
            try write(pieces.header, to: target)
            var piece = try read(source, pieces.pieceSize)
            var isLast = false
            while !isLast {
                // A full piece is the last where nothing follows it.
                let following = piece.count < pieces.pieceSize ? [] : try read(source, pieces.pieceSize)
                isLast = following.isEmpty
                hasher.update(piece)
                size += Int64(piece.count)
                try write(try pieces.seal(piece, isLast: isLast), to: target)
                piece = following
            }
        } catch let trouble as Trouble {
            throw trouble
        } catch is RandomBytes.Unavailable {
            throw .noRandomness
        } catch {
            throw .notGenuine
        }
        return (hasher.finish(), size)
    }

    /// Opens a sealed file into a descriptor.
    ///
    /// - Throws: `Trouble.notGenuine` where anything differs; what stands in the target by then is not to be used.
    public static func open(
        from source: Int32,
        to target: Int32,
        secret: [UInt8],
        context: [UInt8]
    ) throws(Trouble) {
        do {
            let header = try read(source, SealedPieces.headerSize)
            var pieces = try SealedPieces(opening: header, secret: secret, context: context)
            let sealedSize = pieces.pieceSize + AESGCM.tagSize
            var sealed = try read(source, sealedSize)
            var isLast = false
            while !isLast {
                let following = sealed.count < sealedSize ? [] : try read(source, sealedSize)
                isLast = following.isEmpty
                try write(try pieces.open(sealed, isLast: isLast), to: target)
                sealed = following
            }
        } catch let trouble as Trouble {
            throw trouble
        } catch {
            throw .notGenuine
        }
    }

    /// As many bytes as are wanted, fewer only at the end.
    private static func read(_ descriptor: Int32, _ count: Int) throws(Trouble) -> [UInt8] {
        var number: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count, let base = buffer.baseAddress {
                let got = Glibc.read(descriptor, base + filled, count - filled)
                if got == 0 { return }
                if got > 0 {
                    filled += got
                } else if errno != EINTR {
                    number = errno
                    return
                }
            }
        }
        guard number == 0 else { throw .system(number) }
        return bytes
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Trouble) {
        var number: Int32 = 0
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count, let base = buffer.baseAddress {
                let put = Glibc.write(descriptor, base + done, buffer.count - done)
                if put >= 0 {
                    done += put
                } else if errno != EINTR {
                    number = errno
                    return
                }
            }
        }
        guard number == 0 else { throw .system(number) }
    }
}
