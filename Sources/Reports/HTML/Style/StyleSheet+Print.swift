extension StyleSheet {
  /// A4: the roster across, everything else upright.
  var printRules: String {
    """
    @page { size: A4; margin: 13mm 12mm; }
    @page across { size: A4 landscape; margin: 10mm; }
    @media print {
      * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      body { font-size: 10pt; }
      nav, .language, .toggle, .hints, #days > .note { display: none; }
      summary { list-style: none; }
      summary::-webkit-details-marker { display: none; }
      header, main, footer { max-width: none; padding-left: 0; padding-right: 0; }
      header { padding-top: 0; }
      h1 { font-size: 20pt; }
      h2 { font-size: 14pt; break-after: avoid; }
      h3, caption, summary { break-after: avoid; }
      section { padding: 14px 0; }
      .scroll { overflow: visible; }
      .chart, .heat { min-width: 0; }
      figure, .figure, .day, tr, .verdict, .parties table { break-inside: avoid; }
      dl.headline { grid-template-columns: repeat(5, 1fr); }
      .figure { padding: 6px 8px; }
      .figure b { font-size: 13pt; }
      .figures, .prose { font-size: 8.5pt; }
      .histograms { grid-template-columns: repeat(3, 1fr); }
      #days, #settlement { break-before: page; }
      footer { break-before: avoid; }
      .month { gap: 3px; margin: 4px 0 10px; }
      .day { padding: 1px 4px; }
      .thumbnail { height: 22px; }
      .panel figure { margin: 6px 0; }
      #roster { page: across; break-before: page; }
      #rules { break-before: page; }
      details::details-content { content-visibility: visible; display: block; height: auto; }
      #forecast details, #days details, #fairness details, #inputs details { display: none; }
      .roster { font-size: 7.5pt; width: 100%; }
      .roster th, .roster td { min-width: 0; height: 14pt; padding: 0 1px; }
      .roster tr > th:first-child { position: static; min-width: 0; padding: 0 3px; }
      .roster thead { display: table-header-group; }
      a { color: inherit; text-decoration: none; }
    }
    """
  }
}
