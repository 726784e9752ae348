/** How a page looks: a column of text as in a paper, code that keeps quiet, tables with few rules. */

const colours = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1d1d1f; --quiet: #6e6e76; --line: #e3e3e8; --tint: #f7f7f9; --link: #1a5fb4;
  --red: #b3261e; --green: #2f7d32; --amber: #8a5a00; --blue: #1a5fb4; --violet: #7b3fa0; --teal: #00707d; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #16171a; --ink: #e4e4e7; --quiet: #9a9aa4; --line: #34353b; --tint: #1e1f23; --link: #86b7f5;
    --red: #f28b82; --green: #8fd49a; --amber: #e5c07b; --blue: #86b7f5; --violet: #cfa3f0; --teal: #7fd3dc; }
}`;

const text = `
* { box-sizing: border-box; }
html { font-size: 17px; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); line-height: 1.55; overflow-wrap: break-word;
  font-family: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, "Book Antiqua", Georgia, "Noto Serif", "DejaVu Serif", serif;
  font-feature-settings: "kern", "liga"; text-rendering: optimizeLegibility; }
main { max-width: 50rem; margin: 0 auto; padding: 4rem 1.25rem 6rem; }
h1, h2, h3, h4 { font-weight: 600; line-height: 1.22; margin: 2.2em 0 .6em; text-wrap: balance; }
h1 { font-size: 2.05rem; letter-spacing: -.012em; margin: 0 0 .7em; }
section ~ section h1 { margin-top: 1.6em; }
h2 { font-size: 1.42rem; letter-spacing: -.006em; } h3 { font-size: 1.14rem; } h4 { font-size: 1rem; font-style: italic; }
p, ul, ol, dl, blockquote { margin: 0 0 1em; }
sub, sup { font-size: .72em; line-height: 0; } li { margin: .25em 0; } li > p { margin: .3em 0; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .15em; }
blockquote { margin-left: 0; padding-left: 1.1em; border-left: 3px solid var(--line); color: var(--quiet); }
hr { border: 0; border-top: 1px solid var(--line); margin: 2.5em auto; width: 30%; }
img, svg { max-width: 100%; } img { height: auto; }
.katex { font-size: 1.06em; } .katex-display { overflow-x: auto; overflow-y: hidden; padding: .2em 0; margin: 1.1em 0; }
@media (max-width: 40rem) { html { font-size: 16px; } h1 { font-size: 1.7rem; } main { padding-top: 2.5rem; } .katex-display > .katex > .katex-html > .tag { position: relative; padding-left: 1.5em; } }`;

const code = `
pre, code, kbd, samp { font-family: ui-monospace, "SF Mono", "Cascadia Code", "JetBrains Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .8rem; }
code { overflow-wrap: anywhere; } p code, li code, td code { font-size: .86em; background: var(--tint); padding: .1em .3em; border-radius: 3px; }
pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5; tab-size: 2; } pre code { font-size: inherit; }
section.text pre { background: var(--tint); border-radius: 5px; padding: .75rem .95rem; margin: 0 0 1em; }
section.code { margin: 1.5rem 0; }
.input { position: relative; } .input pre { background: var(--tint); border-radius: 5px; padding: .75rem .95rem; }
.number { position: absolute; right: 100%; top: .78rem; margin-right: .7rem; color: var(--quiet); opacity: .75; font: .68rem/1.8 ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
@media (max-width: 54rem) { .number { right: .6rem; top: .25rem; margin: 0; z-index: 1; } }
details > summary { color: var(--quiet); font-size: .85rem; cursor: pointer; margin: .4rem 0; }
.hljs-comment, .hljs-quote { color: var(--quiet); font-style: italic; } .hljs-keyword, .hljs-built_in, .hljs-literal { color: var(--violet); }
.hljs-string, .hljs-regexp { color: var(--green); } .hljs-number { color: var(--amber); } .hljs-title, .hljs-section { color: var(--blue); }
.hljs-type, .hljs-title.class_ { color: var(--teal); } .hljs-subst { color: var(--ink); }`;

const outputs = `
.outputs { margin-top: .8rem; } .output { margin: .8rem 0; overflow-x: auto; } .output > p:last-child { margin: 0; }
.output pre { padding: 0 .95rem; max-height: 32rem; overflow: auto; }
pre.stderr { color: var(--amber); } pre.error { border-left: 3px solid var(--red); padding: .35rem .95rem; }
.formula .katex-display { margin: .6em 0; }
figure { margin: 0; } figure.plotly { position: relative; display: flex; justify-content: center; } figure.plotly img { border-radius: 4px; }
figure.drawn img { display: none; } figure .plot { width: 100%; min-width: 0; } figure.plotly .plot .svg-container { margin: 0 auto; } figure:not(.drawn) .plot { position: absolute; visibility: hidden; }
.output > img { display: block; margin: 0 auto; } .caption { font-size: .88rem; color: var(--quiet); max-width: 40rem; margin: 0 auto; }
table { border-collapse: collapse; margin: 1.2em auto; font-size: .92rem; font-variant-numeric: tabular-nums lining-nums;
  border-top: 1.5px solid var(--ink); border-bottom: 1.5px solid var(--ink); }
th, td { padding: .32em .85em; text-align: left; border: 0; vertical-align: baseline; } thead th { border-bottom: 1px solid var(--ink); font-weight: 600; }
.html table td, .html table th { text-align: right; } .html tbody th, .html td:first-child, .html th:first-child { text-align: left; }
.html { font-size: .95rem; }
${["black:ink", "red:red", "green:green", "yellow:amber", "blue:blue", "magenta:violet", "cyan:teal", "white:quiet"]
  .map((pair) => pair.split(":"))
  .map(([name, variable]) => `.ansi-fg-${name} { color: var(--${variable}); }`)
  .join(" ")}
.ansi-bold { font-weight: 700; } .ansi-faint { opacity: .7; } .ansi-italic { font-style: italic; } .ansi-underline { text-decoration: underline; }`;

const derivations = `
.derivation > ol { list-style: none; margin: 0; padding: 0; } .derivation li { padding: .6em 0; margin: 0; border-top: 1px solid var(--line); }
.derivation p { margin: .15em 0; } .derivation .quiet { color: var(--quiet); } .derivation .supposed { color: var(--violet); font-style: italic; font-size: .9rem; }
.badge { font-size: .82rem; color: var(--quiet); margin-right: .9em; white-space: nowrap; } .badge i { font-style: normal; }
.badge.good i { color: var(--green); } .badge.bad, .badge.bad i { color: var(--red); }`;

const print = `
@media print {
  @page { margin: 20mm 18mm; }
  html { font-size: 10.5pt; } main { max-width: none; padding: 0; }
  :root { --paper: #fff; --ink: #000; --quiet: #555; --line: #ccc; --tint: #f6f6f6; --link: #000; --red: #a11; --green: #262; --amber: #640; --blue: #135; --violet: #526; --teal: #055; }
  pre { white-space: pre-wrap; } .output, .output pre { max-height: none; overflow: visible; }
  figure, table, .input, .katex-display { break-inside: avoid; } h1, h2, h3 { break-after: avoid; }
  figure.plotly:has(img) .plot { display: none; } figure.drawn img { display: block; } .number { display: none; }
}`;

export const pageStyle = [colours, text, code, outputs, derivations, print].join("\n").trim();
