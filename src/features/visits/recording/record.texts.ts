import type { Directory } from '../../../kernel/directory.ts'
import type { VisitKind } from '../visit.ts'
import {
  chamberNameOf,
  companyNameOf,
  findingNumber,
  kindLabels,
  personName,
  placesOf,
  spokenDay,
  visitNumber,
  whoOf,
} from '../visits.texts.ts'
import type { FoundProblem, VisitDraft } from './visit-draft.ts'

/** Longest list of a preview that is read on a phone. */
const MOST_SHOWN = 10

interface Shown {
  readonly draft: VisitDraft & { readonly leader: string }
  /** Codes of places that do not count for this leader. */
  readonly apart: readonly string[]
  /** Numbers of what was told the same already. */
  readonly same: readonly number[]
  readonly corrects: number | null
  readonly isOwn: boolean
}

const problemLine = (one: FoundProblem, i: number, kind: VisitKind, directory: Directory) => {
  const of = one.company === null ? '没说是哪家' : companyNameOf(one.company, directory)
  const belongs =
    one.link === null
      ? ''
      : `\n   ${kind === 'critique' ? '像是' : '归到'}在办的 ${one.link}${one.linkLine === null ? '' : `（${one.linkLine}）`}`
  return `${i + 1}. ${of}：${one.words}${belongs}`
}

const nameOfPlace = (code: string, directory: Directory) =>
  directory.companies.has(code) ? companyNameOf(code, directory) : chamberNameOf(code, directory)

export const recordTexts = {
  preview({ draft, apart, same, corrects, isOwn }: Shown, today: string, directory: Directory): string {
    const { kind, day, problems, heard, team, leader } = draft
    const head = corrects === null ? '请核对：' : `${visitNumber(corrects)} 改成：`
    const who =
      isOwn && draft.deputy === null ? '' : `，${whoOf({ leader, deputy: draft.deputy }, directory)}`
    const drafts = problems.filter(({ link }) => link === null).length
    return [
      `${head}${spokenDay(day, today)}${who}，${kindLabels[kind]}`,
      placesOf(draft, directory),
      ...(team.length === 0 ? [] : [`同行：${team.map((one) => personName(one, directory)).join('、')}`]),
      ...heard.map(({ said, company }) => `“${said}”按${companyNameOf(company, directory)}记`),
      ...(corrects !== null && problems.length === 0
        ? []
        : problems.length === 0
          ? ['没有记到问题。']
          : [
              `${corrects === null ? '问题' : '新加问题'} ${problems.length} 条：`,
              ...problems.slice(0, MOST_SHOWN).map((one, i) => problemLine(one, i, kind, directory)),
              ...(problems.length > MOST_SHOWN
                ? [`还有 ${problems.length - MOST_SHOWN} 条，也一并记下。`]
                : []),
              ...(drafts === 0
                ? []
                : [
                    kind === 'critique'
                      ? '先问企业愿意给谁看，再由工商联核定。'
                      : '新问题作为线索，由工商联核定后登记。',
                  ]),
            ]),
      ...(apart.length === 0
        ? []
        : [
            `${apart.map((code) => nameOfPlace(code, directory)).join('、')}那天不在包联范围，照记，不计入履责。`,
          ]),
      ...(same.length === 0
        ? []
        : [`同一天同样的已经记过：${same.map(visitNumber).join('、')}。确认的话会再记一次。`]),
      '对吗？不对的直接说，比如“是昨天”“还去了某某公司”“第1条不要”。',
    ].join('\n')
  },
  instead: () => '前面那一次没有记，要记请稍后再说一遍。\n',
  whichLeader: (said: string, leaders: readonly string[], directory: Directory) =>
    [`“${said}”是哪位：`, ...leaders.map((code, i) => `${i + 1}. ${personName(code, directory)}`)].join('\n'),
  whoWent: () => '是哪位领导去的？说姓名或职务就行。',
  notALeader: (name: string) => `${name}不是名册里的包联领导，请说是哪位领导去的。`,
  whichCompany: (said: string, companies: readonly string[], directory: Directory) =>
    [
      `“${said}”是哪一家：`,
      ...companies.map((code, i) => `${i + 1}. ${companyNameOf(code, directory)}`),
    ].join('\n'),
  whereTo: (kind: VisitKind) =>
    kind === 'meeting'
      ? '是哪个商会或哪家企业的会？'
      : '去的是哪家企业或商会？说名称就行，有几家可以一起说。',
  nowhere: () => '没听出是哪家企业或商会。要记走访，说企业名称就行，比如“今天走访了某某公司，缺工三十个”。',
  whichDay: (said: string) => `${said}是哪一天？比如“上周三”“3月7号”。`,
  notYet: (day: string, today: string) => `${spokenDay(day, today)}还没到，走访等去过了再记。是哪一天去的？`,
  planned: () => '走访等去过了再记：到时候一句话告诉我就行，例如“今天走访了某某公司，缺工三十个”。',
  tooLong: (most: number) => `一次最多记 ${most} 条问题，请分两次说。`,
  noSuchAppeal: (number: string) => `${number} 不在您能看到的在办诉求里，这条先不归并。`,

  recorded: (
    {
      number,
      linked,
      drafts,
    }: { readonly number: number; readonly linked: readonly string[]; readonly drafts: number },
    isCritique: boolean,
  ) =>
    [
      `已记：${visitNumber(number)}。`,
      ...(linked.length === 0 ? [] : [`${linked.join('、')} 的办理记录里已经写上。`]),
      ...(drafts === 0
        ? []
        : [
            isCritique
              ? `${drafts} 条问题先征求企业意见，工商联核定后登记。`
              : `${drafts} 条新问题已交工商联核定。`,
          ]),
      `要改说“${visitNumber(number)} 记错了，…”，要撤说“撤回 ${visitNumber(number)}”。`,
    ].join('\n'),
  corrected: (number: number) => `${visitNumber(number)} 已经改好。`,

  /** To the office: what waits for it. */
  staff(
    visit: { readonly number: number; readonly kind: VisitKind; readonly day: string },
    head: { readonly who: string; readonly today: string },
    lines: readonly {
      readonly n: number
      readonly of: string
      readonly words: string
      readonly like: string | null
    }[],
  ): string {
    const id = `visit:${visit.number}`
    const first = findingNumber(id, lines[0]?.n ?? 1)
    return [
      `${visitNumber(visit.number)}：${head.who}${spokenDay(visit.day, head.today)}${kindLabels[visit.kind]}，带回 ${lines.length} 条问题，等您核定：`,
      ...lines.map(
        ({ n, of, words, like }) =>
          `${findingNumber(id, n)} ${of}：${words}${like === null ? '' : `（可能就是 ${like}）`}`,
      ),
      `说“登记 ${first}”“${first} 并到 0312”或“${first} 不登记 理由”。`,
    ].join('\n')
  },
  /** In an appeal's history. */
  onAppeal: (who: string, day: string, number: number, words: string) =>
    `${who}${day}走访（${visitNumber(number)}）时企业说：${words}`,
}
