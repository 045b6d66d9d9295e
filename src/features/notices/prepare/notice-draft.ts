import { z } from 'zod'
import { AudienceSpec, reachOf } from '../../../kernel/audience.ts'
import { type HeardAudience, readAudience } from '../../../kernel/audience-words.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { FileRef } from '../../../kernel/letter-draft.ts'
import { Leaving } from '../../../mailings/mailing-order.ts'
import { TOPICS } from '../../../mailings/topics.ts'
import { asksForReceipt } from '../notice-words.ts'
import { filled, gapsOf } from '../templates/template.ts'
import { prepareTexts as texts } from './prepare.texts.ts'
import { type Departure, splitDeparture } from './read-departure.ts'

const DraftFile = z.object({
  sha256: z.string(),
  name: z.string(),
  kind: z.enum(['image', 'file', 'voice', 'video']),
})

export const NoticeDraft = z.object({
  audience: AudienceSpec.optional(),
  /** As it was typed. */
  text: z.string().optional(),
  files: z.array(DraftFile).optional(),
  /** Said outright; otherwise the text itself tells whether answers are wanted, by when, and what it is about. */
  receipts: z.boolean().optional(),
  answerBy: z.string().optional(),
  topic: z.enum(TOPICS).optional(),
  leaves: Leaving.optional(),
  because: z.string().optional(),
  /** A text with gaps, while they are filled. */
  template: z
    .object({ name: z.string(), text: z.string(), fillings: z.record(z.string(), z.string()) })
    .optional(),
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

/** Names of the gaps that are still open. */
export const openGaps = ({ template }: NoticeDraft): readonly string[] =>
  template === undefined ? [] : gapsOf(template.text).filter((gap) => template.fillings[gap] === undefined)

/** A template whose last gap is filled is a text. */
export function withFillings(draft: NoticeDraft, fillings: Readonly<Record<string, string>>): NoticeDraft {
  if (draft.template === undefined) return draft
  const template = { ...draft.template, fillings: { ...draft.template.fillings, ...fillings } }
  if (openGaps({ template }).length > 0) return { ...draft, template }
  const { template: _done, ...rest } = draft
  return { ...rest, text: filled(template.text, template.fillings) }
}

export function withAudience(draft: NoticeDraft, heard: HeardAudience, directory: Directory): Drafted {
  switch (heard.kind) {
    case 'unknown':
      return { draft, problem: texts.unknownAudience(heard.words) }
    case 'ambiguous':
      return { draft, problem: texts.ambiguousAudience(heard.words, heard.names) }
    case 'none':
      return { draft, idle: true }
    case 'read':
      return withSpec(draft, heard.spec, directory)
  }
}

export function withSpec(draft: NoticeDraft, spec: AudienceSpec, directory: Directory): Drafted {
  const { groups, people } = reachOf(directory, spec)
  return groups.length + people.length === 0
    ? { draft, problem: texts.nobodyMeant(spec, directory) }
    : { draft: { ...draft, audience: spec } }
}

/** Whom some words mean, as the whole answer. */
export const hearAudience = (draft: NoticeDraft, words: string, directory: Directory): Drafted =>
  withAudience(draft, readAudience(words, directory, true), directory)

export function withDepartures(draft: NoticeDraft, departures: readonly Departure[]): Drafted {
  let now: Drafted = { draft }
  for (const departure of departures) {
    if (departure.kind === 'passed') now = { ...now, problem: texts.timePassed() }
    else if (departure.kind === 'leaves') now = { ...now, draft: { ...now.draft, leaves: departure.leaves } }
    else if (departure.because === undefined) now = { ...now, problem: texts.askWhyUrgent() }
    else now = { ...now, draft: { ...now.draft, because: departure.because } }
  }
  return now
}

/** A dictated text, without what was said at its end about sending it. */
export function withText(draft: NoticeDraft, dictated: string, now: Date): Drafted {
  const { text, departures } = splitDeparture(dictated.trim(), now)
  return text === '' ? { draft } : withDepartures({ ...draft, text }, departures)
}

export const MOST_FILES = 5

/** Enclosures that came with these words; what is sent twice is enclosed once. */
export function withFiles(drafted: Drafted, files: readonly FileRef[]): Drafted {
  if (files.length === 0) return drafted
  const { draft } = drafted
  const before = draft.files ?? []
  const fresh = files.filter(({ sha256 }) => !before.some((one) => one.sha256 === sha256))
  const all = [...before, ...fresh.map(({ sha256, name, kind }) => ({ sha256, name, kind }))]
  const problem = all.length > MOST_FILES ? { problem: texts.tooManyFiles(MOST_FILES) } : {}
  return { ...drafted, ...problem, draft: { ...draft, files: all.slice(0, MOST_FILES) }, idle: false }
}
