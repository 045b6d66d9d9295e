import { type AppealState, appealStateLabels } from '../../kernel/appeal-terms.ts'
import { dayAndHour } from '../../kernel/clock.ts'
import type { Choice } from '../../kernel/letter-draft.ts'
import type { Reach } from './tasks.effects.ts'

/** By this a reply to the preview knows what it answers. */
export const PREVIEW_HEAD = '您看这样交办对不对：'

export const giveChoices: readonly Choice[] = [
  { id: 'yes', label: '交办' },
  { id: 'no', label: '不交办' },
]

/** What is said while something is given. */
export const giveTexts = {
  notAllowed: () => '批示和交办由包联领导和工商联工作人员发。您有难处可以直接说，我来登记。',
  noSuchAppeal: (number: string, seesAll: boolean) =>
    seesAll
      ? `没有编号 ${number} 的事项，没有交办。请核对一下编号。`
      : `您能看的范围里没有编号 ${number} 的事项，没有交办。请核对编号；如果是别的领导包联的，可以请工商联工作人员来办。`,
  namesInSealed: (number: string) =>
    `${number} 是身份封存的，交办的话里不能出现企业和会员的名字（不论是不是他）。请去掉名字再发一次，还没有交办。`,
  whichAppeal: (of: number, lines: readonly string[]) =>
    [
      of === 0
        ? '有好几件对得上，您批的是哪一件？（都算就说“都是”，都不是就说“都不是”）'
        : `那里有 ${of} 件，一次批不了这么多。您批的是哪几件？下面是前几件，也可以直接说编号；都不是就说“都不是”。`,
      ...lines.map((line, i) => `${i + 1}. ${line}`),
    ].join('\n'),
  allOfThem: '都是',
  noneOfThem: '都不是',
  toWhom: () => '交给谁办？说单位或者姓名、职务都行。',
  unknownAddressee: () => '名册里没有对上要交给谁。请说单位名称，或者姓名、职务。',
  severalFit: (words: string) => `“${words}”有好几位，您说的是哪一位？`,
  notYetOne: () => '这个还没有对上。请说单位名称，或者姓名、职务；不交办了就说“算了”。',
  past: (when: string) => `${when} 已经过了。请再说一个期限，例如“三天内”“周五前”；不定期限就说“不定”。`,
  moment: (at: Date, now: Date) => dayAndHour(at, now),
  missingYear: (year: number) =>
    `${year} 年的工作日历还没有装，工作日算不出来。请直接说几月几日前；不定期限就说“不定”。`,
  when: () => '请说一个期限，例如“三天内”“周五前”“11月30日前”；不定期限就说“不定”。',

  preview(
    given: readonly { about: string | null; status: AppealState | null; who: readonly string[] }[],
    text: string,
    dueAt: Date | null,
    reach: readonly Reach[],
    now: Date,
  ): string {
    const isOne = given.length === 1
    const differ = new Set(given.map(({ who }) => who.join('、'))).size > 1
    const subject = ({ about, status, who }: (typeof given)[number]) =>
      `${about}${status === null ? '' : `，现在${appealStateLabels[status]}`}${differ ? `，交给${who.join('、')}` : ''}`
    return [
      PREVIEW_HEAD,
      `交给：${reach.map((one) => addresseeLine(one)).join('；')}`,
      ...(!isOne
        ? [`关于 ${given.length} 件：`, ...given.map((one, i) => `${i + 1}. ${subject(one)}`)]
        : given.map((one) =>
            one.about === null ? '没有对应到哪一件诉求；要对应，直接说编号。' : `关于：${subject(one)}`,
          )),
      dueAt === null
        ? '期限：没有定，不催。要定就说“三天内”“周五前”。'
        : `期限：${dayAndHour(dueAt, now)} 前回您`,
      `原话：“${text}”`,
      `${reach.length > 1 || !isOne ? '各记一件，' : ''}确认后私信对方，工作人员也会知道。要改直接说，例如“给供电公司”“五天内”。`,
    ].join('\n')
  },
  notChanged: () => '这句没看懂要改什么，下面还是原来的：',
  notGiven: () => '好的，没有交办。',
  givingTimedOut: () => '刚才的交办一天没有确认，没有发出去。需要的话再说一次。',

  given: (
    tasks: readonly { number: string; who: string; unreached: readonly string[] }[],
    due: string | null,
  ) =>
    [
      ...tasks.map(
        ({ number, who, unreached }) =>
          `${number} 已交给${who}${unreached.length === 0 ? '' : `，其中${unreached.join('、')}还联系不上，工作人员会转告`}。`,
      ),
      `${due === null ? '没有定期限。' : `期限 ${due}。`}有回音就告诉您；想看就说“我的交办”。`,
    ].join('\n'),
  /** One letter for all that went to the same. */
  staffTold: (
    numbers: readonly string[],
    giver: string,
    who: string,
    about: readonly (string | null)[],
    text: string,
    due: string | null,
  ) =>
    [
      `${numbers.join('、')} ${giver}交办${who}${due === null ? '' : `，${due} 前`}`,
      ...about.flatMap((one) => (one === null ? [] : [`关于：${one}`])),
      `原话：“${text}”`,
    ].join('\n'),
}

function addresseeLine({ name, people, reachable }: Reach): string {
  if (people.length === 0) return `${name}（名册里没有经办人，会请工作人员转告）`
  const named = people.length === 1 && name.startsWith(people[0] ?? '') ? '' : `（${people.join('、')}）`
  return `${name}${named}${reachable === 0 ? '（还联系不上，会请工作人员转告）' : ''}`
}
