extension StyleSheet {
  /// Type, the frame of the page, figures in large type.
  var pageRules: String {
    """
    * { box-sizing: border-box; }
    html { scroll-padding-top: 3.2rem; -webkit-text-size-adjust: 100%; }
    body { margin: 0; background: var(--paper); color: var(--text); font: 15px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", sans-serif; font-variant-numeric: tabular-nums; }
    header, main, footer, nav ul { max-width: 1228px; margin: 0 auto; padding: 0 24px; }
    header { padding-top: 34px; padding-bottom: 14px; }
    .kicker { margin: 0; color: var(--muted); letter-spacing: .08em; }
    h1 { margin: 2px 0 0; font-size: 30px; line-height: 1.25; font-weight: 650; letter-spacing: -.01em; }
    h2 { margin: 0 0 14px; font-size: 21px; font-weight: 650; }
    h3 { margin: 22px 0 8px; font-size: 15px; font-weight: 650; }
    h3 i, h3 em { margin-left: 8px; font-style: normal; font-weight: 400; color: var(--holiday); }
    h3 em { color: var(--muted); }
    section { padding: 30px 0 26px; border-top: 1px solid var(--rule); }
    section:first-of-type { border-top: 0; padding-top: 14px; }
    p { margin: 0 0 10px; max-width: 92ch; }
    a { color: var(--accent); }
    code { color: var(--muted); font: 12px/1 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
    .note, footer { color: var(--muted); font-size: 13.5px; }
    .notes { margin: 0 0 18px; padding-left: 1.2em; max-width: 92ch; }
    .notes li { margin: 4px 0; }
    footer { padding-top: 8px; padding-bottom: 48px; }
    .good { color: var(--good); }
    .bad { color: var(--bad); }
    .verdict { padding: 12px 16px; border-left: 3px solid var(--accent); background: var(--panel); }
    .verdict p { margin: 2px 0; max-width: none; font-size: 16px; }
    .verdict .good, .verdict .bad { font-weight: 600; }

    .language { position: absolute; top: 22px; right: max(24px, calc(50% - 590px)); padding: 4px 12px; border: 1px solid var(--rule); border-radius: 0 6px 6px 0; font-size: 13px; cursor: pointer; background: var(--paper); }
    .language[for="language-zh"] { margin-right: 68px; width: 56px; text-align: center; border-radius: 6px 0 0 6px; border-right: 0; }
    .language[for="language-en"] { width: 69px; text-align: center; }
    nav { position: sticky; top: 0; z-index: 5; background: var(--paper); border-bottom: 1px solid var(--rule); }
    nav ul { display: flex; gap: 4px 20px; overflow-x: auto; list-style: none; white-space: nowrap; font-size: 13.5px; }
    nav a { display: block; padding: 9px 0; color: var(--muted); text-decoration: none; }
    nav a:hover, nav a:focus-visible { color: var(--accent); }

    dl.headline { display: grid; grid-template-columns: repeat(auto-fit, minmax(190px, 1fr)); gap: 1px; margin: 0 0 8px; padding: 1px; }
    .figure { padding: 12px 14px 10px; box-shadow: 0 0 0 1px var(--rule); }
    .figure dt { color: var(--muted); font-size: 13px; }
    .figure dd { margin: 0; }
    .figure b { display: block; font-size: 24px; line-height: 1.35; font-weight: 600; letter-spacing: -.01em; }
    .figure small { display: block; color: var(--muted); font-size: 12.5px; line-height: 1.4; }
    .headline.small .figure { padding: 8px 12px; }
    .headline.small .figure b { font-size: 18px; }

    details { margin: 4px 0; }
    details[open] { margin-bottom: 14px; }
    summary { padding: 3px 0; cursor: pointer; font-weight: 600; font-size: 14px; }
    summary small { color: var(--muted); font-weight: 400; }
    .toggle { display: inline-block; margin: 4px 0 8px; padding: 3px 12px; border: 1px solid var(--rule); border-radius: 6px; font-size: 13px; cursor: pointer; }
    .parties { display: grid; grid-template-columns: repeat(auto-fit, minmax(320px, 1fr)); gap: 0 40px; }
    """
  }
}
