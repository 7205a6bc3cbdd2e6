/** The style of the pages of things: where they occur, their names and positions. */

export const thingsStyle = `
.count { font: .78rem/1 var(--sans); color: var(--quiet); font-variant-numeric: tabular-nums; margin-left: .3rem; }
.groups { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr)); gap: 0 2.5rem; }
nav.place { margin: 1.4rem 0 -1rem; }
.told .day { white-space: nowrap; font-variant-numeric: tabular-nums; }
.occurrences h3 { font: 600 .82rem/1.5 var(--sans); color: var(--quiet); margin: .8rem 0 .1rem; }
.occurrences ul.plain { margin: .2rem 0; max-width: 48rem; font-size: .95rem; } .occurrences ul.plain li { margin: .2rem 0; }
.occurrences .more { margin: .2rem 0; }
.unit .occurrences ul.plain { border-left: 1px solid var(--line); padding-left: 1rem; margin-left: .3rem; }
.unit .occurrences ul.plain li { position: relative; }
.unit .occurrences ul.plain li::before { content: ""; position: absolute; left: -1rem; top: .75em; width: .7rem; border-top: 1px solid var(--line); }
@media print { .occurrences li { break-inside: avoid; } }`
