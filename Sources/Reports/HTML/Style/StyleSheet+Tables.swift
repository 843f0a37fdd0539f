extension StyleSheet {
  /// Tables of figures and the grids of the roster.
  var tableRules: String {
    """
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; }
    caption { padding: 14px 0 6px; text-align: left; font-weight: 650; font-size: 15px; }
    .figures, .prose { width: 100%; font-size: 13.5px; }
    .figures th, .figures td, .prose th, .prose td { padding: 5px 12px 5px 0; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; font-weight: 400; }
    .figures thead th, .prose thead th { color: var(--muted); font-size: 12.5px; vertical-align: bottom; border-bottom-color: var(--muted); }
    .figures td, .figures tbody th { white-space: nowrap; }
    .prose tbody th { white-space: nowrap; font-weight: 600; }
    th.n, td.n, .figures th.n, .figures td.n, .prose th.n, .prose td.n { text-align: right; white-space: nowrap; }
    .prose th.s, .prose td.s { white-space: nowrap; }
    .figures thead th.n { white-space: normal; }
    td.n + td:not(.n), th.n + th:not(.n) { padding-left: 24px; }
    .scroll + .note { margin-top: 8px; }
    tr.total th, tr.total td { font-weight: 650; border-bottom: 2px solid var(--muted); }
    tr.rest th { color: var(--holiday); }
    .bars td:last-child { width: 34%; vertical-align: middle; }
    .bar { display: block; height: 10px; min-width: 1px; background: var(--effective); }
    .bar.pay { background: var(--seats); }
    .code { padding: 0 6px; }

    .roster { font-size: 12px; line-height: 1.3; }
    .roster caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); padding: 0; }
    .roster th, .roster td { height: 24px; min-width: 29px; padding: 1px 2px; border: 1px solid var(--rule); text-align: center; font-weight: 400; white-space: nowrap; }
    .roster thead th { color: var(--muted); line-height: 1.25; vertical-align: top; background: var(--panel); }
    .roster thead th.rest { background: var(--restDay); color: var(--text); }
    .roster thead i { display: block; color: var(--holiday); font-style: normal; font-size: 10px; }
    .roster tr > th:first-child { position: sticky; left: 0; z-index: 1; min-width: 112px; padding: 1px 8px; text-align: left; background: var(--paper); border-right: 2px solid var(--rule); }
    .roster thead tr > th:first-child { background: var(--panel); }
    .roster tbody th b { color: var(--muted); font-weight: 400; }
    .roster tbody th small { color: var(--muted); }
    .roster td.n { padding: 1px 6px; text-align: right; }
    .roster td small { font-size: 10px; line-height: 1.1; opacity: .85; }
    .roster.counts tbody th { background: var(--paper); }
    .legend, .key { display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 0 0 10px; padding: 0; list-style: none; font-size: 12.5px; color: var(--muted); }
    .legend b { display: inline-block; min-width: 32px; margin-right: 6px; padding: 0 6px; text-align: center; font-weight: 400; border: 1px solid var(--rule); }
    .level { display: inline-block; padding: 1px 8px; }
    """
  }
}
