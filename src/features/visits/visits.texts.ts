import type { Directory } from '../../kernel/directory.ts'
import { withTitle } from '../../kernel/person.ts'
import type { Consent, Finding, Visit, VisitKind } from './visit.ts'
import { whoWent } from './visit.ts'

export const kindLabels: Readonly<Record<VisitKind, string>> = {
  visit: '走访',
  meeting: '会议',
  condolence: '慰问',
  critique: '拍砖',
}

/** 走访12, 走访12-1: one number for every kind. */
export const visitNumber = (number: number): string => `走访${number}`
export const findingNumber = (visit: string, n: number): string => `走访${visit.replace('visit:', '')}-${n}`

/** 3月4日; of another year with the year. */
export function spokenDay(day: string, today: string): string {
  const [year, month, date] = day.split('-').map(Number)
  const short = `${month}月${date}日`
  return day.slice(0, 4) === today.slice(0, 4) ? short : `${year}年${short}`
}

export const personName = (code: string, directory: Directory): string => {
  const person = directory.people.get(code)
  return person === undefined ? code : withTitle(person)
}
export const companyNameOf = (code: string, directory: Directory): string =>
  directory.companies.get(code)?.name ?? code
export const chamberNameOf = (code: string, directory: Directory): string =>
  directory.chambers.get(code)?.name ?? code

export function placesOf(visit: Pick<Visit, 'companies' | 'chambers'>, directory: Directory): string {
  const names = [
    ...visit.companies.map((code) => companyNameOf(code, directory)),
    ...visit.chambers.map((code) => chamberNameOf(code, directory)),
  ]
  return names.length <= 6 ? names.join('、') : `${names.slice(0, 6).join('、')}等 ${names.length} 处`
}

export function whoOf(visit: Pick<Visit, 'leader' | 'deputy'>, directory: Directory): string {
  const went = personName(whoWent(visit), directory)
  return visit.deputy === null ? went : `${went}（替${personName(visit.leader, directory)}）`
}

const stateLabels: Readonly<Record<Finding['state'], string>> = {
  draft: '待工商联核定',
  filed: '已登记',
  linked: '并入',
  dropped: '不登记',
}

/** To whoever may not know which appeal it is. */
const unnamedLabels = { filed: '已登记', linked: '已并入在办的一件' } as const

export const consentLabels: Readonly<Record<Consent, string>> = {
  unit: '企业同意给办理单位看',
  chamber: '企业只同意工商联和商会看',
  nobody: '企业不同意外传',
}

/** What became of a problem; of an appeal how it stands, where that is known. */
export function findingState({ state, appeal, note }: Finding, standing: string | undefined): string {
  const stands = standing === undefined ? '' : `，${standing}`
  if (state === 'filed' || state === 'linked')
    return appeal === null ? unnamedLabels[state] : `${stateLabels[state]} ${appeal}${stands}`
  if (state === 'dropped') return `${stateLabels.dropped}${note === null ? '' : `：${note}`}`
  return appeal === null ? stateLabels.draft : `${stateLabels.draft}，可能就是 ${appeal}`
}

export const visitsTexts = {
  left: () => '好的，没有记。',
  leftAsItWas: () => '好的，没有改动。',
  gone: () => '那条走访记录已经变了，请重新说一次。',
  noSuch: (number: string) => `没有找到${number}，请核对一下编号。`,
  notYours: () => '走访记录由包联领导本人或工商联工作人员来记。',
}
