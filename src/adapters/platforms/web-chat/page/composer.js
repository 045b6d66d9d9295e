import { make } from './dom.js'
import { findDraft, keepDraft } from './draft.js'
import { texts } from './texts.js'
import { createUploads } from './uploads.js'

/** The box to type in. `draftKey` keeps unsent words over a reload of this tab; `mention` offers the bot's name. */
export function createComposer({ label, placeholder, mention, draftKey, onSend }) {
  const box = make('textarea', {
    rows: '1',
    'aria-label': label,
    placeholder,
    title: texts.hint,
    maxlength: '100000',
  })
  const problem = make('p', { class: 'problem', role: 'alert', hidden: true })
  const uploads = createUploads(complain)
  const quote = make('p', { class: 'quoting', hidden: true })
  const picker = make('input', { type: 'file', multiple: true, hidden: true, tabindex: '-1' })
  const attach = make('button', {
    type: 'button',
    class: 'tool attach',
    title: texts.attachHint,
    text: texts.attach,
  })
  const call =
    mention === undefined
      ? undefined
      : make('button', { type: 'button', class: 'tool call', text: `@${mention}` })
  const send = make('button', { type: 'submit', class: 'send', text: texts.send })
  let answered

  const form = make(
    'form',
    { class: 'composer' },
    quote,
    uploads.element,
    problem,
    box,
    make(
      'div',
      { class: 'tools' },
      call,
      attach,
      picker,
      make('span', { class: 'hint', text: texts.hint }),
      send,
    ),
  )

  function complain(text) {
    problem.textContent = text
    problem.hidden = false
  }

  function submit() {
    const text = box.value.trim()
    if (text === '' && uploads.isEmpty()) return
    onSend({ text, files: uploads.take(), ...(answered ? { replyTo: answered.entry.id } : {}) })
    box.value = ''
    problem.hidden = true
    answer(undefined)
    changed()
  }

  function changed() {
    keepDraft(draftKey, box.value)
    // Grows with its words up to a limit set in the style sheet.
    box.style.height = 'auto'
    box.style.height = `${box.scrollHeight + 2}px`
  }

  function answer(record, who) {
    answered = record
    quote.hidden = record === undefined
    if (record === undefined) return
    const words = `${texts.replyTo(who)}：${record.entry.text.slice(0, 40)}`
    const cancel = {
      type: 'button',
      'aria-label': texts.cancelReply,
      text: '×',
      on: { click: () => answer(undefined) },
    }
    quote.replaceChildren(make('span', { text: words }), make('button', cancel))
    box.focus()
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    submit()
  })
  box.addEventListener('input', changed)
  box.addEventListener('keydown', (event) => {
    // While an input method composes, Enter picks a word; 229 is what Safari says right after composing.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
    event.preventDefault()
    submit()
  })
  attach.addEventListener('click', () => picker.click())
  picker.addEventListener('change', () => {
    uploads.add(picker.files)
    picker.value = ''
    box.focus()
  })
  call?.addEventListener('click', () => {
    if (!box.value.includes(`@${mention}`)) box.value = `@${mention} ${box.value}`
    changed()
    box.focus()
  })
  const drop = (files, event) => {
    if (files.length === 0) return
    event.preventDefault()
    uploads.add(files)
  }
  box.addEventListener('paste', (event) => drop(event.clipboardData.files, event))
  form.addEventListener('dragover', (event) => event.preventDefault())
  form.addEventListener('drop', (event) => drop(event.dataTransfer.files, event))

  box.value = findDraft(draftKey)
  requestAnimationFrame(changed)
  return { element: form, answer, focus: () => box.focus() }
}
