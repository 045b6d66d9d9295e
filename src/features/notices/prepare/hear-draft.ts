/** What staff say while a notice is prepared, one step at a time: the draft as their words leave it. Pure. */
import { readAudience } from '../../../kernel/audience-words.ts'
import type { Directory } from '../../../kernel/directory.ts'
import { readLatePrepare, readPrepare } from '../notice-words.ts'
import { readFillings } from '../templates/template.ts'
import {
  type Drafted,
  hearAudience,
  type NoticeDraft,
  openGaps,
  withAudience,
  withDepartures,
  withFillings,
  withText,
} from './notice-draft.ts'
import { prepareTexts as texts } from './prepare.texts.ts'
import { readTimeInFront } from './read-departure.ts'

const then = (before: Drafted, next: (draft: NoticeDraft) => Drafted): Drafted => {
  const after = next(before.draft)
  const problem = before.problem ?? after.problem
  return { ...after, ...(problem === undefined ? {} : { problem }) }
}

/** 通知 某商会 明天开会: whom and what, as far as both were said. */
export function draftFromCommand(said: string, directory: Directory, now: Date): Drafted {
  const command = readPrepare(said)
  if (command === undefined) {
    // Said in passing: whom it is for, and the text is asked for.
    const late = readLatePrepare(said)
    return late === undefined
      ? { draft: {}, idle: true }
      : withAudience({}, readAudience(late, directory), directory)
  }
  const inFront = command.when === undefined ? undefined : readTimeInFront(command.when, now)
  const begun = withDepartures({}, inFront === undefined ? [] : [inFront])
  if (command.to !== undefined)
    return then(
      then(begun, (draft) => withText(draft, command.rest, now)),
      (draft) => hearAudience(draft, command.to as string, directory),
    )
  const heard = readAudience(command.rest, directory)
  // What is no name is the text; a name nobody has is asked about, and the text kept as it is.
  const text = heard.kind === 'read' ? heard.rest : heard.kind === 'none' ? command.rest : ''
  return then(
    then(begun, (draft) => withText(draft, text, now)),
    (draft) => withAudience(draft, heard, directory),
  )
}

/** A whole new command while another notice waits for its yes: that one is not sent, and this takes its numbers. */
export function draftFromAnotherCommand(
  { number, confirmation }: NoticeDraft,
  said: string,
  directory: Directory,
  now: Date,
): Drafted | undefined {
  if (readPrepare(said) === undefined) return undefined
  const anew = draftFromCommand(said, directory, now)
  const numbers = {
    ...(number === undefined ? {} : { number }),
    ...(confirmation === undefined ? {} : { confirmation }),
  }
  return { problem: texts.anotherOne(), ...anew, draft: { ...anew.draft, ...numbers } }
}

/** More than a name that was misspelt: a notice's own words, given before it was asked for them. */
const isText = (said: string) => [...said].length > 20 && /[，。；,;\n]/u.test(said)
/** A pasted list of names has commas as well. */
const isNames = (said: string) => said.split(/[\s,，、;；]+/u).every((one) => [...one].length <= 12)

export function draftFromAudience(
  draft: NoticeDraft,
  said: string,
  directory: Directory,
  now: Date,
): Drafted {
  // Asked for whom, people say the whole command again.
  if (readPrepare(said) !== undefined) {
    const anew = draftFromCommand(said, directory, now)
    return { ...anew, draft: { ...draft, ...anew.draft } }
  }
  const words = said.replace(/^(?:就|范围|对象)?(?:改[成为]|换成)?/u, '')
  const heard = readAudience(words, directory, true)
  if (heard.kind === 'unknown' && draft.text === undefined && isText(said) && !isNames(said))
    return { ...withText(draft, said, now), problem: texts.textKept() }
  const drafted = withAudience(draft, heard, directory)
  return heard.kind === 'read' && draft.text === undefined && draft.template === undefined
    ? then(drafted, (now_) => withText(now_, heard.rest, now))
    : drafted
}

/** An answer to what is missing in a template, or several at once. */
export function draftFromFilling(draft: NoticeDraft, said: string): Drafted {
  const gaps = openGaps(draft)
  const fillings = readFillings(said, gaps, gaps[0])
  return Object.keys(fillings).length === 0 ? { draft, idle: true } : { draft: withFillings(draft, fillings) }
}

/** 用模板 会议通知 时间=周五15:00 发给农机商会: the template's own text, filled as far as the words go. */
export function draftFromTemplate(
  template: { readonly name: string; readonly text: string },
  words: { readonly rest: string; readonly to?: string },
  directory: Directory,
): Drafted {
  const empty: NoticeDraft = { template: { name: template.name, text: template.text, fillings: {} } }
  const [, rest = '', to = words.to] =
    /^([\s\S]*?)(?:[\s,，。;；]*(?:发给|通知给?|发到)\s*([^\n]{2,}))?$/u.exec(words.rest) ?? []
  const gaps = openGaps(empty)
  const draft = withFillings(empty, readFillings(rest, gaps))
  return to === undefined ? { draft } : hearAudience(draft, to, directory)
}
