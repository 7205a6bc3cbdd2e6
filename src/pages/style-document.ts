/** The style of the page of a document: the way of the message, the text with its marks, findings, citation, report. */

/** Acts and meetings beyond this number are not lit up with their words; links lead there all the same. */
const LIT = 80

const lit = Array.from({ length: LIT }, (_, i) => `.reading:has(.f${i + 1}:is(:hover, :focus-within)) .f${i + 1}`)

export const documentStyle = `
.visually-hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
h1, main a, q, .words, .original p, .copy, .modern p { unicode-bidi: isolate; }
.contents { display: flex; flex-wrap: wrap; gap: .2rem 1.3rem; font: .82rem/1.9 var(--sans); margin: 1.4rem 0 0; padding: .35rem 0; border-block: 1px solid var(--line); }
.contents a { text-decoration: none; } .contents a:hover { text-decoration: underline; }
.modern { font-family: var(--sans); font-size: .9rem; border-left: .2rem dotted var(--quiet); padding-left: 1rem; }
.modern p { margin: .2rem 0; max-width: 44rem; } .modern h2 { border-top: 0; padding-top: 0; font-size: 1rem; }
figure.modern figcaption { font-size: .78rem; }
.path { padding: 0; margin: .4rem 0; list-style: none; display: flex; flex-wrap: wrap; gap: .1rem .5rem; max-width: none; }
.path li + li::before { content: "›" / ""; color: var(--quiet); margin-right: .5rem; }
ol.route { list-style: none; display: flex; padding: 0; margin: 1.4rem 0 .6rem; max-width: none; }
ol.route > li { position: relative; flex: 1 1 0; min-width: 0; padding: .9rem 1.2rem 0 0; border-top: .13rem solid var(--link); }
ol.route > li:last-child { border-color: transparent; padding-right: 0; flex: 0 1 auto; max-width: 50%; }
ol.route > li::before { content: ""; position: absolute; left: 0; top: -.5rem; width: .85rem; height: .85rem; border: .13rem solid var(--link); border-radius: 50%; background: var(--paper); }
ol.route > li:last-child::before { background: var(--link); }
ol.route > li:not(:last-child)::after { content: ""; position: absolute; right: .25rem; top: -.42rem; border: .36rem solid transparent; border-left: .5rem solid var(--link); border-right: 0; }
ol.route > li > * { display: block; }
.stop { font: 600 .72rem/1.6 var(--sans); letter-spacing: .06em; text-transform: uppercase; color: var(--quiet); }
ol.route .unknown { color: var(--quiet); } .where { font-style: italic; } ol.route ul { list-style: none; padding: 0; margin: .3rem 0 0; font: .8rem/1.5 var(--sans); color: var(--quiet); }
.carried { border-left: .2rem solid var(--line); padding-left: 1rem; margin: 1rem 0; } .carried h3 { font-weight: 400; font-size: .95rem; }
.copies ol { columns: 2 14rem; margin: .2rem 0; padding-left: 1.4rem; font-size: .95rem; max-width: none; } .copies h3 { font-size: .95rem; }
.original p { white-space: pre-line; line-height: 1.68; max-width: 40rem; margin: 0 0 1em; }
mark, a.name, .field { border-radius: .1rem; }
mark { background: var(--found-tint); color: inherit; border-bottom: .1rem solid var(--found); padding-bottom: .05em; }
mark mark { background: none; border-bottom-style: double; border-bottom-width: .2rem; }
a.name { color: inherit; text-decoration: underline dotted var(--quiet) .08em; } a.name:hover { color: var(--link); text-decoration-style: solid; }
.note { font: .66rem/1 var(--sans); vertical-align: super; text-decoration: none; color: var(--found); padding: 0 .12em; user-select: none; }
.note.next::before { content: ","; padding-right: .12em; }
.note:hover { text-decoration: underline; }
.found { list-style: none; padding: 0; margin: .6rem 0; max-width: none; }
.found > li { border-left: .2rem dashed var(--found); background: var(--found-tint); padding: .45rem .8rem; margin: .5rem 0; max-width: 46rem; scroll-margin: 1rem; }
.found p { margin: 0; } .found .kind { color: var(--found); } .found .kind a { color: inherit; }
.found .self { font-weight: 600; text-decoration: none; font-variant-numeric: tabular-nums; } .found .self:hover { text-decoration: underline; }
.found q { display: block; margin: .2rem 0; font-size: .94rem; } .found q a { color: inherit; text-decoration: none; } .found q a:hover { text-decoration: underline; }
.found dl.facts { margin: .2rem 0 0; gap: 0 .8rem; font-size: .88rem; grid-template-columns: minmax(4.5rem, 6rem) 1fr; }
.found dl.facts dd { margin: 0; } .found dl.facts dt { font-size: .78rem; line-height: 1.75; }
.sureness { white-space: normal; } .sureness::before { content: "· "; }
${lit.join(',\n')} { background: var(--alert-tint); border-color: var(--alert); }
mark:target, a.name:target, .field:target, .found > li:target, q:target, mark:target + .rest, dl.facts li:target, tr:target { background: var(--alert-tint); border-color: var(--alert); outline: .12rem solid var(--alert); }
.original :target, dl.facts li:target, q:target { scroll-margin: 4rem; }
@media (min-width: 60rem) {
  .reading.beside { display: grid; grid-template-columns: minmax(0, 1.2fr) minmax(0, 1fr); gap: 0 2rem; align-items: start; }
  .reading.beside .findings { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; scrollbar-width: thin; padding-right: .4rem; }
}
.beside > p { margin: .1rem 0; } nav.beside { margin: .8rem 0; font-size: .95rem; }
.copy { user-select: all; overflow-wrap: anywhere; }
.mend { margin-top: 2.5rem; border: 1px solid var(--line); padding: .4rem 1rem; } .mend[open] { padding-bottom: 1rem; }
.mend label { display: block; font: 600 .82rem/1.6 var(--sans); color: var(--quiet); }
.mend textarea { width: 100%; font: .78rem/1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; background: var(--tint); color: inherit; border: 1px solid var(--quiet); border-radius: 0; padding: .5rem .7rem; }
.mend td code { overflow-wrap: anywhere; } .mend table { font-size: .85rem; }
@media (max-width: 38rem) {
  ol.route { flex-direction: column; margin-left: .45rem; }
  ol.route > li, ol.route > li:last-child { border-top: 0; border-left: .13rem solid var(--link); padding: 0 0 1.1rem 1.1rem; max-width: none; }
  ol.route > li:last-child { border-color: transparent; padding-bottom: 0; }
  ol.route > li::before { left: -.5rem; top: .2rem; }
  ol.route > li:not(:last-child)::after { right: auto; top: auto; left: -.42rem; bottom: 0; border: .36rem solid transparent; border-top: .5rem solid var(--link); border-bottom: 0; }
  .mend { padding: .4rem .7rem; }
}
@media print {
  .contents, .mend, nav.beside, .crumbs { display: none; }
  .found > li, ol.route > li, .modern { break-inside: avoid; } .found > li, mark { background: none; }
  .reading.beside { display: block; } .reading.beside .findings { position: static; max-height: none; overflow: visible; }
  main .original a[href^="http"]::after { content: none; }
}`
