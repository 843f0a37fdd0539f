internal import Vocabulary

/// The page's style sheet.
enum ReportStyle {
  static func css(days: Int) -> String {
    base + picker(days: days, name: "f") + picker(days: days, name: "c") + classes()
  }

  /// Shows the panel of the chosen day.
  private static func picker(days: Int, name: String) -> String {
    (1...max(1, days)).map { day in
      "#\(name)\(day):checked~.panels .\(name)\(day){display:block}#\(name)\(day):checked~.tabs label[for=\(name)\(day)]{background:var(--accent);color:var(--paper)}"
    }.joined(separator: "\n") + "\n"
  }

  private static func classes() -> String {
    ShiftClass.allCases.map { shiftClass in
      let colour = Palette.colour(shiftClass)
      return ".k-\(shiftClass.rawValue){background:\(colour.backgroundHex);color:\(colour.textHex)}"
    }.joined(separator: "\n")
      + "\n.k-leave{background:\(Palette.leave.backgroundHex);color:\(Palette.leave.textHex)}\n"
  }

  private static let base = """
    :root{--paper:#fff;--ink:#1d2430;--soft:#5b6472;--line:#dde2e9;--panel:#f6f8fa;--accent:#1f5fa8;--good:#1b7f4b;--bad:#b3261e;
    --b90:#dbe7f6;--b80:#bcd3ee;--b50:#90b6e0;--need:#b3261e;--over:#9fc6ea;--meal:#d9a441}
    @media(prefers-color-scheme:dark){:root{--paper:#14181f;--ink:#e6e9ee;--soft:#a2abb8;--line:#323a46;--panel:#1c222b;--accent:#7db4f0;
    --good:#6fcf97;--bad:#ff8a80;--b90:#1f3350;--b80:#28476f;--b50:#37639a;--need:#ff8a80;--over:#2f5f92;--meal:#d9a441}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.6 "Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif}
    main,header{max-width:1160px;margin:0 auto;padding:0 24px}
    header{padding-top:28px}
    h1{font-size:26px;margin:0 0 4px}h2{font-size:19px;margin:40px 0 10px;padding-top:12px;border-top:1px solid var(--line)}
    h3{font-size:15px;margin:18px 0 6px}
    p{margin:6px 0}.note{color:var(--soft);font-size:13px}
    input[type=radio].switch{position:absolute;opacity:0}
    input.switch:focus-visible~header .languages,input.switch:focus-visible~.tabs{outline:2px solid var(--accent);outline-offset:2px}
    .languages{float:right}.languages label{padding:3px 10px;border:1px solid var(--line);cursor:pointer}
    #lang-zh:checked~header label[for=lang-zh],#lang-en:checked~header label[for=lang-en]{background:var(--accent);color:var(--paper)}
    #lang-zh:checked~header .en,#lang-zh:checked~main .en,#lang-en:checked~header .zh,#lang-en:checked~main .zh{display:none}
    .cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(180px,1fr));gap:12px;margin:16px 0}
    .card{background:var(--panel);border:1px solid var(--line);border-radius:6px;padding:10px 14px}
    .card b{display:block;font-size:22px;font-variant-numeric:tabular-nums}.card span{color:var(--soft);font-size:13px}
    table{border-collapse:collapse;width:100%;font-size:13px;font-variant-numeric:tabular-nums}
    th,td{padding:4px 8px;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
    th{font-weight:600;color:var(--soft)}.n{text-align:right}
    .total td{font-weight:600;border-top:2px solid var(--line)}
    .ok{color:var(--good);font-weight:600}.bad{color:var(--bad);font-weight:600}
    svg{width:100%;height:auto;display:block}
    .grid{stroke:var(--line);stroke-width:1}.axis{fill:var(--soft);font-size:11px}
    .line{fill:none;stroke-width:2}.mean{stroke:var(--accent)}.need{stroke:var(--need)}.have{stroke:var(--accent)}.seat{stroke:var(--soft);stroke-dasharray:4 3;stroke-width:1.2}
    .b90{fill:var(--b90)}.b80{fill:var(--b80)}.b50{fill:var(--b50)}.short{fill:var(--need);opacity:.35}.spare{fill:var(--over);opacity:.45}.meal{fill:var(--meal);opacity:.6}
    .day{fill:var(--b50)}.rest{fill:var(--meal)}
    .key{font-size:12px;color:var(--soft)}.key i{display:inline-block;width:14px;height:10px;margin:0 4px 0 12px;vertical-align:baseline}
    .tabs{display:flex;flex-wrap:wrap;gap:3px;margin:8px 0}.tabs label{min-width:30px;text-align:center;padding:2px 4px;border:1px solid var(--line);border-radius:4px;cursor:pointer;font-size:12px}
    .tabs label.w{border-bottom:3px solid var(--meal)}
    .panels>div{display:none}
    .scroll{overflow-x:auto;border:1px solid var(--line)}
    .roster{width:auto;font-size:11px;border-collapse:separate;border-spacing:0}
    .roster td,.roster th{padding:1px 3px;text-align:center;min-width:34px;border-right:1px solid var(--line);white-space:nowrap}
    .roster td:first-child,.roster th:first-child{position:sticky;left:0;background:var(--paper);text-align:left;min-width:116px;z-index:1}
    .roster .w{background:var(--panel)}
    .heat{width:auto;font-size:9px;border-collapse:collapse}.heat td,.heat th{padding:0 1px;width:21px;min-width:21px;text-align:center;border:1px solid var(--paper)}
    details{margin:6px 0}summary{cursor:pointer}
    .columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(320px,1fr));gap:24px}
    footer{color:var(--soft);font-size:12px;padding:30px 0}
    @page{size:A4;margin:14mm}
    @media print{:root{--paper:#fff;--ink:#000;--soft:#444;--line:#bbb;--panel:#f4f4f4;--accent:#1f5fa8;--good:#1b7f4b;--bad:#b3261e;--b90:#dbe7f6;--b80:#bcd3ee;--b50:#90b6e0;--need:#b3261e;--over:#9fc6ea}
    body{font-size:11px}.languages,.tabs{display:none}section{break-inside:auto}h2{break-after:avoid}tr,svg{break-inside:avoid}.scroll{overflow:visible}.roster{font-size:5.5px}.roster td,.roster th{min-width:0;padding:0 1px}.roster td:first-child,.roster th:first-child{min-width:60px;position:static}.heat{font-size:5px}.heat td,.heat th{min-width:0;width:auto}
    *{-webkit-print-color-adjust:exact;print-color-adjust:exact}}

    """
}
