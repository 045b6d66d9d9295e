/** From what was told to who was where on which day, and what they found. Pure. */
import { dayOf } from '../../../kernel/clock.ts'
import type { Directory } from '../../../kernel/directory.ts'
import { findPeriod } from '../../../kernel/spoken-period.ts'
import type { Matters } from '../visits-parts.ts'
import { leadersNamed, whoIn } from './leaders-named.ts'
import { type Mention, mentionBySound, mentionsIn } from './place-mentions.ts'
import { kindIn } from './read-visit.ts'
import { AGAIN, siftProblems } from './sift-problems.ts'
import type { VisitDraft } from './visit-draft.ts'

/** What may stand between two places that were both visited. */
const BETWEEN =
  /^(?:有限公司|公司|集团|厂|企业|商会|两家|三家|几家|等|家|的|这|企业家|这些)*(?:[、,，和跟与及\s]|以及|还有|又|再|然后|接着|后来|随后|顺路|上午|下午|中午|晚上|先|也|还|去|到|走访|慰问|看望|调研|看|跑|了|过|一?趟|一?下)*$/u
/** Where a place is named by whatever words: what follows is tried by its sound. */
const PLACE_AFTER =
  /(?:走访|调研|慰问|看望|探望)(?:了|过)?(?:一?下|企业)?|刚从|(?:去|到)(?:了|过)|(?:去|到)(?=\p{Script=Han}{2,12}(?:走访|调研|慰问|看望|座谈|开会|拍砖|看了|转了))|拍砖(?:了|会)?/gu

export function readDraft(
  text: string,
  by: { readonly code: string | undefined; readonly isLeader: boolean },
  directory: Directory,
  read: Matters['read'],
  at: Date,
): VisitDraft {
  const mentions = withSounds(text, mentionsIn(text, directory), directory)
  const places = visitedIn(text, mentions)
  const end = places.at(-1)?.end ?? 0
  const headEnd = headOf(places, text)
  const head = text.slice(0, places[0]?.at ?? Math.min(text.length, 60))
  const companies = [...new Set(places.flatMap(({ companies: codes }) => (codes.length === 1 ? codes : [])))]
  const chambers = [...new Set(places.flatMap(({ chamber }) => chamber ?? []))]
  const unclear = places.find(({ companies: codes }) => codes.length > 1)
  const named = leadersNamed(directory, text.slice(0, Math.max(end, 60))).filter(
    ({ at: begins }) => !mentions.some((one) => begins >= one.at && begins < one.end),
  )
  const who = whoIn(text, named)
  const [leader, ...more] = who.leader?.leaders ?? []
  const told = findPeriod(head, at) ?? (places.length === 0 ? findPeriod(text.slice(0, 40), at) : undefined)
  const isOneDay = told === undefined || told.period.from === told.period.to
  const problems = siftProblems(text.replace(TEAM, ''), headEnd, mentions, companies, read)
  return {
    kind: kindIn(text.slice(0, Math.max(60, end + 20)))?.kind ?? 'visit',
    leader: more.length > 0 ? null : (leader ?? (by.isLeader ? (by.code ?? null) : null)),
    deputy: who.speakerInstead ? (by.code ?? null) : (who.deputy?.leaders[0] ?? null),
    day: isOneDay ? (told?.period.from ?? dayOf(at)) : dayOf(at),
    unclearDay: isOneDay ? null : (told?.words ?? null),
    companies,
    chambers,
    team: teamIn(text, directory, [...who.others.flatMap(({ leaders }) => leaders)]).filter(
      (one) => one !== (leader ?? by.code),
    ),
    problems: [...problems],
    heard: places.flatMap(({ how, words, companies: codes }) =>
      how === 'sound' && codes.length === 1 ? [{ said: words, company: codes[0] ?? '' }] : [],
    ),
    which:
      unclear === undefined ? null : { said: unclear.words, companies: [...unclear.companies].slice(0, 6) },
    whichLeader:
      more.length === 0 ? null : { said: who.leader?.words ?? '', leaders: [leader ?? '', ...more] },
  }
}

function withSounds(text: string, mentions: readonly Mention[], directory: Directory): readonly Mention[] {
  const found = [...mentions]
  for (const sign of text.matchAll(PLACE_AFTER)) {
    const at = sign.index + sign[0].length
    if (found.some((one) => one.at <= at + 1 && at < one.end)) continue
    const heard = mentionBySound(text, at, directory)
    if (heard !== undefined && !found.some((one) => one.at < heard.end && heard.at < one.end))
      found.push(heard)
  }
  found.sort((a, b) => a.at - b.at)
  // 佳和食品和宏运机械: what stands after 和 in the list of places.
  for (const [i, one] of found.entries()) {
    const joint = /^(?:[、和跟与及]|以及|还有)/u.exec(text.slice(one.end))
    if (joint === null) continue
    const at = one.end + joint[0].length
    if (found.some((other) => other.at <= at && at < other.end)) continue
    const heard = mentionBySound(text, at, directory)
    if (heard !== undefined && !found.some((other) => other.at < heard.end && heard.at < other.end))
      found.splice(i + 1, 0, heard)
  }
  return found.sort((a, b) => a.at - b.at)
}

/** The list of places, and those that were gone to after something was told of the first. */
function visitedIn(text: string, mentions: readonly Mention[]): readonly Mention[] {
  const visited: Mention[] = []
  let isList = true
  for (const mention of mentions) {
    const last = visited.at(-1)
    const gap = text.slice(last?.end ?? 0, mention.at)
    const isKnown = visited.some(({ companies, chamber }) =>
      mention.chamber === null ? companies.join() === mention.companies.join() : chamber === mention.chamber,
    )
    if (last === undefined) visited.push(mention)
    else if (isKnown) isList = false
    else if ((isList && BETWEEN.test(gap)) || AGAIN.test(gap)) visited.push(mention)
    else isList = false
  }
  return visited
}

/** Where the telling begins: after the places that stand together. */
function headOf(places: readonly Mention[], text: string): number {
  let end = places[0]?.end
  if (end === undefined) return text.length
  for (const place of places.slice(1)) {
    if (!BETWEEN.test(text.slice(end, place.at))) break
    end = place.end
  }
  return end
}

const TEAM =
  /[，,。；;\s]*(?:成员|队员|一起的?|同去的?|同行|参加(?:人员|的有)|随行)(?:还?有|是|为|[:：])?([^。；;\n]{2,60})/u

/** People of a critique visit's team: those the roster knows by code, others by the name that was said. */
function teamIn(text: string, directory: Directory, leaders: readonly string[]): string[] {
  const said = TEAM.exec(text)?.[1] ?? ''
  const members = said
    .split(/[、,，和\s]/u)
    .map((name) => name.trim())
    .filter((name) => /^\p{Script=Han}{2,10}$/u.test(name))
  const officials = [...directory.people.values()].filter(({ roles }) =>
    roles.some((role) => role !== 'member'),
  )
  const codes = members.map((name) => officials.find((one) => one.name === name)?.code ?? name)
  return [...new Set([...leaders, ...codes])].slice(0, 20)
}
