/** 不是佳和是嘉禾, 是昨天, 第二条不要, 还有一个…: what was said to a preview, put into it. Pure. */
import { readNumber, toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import type { Directory } from '../../../kernel/directory.ts'
import { findAskedNumber } from '../../../kernel/spoken-number.ts'
import { findPeriod } from '../../../kernel/spoken-period.ts'
import type { Matters } from '../visits-parts.ts'
import { ASKED_OF_US } from './asked-of-us.ts'
import { leadersNamed } from './leaders-named.ts'
import { mentionBySound, mentionsIn } from './place-mentions.ts'
import { kindIn } from './read-visit.ts'
import { siftProblems } from './sift-problems.ts'
import type { FoundProblem, VisitDraft } from './visit-draft.ts'

const NTH = '第?\\s*(\\d{1,2}|[一二三四五六七八九十]{1,2})\\s*(?:条|个|项|点)'
const DROP = new RegExp(
  `(?:去掉|删掉?|删除|不要|不算|不记|取消)\\s*${NTH}?|${NTH}\\s*(?:问题)?(?:不要|不算|不记|去掉|删掉?|取消)`,
  'u',
)
const ALONE = new RegExp(`${NTH}\\s*(?:问题)?(?:不是(?:这件|那件|一件|同一件|它)?|另记|单独|另外)`, 'u')
const BELONGS = new RegExp(`${NTH}\\s*(?:问题)?(?:是|属于|并到|归到|就是|算)`, 'u')
const MORE = /^(?:还有|再?加|补充|另外|再补)(?:一?[条个点])?(?:问题)?[:：,，]?/u
const NOT_THIS = /不(?:是|叫|对)[，,]?(.{2,16}?)[，,]?(?:应该|而)?是/u
const NO_PROBLEMS = /(?:没有?|无|不记)(?:什么|啥)?(?:问题|诉求|困难)|问题(?:都|全)?(?:不要|去掉|不记)/u

export function amendDraft(
  draft: VisitDraft,
  said: string,
  directory: Directory,
  read: Matters['read'],
  at: Date,
): VisitDraft {
  const text = toHalfWidth(said).trim()
  if (draft.which !== null) return choose(draft, text, directory)
  if (draft.whichLeader !== null || draft.leader === null) {
    const leader = leaderAnswered(draft, text, directory)
    if (leader !== undefined) return { ...draft, leader, whichLeader: null }
  }
  const dropped = DROP.exec(text)
  const nth = (found: RegExpExecArray | null) => readNumber(found?.slice(1).find((one) => one) ?? '') ?? 0
  if (dropped !== null && nth(dropped) > 0) return withProblems(draft, nth(dropped), () => [])
  const alone = ALONE.exec(text)
  if (alone !== null)
    return withProblems(draft, nth(alone), (one) => [{ ...one, link: null, linkLine: null, alone: true }])
  const belongs = BELONGS.exec(text)
  const number = findAskedNumber(text.slice(belongs?.[0].length ?? 0), at)?.numbers[0]
  if (belongs !== null && number !== undefined)
    return withProblems(draft, nth(belongs), (one) => [
      { ...one, link: number, linkLine: null, alone: false },
    ])
  if (NO_PROBLEMS.test(text)) return { ...draft, problems: [] }
  return amendPlaces(draft, text, directory, read, at)
}

function withProblems(
  draft: VisitDraft,
  nth: number,
  change: (one: FoundProblem) => readonly FoundProblem[],
): VisitDraft {
  return { ...draft, problems: draft.problems.flatMap((one, i) => (i === nth - 1 ? change(one) : [one])) }
}

function choose(draft: VisitDraft, text: string, directory: Directory): VisitDraft {
  const { which } = draft
  if (which === null) return draft
  const named = mentionsIn(text, directory).flatMap(({ companies }) => companies)
  const inOrder = which.companies[(readNumber(text.replace(/[第个家号,，。.\s]/gu, '')) ?? 0) - 1]
  const meant =
    which.companies.filter((code) => named.includes(code)).length === 1
      ? which.companies.find((code) => named.includes(code))
      : (inOrder ??
        which.companies.find((code) => (directory.companies.get(code)?.name ?? '').includes(text)))
  if (meant === undefined) return draft
  return settled({ ...draft, which: null }, meant)
}

/** What was told of no company in particular is told of the only one. */
function settled(draft: VisitDraft, company: string): VisitDraft {
  const companies = [...new Set([...draft.companies, company])]
  const problems =
    companies.length === 1
      ? draft.problems.map((one) => (one.company === null ? { ...one, company } : one))
      : draft.problems
  return { ...draft, companies, problems }
}

function leaderAnswered(draft: VisitDraft, text: string, directory: Directory): string | undefined {
  const options = draft.whichLeader?.leaders
  const named = leadersNamed(directory, text).find(({ leaders }) => leaders.length === 1)?.leaders[0]
  if (named !== undefined) return named
  return options?.[(readNumber(text.replace(/[第个位号,，。.\s]/gu, '')) ?? 0) - 1]
}

function amendPlaces(
  draft: VisitDraft,
  text: string,
  directory: Directory,
  read: Matters['read'],
  at: Date,
): VisitDraft {
  const mentions = mentionsIn(text.replace(/^(?:是|去的是|应该是)/u, ''), directory)
  const more = MORE.exec(text)
  const words = withoutWrongDay(text.slice(more?.[0].length ?? 0), at)
  const told = findPeriod(words, at)
  const rest = told === undefined ? words : words.replace(told.words, '')
  const isShort =
    [...rest.replace(/(?:不是|今天|应该|而?是|不对|改成|改为|去的|算|那天|的|[，,。\s])/gu, '')].length <= 1
  if (told !== undefined && told.period.from === told.period.to && isShort)
    return { ...draft, day: told.period.from, unclearDay: null }
  const kind = kindIn(words)
  if (kind !== undefined && [...words.replace(kind.words, '')].length <= 5 && mentions.length === 0)
    return { ...draft, kind: kind.kind }
  const leader = leadersNamed(directory, words).find(({ leaders }) => leaders.length === 1)
  if (leader !== undefined && [...words.replace(leader.words, '')].length <= 4)
    return { ...draft, leader: leader.leaders[0] ?? draft.leader, whichLeader: null }
  const companies = [
    ...new Set(mentions.flatMap(({ companies: codes }) => (codes.length === 1 ? codes : []))),
  ]
  const left = mentions.reduce((all, one) => all.replace(one.words, ''), words)
  const isPlaces =
    [...left.replace(/(?:不是|不对|应该|而?是|还有|去的?|了|到|走访|和|、|企业|公司|家|也|[，,。\s])/gu, '')]
      .length <= 2
  const chambers = mentions.flatMap(({ chamber }) => chamber ?? [])
  if (isPlaces && (companies.length > 0 || chambers.length > 0)) {
    const wrong = NOT_THIS.exec(text)?.[1]
    const adds = more !== null || /^(?:还|也)/u.test(text)
    if (adds)
      return companies.reduce(settled, { ...draft, chambers: [...new Set([...draft.chambers, ...chambers])] })
    return replaced(draft, companies, chambers, wrong, directory)
  }
  const [unclear] = mentions.filter(({ companies: codes }) => codes.length > 1)
  if (isPlaces && unclear !== undefined)
    return {
      ...draft,
      companies: [],
      which: { said: unclear.words, companies: [...unclear.companies].slice(0, 6) },
    }
  if (draft.companies.length === 0 && draft.chambers.length === 0) {
    const heard = mentionBySound(words.replace(/^(?:是|去的是|去了)/u, ''), 0, directory)
    const [one, ...others] = heard?.companies ?? []
    if (heard !== undefined && one !== undefined)
      return others.length > 0
        ? { ...draft, which: { said: heard.words, companies: [...heard.companies].slice(0, 6) } }
        : settled({ ...draft, heard: [...draft.heard, { said: heard.words, company: one }] }, one)
    return draft
  }
  if (more === null && ASKED_OF_US.test(words)) return draft
  const problems = siftProblems(words, 0, mentionsIn(words, directory), draft.companies, read)
  return { ...draft, problems: [...draft.problems, ...problems] }
}

/** 不是上周五，是昨天: the day that it was not is none that is meant. */
function withoutWrongDay(words: string, at: Date): string {
  const wrong = /不(?:是|对)[，,]?((?:(?!是).){2,8}?)(?:[，,]|(?=应该|而?是)|$)/u.exec(words)
  if (wrong?.[1] === undefined || findPeriod(wrong[1], at) === undefined) return words
  return words.replace(wrong[0], '')
}

function replaced(
  draft: VisitDraft,
  companies: readonly string[],
  chambers: readonly string[],
  wrong: string | undefined,
  directory: Directory,
): VisitDraft {
  const meantWrong =
    wrong === undefined ? [] : mentionsIn(`去了${wrong}`, directory).flatMap((one) => one.companies)
  const out = new Set(meantWrong.filter((code) => draft.companies.includes(code)))
  const fresh = companies.filter((code) => !out.has(code))
  const kept = out.size > 0 ? draft.companies.filter((code) => !out.has(code)) : []
  const next = [...new Set([...kept, ...(fresh.length > 0 ? fresh : companies)])]
  const only = fresh.length === 1 ? fresh[0] : undefined
  return {
    ...draft,
    companies: next,
    chambers: chambers.length > 0 || companies.length === 0 ? [...chambers] : draft.chambers,
    heard: draft.heard.filter(({ company }) => next.includes(company)),
    problems: draft.problems.map((one) =>
      // What was told of a firm that nobody went to stays where it is.
      one.company !== null && (next.includes(one.company) || !draft.companies.includes(one.company))
        ? one
        : { ...one, company: only ?? null, link: null, linkLine: null },
    ),
  }
}
