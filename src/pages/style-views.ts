/** The style of the timeline, the networks, the map and the matrix. */

export const viewStyle = `
form.filters { display: flex; flex-wrap: wrap; gap: .5rem .9rem; align-items: center; margin: 1rem 0; font: .88rem/1.5 var(--sans); }
form.filters select { max-width: 14rem; } form.filters input { padding: .25rem .5rem; }
nav.views { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; font: .88rem/1.6 var(--sans); margin: .2rem 0 .6rem; }
nav.views a[aria-current] { color: inherit; font-weight: 600; text-decoration: none; }
figure figcaption { max-width: 46rem; margin-top: .4rem; }
svg.drawing { display: block; width: 100%; min-width: 44rem; height: auto; font-family: var(--sans); }
.drawing text { fill: var(--ink); }
.drawing .name { font-size: 13px; } .drawing .quiet { fill: var(--quiet); }
.drawing .tick { font-size: 12px; fill: var(--quiet); font-variant-numeric: tabular-nums; }
.drawing .axis { stroke: var(--quiet); stroke-width: 1; } .drawing .grid { stroke: var(--line); stroke-width: .7; fill: none; }
.drawing .bar { fill: var(--link); } .drawing .events .bar { fill: var(--found); }
.drawing .hit { fill: transparent; }
.drawing a:hover .hit, .drawing a:focus-visible .hit { fill: var(--tint); }
.drawing a:focus-visible { outline: none; }
.drawing a:focus-visible .hit, .drawing a:focus-visible .node { stroke: var(--ink); stroke-width: 2.5; }
.drawing .tie { fill: none; stroke: var(--quiet); stroke-opacity: .55; } .drawing .head { fill: var(--quiet); }
.drawing .reach { fill: none; stroke: transparent; stroke-width: 11; }
.drawing a:hover .tie { stroke: var(--link); stroke-opacity: 1; }
.drawing .node { fill: var(--link); stroke: var(--paper); stroke-width: 1.5; } .drawing .chosen { fill: var(--found); }
.drawing .label { paint-order: stroke; stroke: var(--paper); stroke-width: 3.5; stroke-linejoin: round; }
.drawing a:hover .label { text-decoration: underline; }
.drawing .sea { fill: var(--found-tint); } .drawing .land { fill: var(--paper); stroke: var(--quiet); stroke-width: .7; }
ul.items { max-width: none; } ul.items li { display: grid; grid-template-columns: 14rem minmax(0, 1fr); gap: 0 1rem; align-items: baseline; margin: .4rem 0; overflow-wrap: anywhere; }
table.matrix { width: auto; font-size: .85rem; border-collapse: separate; border-spacing: 2px; }
.matrix th, .matrix td { border: 0; padding: .2rem .5rem; text-align: center; vertical-align: middle; }
.matrix thead th { writing-mode: vertical-rl; transform: rotate(180deg); text-align: left; max-height: 13rem; padding: .4rem .2rem; font-weight: 400; }
.matrix th[scope="row"] { text-align: right; min-width: 9rem; max-width: 15rem; line-height: 1.25; font-weight: 400; position: sticky; left: 0; background: var(--paper); }
.matrix td { min-width: 1.9rem; padding: 0; } .matrix td a { display: block; padding: .2rem .3rem; color: inherit; text-decoration: none; } .matrix td a:hover { text-decoration: underline; }
.matrix .total { color: var(--quiet); font-variant-numeric: tabular-nums; }
.m1 { background: color-mix(in srgb, var(--found) 10%, var(--paper)); } .m2 { background: color-mix(in srgb, var(--found) 17%, var(--paper)); }
.m3 { background: color-mix(in srgb, var(--found) 24%, var(--paper)); } .m4 { background: color-mix(in srgb, var(--found) 31%, var(--paper)); }
.m5 { background: color-mix(in srgb, var(--found) 38%, var(--paper)); }
@media (max-width: 38rem) { .matrix th[scope="row"] { min-width: 6.5rem; max-width: 8rem; font-size: .78rem; line-height: 1.2; } ul.items li { grid-template-columns: 1fr; } }
@media print {
  form.filters, nav.views { display: none; }
  .wide { overflow: visible; } svg.drawing { min-width: 0; break-inside: avoid; }
  .drawing .bar, .drawing .node { print-color-adjust: exact; } .matrix td { print-color-adjust: exact; border: 1px solid #999; } .matrix th[scope="row"] { position: static; }
}`
