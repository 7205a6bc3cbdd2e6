/** The style of the report: light and dark, phone to wide screen, print. */
export const reportStyle = `
:root {
  color-scheme: light dark; font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", Arial, sans-serif;
  --paper: #fdfcf9; --ink: #1d1c1a; --quiet: #63605a; --line: #dedad1; --link: #6b2d1f; --tint: #f4f0e7;
  --error: #a11212; --warning: #7a4f00; --info: #36587a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #171614; --ink: #e8e4db; --quiet: #a39e93; --line: #38352f; --link: #e3a58e; --tint: #211f1b;
    --error: #ff9d8f; --warning: #e5bd6b; --info: #9dbfe0;
  }
}
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 68rem; padding: 0 1.25rem 3rem; background: var(--paper); color: var(--ink) }
a { color: var(--link); text-underline-offset: .16em }
:focus-visible { outline: .15rem solid var(--link); outline-offset: .15rem }
.skip { position: absolute; left: -99rem }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .3rem .6rem }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 1.6rem 0 .4rem }
h2 { font-size: 1.25rem; margin: 2.4rem 0 .4rem; padding-top: .5rem; border-top: 1px solid var(--line) }
h3 { font-size: 1rem; margin: 2rem 0 .2rem; max-width: 48rem }
p { max-width: 48rem; margin: .4rem 0 }
.lead { font-size: 1.15rem }
nav ul { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; list-style: none; padding: 0; margin: .6rem 0 }
.small, caption, th { font-size: .85rem; color: var(--quiet) }
.totals { display: grid; grid-template-columns: repeat(auto-fill, minmax(19rem, 1fr)); gap: 0 2rem; margin: .6rem 0 }
.totals div { display: flex; justify-content: space-between; gap: 1rem; padding: .2rem 0; border-bottom: 1px solid var(--line) }
.totals .part dt { padding-left: 1rem; color: var(--quiet) }
.totals dd { margin: 0; text-align: right; color: var(--quiet); font-size: .85rem }
.totals b { color: var(--ink); font-size: 1rem; font-variant-numeric: tabular-nums }
.badge { font-size: .78rem; font-weight: 600; border: 1px solid currentColor; border-radius: .2rem; padding: 0 .35rem; white-space: nowrap }
.badge.error { color: var(--error) } .badge.warning { color: var(--warning) } .badge.info { color: var(--info) }
.wide { overflow-x: auto; margin: .5rem 0 1rem }
table { border-collapse: collapse; width: 100%; font-size: .9rem }
caption { text-align: left; padding: .2rem 0 }
th, td { text-align: left; vertical-align: top; padding: .3rem .9rem .3rem 0; border-bottom: 1px solid var(--line) }
th { font-weight: 600; white-space: nowrap }
.number { text-align: right; font-variant-numeric: tabular-nums }
code { font: .88em/1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere }
q { quotes: "“" "”" }
section:target > h3 { background: var(--tint) }
@media (max-width: 40rem) { .totals { grid-template-columns: 1fr } }
@media print {
  :root { --paper: #fff; --ink: #000; --quiet: #333; --line: #bbb; --link: #000; --error: #000; --warning: #000; --info: #000; font-size: 9.5pt }
  nav, .skip { display: none } body { max-width: none; padding: 0 } .wide { overflow: visible }
  tr, h2, h3 { break-inside: avoid } h2, h3 { break-after: avoid }
}
`
