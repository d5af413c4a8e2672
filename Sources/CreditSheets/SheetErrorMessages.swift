extension SheetError {
    /// What is wrong and what to do about it, in plain words.
    public func message(chinese: Bool) -> String {
        let words = kind.words
        guard let row else { return chinese ? words.chinese : words.english }
        return chinese ? "第 \(row) 行：\(words.chinese)" : "Row \(row): \(words.english)"
    }
}

extension SheetError.Kind {
    fileprivate var words: (chinese: String, english: String) {
        fileWords ?? limitWords ?? workbookWords
    }

    private var fileWords: (chinese: String, english: String)? {
        switch self {
        case .notFound:
            ("找不到这个文件，请核对文件的路径和名称。", "There is no such file; please check its path and name.")
        case .unreadable:
            (
                "文件无法读取，请确认它是普通文件并且有读取权限。",
                "The file cannot be read; please make sure that it is an ordinary file and that you may read it."
            )
        case .empty:
            ("文件里没有数据，请填写后重新报送。", "The file holds no data; please fill it in and send it again.")
        case .notAText:
            (
                "这既不是文本也不是 Excel 工作簿，请报送 CSV 或 XLSX 文件。",
                "This is neither text nor an Excel workbook; please send a CSV or XLSX file."
            )
        case .encodingBroken:
            (
                "文件的字符编码无法识别，请另存为“CSV UTF-8”或 XLSX 后重新报送。",
                "The characters of the file cannot be made out; please save it as “CSV UTF-8” or XLSX and send it again."
            )
        case .unterminatedQuote:
            (
                "这里开始的单元格缺少右侧的双引号，请补上，或改用 XLSX 报送。",
                "A cell that starts here lacks its closing quotation mark; please add it, or send the sheet as XLSX."
            )
        case .unwritable:
            (
                "文件无法写入，请检查目录权限和磁盘空间。",
                "The file cannot be written; please check the folder's permissions and the space on the disk."
            )
        default: nil
        }
    }

    private var limitWords: (chinese: String, english: String)? {
        switch self {
        case .tooLarge:
            (
                "文件过大，请按时间或区域拆分后分次报送。",
                "The file is too large; please split it, by period or by district, and send the parts one by one."
            )
        case .tooManyRows:
            (
                "行数过多，请拆分后分次报送。",
                "The sheet has too many rows; please split it and send the parts one by one."
            )
        case .tooManyColumns:
            (
                "列数过多，请删除表头以外的多余列后重新报送。",
                "The row has too many columns; please remove those beyond the headings and send the file again."
            )
        case .tooManyTables:
            (
                "文件里的表格或压缩文件里的文件过多，请分成几次报送。",
                "There are too many tables in the file, or files in the archive; please send them in several parts."
            )
        case .cellTooLong:
            (
                "有单元格的内容过长，可能是双引号没有成对；请核对后重新报送。",
                "A cell is too long, perhaps because a quotation mark has no partner; please check it and send the file again."
            )
        case .zipBomb:
            (
                "工作簿解压后的大小异常，出于安全没有读取；请另存为新的 XLSX 后重新报送。",
                "The workbook unpacks to a suspicious size and was left alone for safety; please save it anew as XLSX and send "
                    + "it again."
            )
        default: nil
        }
    }

    private var workbookWords: (chinese: String, english: String) {
        switch self {
        case .noSheet:
            (
                "工作簿里没有可见的工作表，请取消隐藏后重新报送。",
                "The workbook has no visible sheet of that kind; please unhide it and send the workbook again."
            )
        case .notAWorkbook:
            (
                "这个压缩文件不是 Excel 工作簿，请解压后报送其中的 CSV 或 XLSX 文件。",
                "This archive is not an Excel workbook; please unpack it and send the CSV or XLSX file inside."
            )
        case .legacyWorkbook:
            (
                "这是 Excel 4.0 或更早版本的 .xls 文件，请用 Excel 或 WPS 打开，另存为 .xlsx 后重新报送。",
                "This is an .xls file of Excel 4.0 or before; please open it in Excel or WPS, save it as .xlsx and send it again."
            )
        case .legacyBroken:
            (
                "这个 .xls 工作簿已损坏或不完整，请用 Excel 或 WPS 打开核对，另存为 .xlsx 后重新报送。",
                "This .xls workbook is damaged or incomplete; please open it in Excel or WPS, check it, save it as .xlsx and send "
                    + "it again."
            )
        case .otherDocument:
            (
                "这个文件里没有工作簿，可能是 Word 文档、演示文稿或安装程序；请报送 XLSX、XLS 或 CSV 文件。",
                "There is no workbook in this file; it may be a Word document, slides or an installer. Please send an XLSX, XLS "
                    + "or CSV file."
            )
        case .htmlNotWorkbook:
            (
                "这个文件其实是网页或 XML 文本，请用 Excel 或 WPS 打开，另存为 .xlsx 后重新报送。",
                "This file is really a web page or an XML text; please open it in Excel or WPS, save it as .xlsx and send it "
                    + "again."
            )
        case .openDocument:
            (
                "这是 OpenDocument（.ods）表格，请用 WPS、Excel 或 LibreOffice 打开，另存为 .xlsx 后重新报送。",
                "This is an OpenDocument spreadsheet (.ods); please open it in WPS, Excel or LibreOffice, save it as .xlsx and "
                    + "send it again."
            )
        case .nestedArchive:
            (
                "压缩文件里还有压缩文件，请解压后报送其中的 CSV 或 XLSX 文件。",
                "There is an archive within the archive; please unpack it and send the CSV or XLSX files inside."
            )
        case .encrypted:
            (
                "工作簿设有密码，请取消密码后重新报送。",
                "The workbook is locked with a password; please remove the password and send it again."
            )
        default:
            (
                "工作簿已损坏或不完整，请用 Excel 或 WPS 打开，另存为新的 .xlsx 后重新报送。",
                "The workbook is damaged or incomplete; please open it in Excel or WPS, save it anew as .xlsx and send it again."
            )
        }
    }
}
