/** The style of the query page: the form, the answer, the programs, the examples. */

export const queryStyle = `
form.query { margin: 1.2rem 0 0; }
form.query > label { display: block; font: 600 .82rem/1.6 var(--sans); color: var(--quiet); margin-bottom: .3rem; }
form.query textarea { display: block; width: 100%; font: .85rem/1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; padding: .6rem .7rem; background: var(--tint); color: inherit; border: 1px solid var(--quiet); border-radius: 0; resize: vertical; tab-size: 2; }
form.query textarea[hidden] { display: none; }
form.query .row { display: flex; flex-wrap: wrap; gap: .5rem .8rem; align-items: center; font: .88rem/1.5 var(--sans); margin: .8rem 0; }
form.query select { padding: .4rem .6rem; max-width: 100%; }
button.main { background: var(--link); border-color: var(--link); color: var(--paper); padding: .4rem 1.5rem; font-weight: 600; cursor: pointer; margin-right: .8rem; }
.fault { border-left: .25rem solid var(--alert); background: var(--alert-tint); padding: .6rem .9rem; margin: 1rem 0; max-width: none; }
.fault p { margin: .2rem 0; } .fault .small { color: inherit; }
.fault pre { background: none; padding: .3rem 0; margin: .3rem 0; }
.fault mark { background: none; color: inherit; border: 0; font-weight: 700; text-decoration: underline wavy var(--alert) .06em; text-underline-offset: .25em; }
table.answer { width: auto; min-width: min(100%, 30rem); font-size: .88rem; margin: .4rem 0; }
table.answer td { max-width: 34rem; overflow-wrap: break-word; }
table.answer th { white-space: nowrap; position: sticky; top: 0; background: var(--paper); }
.wide:focus-visible, pre:focus-visible { outline: .15rem solid var(--link); outline-offset: .15rem; }
.value { white-space: pre-line; }
.type { font: .72rem/1 var(--sans); color: var(--quiet); white-space: nowrap; }
.verdict { font-size: 1.75rem; margin: .6rem 0; }
.statements h3 { font-weight: 600; overflow-wrap: anywhere; }
.statements dl.facts { grid-template-columns: minmax(8rem, 14rem) 1fr; }
.statements dt { overflow-wrap: anywhere; grid-column: 1; } .statements dd { grid-column: 2; overflow-wrap: anywhere; }
.downloads { font: .88rem/1.7 var(--sans); max-width: none; margin: 1rem 0; }
.programs summary { font: .88rem/1.6 var(--sans); }
.program { position: relative; } .program h3 { font: 600 .82rem/1.5 var(--sans); margin: 1.2rem 0 .3rem; } .program h3 .small { font-weight: 400; margin-left: .4rem; }
.program pre { margin: 0; } .program h3 { padding-right: 4.5rem; }
button.copy { font: .75rem/1.4 var(--sans); padding: .15rem .6rem; cursor: pointer; }
.program button.copy { position: absolute; right: 0; top: -.25rem; }
.downloads button.copy { margin: 0 .2rem 0 .5rem; }
.examples { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 0 2rem; }
.examples h3 { font: 600 .82rem/1.5 var(--sans); color: var(--quiet); margin: 1rem 0 .2rem; }
.examples ul { list-style: none; padding: 0; margin: 0; font-size: .95rem; } .examples li { margin: .35rem 0; }
.questions { font-size: .95rem; padding-left: 2rem; max-width: none; columns: 24rem 2; column-gap: 3rem; } .questions li { margin: 0 0 .35rem; break-inside: avoid; }
@media (max-width: 38rem) { .statements dl.facts { grid-template-columns: 1fr; } .statements dd { grid-column: 1; } }`
