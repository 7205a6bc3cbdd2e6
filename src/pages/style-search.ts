/** The style of searches and lists: the form, what was found, facets, strips of years, trees. */

export const searchStyle = `
form.search { margin: 1rem 0; }
form.search .row { display: flex; flex-wrap: wrap; gap: .5rem .7rem; align-items: center; font: .88rem/1.5 var(--sans); margin: .6rem 0; }
form.search label { color: var(--quiet); }
form.search .words-field { flex: 1 1 12rem; min-width: 0; font-size: 1rem; padding: .4rem .6rem; }
form.search input[size] { width: 7.5rem; }
.chosen { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .4rem; max-width: none; font: .85rem/1.5 var(--sans); }
.chosen li { border: 1px solid var(--quiet); border-radius: 1rem; padding: .1rem .3rem .1rem .7rem; background: var(--tint); }
.remove { display: inline-block; min-width: 1.5rem; text-align: center; text-decoration: none; font-weight: 600; }
div.search { display: grid; grid-template-columns: minmax(0, 1fr) 17rem; gap: 0 2.5rem; align-items: start; }
section.results h2 { margin-top: .5rem; }
ol.results { list-style: none; padding: 0; }
ol.results > li { margin: 1.3rem 0; }
ol.results h3 { margin: 0; font-size: 1.05rem; line-height: 1.3; }
ol.results p { margin: .15rem 0; }
.snippet { font-size: .95rem; } .snippet.summary { color: var(--quiet); }
.snippet mark { background: var(--alert-tint); border-color: var(--alert); }
.named { border-left: .25rem solid var(--found); padding-left: .8rem; }
.pages { font: .9rem/1.6 var(--sans); }
.facets { font: .85rem/1.5 var(--sans); padding-top: .5rem; }
.facets h3, .facet summary { font: 600 .82rem/1.6 var(--sans); color: var(--quiet); margin: 0; }
.facet { border-top: 1px solid var(--line); padding: .5rem 0; margin: 0; }
.facet ul { list-style: none; padding: 0; margin: .3rem 0; } .facet li { padding: .12rem 0; display: flex; gap: .6rem; justify-content: space-between; }
.facet a { text-decoration: none; } .facet a:hover { text-decoration: underline; } .facet a[aria-current] { font-weight: 600; }
.facet .count { color: var(--quiet); font-variant-numeric: tabular-nums; }
.strip { display: block; width: 100%; height: 3.5rem; } .strip rect { fill: var(--found); } .strip .reach { fill: transparent; }
.strip a:hover rect, .strip a:focus-visible rect { fill: var(--link); } .strip a:hover .reach, .strip a:focus-visible .reach { fill: var(--line); }
.strip a.out rect { fill: var(--line); } .strip a.out .reach { fill: transparent; }
.slider { position: relative; height: 1.5rem; background: linear-gradient(var(--line), var(--line)) center / 100% 1px no-repeat; } .slider + .year-ends { border-top: 0; } .years button { margin-bottom: .8rem; }
.slider input { position: absolute; inset: 0; width: calc(100% + 1.1rem); height: 100%; margin: 0 -.55rem; padding: 0; border: 0; appearance: none; background: none; pointer-events: none; }
.slider input::-webkit-slider-thumb { appearance: none; pointer-events: auto; width: 1.1rem; height: 1.5rem; border: .15rem solid var(--paper); border-radius: .35rem; background: var(--link); cursor: ew-resize; }
.slider input::-moz-range-thumb { pointer-events: auto; width: .8rem; height: 1.2rem; border: .15rem solid var(--paper); border-radius: .35rem; background: var(--link); cursor: ew-resize; }
.year-ends { display: flex; justify-content: space-between; margin: .1rem 0 .6rem; border-top: 1px solid var(--line); max-width: none; }
.circles > section:only-child { grid-column: 1 / -1; } .circles > section:only-child ul { columns: 14rem; } .circles li { break-inside: avoid; }
.circles { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: 0 2rem; }
.company .years { max-width: 42rem; font: .85rem/1.5 var(--sans); } .company .years h3 { margin: .5rem 0 .2rem; font: 600 .82rem/1.6 var(--sans); color: var(--quiet); }
.circles .count { font: .82rem/1.5 var(--sans); font-variant-numeric: tabular-nums; }
ul.tree { list-style: none; padding: 0; } ul.tree ul.tree { padding-left: 1.2rem; border-left: 1px solid var(--line); margin-left: .2rem; } ul.tree li { margin: .25rem 0; }
.to-facets { display: none; }
@media (max-width: 50rem) { div.search { grid-template-columns: minmax(0, 1fr); } .to-facets { display: block; } }
@media print { form.search { display: block; } form.search button, form.search .small, .facets, .to-facets, .chosen .remove { display: none; } div.search { display: block; } }
`
