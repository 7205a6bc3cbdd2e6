/** The one style sheet: calm typography, light and dark, phone to wide screen, print. */

import { askStyle } from './style-ask.ts'
import { documentStyle } from './style-document.ts'
import { queryStyle } from './style-query.ts'
import { searchStyle } from './style-search.ts'
import { thingsStyle } from './style-things.ts'
import { viewStyle } from './style-views.ts'
import { vocabularyStyle } from './style-vocabulary.ts'

export const style = `
:root {
  color-scheme: light dark;
  --paper: #fdfcf9; --ink: #1d1c1a; --quiet: #63605a; --line: #dedad1; --link: #6b2d1f; --tint: #f4f0e7;
  --found: #36587a; --found-tint: #eaf0f6; --alert: #8a5a00; --alert-tint: #fbf2dc; --value: #47602f;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", "Noto Sans", "Helvetica Neue", Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #171614; --ink: #e8e4db; --quiet: #a39e93; --line: #38352f; --link: #e3a58e; --tint: #211f1b;
    --found: #9dbfe0; --found-tint: #1b242d; --alert: #e5bd6b; --alert-tint: #2b2415; --value: #b3cb97;
  }
}
* { box-sizing: border-box; }
html { font: 112.5%/1.55 var(--serif); background: var(--paper); color: var(--ink); }
body { margin: 0 auto; max-width: 62rem; padding: 0 1.25rem 3rem; overflow-wrap: break-word; }
a { color: var(--link); text-decoration-thickness: .06em; text-underline-offset: .16em; }
a:focus-visible, button:focus-visible, textarea:focus-visible, select:focus-visible, summary:focus-visible, input:focus-visible {
  outline: .15rem solid var(--link); outline-offset: .15rem;
}
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .3rem .6rem; }
header.site { display: flex; flex-wrap: wrap; align-items: baseline; gap: .3rem 1.6rem; padding: 1.1rem 0 .8rem; border-bottom: 1px solid var(--line); }
header.site .name { font-weight: 600; color: inherit; text-decoration: none; }
header.site nav { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; font: .82rem/1.6 var(--sans); }
header.site nav a { text-decoration: none; }
header.site nav a[aria-current], header.site nav a:hover { text-decoration: underline; }
.notice { margin: 0; max-width: none; padding: .45rem .8rem; background: var(--alert-tint); color: var(--alert); font: .82rem/1.5 var(--sans); border-left: .25rem solid var(--alert); }
h1 { font-size: 1.75rem; line-height: 1.22; font-weight: 600; margin: 1.6rem 0 .5rem; text-wrap: balance; max-width: 46rem; }
h2 { font-size: 1.12rem; font-weight: 600; margin: 2.2rem 0 .5rem; padding-top: .5rem; border-top: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.2rem 0 .2rem; }
p, ul, ol, blockquote { max-width: 42rem; }
figure { margin: 1rem 0; }
.crumbs, .kind, .small, figcaption { font: .82rem/1.5 var(--sans); color: var(--quiet); }
.crumbs { margin: 1.2rem 0 -1rem; }
.lede { color: var(--quiet); margin-top: 0; }
dl.facts { display: grid; grid-template-columns: minmax(8rem, 11rem) 1fr; gap: .3rem 1.2rem; margin: .6rem 0; }
dl.facts dt { font: .82rem/1.75 var(--sans); color: var(--quiet); }
dl.facts dd { margin: 0; min-width: 0; }
dl.facts dd ul, dl.facts dd ol { margin: 0; padding-left: 1.2rem; }
.words { color: var(--quiet); }
.words::before { content: "“"; } .words::after { content: "”"; }
.text { white-space: pre-line; background: var(--tint); padding: 1rem 1.2rem; max-width: 46rem; }
.badge { font: .75rem/1.5 var(--sans); border: 1px solid currentColor; border-radius: .2rem; padding: 0 .35rem; color: var(--quiet); white-space: nowrap; }
.badge.alert { color: var(--alert); }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
.wide { overflow-x: auto; }
th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line); }
th { font: 600 .8rem/1.5 var(--sans); color: var(--quiet); }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
details { margin: 1rem 0; } summary { cursor: pointer; font: .9rem/1.5 var(--sans); }
ul.plain { list-style: none; padding: 0; } ul.plain li { margin: .25rem 0; }
.letters { display: flex; flex-wrap: wrap; gap: .2rem .7rem; font: .9rem/1.6 var(--sans); }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: .8rem; padding: 0; list-style: none; max-width: none; }
.cards li { border: 1px solid var(--line); padding: .7rem .9rem; background: var(--tint); }
.cards strong { font-size: 1.3rem; display: block; font-variant-numeric: tabular-nums; }
${documentStyle}
${thingsStyle}
${queryStyle}
${searchStyle}
${vocabularyStyle}
${viewStyle}
button, select, input { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--quiet); border-radius: .2rem; padding: .25rem .8rem; }
${askStyle}
code, pre { font: .85em/1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; }
pre { background: var(--tint); padding: .8rem 1rem; overflow-x: auto; }
footer.site { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: .6rem; font: .82rem/1.6 var(--sans); color: var(--quiet); }
footer.site p { max-width: none; margin: .3rem 0; }
@media (max-width: 38rem) {
  html { font-size: 100%; }
  dl.facts { grid-template-columns: 1fr; gap: 0; } dl.facts dd { margin-bottom: .5rem; }
}
@media print {
  html { font-size: 10.5pt; background: none; color: #000; } header.site nav, footer.site p:first-child, .skip, form { display: none; }
  a { color: inherit; text-decoration: none; } main a[href^="http"]::after { content: " <" attr(href) ">"; font-size: .8em; }
}
`
