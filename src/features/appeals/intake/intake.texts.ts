import { categoryLabels, urgencyLabels } from '../../../kernel/appeal-terms.ts'
import type { Choice } from '../../../kernel/letter-draft.ts'
import type { Named } from '../appeal.ts'
import { appealsTexts } from '../appeals.texts.ts'
import { lawfulRouteTexts } from '../reading/lawful-route.texts.ts'
import type { LawfulRoute } from '../reading/lawful-route.ts'
import { missingTexts } from '../reading/missing.texts.ts'
import type { Missing } from '../reading/missing.ts'
import { secrecyTexts } from '../sealing/secrecy.texts.ts'
import type { ReadDraft } from './read-draft.ts'

export type Question = Missing | 'company'

const questionTexts: Readonly<Record<Question, string>> = { ...missingTexts, company: '是哪家企业的事' }

export const intakeChoices: readonly Choice[] = [
  { id: 'yes', label: '确认提交' },
  { id: 'no', label: '不提交' },
]

export const referredChoices: readonly Choice[] = [
  { id: 'yes', label: '仍要登记' },
  { id: 'no', label: '不登记' },
]

/** What stands in the appeal, a line for each thing that is known. */
function draftLines(read: ReadDraft, company: Named | null): string[] {
  return [
    `企业：${company?.name ?? '（还没说）'}`,
    `类别：${categoryLabels[read.category]}，${urgencyLabels[read.urgency]}${becauseOf(read.words)}`,
    `事项：${appealsTexts.excerpt(read.text)}`,
    ...(read.place === undefined ? [] : [`地点：${read.place}`]),
    ...(read.wish === undefined ? [] : [`希望：${read.wish}`]),
    ...(read.files.length === 0 ? [] : [`附件：${read.files.length} 个`]),
    ...secrecyLines(read),
  ]
}

/** The words it went by, so that nobody has to guess what to say otherwise. */
const becauseOf = (words: readonly string[]) => (words.length === 0 ? '' : `（按“${words.join('”“')}”）`)

function secrecyLines({ secrecy }: ReadDraft): readonly string[] {
  if (secrecy === 'sealed') return [secrecyTexts.sealedLine()]
  if (secrecy === 'anonymous') return [secrecyTexts.anonymousLine()]
  return secrecy === undefined ? [] : [secrecyTexts.whichSecrecy()]
}

/** What is asked beside a read-back; nothing where nothing is missing. */
export function questionLines(questions: readonly string[], end = '直接确认'): string[] {
  const asked = questions.map((one) => questionTexts[one as Question]).filter((one) => one !== undefined)
  if (asked.length === 0) return []
  if (asked.length === 1)
    return [`还想问一句：${asked[0]}？说不清就${end === '直接确认' ? '不用管，直接确认' : end}。`]
  // No numbers in front: a typed 1 answers the question that stands last, the confirmation.
  return [`还想补问几句，知道多少说多少，说不清就${end}：`, ...asked.map((one) => `· ${one}`)]
}

export const intakeTexts = {
  readBack: (read: ReadDraft, company: Named | null, questions: readonly string[], isAgain: boolean) =>
    [
      isAgain ? '好的，再核对一下：' : '我这样记的，请核对：',
      ...draftLines(read, company),
      ...(read.route?.standing === 'available' ? [intakeTexts.openRoute(read.route.route)] : []),
      ...questionLines(questions),
      '对的话请确认提交；哪里不对直接说，比如“类别不对，是用工”“改成紧急”。',
    ].join('\n'),

  /** Another road that is open beside the appeal. */
  openRoute: (route: LawfulRoute) => {
    const { organ, basis, advice } = lawfulRouteTexts[route]
    return `另外您还可以找${organ}（${basis}）：${advice}`
  },

  referred: (route: LawfulRoute) => {
    const { organ, basis, advice } = lawfulRouteTexts[route]
    return [
      `这件事属于${organ}的法定渠道（${basis}），工商联不能代为处理，也不能承诺结果。`,
      advice,
      '如果仍想在工商联留个记录，可以登记为“转法定渠道”。要登记吗？',
    ].join('\n')
  },

  tellUs: () => '请说说是什么事：出了什么情况，希望帮什么忙。分几条发也行。',
  tellMore: () =>
    '还没太听明白。请再说具体一点：出了什么事，想让哪方面帮忙。说不清也行，回“就这些”我先照原话记下。',
  picturesNoted: (files: number) => `${files} 个附件收到了。请再说一句是什么事，希望帮什么忙。`,
  whatIsWrong: () => '哪里不对，直接说就行，我来改。比如“是400万，不是500万”“类别是用工”。',
  /** 啥意思: what the read-back is, what a yes does, and that a no is as good. */
  explained: () =>
    [
      '上面是我把您说的事记成的一份诉求，还没有提交，谁也没看到。',
      '写得对，就回“确认提交”：我给您一个编号，转给工作人员去办，办到哪一步随时可以问，不收钱。',
      '哪里不对直接说，我来改；不想办了，回“不提交”。',
    ].join('\n'),
  keptForLater: () => '好的，您先忙。草稿给您留着，回来接着说，或者直接确认提交就行。',
  title: (read: ReadDraft) => [...`${categoryLabels[read.category]}：${read.summary}`].slice(0, 18).join(''),
  stillWaiting: () => '这件事还差一步：确认提交吗？',

  notACompanysMatter: () =>
    '这像是个人消费的事，不在企业诉求的范围里。可以打 12315，或在全国 12315 平台上投诉，他们会受理。企业经营上的难处，随时跟我说。',

  supplemented: (number: string, read: ReadDraft, company: Named | null) =>
    [`加进 ${number} 了，已告诉工作人员。现在记的是：`, ...draftLines(read, company)].join('\n'),
  supplementing: (number: string) => `${number} 已按特急登记。有要补充或更正的直接说，没有了就回“没有了”。`,
  supplementDone: (number: string) => `好的，${number} 就按这些办。随时可以问“到哪一步了”。`,
  alreadyFiled: (number: string) => `${number} 已经登记。不想办了，请说“撤回 ${number}”。`,

  abandoned: () => '好的，这件事没有登记。以后需要，随时再说。',
  nothingSaid: () => '好的，那先不记。想起来了随时说。',
  takenBack: () => '您把刚才的话撤回了，这件事没有登记。需要时再说就行。',
  wentSilent: () =>
    '您之前说的那件事还没确认，已经放了三天，草稿我先收起来了，没有登记。还想反映的话，再说一遍就行。',
}
