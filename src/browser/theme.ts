/** How the editor looks: the colours of the page's style sheet, which come through into its shadow tree. */
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

const MONO = 'ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace'

const view = EditorView.theme({
  '&': {
    background: 'var(--tint)',
    color: 'var(--ink)',
    border: '1px solid var(--quiet)',
    fontSize: '.85rem',
  },
  '&.cm-focused': { outline: '.15rem solid var(--link)', outlineOffset: '.15rem' },
  '.cm-scroller': { fontFamily: MONO, lineHeight: '1.5', minHeight: '10rem', maxHeight: '70vh', overflow: 'auto' },
  '.cm-content': { padding: '.6rem 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 .7rem' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    background: 'var(--line)',
  },
  '.cm-gutters': { background: 'transparent', color: 'var(--quiet)', border: 'none', paddingLeft: '.3rem' },
  '.cm-activeLine, .cm-activeLineGutter': { background: 'transparent' },
  '.cm-fault': { background: 'var(--alert-tint)', boxShadow: 'inset .2rem 0 var(--alert)' },
  '&.cm-focused .cm-matchingBracket': { background: 'var(--line)', color: 'inherit' },
  '&.cm-focused .cm-nonmatchingBracket': { background: 'var(--alert-tint)', color: 'inherit' },
  '.cm-tooltip': {
    background: 'var(--paper)',
    color: 'var(--ink)',
    border: '1px solid var(--quiet)',
    borderRadius: '.2rem',
    boxShadow: '0 .2rem .8rem rgb(0 0 0 / .18)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: MONO, fontSize: '.82rem', maxHeight: '15rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '.15rem .6rem', lineHeight: '1.5' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { background: 'var(--link)', color: 'var(--paper)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected] .cm-completionDetail': { color: 'var(--paper)' },
  '.cm-completionDetail': { fontFamily: 'var(--sans)', fontStyle: 'normal', color: 'var(--quiet)' },
  '.cm-tooltip.cm-completionInfo': {
    fontFamily: 'var(--sans)',
    fontSize: '.8rem',
    lineHeight: '1.45',
    padding: '.5rem .7rem',
    maxWidth: '22rem',
  },
  // Beside the list there is no room, and over it the definition would hide it.
  '@media (max-width: 38rem)': { '.cm-tooltip.cm-completionInfo': { display: 'none' } },
})

const code = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--link)' },
  { tag: tags.variableName, color: 'var(--found)' },
  { tag: [tags.string, tags.url, tags.integer, tags.float, tags.bool, tags.annotation], color: 'var(--value)' },
  { tag: tags.comment, color: 'var(--quiet)', fontStyle: 'italic' },
])

export const theme: Extension = [view, syntaxHighlighting(code)]
