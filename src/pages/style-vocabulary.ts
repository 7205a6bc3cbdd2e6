/** What the pages of the ontology, the concept schemes and the shapes add to the style sheet. */
export const vocabularyStyle = `
.definition { font-size: 1.12rem; margin: .4rem 0 1rem; }
.kind code, .term code, dl.facts code { font-size: .82rem; overflow-wrap: anywhere; }
.term { margin: .7rem 0; scroll-margin-top: 1rem; }
.term p { margin: 0; } .term .name { display: flex; flex-wrap: wrap; gap: 0 .7rem; align-items: baseline; }
.term .name a { font-weight: 600; } .term code { color: var(--quiet); }
.term:target, tr:target, h3:target { background: var(--found-tint); box-shadow: 0 0 0 .4rem var(--found-tint); }
.unused { font-style: italic; }
.ends { display: block; }
.inherited { margin: .7rem 0; }
.tree { list-style: none; padding: 0; margin: 0; max-width: 46rem; }
.tree .tree { border-left: 1px solid var(--line); padding-left: 1.1rem; margin-left: .3rem; }
.range { margin: .2rem 0 1.2rem; padding-left: 1rem; border-left: .2rem solid var(--line); max-width: 46rem; }
.range > .small { margin: 0; }
.statement { background: var(--tint); border-left: .25rem solid var(--found); padding: .6rem .9rem; max-width: 46rem; }
.statement .verb { font: .82rem/1.5 var(--sans); margin: 0 .6rem; }
.statement .verb::before { content: "— "; color: var(--quiet); } .statement .verb::after { content: " →"; color: var(--quiet); }
.diagram { border: 1px solid var(--line); padding: .6rem; }
.diagram svg { display: block; max-width: none; font: 12px/1 var(--sans); fill: var(--ink); }
.diagram rect { fill: var(--tint); stroke: var(--quiet); stroke-width: 1; }
.diagram rect.level-1, .diagram rect.level-3 { fill: var(--paper); stroke: var(--line); } .diagram rect.level-2 { stroke: var(--line); }
.diagram rect.anything { fill: none; stroke-dasharray: 4 3; }
.diagram text.class { font: 600 14px/1 var(--serif); }
.diagram text.class a { fill: var(--ink); }
.diagram a { fill: var(--link); text-decoration: none; } .diagram a:hover, .diagram a:focus-visible { text-decoration: underline; }
.diagram .target { fill: var(--quiet); font-style: italic; }
.diagram path { fill: none; stroke: var(--quiet); stroke-width: 1; } .diagram polygon { fill: var(--quiet); }
.diagram .relation:hover path, .diagram .relation:focus-within path { stroke: var(--link); stroke-width: 2; }
.diagram .relation:hover polygon, .diagram .relation:focus-within polygon { fill: var(--link); }
.diagram .relation:hover .target, .diagram .relation:focus-within .target { fill: var(--link); }
table.concepts th[scope=row] { font: inherit; color: inherit; min-width: 11rem; }
table.concepts .level-1 { padding-left: 1.2rem; } table.concepts .level-2 { padding-left: 2.4rem; }
table.concepts .level-3 { padding-left: 3.6rem; } table.concepts .level-4 { padding-left: 4.8rem; }
.aside { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.shape h3 { scroll-margin-top: 1rem; }
.shape .message { color: var(--quiet); }
table.rules { table-layout: fixed; min-width: 54rem; } table.rules td { overflow-wrap: break-word; }
table.rules th:nth-child(1) { width: 19%; } table.rules th:nth-child(2) { width: 11%; } table.rules th:nth-child(3) { width: 25%; } table.rules th:nth-child(4) { width: 9%; }
.pattern { overflow-wrap: anywhere; } code.pattern, .pattern code { font-size: .78rem; }
details.pattern { display: inline-block; margin: 0; vertical-align: top; max-width: 18rem; } details.pattern summary { font: inherit; }
.badge.severity-error { color: var(--link); } .badge.severity-warning { color: var(--alert); } .badge.severity-note { color: var(--quiet); }
@media print { .diagram { overflow: visible; border: 0; padding: 0; } .diagram svg { max-width: 100%; height: auto; } }
`
