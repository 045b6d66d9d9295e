/** What one turn makes of the draft: its words, the template it names, what came with it. Pure. */
import type { Turn } from '../../../conversation/turn.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { FileRef } from '../../../kernel/letter-draft.ts'
import type { NoticeTemplate } from '../templates/template.ts'
import { readAboutTemplates } from '../templates/template-words.ts'
import { draftFromChange, refusesFiles } from './hear-change.ts'
import {
  draftFromAnotherCommand,
  draftFromAudience,
  draftFromCommand,
  draftFromFilling,
  draftFromTemplate,
} from './hear-draft.ts'
import { type Drafted, NoticeDraft, withFiles, withText } from './notice-draft.ts'
import { prepareTexts as texts } from './prepare.texts.ts'
import type { NoticePlan, PrepareState } from './prepare-state.ts'

export interface Known {
  readonly directory?: Directory
  readonly numbers?: { readonly number: number; readonly confirmation: string }
  readonly plan?: NoticePlan
  /** Of the name that was said; absent where there is none such. */
  readonly template?: NoticeTemplate
  /** Sent a moment before, where the words speak of an enclosure. */
  readonly lastFiles?: readonly FileRef[]
}
export const isOver = (
  state: PrepareState,
): state is Extract<PrepareState, { step: 'submitted' | 'abandoned' }> =>
  state.step === 'submitted' || state.step === 'abandoned'

export const saidIn = (turn: Turn) => ('said' in turn ? turn.said : undefined)
export const filesIn = (turn: Turn): readonly FileRef[] =>
  saidIn(turn)?.pieces.flatMap(({ files = [] }) => files) ?? []

/** 附件见刚才的文件: then what was sent a moment ago is meant. */
export const SPEAKS_OF_FILE =
  /附件|附表|附图|海报|二维码|扫码|如图|(?:这|那|上)[张份]?(?:图|照片|文件|表)|(?:刚才|刚刚|上面|前面|刚发)的?(?:那[个份张])?(?:文件|图片?|表格?|照片)|见[图表]/u

/** The template that is asked for by name, if one is. */
export function templateIn(state: PrepareState | undefined, turn: Turn) {
  if (turn.kind !== 'say' || (state !== undefined && isOver(state))) return undefined
  const about = readAboutTemplates(turn.said.text)
  return about?.what === 'use' ? about : undefined
}

/** The draft as these words leave it; the same for `needs` and for the step. */
export function hear(
  state: PrepareState | undefined,
  turn: Turn,
  known: Known,
  directory: Directory,
): Drafted {
  const said = saidIn(turn)?.text ?? ''
  const now = turn.by.at
  const asked = templateIn(state, turn)
  const before: NoticeDraft = state === undefined || isOver(state) ? {} : state.draft
  if (asked !== undefined) {
    if (known.template === undefined) return { draft: before, problem: texts.noSuchTemplate(asked.name) }
    const begun = draftFromTemplate(known.template, asked, directory)
    const { text: _text, template: _template, ...rest } = before
    return { ...begun, draft: { ...rest, ...begun.draft, topic: known.template.topic } }
  }
  const words = (): Drafted => {
    // Begun by another feature, which hands over the text; whom it is for is asked.
    if (state === undefined && turn.kind === 'invited')
      return { draft: NoticeDraft.pick({ text: true }).safeParse(turn.data).data ?? {} }
    if (state === undefined) return draftFromCommand(said, directory, now)
    if (isOver(state) || turn.kind !== 'say' || said.trim() === '') return { draft: before, idle: true }
    if (state.step === 'askingAudience') return draftFromAudience(before, said, directory, now)
    if (state.step === 'filling') return draftFromFilling(before, said)
    if (state.step === 'dictating') {
      // After a refusal the next words may be another order, or 改成：… as at a preview.
      if (state.refused)
        return (
          draftFromAnotherCommand(before, said, directory, now) ??
          withText(before, said.replace(/^\s*(?:那|就)*(?:改成|换成)\s*[:：]\s*/u, ''), now)
        )
      return withText(before, said, now)
    }
    return (
      draftFromAnotherCommand(before, said, directory, now) ?? draftFromChange(before, said, directory, now)
    )
  }
  const drafted = words()
  const sent = filesIn(turn)
  const speaksOfFile = SPEAKS_OF_FILE.test(said) && !refusesFiles(said)
  const last = sent.length === 0 && speaksOfFile ? (known.lastFiles ?? []) : []
  return withFiles(drafted, [...sent, ...last])
}
