import { z } from 'zod'
import { type AudienceSpec, audienceName, reachOf } from '../kernel/audience.ts'
import { type Directory, peopleWithRole } from '../kernel/directory.ts'
import { checkLetter, type Finding, findingKinds, prepareNames } from '../kernel/privacy.ts'

/** Every platform takes this much in one message, with room for what it adds. */
export const LONGEST_TEXT = 3_500

/** All that somebody has to see before they say yes. Kept in the dialogue, so that what was seen is what is meant. */
export const MailingPreview = z.object({
  text: z.string(),
  audience: z.string(),
  groups: z.array(z.object({ code: z.string(), title: z.string() })),
  /** People of the roster in these groups, and those meant whom no group reaches. */
  people: z.number().int(),
  unreached: z.number().int(),
  withoutGroup: z.array(z.string()),
  findings: z.array(z.object({ kind: z.enum(findingKinds), text: z.string() })),
  /** Something in the text reaches nobody, whoever approves it: an identity number, or too much text. */
  stops: z.boolean(),
  isTooLong: z.boolean(),
  /** Meant for more than one chamber. */
  isForMany: z.boolean(),
  /** How many people other than the preparer could approve it. */
  reviewers: z.number().int(),
})
export type MailingPreview = z.infer<typeof MailingPreview>

export interface PreviewParts {
  readonly text: string
  readonly audience: AudienceSpec
  readonly directory: Directory
  readonly preparedBy: string | undefined
  readonly allow?: readonly string[]
}

/** What the gate would point out, judged as for a public group: the strictest place it may go to. */
function check(text: string, directory: Directory, allow: readonly string[]) {
  const names = prepareNames({
    people: [...directory.people.values()].map(({ name }) => name),
    companies: [...directory.companies.values()].flatMap(({ name, aliases }) => [name, ...aliases]),
  })
  return checkLetter({ text, origin: 'approved', place: { kind: 'group', audience: 'public' }, names, allow })
}

const plain = (findings: readonly Finding[]) => findings.map(({ kind, text }) => ({ kind, text }))

export const findingsOf = (text: string, directory: Directory, allow: readonly string[]) =>
  plain(check(text, directory, allow).findings)

/** Pure: the same words, roster and audience give the same preview. */
export function previewOf(parts: PreviewParts): MailingPreview {
  const { text, audience, directory } = parts
  const reach = reachOf(directory, audience)
  const isTooLong = text.length > LONGEST_TEXT
  const checked = check(text, directory, parts.allow ?? [])
  return {
    text,
    audience: audienceName(directory, audience),
    groups: reach.groups.map(({ code, title }) => ({ code, title })),
    people: reach.reachable.length,
    unreached: reach.people.length - reach.reachable.length,
    withoutGroup: reach.withoutGroup.map(({ name }) => name),
    findings: plain(checked.findings),
    stops: !checked.passes || isTooLong,
    isTooLong,
    isForMany: !reach.isForOne,
    reviewers: peopleWithRole(directory, 'reviewer').filter(({ code }) => code !== parts.preparedBy).length,
  }
}

/** 看原文, 再看一遍: the preview once more. */
export const asksToSee = (text: string): boolean =>
  /^(?:再|让我|给我)*(?:看|发|念)(?:一?下|看|一?遍|一眼|我)*(?:原文|全文|内容|预览)?(?:吧|呗)?$/u.test(
    text.trim(),
  )
