import type { Directory } from '../../../kernel/directory.ts'
import { type Finding, type Visit, whoWent } from '../visit.ts'
import {
  companyNameOf,
  consentLabels,
  findingNumber,
  findingState,
  kindLabels,
  personName,
  placesOf,
  spokenDay,
  visitNumber,
  whoOf,
} from '../visits.texts.ts'

export interface ShownFinding {
  readonly finding: Finding
  /** How its appeal stands now. */
  readonly standing: string | undefined
  /** False where this reader does not see the words: not their company, or it did not agree. */
  readonly isOpen: boolean
}

const visitLine = (visit: Visit, today: string, directory: Directory, isOwn: boolean) =>
  [
    visitNumber(visit.number),
    spokenDay(visit.day, today),
    ...(isOwn && visit.deputy === null ? [] : [whoOf(visit, directory)]),
    kindLabels[visit.kind],
    placesOf(visit, directory),
  ].join('，')

export const listsTexts = {
  list(
    listed: {
      readonly visits: readonly Visit[]
      readonly total: number
      readonly places: number
      readonly page: number
      readonly pages: number
      readonly label: string
      readonly isOwn: boolean
    },
    today: string,
    directory: Directory,
  ): string {
    const { visits, total, places, page, pages, label, isOwn } = listed
    if (total === 0) return `${label}没有走访记录。去过了直接说，比如“今天去了某某公司，缺工三十个”。`
    return [
      `${label}共 ${total} 次${places === 0 ? '' : `，${places} 家企业`}：`,
      ...visits.map((visit) => visitLine(visit, today, directory, isOwn)),
      ...(pages > page ? [`后面还有，加上“第${page + 1}页”再说一次。`] : []),
      '看某一次说“走访12”这样的编号。',
    ].join('\n')
  },
  one(
    visit: Visit,
    findings: readonly ShownFinding[],
    today: string,
    directory: Directory,
    ways: { readonly mayChange: boolean; readonly mayDecide: boolean; readonly mayReadWords: boolean },
  ): string {
    const { number, team, words, state, kind } = visit
    const waits = findings.find(({ finding }) => finding.state === 'draft')
    const over = findings.filter(({ finding }) => finding.state !== 'draft').length
    return [
      `${visitNumber(number)}${state === 'withdrawn' ? '（已撤回）' : ''}，${spokenDay(visit.day, today)}，${personName(whoWent(visit), directory)}${visit.deputy === null ? '' : `（替${personName(visit.leader, directory)}）`}，${kindLabels[kind]}`,
      placesOf(visit, directory),
      ...(team.length === 0 ? [] : [`同行：${team.map((one) => personName(one, directory)).join('、')}`]),
      ...(findings.length === 0
        ? ['没有记到问题。']
        : [
            `问题 ${findings.length} 条，${over} 条已经处理：`,
            ...findings.map(({ finding, standing, isOpen }) => {
              const of = finding.company === null ? '没说是哪家' : companyNameOf(finding.company, directory)
              const isAgreed = kind !== 'critique' || finding.consent === 'unit'
              const closed = isAgreed ? '（不在您包联的范围）' : '（企业没有同意给您看）'
              const what = isOpen ? finding.words : closed
              const consent =
                kind !== 'critique'
                  ? ''
                  : finding.consent === null
                    ? '；还没问到企业意见'
                    : `；${consentLabels[finding.consent]}`
              return `${findingNumber(visit.id, finding.n)} ${of}：${what}；${findingState(finding, standing)}${consent}`
            }),
          ]),
      ...(ways.mayReadWords ? [`原话：${words}`] : []),
      ...(ways.mayDecide && waits !== undefined
        ? [
            `核定说“登记 ${findingNumber(visit.id, waits.finding.n)}”“${findingNumber(visit.id, waits.finding.n)} 并到 0312”。`,
          ]
        : []),
      ...(ways.mayChange && state === 'recorded' ? [`要改说“${visitNumber(number)} 记错了，…”。`] : []),
    ].join('\n')
  },
  drafts(
    listed: { readonly total: number; readonly page: number; readonly pages: number },
    findings: readonly Finding[],
    directory: Directory,
  ): string {
    if (listed.total === 0) return '没有等着核定的走访线索。'
    return [
      `等着核定的走访线索 ${listed.total} 条：`,
      ...findings.map((one) => {
        const of = one.company === null ? '没说是哪家' : companyNameOf(one.company, directory)
        return `${findingNumber(one.visit, one.n)} ${of}：${one.words}${one.appeal === null ? '' : `（可能就是 ${one.appeal}）`}`
      }),
      ...(listed.pages > listed.page ? [`后面还有，说“走访线索 第${listed.page + 1}页”。`] : []),
      `说“登记 ${findingNumber(findings[0]?.visit ?? '', findings[0]?.n ?? 1)}”、“…并到 0312”或“…不登记 理由”。`,
    ].join('\n')
  },
  notYours: () => '走访记录只给包联领导本人和工商联看。',
  ownLabel: (label: string | null) => (label === null ? '您' : `您${label}`),
  label: (who: string | null, label: string | null) => `${who ?? ''}${label ?? ''}` || '目前',
}
