internal import CXLSXWriter

/// How a workbook's cell looks.
public enum SheetStyle: Sendable, CaseIterable {
    /// As Excel shows a cell by itself.
    case plain
    /// A heading: bold, on a quiet ground, wrapped.
    case heading
    /// A heading whose column must be filled in: underlined twice, on a ground of its own.
    case requiredHeading
    /// Text that Excel is not to read as a number or date.
    case text
    /// A date, `2019-01-05`.
    case day
    /// Explanation above the headings: grey, wrapped.
    case explanation
    /// Plain text that goes on over several lines.
    case wrapped
    /// A cell for whose sake a row was refused.
    case refused
    /// A cell that was taken in with a warning.
    case warned

    /// Sets a format of the library to this look.
    func apply(to format: UnsafeMutablePointer<lxw_format>) {
        switch self {
        case .plain: break
        case .heading: setHeading(format, ground: 0xE7ECF3)
        case .requiredHeading:
            setHeading(format, ground: 0xF6E7C8)
            // Not by colour alone.
            format_set_underline(format, UInt8(LXW_UNDERLINE_DOUBLE.rawValue))
            format_set_bottom(format, UInt8(LXW_BORDER_THICK.rawValue))
        case .text: format_set_num_format(format, "@")
        case .day: format_set_num_format(format, "yyyy-mm-dd")
        case .explanation:
            format_set_font_color(format, 0x5A6472)
            setWrapped(format)
        case .wrapped: setWrapped(format)
        case .refused: setGround(format, 0xF8D0CC)
        case .warned: setGround(format, 0xFCEFC2)
        }
    }

    private func setWrapped(_ format: UnsafeMutablePointer<lxw_format>) {
        format_set_text_wrap(format)
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }

    private func setHeading(_ format: UnsafeMutablePointer<lxw_format>, ground: lxw_color_t) {
        setGround(format, ground)
        format_set_bold(format)
        format_set_text_wrap(format)
        format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
        format_set_border_color(format, 0xB8C1CD)
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    }

    private func setGround(_ format: UnsafeMutablePointer<lxw_format>, _ color: lxw_color_t) {
        format_set_bg_color(format, color)
        format_set_num_format(format, "@")
    }
}
