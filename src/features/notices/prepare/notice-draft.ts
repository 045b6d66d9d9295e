import { z } from 'zod'
import { AudienceSpec, audienceName, reachOf } from '../../../kernel/audience.ts'
import { type HeardAudience, readAudience } from '../../../kernel/audience-words.ts'
import type { Directory } from '../../../kernel/directory.ts'
import { asksForReceipt, readPrepare } from '../notice-words.ts'
import { RECEIPT_LINE, noticesTexts as texts } from '../notices.texts.ts'

export const NoticeDraft = z.object({
  audience: AudienceSpec.optional(),
  /** As it was typed. */
  text: z.string().optional(),
  /** Said outright; otherwise the text itself tells whether answers are wanted. */
  receipts: z.boolean().optional(),
  number: z.number().int().optional(),
  confirmation: z.string().optional(),
})
export type NoticeDraft = z.infer<typeof NoticeDraft>

/** A draft after some words, and what was wrong with them, if anything was. */
export interface Drafted {
  readonly draft: NoticeDraft
  readonly problem?: string
  /** The words changed nothing. */
  readonly idle?: boolean
}

export const awaitsReceipts = ({ receipts, text = '' }: NoticeDraft) => receipts ?? asksForReceipt(text)

/** The exact text that will be read. */
export function textOf(draft: NoticeDraft): string {
  const text = draft.text ?? ''
  return awaitsReceipts(draft) && !asksForReceipt(text) ? `${text}\n${RECEIPT_LINE}` : text
}

function withAudience(draft: NoticeDraft, heard: HeardAudience, directory: Directory): Drafted {
  switch (heard.kind) {
    case 'unknown':
      return { draft, problem: texts.unknownAudience(heard.words) }
    case 'ambiguous':
      return { draft, problem: texts.ambiguousAudience(heard.words, heard.names) }
    case 'none':
      return { draft, idle: true }
    case 'read': {
      const groups = reachOf(directory, heard.spec).groups
      if (groups.length === 0) return { draft, problem: texts.noGroups(audienceName(directory, heard.spec)) }
      return { draft: { ...draft, audience: heard.spec } }
    }
  }
}

const withText = (draft: NoticeDraft, text: string): NoticeDraft =>
  text.trim() === '' ? draft : { ...draft, text: text.trim() }

/** 通知 某商会 明天开会: whom and what, as far as both were said. */
export function draftFromCommand(said: string, directory: Directory): Drafted {
  const command = readPrepare(said)
  if (command === undefined) return { draft: {}, idle: true }
  if (command.to !== undefined)
    return withAudience(withText({}, command.rest), readAudience(command.to, directory, true), directory)
  const heard = readAudience(command.rest, directory)
  if (heard.kind === 'read') return withAudience(withText({}, heard.rest), heard, directory)
  // What is no name is the text; a name nobody has is asked about, and the text kept as it is.
  return withAudience(withText({}, heard.kind === 'none' ? command.rest : ''), heard, directory)
}

/** More than a name that was misspelt: a notice's own words, given before it was asked for them. */
const isText = (said: string) => [...said].length > 20 && /[，。；,;\n]/u.test(said)

export function draftFromAudience(draft: NoticeDraft, said: string, directory: Directory): Drafted {
  // Asked for whom, people say the whole command again.
  if (readPrepare(said) !== undefined) {
    const anew = draftFromCommand(said, directory)
    return { ...anew, draft: { ...draft, ...anew.draft } }
  }
  const words = said.replace(/^(?:就|范围|对象)?(?:改[成为]|换成)?/u, '')
  const heard = readAudience(words, directory, true)
  if (heard.kind === 'unknown' && draft.text === undefined && isText(said))
    return { draft: withText(draft, said), problem: texts.textKept() }
  const drafted = withAudience(draft, heard, directory)
  return heard.kind === 'read' && draft.text === undefined
    ? { ...drafted, draft: withText(drafted.draft, heard.rest) }
    : drafted
}

export const draftFromText = (draft: NoticeDraft, said: string): Drafted => ({
  draft: withText(draft, said),
})

const NEW_TEXT = /^(?:把?(?:内容|正文|文字|全文))?(?:改[成为]|换成|应该是)\s*[:：]?\s*(\S[\s\S]*)$/u
const NEW_AUDIENCE = /^(?:范围|对象)(?:改[成为]|换成)?\s*[:：]?\s*(\S.*)$|^(?:改|只|再)?(发给.*\S)$/u
const RECEIPTS = /^(?:还|也)?(不|无|别|取消)?(?:用|要|需|需要|必|加|加上)?(?:要|个)?回执$/u

/** 把三点改成两点半 names words of the text; 把时间改成… names a part of it, and which words that is would be a guess. */
const PART = /^把[“"「]?(.{1,40}?)[”"」]?(?:改[成为]|换成)[“"「]?(.{1,200}?)[”"」]?[。.]?$/u
const NAMES_A_PART = /^(?:会议|开会|活动)?(?:时间|日期|地点|地址|内容|正文|文字|全文|标题|人员|对象|范围)$/u

function withPartReplaced(draft: NoticeDraft, words: string): Drafted | undefined {
  const [, before = '', after = ''] = PART.exec(words) ?? []
  const pieces = (draft.text ?? '').split(before)
  return before === '' || NAMES_A_PART.test(before) || pieces.length !== 2
    ? undefined
    : { draft: withText(draft, pieces.join(after)) }
}

/** A change to what was previewed: 改成：…, 把三点改成两点半, 发给某商会, 要回执, 不要回执. */
export function draftFromChange(draft: NoticeDraft, said: string, directory: Directory): Drafted {
  const words = said.trim()
  const receipts = RECEIPTS.exec(words.replace(/[。.!！]$/u, ''))
  if (receipts) return { draft: { ...draft, receipts: receipts[1] === undefined } }
  const audience = NEW_AUDIENCE.exec(words)
  if (audience)
    return withAudience(
      draft,
      readAudience((audience[1] ?? audience[2]) as string, directory, true),
      directory,
    )
  const replaced = withPartReplaced(draft, words)
  if (replaced !== undefined) return replaced
  const text = NEW_TEXT.exec(words)
  return text ? draftFromText(draft, text[1] as string) : { draft, idle: true }
}
