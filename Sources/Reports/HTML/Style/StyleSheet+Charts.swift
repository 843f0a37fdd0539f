extension StyleSheet {
  /// Charts, the calendar of small pictures, the heat map.
  var chartRules: String {
    """
    figure { margin: 14px 0; }
    figcaption { display: flex; flex-wrap: wrap; gap: 2px 24px; align-items: baseline; margin-bottom: 4px; font-weight: 650; font-size: 14px; }
    figcaption .key { margin: 0; font-weight: 400; }
    figcaption small { color: var(--muted); font-weight: 400; font-size: 12.5px; }
    .chart, .heat { display: block; width: 100%; height: auto; min-width: 760px; }
    .definitions { position: absolute; }
    .swatch { width: 24px; height: 12px; margin-right: 6px; vertical-align: -1px; }
    .axis path { stroke: var(--rule); fill: none; }
    .axis text, .heat text { fill: var(--muted); font-size: 12px; }
    .axis text.rest, .heat text.rest { fill: var(--holiday); }
    .line { fill: none; stroke-width: 1.8; stroke-linejoin: round; }
    .line.required { stroke: var(--required); }
    .line.effective { stroke: var(--effective); }
    .line.seats { stroke: var(--seats); stroke-width: 1.2; stroke-dasharray: 5 4; }
    .line.mean { stroke: var(--accent); }
    .seats-note { fill: var(--muted); font-size: 12px; }
    .over { fill: var(--over); }
    .under { fill: url(#hatch); }
    .hatch-ground { fill: var(--under); fill-opacity: .22; }
    .hatch-line { stroke: var(--under); stroke-width: 2.4; }
    .meal { fill: var(--meal); fill-opacity: .75; }
    .band50 { fill: var(--band50); }
    .band80 { fill: var(--band80); }
    .band90 { fill: var(--band90); }
    .workday, .people { fill: var(--workdayBar); }
    .rest-day { fill: var(--restDayBar); }
    rect.holiday, path.holiday { fill: var(--holidayBar); }
    .value { fill: var(--text); font-size: 12px; text-anchor: middle; }
    .hints path { fill: transparent; }
    .hints path:hover { fill: var(--muted); fill-opacity: .14; }

    .month { display: grid; grid-template-columns: repeat(7, 1fr); gap: 6px; margin: 8px 0 18px; }
    .month .weekday { color: var(--muted); font-size: 12.5px; text-align: center; }
    .day { display: flex; flex-direction: column; min-width: 0; padding: 4px 7px 3px; border: 1px solid var(--rule); border-radius: 4px; cursor: pointer; }
    .day:hover { border-color: var(--accent); }
    .day.rest { background: var(--restDay); }
    .day .name { display: flex; gap: 6px; align-items: baseline; font-size: 12px; white-space: nowrap; overflow: hidden; }
    .day b { font-size: 14px; font-weight: 600; }
    .day i { font-style: normal; color: var(--holiday); }
    .day em { font-style: normal; color: var(--muted); overflow: hidden; text-overflow: ellipsis; }
    .day small { color: var(--muted); font-size: 11.5px; line-height: 1.4; white-space: nowrap; overflow: hidden; }
    .thumbnail { display: block; width: 100%; height: 44px; margin: 2px 0; }
    .thumbnail .line { stroke-width: 1.4; vector-effect: non-scaling-stroke; }
    .need-area { fill: var(--muted); fill-opacity: .22; }
    .under-plain { fill: var(--under); }

    .heat text { font-size: 11px; text-anchor: middle; }
    .heat .axis text, .heat text.day { font-size: 12px; text-anchor: start; }
    .heat text.day .weekday { font-size: 11px; }
    .histograms { display: grid; grid-template-columns: repeat(auto-fit, minmax(300px, 1fr)); gap: 0 28px; }
    .histograms .chart { min-width: 0; max-width: 420px; }
    @media (max-width: 760px) {
      header, main, footer, nav ul { padding-left: 14px; padding-right: 14px; }
      .language { top: 10px; right: 14px; }
      .month { gap: 3px; }
      .day { padding: 3px 4px; }
      .day .surplus, .day em { display: none; }
    }
    """
  }
}
