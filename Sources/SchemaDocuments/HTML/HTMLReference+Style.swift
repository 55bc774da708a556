extension HTMLReference {
  /// The page's style: system fonts, colours for light and dark with a contrast of at least 4.5.
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
      margin: 0 auto; max-width: 78rem; padding: 0 1.25rem 3rem;
      background: var(--ground); color: var(--text);
      font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
      overflow-wrap: break-word;
    }
    code, pre, text { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
    code { font-size: .9em; }
    a { color: var(--link); }
    a.self { color: inherit; text-decoration: none; }
    a.self:hover, a.self:focus-visible { text-decoration: underline; }
    :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
    .skip { position: absolute; left: -999rem; }
    .skip:focus { left: 1rem; top: .5rem; background: var(--ground); padding: .5rem; z-index: 1; }
    header { padding: 2rem 0 1rem; border-bottom: 1px solid var(--line); }
    h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .4rem; }
    h2 { font-size: 1.4rem; margin: 2.5rem 0 .75rem; line-height: 1.3; }
    h3 { font-size: 1.05rem; margin: 0 0 .4rem; line-height: 1.6; }
    p { margin: .4rem 0; }
    .route code { font-size: 1rem; }
    .method {
      background: var(--green-ground); color: var(--green); font-weight: 700;
      padding: .15rem .5rem; border-radius: .3rem; font-size: .9rem;
    }
    form { margin-top: 1rem; display: flex; flex-wrap: wrap; gap: .3rem .75rem; }
    form[hidden] { display: none; }
    form label { flex-basis: 100%; font-weight: 600; font-size: .9rem; }
    input {
      font: inherit; color: inherit; background: var(--raised); width: 24rem; max-width: 100%;
      border: 1px solid var(--muted); border-radius: .4rem; padding: .4rem .7rem;
    }
    output { align-self: center; color: var(--muted); font-size: .9rem; }
    .columns { display: grid; grid-template-columns: 15rem minmax(0, 1fr); gap: 2.5rem; }
    nav {
      position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto;
      padding: 1.5rem .25rem; font-size: .9rem;
    }
    nav summary { font-weight: 600; cursor: pointer; }
    nav ul { list-style: none; padding: 0; margin: .3rem 0 .6rem; }
    nav ul ul { margin-left: .6rem; border-left: 1px solid var(--line); }
    nav ul ul li { padding-left: calc(.7rem + var(--depth, 0) * .9rem); }
    nav a { display: inline-block; padding: .15rem 0; text-decoration: none; }
    nav a:hover { text-decoration: underline; }
    .star { color: var(--red); padding-left: .2rem; }
    .facts div { display: grid; grid-template-columns: 11rem minmax(0, 1fr); padding: .3rem 0; }
    .facts div + div { border-top: 1px solid var(--line); }
    dt { font-weight: 600; }
    dd { margin: 0; }
    .losses dd { margin: 0 0 .7rem; }
    .place, .origin, .why { color: var(--muted); font-size: .85rem; }
    .place::before { content: "§\\00a0"; }
    .place { white-space: normal; }
    .field, .decision {
      border: 1px solid var(--line); border-radius: .6rem; padding: 1rem 1.15rem; margin: 1rem 0;
    }
    .field[hidden] { display: none; }
    .searching main > section:not(.body) { display: none; }
    .field > h3 > a code { font-size: 1.05rem; }
    .type { color: var(--muted); font-weight: 400; }
    .badge {
      display: inline-block; font-size: .75rem; font-weight: 600; line-height: 1.5;
      padding: 0 .5rem; border-radius: 1rem; background: var(--raised); color: var(--muted);
      border: 1px solid var(--line); white-space: nowrap;
    }
    .badge.required, .badge.rejected { background: var(--red-ground); color: var(--red); }
    .badge.accepted, .badge.documented { background: var(--green-ground); color: var(--green); }
    .badge.contradicted { background: var(--amber-ground); color: var(--amber); }
    .badge.chosen { background: var(--blue-ground); color: var(--blue); }
    .badge.secret { background: var(--purple-ground); color: var(--purple); }
    .rules { list-style: none; padding: 0; margin: .6rem 0 0; }
    .rules > li { border-top: 1px solid var(--line); padding: .55rem 0; }
    .rules p { margin: .15rem 0; }
    .rules > li:target, .field:target, .decision:target {
      background: var(--target); box-shadow: 0 0 0 .4rem var(--target); border-radius: .2rem;
    }
    .reading { border-left: 3px solid var(--focus); padding-left: .7rem; }
    .rules p.reading { margin: .6rem 0; }
    .note { font-size: .9rem; }
    pre {
      background: var(--raised); border: 1px solid var(--line); border-radius: .4rem;
      padding: .6rem .8rem; overflow-x: auto; margin: .5rem 0; line-height: 1.45;
    }
    .scroll {
      overflow-x: auto; margin: .5rem 0; padding: .2rem .4rem;
      border: 1px solid var(--line); border-radius: .4rem;
    }
    .legend { list-style: none; padding: 0; }
    .values { list-style: none; padding: 0; margin: .5rem 0; }
    .values li { padding: .15rem 0; }
    .values code { white-space: pre-wrap; }
    .vectors p { font-size: .85rem; color: var(--muted); }
    summary { cursor: pointer; padding: .25rem 0; }
    .count { color: var(--muted); }
    table { border-collapse: collapse; width: 100%; }
    th, td { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0; }
    tr { border-top: 1px solid var(--line); }
    thead tr { border-top: 0; }
    .hash { word-break: break-all; }
    footer { border-top: 1px solid var(--line); margin-top: 3rem; color: var(--muted); }
    .railroad path, .railroad rect { fill: none; stroke: var(--muted); stroke-width: 1.5; }
    .railroad .arrow { fill: var(--muted); }
    .railroad .literal { fill: var(--green-ground); }
    .railroad .set { fill: var(--blue-ground); }
    .railroad .anchor { fill: var(--amber-ground); }
    .railroad .frame { stroke-dasharray: 4 3; }
    .railroad text { font-size: 13px; text-anchor: middle; fill: var(--text); white-space: pre; }
    .railroad text.label { font-size: 12px; fill: var(--muted); }
    @media (max-width: 800px) {
      body { padding: 0 .9rem 2rem; }
      .columns { display: block; }
      nav { position: static; max-height: none; padding: .8rem 0 0; }
      nav a { padding: .3rem 0; }
      .facts div { display: block; }
      .field, .decision { padding: .8rem .85rem; }
      h1 { font-size: 1.6rem; }
    }
    @media print { nav, form { display: none; } .columns { display: block; } }
    """
}
