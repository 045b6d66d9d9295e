import {
  type Answered,
  type Deputy,
  type Directory,
  deputiesOn,
  isInForce,
  type Responsibility,
  responsibilityOn,
  type Scope,
  spokenName,
} from '../../kernel/directory.ts'
import { withTitle } from '../../kernel/person.ts'
import { TOLD_ASIDE } from '../../kernel/told-aside.ts'
import { ownScopeTexts } from './answers/own-scope.texts.ts'

/** 2026年3月7日 */
const spoken = (day: string) => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

const term = ({ from, until }: { readonly from?: string; readonly until?: string }) =>
  from === undefined && until === undefined
    ? ''
    : until === undefined
      ? `${spoken(from ?? '')}起`
      : `${from === undefined ? '' : spoken(from)}至${spoken(until)}`

const called = (code: string, directory: Directory) => {
  const person = directory.people.get(code)
  return person === undefined ? `${code}（已不在名册）` : withTitle(person)
}

const nameOf = ({ company, chamber }: Answered, directory: Directory) =>
  company == null
    ? (directory.chambers.get(chamber ?? '')?.name ?? chamber ?? '')
    : (directory.companies.get(company)?.name ?? company)

/** By which responsibility: the firm's own, or its chamber's. */
function footing(one: Responsibility, asked: Answered, directory: Directory): string {
  const by =
    asked.company == null || one.company !== undefined
      ? ''
      : `按${directory.chambers.get(one.chamber ?? '')?.name ?? '商会'}`
  const parts = [by, term(one)].filter((part) => part !== '')
  return parts.length === 0 ? '' : `（${parts.join('，')}）`
}

function deputyNames(deputies: readonly Deputy[], directory: Directory): string {
  return deputies
    .map((deputy) => {
      const when = term(deputy)
      return `${called(deputy.person, directory)}${when === '' ? '' : `（${when}）`}`
    })
    .join('、')
}

/** Longest that is read on a phone. */
const MOST_TERMS = 8
const MOST_NAMED = 8

export const dutyTexts = {
  /** Who answered on one day, who stood in for them, and whether it is somebody else today. */
  onDay(asked: Answered, day: string, today: string, directory: Directory): string {
    const name = nameOf(asked, directory)
    const when = day === today ? '今天' : spoken(day)
    const one = responsibilityOn(directory, asked, day)
    const now = day === today ? one : responsibilityOn(directory, asked, today)
    if (one === undefined)
      return [
        `${name}${when}没有登记包联领导。`,
        ...(day !== today && now !== undefined
          ? [`今天是${called(now.leader, directory)}包联${footing(now, asked, directory)}。`]
          : []),
      ].join('\n')
    const standing = (one.deputies ?? []).filter((deputy) => deputiesOn(one, day).includes(deputy.person))
    const later = (one.deputies ?? []).filter(
      (deputy) => !isInForce(deputy, day) && (deputy.until ?? day) >= day,
    )
    return [
      `${name}${when}由${called(one.leader, directory)}包联${footing(one, asked, directory)}。`,
      standing.length === 0
        ? `${when}没有代管人。`
        : `${when}代管：${deputyNames(
            standing.filter((deputy) => isInForce(deputy, day)),
            directory,
          )}。`,
      ...(later.length === 0 ? [] : [`另外登记的代管：${deputyNames(later, directory)}。`]),
      ...(day === today || now?.leader === one.leader
        ? []
        : [
            now === undefined
              ? '今天没有登记包联领导。'
              : `今天是${called(now.leader, directory)}包联${footing(now, asked, directory)}。`,
          ]),
    ].join('\n')
  },

  /** Everybody who answered within these days, in order. */
  over(asked: Answered, terms: readonly TermOfDuty[], directory: Directory): string {
    const name = nameOf(asked, directory)
    if (terms.length === 0) return `${name}这段时间没有登记包联领导。`
    return [
      `${name}的包联领导：`,
      ...terms.slice(-MOST_TERMS).map(({ from, until, one }) => {
        const who = one === undefined ? '没有登记' : called(one.leader, directory)
        const deputies = one?.deputies ?? []
        return `${term({ ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) }) || '一直'} ${who}${
          deputies.length === 0 ? '' : `，代管 ${deputyNames(deputies, directory)}`
        }`
      }),
    ].join('\n')
  },

  /** 我包哪些: what stands beside the names, with dates and deputies, and what somebody stands in for. */
  ownTerms(leader: string, day: string, directory: Directory): readonly string[] {
    const inForce = directory.responsibilities.filter((one) => isInForce(one, day))
    const own = inForce.filter((one) => one.leader === leader)
    const deputising = inForce.filter((one) => deputiesOn(one, day).includes(leader))
    const label = (one: Responsibility) => spokenName(nameOf(one, directory))
    const dated = own.filter((one) => term(one) !== '' || deputiesOn(one, day).length > 0)
    const cut = (parts: readonly string[]) =>
      parts.length <= MOST_NAMED ? parts.join('；') : `${parts.slice(0, MOST_NAMED).join('；')}等`
    return [
      ...(dated.length === 0
        ? []
        : [
            `起止和代管：${cut(
              dated.map((one) => {
                const deputies = (one.deputies ?? []).filter((deputy) => isInForce(deputy, day))
                const parts = [
                  term(one),
                  ...(deputies.length === 0 ? [] : [`代管 ${deputyNames(deputies, directory)}`]),
                ].filter((part) => part !== '')
                return `${label(one)}（${parts.join('，')}）`
              }),
            )}`,
          ]),
      ...(deputising.length === 0
        ? []
        : [
            `其中代管：${cut(
              deputising.map((one) => {
                const mine = (one.deputies ?? []).find(
                  (deputy) => deputy.person === leader && isInForce(deputy, day),
                )
                const when = mine === undefined ? '' : term(mine)
                return `${label(one)}（替${called(one.leader, directory)}${when === '' ? '' : `，${when}`}）`
              }),
            )}`,
          ]),
    ]
  },

  /** 周县长包哪些企业: by the roster; of matters it says nothing. */
  whomOnDay(
    leader: string,
    { chambers, companies }: Scope,
    day: string,
    today: string,
    directory: Directory,
  ): string {
    const who = `${called(leader, directory)}${day === today ? '' : spoken(day)}`
    if (chambers.size + companies.size === 0) return `${who}没有登记包联的商会和企业。`
    const [head, ...lines] = ownScopeTexts.scope(
      [...chambers].map((chamber) => nameOf({ chamber }, directory)),
      [...companies].map((company) => nameOf({ company }, directory)),
      who,
    )
    return [head, ...lines, ...dutyTexts.ownTerms(leader, day, directory)].join('\n')
  },

  whichCompany: () => '您问的是哪一家：',
  whichOne: () => '您问的是哪家企业或商会？说名称就行，例如“某某公司现在谁包”。',
  noneNamed: () => '名册里没有对上这家企业或商会。要查谁包联，请把名称说全，例如“某某公司现在谁包”。',
  inPrivate: () => `包联分工只在私聊里说，${TOLD_ASIDE}。`,
  ended: () => '好的。',
}

/** A stretch of days in which the same responsibility held; none: nobody was named. */
export interface TermOfDuty {
  readonly from: string | undefined
  readonly until: string | undefined
  readonly one: Responsibility | undefined
}
