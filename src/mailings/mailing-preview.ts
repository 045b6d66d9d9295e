import { z } from 'zod'
import { type AudienceSpec, audienceName, type Reach, reachOf } from '../kernel/audience.ts'
import { chatKey } from '../kernel/chat.ts'
import { type Directory, peopleWithRole } from '../kernel/directory.ts'
import type { FileRef } from '../kernel/letter-draft.ts'
import { checkLetter, type Finding, findingKinds, prepareNames } from '../kernel/privacy.ts'
import { chatOf, type Routes, routesOf } from './routes.ts'

/** Every platform takes this much in one message, with room for what it adds. */
export const LONGEST_TEXT = 3_500
/** More people than this take a second person's yes, also within one chamber. */
const MOST_WITHOUT_APPROVAL = 100
/** More names than this are only counted. */
const MOST_NAMES = 12

/** How it will be read on one platform: the very messages, in order; of files only what stands in their place. */
const ChannelPreview = z.object({
  /** As in `kernel/platform-names.ts`. */
  platform: z.string(),
  kind: z.enum(['group', 'private']),
  chats: z.number().int(),
  messages: z.array(z.string()),
  buttons: z.boolean(),
})
export type ChannelPreview = z.infer<typeof ChannelPreview>

/** All that somebody has to see before they say yes. Kept in the dialogue, so that what was seen is what is meant. */
export const MailingPreview = z.object({
  text: z.string(),
  audience: z.string(),
  groups: z.array(z.object({ code: z.string(), title: z.string() })),
  /** People of the roster whom it reaches, in these groups or alone, and those whom nothing reaches. */
  people: z.number().int(),
  unreached: z.number().int(),
  withoutGroup: z.array(z.string()),
  /** Groups left out because somebody who is excepted reads there; their people get it alone. */
  insteadOf: z.array(z.string()).default([]),
  findings: z.array(z.object({ kind: z.enum(findingKinds), text: z.string() })),
  /** Something in the text reaches nobody, whoever approves it: an identity number, or too much text. */
  stops: z.boolean(),
  isTooLong: z.boolean(),
  /** Meant for more than one chamber or for more than 100 people: it takes a second person's yes. */
  isForMany: z.boolean(),
  /** How many people other than the preparer could approve it. */
  reviewers: z.number().int(),
  /** Letters to one person alone, because no group of it is theirs. */
  privately: z.number().int().default(0),
  /** Sit in several of the groups; have several accounts and get it on one. */
  inSeveral: z.number().int().default(0),
  severalWays: z.number().int().default(0),
  /** Do not want letters of this kind; have not opened a private chat; have neither group nor account. */
  refusing: z.number().int().default(0),
  shut: z.number().int().default(0),
  without: z.number().int().default(0),
  /** Some names of those whom nothing reaches. */
  unreachedNames: z.array(z.string()).default([]),
  channels: z.array(ChannelPreview).default([]),
  files: z.array(z.string()).default([]),
  /** ISO 8601; null: at once. Whether that is later than asked, because it would disturb. */
  leavesAt: z.string().nullable().default(null),
  waits: z.boolean().default(false),
  because: z.string().optional(),
})
export type MailingPreview = z.infer<typeof MailingPreview>

export interface PreviewParts {
  readonly text: string
  readonly audience: AudienceSpec
  readonly directory: Directory
  readonly preparedBy: string | undefined
  readonly allow?: readonly string[]
  readonly files?: readonly FileRef[]
  /** Donors who did not agree to be named, where the text speaks of giving. */
  readonly silent?: readonly string[]
  /** Worked out from these already. */
  readonly reach?: Reach
  readonly routes?: Routes
}

/** What the gate would point out, judged as for a public group: the strictest place it may go to. */
function check(text: string, directory: Directory, allow: readonly string[], silent: readonly string[]) {
  return checkLetter({
    text,
    origin: 'approved',
    place: { kind: 'group', audience: 'public' },
    names: namesIn(directory),
    allow,
    donorsWithoutConsent: silent,
  })
}

/** Something in it reaches no group, whoever approves it. */
export const stopsIn = (
  text: string,
  directory: Directory,
  allow: readonly string[],
  silent: readonly string[],
) => !check(text, directory, allow, silent).passes

const prepared = new WeakMap<Directory, ReturnType<typeof prepareNames>>()

/** Ten thousand names take a while to prepare, and every look at a draft asks for them. */
function namesIn(directory: Directory) {
  const there = prepared.get(directory)
  if (there !== undefined) return there
  const names = prepareNames({
    people: [...directory.people.values()].map(({ name }) => name),
    companies: [...directory.companies.values()].flatMap(({ name, aliases }) => [name, ...aliases]),
  })
  prepared.set(directory, names)
  return names
}

const plain = (findings: readonly Finding[]) => findings.map(({ kind, text }) => ({ kind, text }))

export const findingsOf = (
  text: string,
  directory: Directory,
  allow: readonly string[],
  silent: readonly string[],
) => plain(check(text, directory, allow, silent).findings)

/**
 * Pure: the same words, roster and audience give the same preview. Who can be written to alone is known only by
 * `planMailing` (mailing-plan.ts); without its routes only groups are counted.
 */
export function previewOf(parts: PreviewParts): MailingPreview {
  const { text, audience, directory } = parts
  const reach = parts.reach ?? reachOf(directory, audience)
  const routes = parts.routes ?? routesOf({ directory, reach })
  const isTooLong = text.length > LONGEST_TEXT
  // A name of a file is read as well as the text.
  const read = [text, ...(parts.files ?? []).map(({ name }) => name)].join('\n')
  const checked = check(read, directory, parts.allow ?? [], parts.silent ?? [])
  const people = routes.inGroups.length + routes.privately.length
  const missed = [...routes.refusing, ...routes.shut, ...routes.without]
  return {
    text,
    audience: audienceName(directory, audience),
    groups: shownGroups(reach, routes),
    people,
    unreached: reach.people.length - people,
    withoutGroup: reach.withoutGroup.map(({ name }) => name),
    insteadOf: reach.insteadOf.map(({ title }) => title),
    findings: plain(checked.findings),
    stops: !checked.passes || isTooLong,
    isTooLong,
    isForMany: !reach.isForOne || reach.people.length > MOST_WITHOUT_APPROVAL,
    reviewers: peopleWithRole(directory, 'reviewer').filter(({ code }) => code !== parts.preparedBy).length,
    privately: routes.privately.length,
    inSeveral: routes.inSeveral.length,
    severalWays: routes.severalWays.length,
    refusing: routes.refusing.length,
    shut: routes.shut.length,
    without: routes.without.length,
    unreachedNames: missed.slice(0, MOST_NAMES).map((code) => directory.people.get(code)?.name ?? code),
    channels: [],
    files: (parts.files ?? []).map(({ name }) => name),
    leavesAt: null,
    waits: false,
  }
}

/** In the order of the plan; a group that is not written to now is left out. */
function shownGroups({ groups }: Reach, routes: Routes) {
  const kept = new Set(routes.groups.map(({ chat }) => chatKey(chat)))
  return groups
    .filter((group) => kept.has(chatKey(chatOf(group).chat)))
    .map(({ code, title }) => ({ code, title }))
}

/** 看原文, 再看一遍: the preview once more. */
export const asksToSee = (text: string): boolean =>
  /^(?:再|让我|给我)*(?:看|发|念)(?:一?下|看|一?遍|一眼|我)*(?:原文|全文|内容|预览)?(?:吧|呗)?$/u.test(
    text.trim(),
  )
