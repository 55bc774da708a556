/// How the page looks: the reader's own colours, light or dark, from a phone's width up.
enum HTMLStyle {
  static let text = """
    :root {
      color-scheme: light dark;
      --text: #1d2125; --quiet: #5b6570; --page: #ffffff; --line: #d5dae0; --link: #0b57c2;
      --good: #dff3e4; --good-text: #135c2a; --fair: #fdf0cf; --fair-text: #6b4a00;
      --poor: #fbdedb; --poor-text: #8c1d12; --panel: #f5f7f9;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --text: #e4e8ec; --quiet: #9aa5b1; --page: #15191d; --line: #333b44; --link: #82b4ff;
        --good: #16351f; --good-text: #9fe0b1; --fair: #3b300f; --fair-text: #f2d389;
        --poor: #451b17; --poor-text: #ffb4ab; --panel: #1c2228;
      }
    }
    * { box-sizing: border-box; }
    body {
      margin: 0 auto; max-width: 70rem; padding: 1rem; background: var(--page);
      color: var(--text); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere;
    }
    h1 { font-size: 1.6rem; margin: 0.5rem 0 0; }
    h2 { font-size: 1.2rem; margin: 2rem 0 0.5rem; }
    p { margin: 0.3rem 0; }
    a { color: var(--link); }
    .quiet { color: var(--quiet); font-size: 0.9rem; }
    .remark { color: var(--poor-text); }
    .summary, .causes { padding-left: 1.6rem; margin: 0; }
    .summary li { margin: 0.3rem 0; }
    .passed, .failed, .kind {
      border-radius: 0.3rem; padding: 0.05rem 0.4rem; font-size: 0.85rem; white-space: nowrap;
    }
    .passed { background: var(--good); color: var(--good-text); }
    .failed, .kind { background: var(--poor); color: var(--poor-text); }
    time { white-space: nowrap; }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
    th, td { border-bottom: 1px solid var(--line); padding: 0.25rem 0.7rem; text-align: right; }
    th:first-child { text-align: left; font-weight: normal; white-space: nowrap; }
    thead th, tfoot th:first-child, tfoot td { font-weight: 600; }
    td { white-space: nowrap; }
    td a { color: inherit; }
    td.good { background: var(--good); color: var(--good-text); }
    td.fair { background: var(--fair); color: var(--fair-text); }
    td.poor { background: var(--poor); color: var(--poor-text); }
    td.none { color: var(--quiet); }
    details { border: 1px solid var(--line); border-radius: 0.4rem; margin: 0.5rem 0; }
    details > summary { padding: 0.4rem 0.7rem; cursor: pointer; }
    details[open] > summary { border-bottom: 1px solid var(--line); }
    details.vector { margin: 0.5rem; background: var(--panel); }
    :target { outline: 2px solid var(--link); outline-offset: 2px; }
    dl {
      display: grid; grid-template-columns: max-content 1fr; gap: 0.2rem 1rem; margin: 0;
      padding: 0.6rem 0.7rem;
    }
    dt { color: var(--quiet); grid-column: 1; }
    dd { margin: 0; grid-column: 2; }
    code { font: 0.85rem/1.5 ui-monospace, monospace; }
    @media (max-width: 32rem) {
      body { padding: 0.7rem; }
      th, td { padding: 0.25rem; font-size: 0.8rem; }
      th:first-child { white-space: normal; min-width: 6.5rem; }
      dl { grid-template-columns: 1fr; }
      dt, dd { grid-column: 1; }
    }
    """
}
