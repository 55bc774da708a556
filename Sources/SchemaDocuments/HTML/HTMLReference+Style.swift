extension HTMLReference {
  /// The page's style: system fonts, and colors for light and dark mode with a contrast of at least 4.5.
  static let style = """
    :root {
      color-scheme: light dark;
      --ground: #ffffff; --raised: #f6f8fa; --text: #1f2328; --muted: #57606a; --line: #d0d7de;
      --link: #0550ae; --focus: #0969da; --target: #fff8c5;
      --green: #116329; --green-ground: #dafbe1; --red: #a40e26; --red-ground: #ffebe9;
      --amber: #7d4e00; --amber-ground: #fff1d6; --blue: #0a3069; --blue-ground: #ddf4ff;
      --purple: #6639ba; --purple-ground: #fbefff;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ground: #0d1117; --raised: #161b22; --text: #f0f6fc; --muted: #a3acb6; --line: #3d444d;
        --link: #79c0ff; --focus: #58a6ff; --target: #33290a;
        --green: #7ee787; --green-ground: #12361f; --red: #ffa198; --red-ground: #4a1517;
        --amber: #f2cc60; --amber-ground: #3a2f05; --blue: #a5d6ff; --blue-ground: #0c2d4a;
        --purple: #d2a8ff; --purple-ground: #2f1c4d;
      }
    }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 1rem; }
    body {
      margin: 0 auto; max-width: 78rem; padding: 0 1.25rem 3rem; background: var(--ground); color: var(--text);
      font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
      overflow-wrap: break-word;
    }
    code, pre, text { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
    code { font-size: .9em; }
    a { color: var(--link); }
    a.self { color: inherit; text-decoration: none; } a.self:hover, a.self:focus-visible { text-decoration: underline; }
    :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
    .skip { position: absolute; left: -999rem; } .skip:focus { left: 1rem; top: .5rem; background: var(--ground); padding: .5rem; z-index: 1; }
    header {
      display: flex; flex-wrap: wrap; justify-content: space-between; gap: .5rem 2rem; padding: 1.1rem 0 .7rem;
    }
    header p { margin: .2rem 0; }
    h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .2rem; }
    h2 { font-size: 1.3rem; margin: 1.6rem 0 .4rem; line-height: 1.3; }
    h3 { font-size: 1.05rem; font-weight: 600; margin: 0 0 .3rem; line-height: 1.5; }
    p { margin: .3rem 0; }
    .method {
      background: var(--green-ground); color: var(--green); font-weight: 700; padding: .15rem .5rem;
      border-radius: .3rem; font-size: .9rem;
    }
    form { display: flex; flex-direction: column; gap: .25rem; min-width: 15rem; }
    form[hidden], [hidden] { display: none; } form label { font-weight: 600; font-size: .9rem; }
    input {
      font: inherit; color: inherit; background: var(--raised); max-width: 100%; border: 1px solid var(--muted);
      border-radius: .4rem; padding: .35rem .7rem;
    }
    output { color: var(--muted); font-size: .9rem; min-height: 1.4rem; }
    nav { border: solid var(--line); border-width: 1px 0; font-size: .9rem; }
    nav ul { display: flex; flex-wrap: wrap; gap: 0 1.2rem; list-style: none; padding: .2rem 0; margin: 0; }
    nav a { display: inline-block; padding: .25rem 0; text-decoration: none; } nav a:hover { text-decoration: underline; }
    main > section:first-child > h2 { margin-top: .9rem; }
    .muted, .place { color: var(--muted); font-size: .85rem; font-weight: 400; }
    .place { margin-left: .4rem; } .place::before { content: "§\\00a0"; }
    .grid { display: grid; gap: .9rem 1.2rem; grid-template-columns: repeat(auto-fill, minmax(24rem, 1fr)); }
    .grid > * { min-width: 0; }
    .grid > .wide, .grid > :has(> details[open]) { grid-column: 1 / -1; }
    .field { border: 1px solid var(--line); border-radius: .6rem; padding: .7rem 1rem; }
    .badge {
      display: inline-block; font-size: .75rem; font-weight: 600; line-height: 1.5; padding: 0 .5rem;
      border-radius: 1rem; background: var(--raised); color: var(--muted); border: 1px solid var(--line);
      white-space: nowrap;
    }
    .badge.required, .badge.invalid { background: var(--red-ground); color: var(--red); }
    .badge.valid, .badge.documented { background: var(--green-ground); color: var(--green); }
    .badge.contradicted { background: var(--amber-ground); color: var(--amber); }
    .badge.chosen { background: var(--blue-ground); color: var(--blue); }
    .badge.secret { background: var(--purple-ground); color: var(--purple); }
    :target { background: var(--target); }
    .reading { border-left: 3px solid var(--focus); padding-left: .7rem; }
    ul { padding-left: 1.2rem; margin: .4rem 0; }
    figure { position: relative; margin: 0; }
    figcaption { font-size: .9rem; margin: .4rem 4.5rem .3rem 0; min-height: 1.9rem; }
    figure button {
      position: absolute; right: 0; top: .1rem; font: inherit; font-size: .85rem; cursor: pointer;
      color: var(--text); background: var(--raised); border: 1px solid var(--muted); border-radius: .4rem;
      padding: .15rem .6rem;
    }
    pre {
      background: var(--raised); border: 1px solid var(--line); border-radius: .4rem; padding: .6rem .8rem;
      overflow: auto; max-height: 36rem; margin: 0; line-height: 1.4; font-size: .9rem;
    }
    .scroll { overflow-x: auto; margin: .3rem 0; }
    summary { cursor: pointer; padding: .2rem 0; color: var(--link); font-size: .9rem; }
    table { border-collapse: collapse; width: 100%; font-size: .9rem; line-height: 1.4; }
    th, td { text-align: left; vertical-align: top; padding: .3rem 1rem .3rem 0; }
    th[scope=row] { font-weight: 400; }
    th:has(.badge) { white-space: nowrap; }
    .field td { overflow-wrap: anywhere; } [aria-label^=Samples] td:nth-child(2) { width: 36%; }
    tr { border-top: 1px solid var(--line); } thead tr { border-top: 0; }
    td code, th code { white-space: pre-wrap; }
    footer { border-top: 1px solid var(--line); margin-top: 2rem; color: var(--muted); font-size: .9rem; }
    .railroad path, .railroad rect { fill: none; stroke: var(--muted); stroke-width: 1.5; }
    .railroad .arrow { fill: var(--muted); }
    .railroad .literal { fill: var(--green-ground); }
    .railroad .set { fill: var(--blue-ground); }
    .railroad .anchor { fill: var(--amber-ground); }
    .railroad .frame { stroke-dasharray: 4 3; }
    .railroad text { font-size: 13px; text-anchor: middle; fill: var(--text); white-space: pre; }
    .railroad text.label { font-size: 12px; fill: var(--muted); }
    @media (min-width: 801px) { .grid .railroad { max-width: 100%; height: auto; } }
    @media (max-width: 800px) {
      body { padding: 0 .9rem 2rem; }
      .grid { grid-template-columns: minmax(0, 1fr); }
      nav a { padding: .3rem 0; }
      td code, th code { overflow-wrap: anywhere; }
      th[scope=row]:has(a code) { min-width: 8rem; }
    }
    @media print { nav, form, button { display: none; } }
    """
}
