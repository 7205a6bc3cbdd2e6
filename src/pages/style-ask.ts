/** The style of the form that asks without SPARQL: conditions as boxes, those of a further step inside. */

export const askStyle = `
form.ask { margin: 1rem 0; font: .88rem/1.5 var(--sans); }
form.ask .row { display: flex; flex-wrap: wrap; gap: .45rem .7rem; align-items: center; margin: .5rem 0; }
form.ask .row > * { max-width: 100%; min-width: 0; }
form.ask .pair { display: inline-flex; gap: .45rem; align-items: center; } form.ask .pair > :not(label) { min-width: 0; } form.ask .pair label { flex: none; }
form.ask fieldset { border: 1px solid var(--line); border-left: .25rem solid var(--link); margin: .8rem 0; padding: .2rem .9rem .5rem; min-width: 0; }
form.ask fieldset fieldset { background: var(--tint); border-left-width: .15rem; }
form.ask fieldset.choices { border-left: 1px solid var(--line); }
form.ask legend { font-weight: 600; padding: 0 .4rem; margin-left: -.4rem; max-width: 100%; }
form.ask fieldset:target { outline: .15rem solid var(--link); outline-offset: .1rem; }
form.ask input[type="text"] { padding: .3rem .6rem; width: 15rem; } form.ask input.short { width: 7.5rem; }
form.ask input[aria-invalid] { border-color: var(--alert); border-width: 2px; }
form.ask input[type="checkbox"] { width: 1.1rem; height: 1.1rem; margin: 0 .2rem 0 0; vertical-align: -.2rem; accent-color: var(--link); }
form.ask select { padding: .3rem .5rem; } form.ask .add select { width: 22rem; }
form.ask button { cursor: pointer; padding: .3rem .9rem; } form.ask button.main { padding: .4rem 1.5rem; }
form.ask button[name="remove"] { border-color: transparent; background: none; color: var(--link); text-decoration: underline; margin-left: auto; }
form.ask .add label { color: var(--quiet); }
.made pre { max-height: 30rem; overflow: auto; }
@media (max-width: 38rem) { form.ask .add .pair { flex-wrap: wrap; } form.ask .add .pair select { max-width: 100%; } form.ask fieldset { padding: .2rem .6rem .4rem; } form.ask fieldset fieldset { margin: .6rem 0; } form.ask input[type="text"] { flex: 1 1 9rem; width: 9rem; } form.ask input.short { flex: 0 1 7rem; width: 7rem; } }`
