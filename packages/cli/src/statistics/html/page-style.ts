/** Light or dark by the reader's preference, one column on a phone, black on white on paper. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1f2328; --soft: #59636e; --line: #d1d9e0; --page: #fff; --bar: #1f6feb; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6edf3; --soft: #9198a1; --line: #3d444d; --page: #0d1117; --bar: #58a6ff; }
}
* { box-sizing: border-box; }
body { max-width: 1040px; margin: 0 auto; padding: 24px 16px 48px; }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page); }
h1 { font-size: 24px; line-height: 1.25; margin: 0 0 4px; }
h2 { font-size: 16px; margin: 0 0 12px; }
p { color: var(--soft); margin: 0 0 8px; }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(200px, 1fr)); gap: 16px; margin: 24px 0 32px; }
dl div { border: 1px solid var(--line); border-radius: 8px; padding: 12px 16px; }
dt, .before { color: var(--soft); font-size: 14px; }
dd { margin: 0; font-variant-numeric: tabular-nums; }
.total { font-size: 28px; font-weight: 600; line-height: 1.3; }
main { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 400px), 1fr)); gap: 32px 40px; }
section { min-width: 0; }
svg { display: block; width: 100%; height: auto; max-width: 560px; }
svg text { font: 14px system-ui, sans-serif; fill: var(--ink); }
svg .value { font-size: 13px; fill: var(--soft); }
svg .bar { fill: var(--bar); }
svg .grid { stroke: var(--line); }
details { margin-top: 8px; overflow-x: auto; }
summary { cursor: pointer; color: var(--soft); font-size: 14px; }
table { border-collapse: collapse; font-size: 14px; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: 4px 12px 4px 0; border-bottom: 1px solid var(--line); text-align: right; }
th:first-child { text-align: left; }
tbody th { font-weight: normal; overflow-wrap: anywhere; }
@page { size: A4; margin: 16mm; }
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #444; --line: #bbb; --page: #fff; --bar: #1f6feb; }
  body { max-width: none; padding: 0; print-color-adjust: exact; }
  main { grid-template-columns: 1fr 1fr; gap: 20px 24px; }
  section, dl div, tr { break-inside: avoid; }
  summary { display: none; }
  details::details-content { content-visibility: visible; }
  tr > :first-child { width: 40%; }
}
`;
