import CreditCatalogue
import CreditExchange
import CreditModel

/// The check form's page: what is done, what is not, which files, how large; then the form.
struct CheckFormView: Sendable {
    let visit: Visit
    let problem: Problem?
    let wasDiscarded: Bool

    var html: HTML {
        """
        <h1>\(visit[FooterLinks.title(.check)])</h1>
        <p class="lead">\(visit.say("报送之前先查一遍：每一格哪里不对、依据什么、怎么改，都标在表上。不用账号。", "Before you hand a sheet in: see cell by cell what is wrong, on what ground, and what to do. No account needed."))</p>
        <div id="said" aria-live="polite">\(notice)</div>
        \(form)
        \(promises)
        \(templates)
        """
    }

    private var notice: HTML {
        if let problem {
            return """
                <div class="panel wrong" role="alert"><p><strong>\(visit[problem.title])</strong></p>\
                <p>\(visit[problem.detail])</p></div>
                """
        }
        guard wasDiscarded else { return "" }
        return visit.say(
            "<div class=\"panel\"><p><strong>已经删除。</strong>文件、结果和标注文件都不在了。</p></div>",
            "<div class=\"panel\"><p><strong>Discarded.</strong> The file, the result and the copy are gone.</p></div>"
        )
    }

    private var form: HTML {
        """
        <form class="check" id="check" action="\(Link.to(.check, in: visit.language))" method="post" enctype="multipart/form-data" \
        data-sending="\(visit.say("正在上传 #%", "Sending, #%"))" data-lost="\(visit.say("上传中断，请再试一次。", "The upload broke off; try again."))" \
        data-large="\(visit.say("文件太大，最大 \(megabytes) MB。", "The file is too large; it may have \(megabytes) MB."))" data-limit="\(visit.backstage.checks.limits.fileBytes)">
        <div class="drop"><label for="file">\(visit.say("选择要查验的表格", "The sheet to be checked"))</label>
        <input id="file" name="file" type="file" required aria-describedby="kinds" \
        accept=".xlsx,.xlsm,.xls,.csv,.txt,.tsv,.html,.htm,.xml,.zip">
        <p class="note" id="kinds">\(visit.say("XLSX、XLS、CSV、网页表格，或装着它们的 ZIP；最大 \(megabytes) MB。", "XLSX, XLS, CSV, a table saved as a web page, or a ZIP of them; up to \(megabytes) MB."))\
        <span class="scripted" hidden>\(visit.say("也可以把文件拖到这里。", " You can also drop it here."))</span></p></div>
        \(more)
        \("<input type=\"hidden\" name=\"type\" value=\"large\">\n", if: visit.isLarge)\
        <p><button type="submit">\(visit.say("开始查验", "Check it"))</button></p>
        <p class="sending" role="status" hidden><progress max="100" value="0" aria-label="\(visit.say("上传进度", "Upload"))"></progress> <span></span></p>
        </form>
        """
    }

    private var megabytes: Int { visit.backstage.checks.limits.fileBytes >> 20 }

    private var more: HTML {
        """
        <details><summary>\(visit.say("更多：事项、部门、收到日期", "More: item, department, day of receipt"))</summary>
        <div class="filter">
        <div><label for="template">\(visit.say("事项", "Item"))</label>
        <select id="template" name="template"><option value="">\(visit.say("自动识别", "Recognise it"))</option>
        \(items.map { "<option value=\"\($0.id)\">\(visit[$0.name])</option>\n" })\(layouts)</select></div>
        <div><label for="from">\(visit.say("报送部门", "Department"))</label>
        <select id="from" name="from"><option value="">\(visit.say("不指定", "None in particular"))</option>
        \(departments)</select></div>
        <div><label for="received">\(visit.say("按哪一天收到算", "Received on"))</label>
        <input id="received" name="received" type="date" max="\(visit.today.iso)"></div>
        </div></details>
        """
    }

    private var items: [Item] { visit.catalogue.items.filter { $0.standing == .open && !$0.templates.isEmpty } }

    /// The departments' own exports, where the catalogue knows any.
    private var layouts: HTML {
        let known = visit.catalogue.layouts.filter { $0.item != nil }
        guard !known.isEmpty else { return "" }
        return """
            <optgroup label="\(visit.say("部门自己的导出表", "Departments’ own exports"))">
            \(known.map { "<option value=\"\($0.id)\">\(visit[$0.name])（\($0.id)）</option>\n" })</optgroup>
            """
    }

    private var departments: [HTML] {
        visit.catalogue.departments.all.filter { $0.isSource && $0.validity.contains(visit.today) }
            .map { "<option value=\"\($0.id)\">\(visit[$0.name])</option>\n" }
    }

    private var promises: HTML {
        let minutes = visit.backstage.checks.limits.heldFor / 60
        return """
            <div class="panel"><h2>\(visit.say("您的文件", "Your file"))</h2><ul>
            <li>\(visit.say("不保存：文件只在内存里查验，查验不等于报送。", "It is not stored: it is checked in memory only, and checking is not handing in."))</li>
            <li>\(visit.say("结果只有拿到网址的人能看，\(minutes) 分钟后自动消失；您也可以马上删除。", "The result can be seen by whoever has its address, and is gone after \(minutes) minutes, or at once if you discard it."))</li>
            <li>\(visit.say("证件号码在页面上不显示，在标注文件里只留遮蔽形式。", "Certificate numbers are not shown on the page and are masked in the marked-up copy."))</li>
            </ul></div>
            """
    }

    private var templates: HTML { CheckTemplates(visit: visit).html }
}

/// Where the blank forms are.
struct CheckTemplates: Sendable {
    let visit: Visit

    /// So many forms stand on one page.
    private static let most = 24

    private var practice: String { CheckTemplates.practice(visit) }

    /// The practice sheet of the catalogue's first item with a choice to make; of its first one, where there is none.
    static func practice(_ visit: Visit) -> String {
        let items = visit.catalogue.items.filter { $0.standing == .open && !$0.templates.isEmpty }
        let item = items.first { $0.reportWithin != nil } ?? items.first
        return Link.to(.practice, of: item?.id ?? "")
    }

    var html: HTML {
        let items = visit.catalogue.items.filter { $0.standing == .open && !$0.templates.isEmpty }
        let isLong = items.count > CheckTemplates.most
        // Of many forms, those that have to be sent within a term.
        let rows: [HTML] = items.filter { !isLong || $0.reportWithin != nil }.prefix(CheckTemplates.most)
            .map { item in
                """
                <li>\(visit[item.name]) <a href="\(Link.to(.workbook, of: item.id))">XLSX<span class="unseen">\(visit.say("：", ": "))\(visit[item.name])</span></a> \
                <a href="\(Link.to(.text, of: item.id))">CSV<span class="unseen">\(visit.say("：", ": "))\(visit[item.name])</span></a> \
                <a href="\(visit.link(.item(item.id)))">\(visit.say("填写说明", "What goes where"))<span class="unseen">\(visit.say("：", ": "))\(visit[item.name])</span></a></li>

                """
            }
        return """
            <h2 id="templates">\(visit.say("空白模板", "Blank forms"))</h2>
            <p>\(visit.say("模板里有下拉选项、填写说明和示例。第一次用，先拿", "They come with choices, notes and an example. New here? Take a "))\
            <a href="\(practice)">\(visit.say("练习表", "practice sheet"))</a>\(visit.say("试一遍：它几乎每一行都故意放了一处差错，只供查验。步骤见", " first: nearly every row of it has a mistake on purpose. The steps are in "))\
            <a href="\(visit.link(.guide))">\(visit[FooterLinks.title(.guide)])</a>\(visit.say("。", "."))</p>
            \("<ul class=\"plain forms\">\n\(rows)</ul>", if: !rows.isEmpty)\(elsewhere, if: isLong)
            """
    }

    /// Where there are many forms, they stand with the department that fills them in, and with their items.
    private var elsewhere: HTML {
        """
        <p>\(visit.say("其余的按部门找：", "The others by department: "))<a href="\(visit.link(.departments))">\
        \(visit.say("本部门要报什么，每项的模板在一起", "what each department owes, with the form of each"))</a>\(visit.say("；按事项找：", "; by item: "))\
        <a href="\(visit.link(.catalogue))">\(visit[FooterLinks.title(.catalogue)])</a>\(visit.say("。", "."))</p>
        """
    }
}
