/** The whole look of a report: light, dark, phone, print. Colours are variables that the drawings use too. */
export const stylesheet = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ground: #f6f7f9; --ink: #1a2230; --muted: #5b6675; --line: #dfe3e8; --faint: #e9edf2;
  --accent: #2a6fb0; --more: #c8501e; --less: #2a6fb0; --good: #1b7a45; --bad: #b3261e; --warn: #8a5a00;
  --group-1: #0072b2; --group-2: #d55e00; --group-3: #009e73; --group-4: #b0508c; --group-5: #b88a00;
  --group-6: #3fa3d9; --group-7: #6d5bb5; --group-8: #777f8a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #171c24; --ground: #0f1319; --ink: #e7ebf1; --muted: #9aa6b5; --line: #2c3541; --faint: #222a35;
    --accent: #5aa9ea; --more: #f08a4b; --less: #5aa9ea; --good: #5ecb8a; --bad: #ff8a80; --warn: #e8b84a;
    --group-1: #4aa8e8; --group-2: #f5873c; --group-3: #2fc79a; --group-4: #dd86bd; --group-5: #e6be3c;
    --group-6: #8ed0f5; --group-7: #a99bee; --group-8: #9aa3ae;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--ground); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif;
}
main { max-width: 1080px; margin: 0 auto; padding: 32px 24px 64px; }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; margin: 0; overflow-wrap: anywhere; }
h1 { font-size: clamp(1.45rem, 1.05rem + 1.9vw, 2.1rem); font-weight: 650; letter-spacing: -0.015em; }
h1.long { font-size: clamp(1.1rem, 1rem + 0.6vw, 1.35rem); letter-spacing: 0; text-wrap: pretty; }
h2 { font-size: 1.3rem; margin: 48px 0 4px; letter-spacing: -0.01em; }
h3 { font-size: 1rem; font-weight: 620; }
p { margin: 8px 0; }
.lead, figcaption, caption, .note { color: var(--muted); }
.lead { margin: 0 0 16px; max-width: 72ch; }
header { border-top: 6px solid var(--good); background: var(--paper); border-radius: 6px; padding: 24px 28px 20px; box-shadow: 0 1px 2px rgb(0 0 0 / 0.08); }
header.fail { border-top-color: var(--bad); }
.facts { margin: 14px 0 0; color: var(--muted); overflow-wrap: anywhere; }
.mark { display: inline-block; padding: 1px 10px; margin-right: 8px; border-radius: 999px; color: var(--paper); background: var(--good); font-weight: 650; font-size: 0.85rem; }
.fail .mark { background: var(--bad); }
.reasons { margin: 16px 0 0; padding: 0; list-style: none; }
.reasons li { border-left: 3px solid var(--bad); padding: 2px 0 2px 12px; margin: 10px 0; overflow-wrap: anywhere; }
.reasons strong { display: block; color: var(--bad); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(128px, 1fr)); gap: 12px; margin: 16px 0 0; padding: 0; list-style: none; }
.tiles li { background: var(--paper); border-radius: 6px; padding: 12px 16px; box-shadow: 0 1px 2px rgb(0 0 0 / 0.08); }
.tiles b { display: block; font-size: 1.45rem; font-weight: 640; letter-spacing: -0.01em; font-variant-numeric: tabular-nums; line-height: 1.3; }
.tiles span { color: var(--muted); font-size: 0.875rem; }
.figures { columns: 2; column-gap: 16px; }
figure { margin: 0 0 16px; background: var(--paper); border-radius: 6px; padding: 18px 20px 16px; box-shadow: 0 1px 2px rgb(0 0 0 / 0.08); break-inside: avoid; }
figure.absent { color: var(--muted); }
figcaption { font-size: 0.875rem; line-height: 1.45; margin-top: 8px; }
.legend { display: flex; flex-wrap: wrap; gap: 2px 16px; margin: 8px 0 4px; padding: 0; list-style: none; font-size: 0.8125rem; color: var(--muted); }
.legend li { display: inline-flex; align-items: center; gap: 6px; }
.key { display: inline-block; width: 12px; height: 12px; flex: none; }
.key.dot { border-radius: 50%; background: var(--key); }
.key.ring { border-radius: 50%; border: 2px solid var(--key); }
.key.box { border-radius: 2px; background: var(--key); border: 1px solid var(--line); }
.key.line { height: 0; width: 16px; border-top: 3px solid var(--key); }
.key.dash { height: 0; width: 18px; border-top: 2px dashed var(--key); }
svg.plot { display: block; width: 100%; height: auto; max-width: 440px; margin: 0 auto; overflow: visible; --plot-background: var(--paper); }
svg.plot text { white-space: pre; }
.sheet { background: var(--paper); border-radius: 6px; padding: 4px 20px 12px; box-shadow: 0 1px 2px rgb(0 0 0 / 0.08); margin: 0 0 16px; }
table { width: 100%; border-collapse: collapse; font-size: 0.9rem; }
caption { text-align: left; font-size: 0.875rem; padding: 12px 0 6px; }
th { text-align: left; font-weight: 600; font-size: 0.8125rem; color: var(--muted); border-bottom: 1px solid var(--line); padding: 6px 12px 6px 0; vertical-align: bottom; }
td { border-bottom: 1px solid var(--line); padding: 7px 12px 7px 0; vertical-align: top; overflow-wrap: anywhere; }
tr:last-child td { border-bottom: 0; }
td.id { color: var(--muted); white-space: nowrap; font-variant-numeric: tabular-nums; }
td.value, th.value, td.theirs, th.theirs { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; padding-right: 20px; }
th.value, th.theirs { white-space: normal; }
.interval { display: block; color: var(--muted); font-size: 0.8125rem; }
td.title { min-width: 12ch; }
td.band { white-space: nowrap; font-variant-numeric: tabular-nums; }
td.verdict { white-space: nowrap; font-weight: 600; }
td.source { color: var(--muted); font-size: 0.8375rem; }
tr.in .verdict, tr.pass .verdict { color: var(--good); }
tr.out .verdict, tr.fail .verdict { color: var(--bad); }
tr.warn .verdict { color: var(--warn); }
tr.unmeasured .verdict, tr.unjudged .verdict, tr.skip .verdict { color: var(--muted); font-weight: 400; }
.strip { display: block; position: relative; width: 110px; height: 8px; margin-top: 4px; background: var(--faint); border-radius: 4px; }
.strip i { position: absolute; top: 0; bottom: 0; background: var(--good); opacity: 0.4; border-radius: 2px; }
.strip b { position: absolute; top: -2px; width: 4px; height: 12px; margin-left: -2px; border-radius: 2px; background: var(--ink); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 20px; margin: 12px 0; font-size: 0.9375rem; }
dt { color: var(--muted); }
dd { margin: 0; overflow-wrap: anywhere; }
code { font: 0.875em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; background: var(--faint); border-radius: 4px; padding: 1px 5px; overflow-wrap: anywhere; }
ul.plain { margin: 8px 0; padding-left: 20px; }
ul.plain li { margin: 4px 0; }
@media (max-width: 760px) {
  main { padding: 12px 12px 40px; }
  header { padding: 18px 18px 16px; }
  .figures { columns: 1; }
  figure { padding: 14px 14px 12px; }
  .tiles { grid-template-columns: 1fr 1fr; gap: 8px; margin-top: 8px; }
  .sheet { padding: 2px 14px 8px; }
  h2 { margin-top: 36px; }
  table, caption, tbody { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  tr { display: grid; grid-template-columns: auto 1fr auto; gap: 2px 10px; padding: 10px 0; border-bottom: 1px solid var(--line); }
  tr:last-child { border-bottom: 0; }
  td { border: 0; padding: 0; }
  td.title { font-weight: 560; }
  td.title:first-child { grid-column: 1 / 3; }
  td.value { padding: 0; }
  td.theirs { grid-column: 1 / -1; padding: 0; text-align: left; color: var(--muted); }
  td.theirs::before { content: attr(data-head); margin-right: 6px; }
  td.band { grid-column: 1 / 3; white-space: normal; display: flex; flex-wrap: wrap; gap: 2px 12px; align-items: center; }
  td.band .strip { margin-top: 0; width: 90px; }
  td.verdict { grid-column: 3; text-align: right; font-size: 0.85rem; }
  td.source { grid-column: 1 / -1; }
  tr.unjudged td.verdict { display: none; }
  tr.score { grid-template-columns: 1fr 1fr; }
  tr.score td.title { grid-column: 1 / -1; }
  tr.score td.value { text-align: left; white-space: normal; font-size: 0.85rem; }
  tr.score td.value::before { content: attr(data-head); color: var(--muted); margin-right: 6px; }
  td:empty { display: none; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: 8px; }
}
@media print {
  body { background: #fff; }
  header, figure, .sheet, .tiles li { box-shadow: none; border: 1px solid var(--line); }
}
`;
