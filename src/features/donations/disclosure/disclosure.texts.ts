import type { Choice } from '../../../kernel/letter-draft.ts'
import { TOLD_ASIDE } from '../../../kernel/told-aside.ts'
import type { Unfit } from './books.ts'
import { type Edition, shortDigest } from './edition.ts'
import { listTexts } from './list.texts.ts'

const named = (number: number, title?: string) => `募捐${number}${title === undefined ? '' : `“${title}”`}`

const WHAT: Record<Unfit['what'], string> = {
  number: '里有电话、证件号、账号或车牌',
  person: '里有人名',
  donor: '里提到了没有同意公开姓名的捐赠人',
}

const whereOf = ({ where }: Unfit) =>
  where.kind === 'drive' ? '募捐说明' : `${where.kind === 'gift' ? '到账' : '使用'}${where.number}`

/** More than these and nobody reads on. */
const MOST = 10

export const disclosureTexts = {
  mayNot: () => '捐赠公示由工商联工作人员发起、审核员同意。想看已经公示的，说“捐赠公示在哪看”。',
  notHere: () => '公示请在私聊里准备，免得大家先看到没核对的名单。',
  noSuch: (number: number) => `没有找到募捐${number}。`,
  none: () => '还没有发出过的募捐，没有可以公示的。',
  notOpened: (number: number, title: string) =>
    `${named(number, title)}的倡议还没有发出，也没有到账记录，没有可以公示的。`,
  which: (drives: readonly { readonly number: number; readonly title: string }[]) =>
    `要公示哪一个？请带上编号，例如“公示 募捐${drives[0]?.number ?? 1}”：\n${drives
      .slice(0, MOST)
      .map(({ number, title }) => named(number, title))
      .join('\n')}`,
  notOver: (number: number, to: string) =>
    `${named(number)}的期限到${listTexts.spokenDay(to)}，还没有结束，不能出最终公示。先说“公示 募捐${number}”出一期。`,
  drawing: (number: number) => `正在按账整理募捐${number} 的公示，画好图就给您核对。`,
  unfit: (number: number, unfit: readonly Unfit[]) =>
    [
      `${named(number)}现在不能公示，下面几处不能公开：`,
      ...unfit.slice(0, MOST).map((one) => `${whereOf(one)}：${WHAT[one.what]}`),
      ...(unfit.length > MOST ? [`另有 ${unfit.length - MOST} 处。`] : []),
      '请先冲正重记，把这些字去掉，再说一次“公示”。',
    ].join('\n'),
  changed: (number: number) =>
    `${named(number)}的账在您核对时又变了，没有提交。请再说一次“公示 募捐${number}”。`,
  overtaken: (number: number) =>
    `${named(number)}在这期间已经出了新的一期，这一份作废。请再说一次“公示 募捐${number}”。`,
  correctedMeanwhile: (number: number) =>
    `${named(number)}的账在提交之后有更正，这一份不能发出。请再说一次“公示 募捐${number}”。`,
  consentMeanwhile: (number: number) =>
    `${named(number)}有捐赠人在提交之后改为不公开姓名，这一份不能发出。请再说一次“公示 募捐${number}”。`,

  /** What a group reads; no name stands in it. */
  groupText: (edition: Edition, digest: string, page: string | undefined) => {
    const { about, totals } = edition
    return [
      `【捐赠公示】${listTexts.title(edition)}`,
      `截至 ${listTexts.moment(edition.asOf)}，${about.charity}${listTexts.headline(totals, totals.anonymous)}`,
      listTexts.changes(edition.edition, edition.changes),
      page === undefined ? '' : `全部名单和使用情况：${page}`,
      `查询方式：${about.howToCheck}`,
      `本期校验码：${shortDigest(digest)}`,
      `${about.federation}只转达公示，不收取任何款物。`,
    ]
      .filter((line) => line !== '')
      .join('\n')
  },
  preview: (p: {
    readonly edition: Edition
    readonly digest: string
    readonly page: string | undefined
    readonly confirmation: string
    /** What goes to the groups, how far and what was found in it; undefined: only the page. */
    readonly broadcast?: readonly string[] | undefined
    readonly hasPicture: boolean
  }) => {
    const { edition, digest, page, confirmation, broadcast } = p
    const { totals } = edition
    return [
      `${named(edition.drive, edition.about.title)}第${edition.edition}期公示，请核对。`,
      listTexts.headline(totals, totals.anonymous),
      listTexts.changes(edition.edition, edition.changes),
      `名单署名 ${totals.gifts - totals.anonymous} 笔，匿名 ${totals.anonymous} 笔。校验码 ${shortDigest(digest)}。`,
      ...(broadcast === undefined
        ? ['只更新公示页，不往群里发。']
        : [...broadcast, ...(p.hasPicture ? ['图随文字一起发到群里。'] : ['这次没有图，只发文字。'])]),
      page === undefined
        ? '没有设置对外网址，公示页只有本机能打开。'
        : `审核员同意后，公示页同时更新：${page}`,
      `提交后要由另一位审核员同意。编号 ${confirmation}。`,
    ]
      .filter((line) => line !== '')
      .join('\n')
  },
  nobodyToReach: (number: number) =>
    `${named(number)}眼下没有可以发的群（没有登记的群，或者各群都到了约定的次数）。要只更新公示页，说“公示 募捐${number} 只更新网页”。`,
  submitChoices: (): readonly Choice[] => [
    { id: 'yes', label: '提交审批' },
    { id: 'no', label: '先不提交' },
  ],
  pageOnly: (): Choice => ({ id: 'page', label: '只更新公示页' }),
  left: (number: number) => `好的，募捐${number} 的公示没有提交。`,
  timedOut: (number: number) =>
    `募捐${number} 的公示没有等到您确认，没有提交。要出一期就再说“公示 募捐${number}”。`,
  submitted: (number: number, asked: number) =>
    asked === 0
      ? `募捐${number} 的公示已存好，但眼下联系不上别的审核员，没有发布。请先请审核员绑定账号，再说一次“公示 募捐${number}”。`
      : `募捐${number} 的公示已提交，请了 ${asked} 位审核员，一位同意就更新公示页。有结果马上告诉您。`,
  askApproval: (edition: Edition, digest: string, by: string, page: string | undefined) =>
    [
      `${named(edition.drive, edition.about.title)}第${edition.edition}期公示请您审批，起草人：${by}。只更新公示页，不往群里发。`,
      listTexts.headline(edition.totals, edition.totals.anonymous),
      listTexts.changes(edition.edition, edition.changes),
      `校验码 ${shortDigest(digest)}。`,
      ...(page === undefined ? [] : [`公示页：${page}`]),
      '同意后立即公开，任何人都能看到；名单里署名的都是同意公开的。',
    ]
      .filter((line) => line !== '')
      .join('\n'),
  approveChoices: (): readonly Choice[] => [
    { id: 'yes', label: '同意公开' },
    { id: 'no', label: '不同意' },
  ],
  approvalUnclear: (number: number) => `募捐${number} 的公示还等您一句话：同意公开，还是不同意？`,
  approvalPutOff: (number: number) => `募捐${number} 的公示先放着，没有公开。`,
  alreadySettled: () => '这一份公示已经办过，或者有了新的，不用再处理。',
  notYours: () => '公示要由另一位审核员同意，您这里不能批。',
  approved: (number: number) => `好的，募捐${number} 的公示已公开。`,
  refused: (number: number) => `好的，募捐${number} 的公示不发布，已经告诉起草人。`,
  refusedBy: (number: number, who: string) => `募捐${number} 的公示没有通过，没有发布。审核人：${who}。`,
  decidedBy: (number: number, who: string, approved: boolean) =>
    `募捐${number} 的公示已由${who}${approved ? '同意公开' : '退回'}，您不用再看了。`,
  issued: (number: number, edition: number, page: string | undefined) =>
    `募捐${number} 第${edition}期公示已公开${page === undefined ? '。' : `：${page}`}`,

  reissued: (number: number, edition: number, count: number) =>
    `募捐${number} 有 ${count} 笔的捐赠人改为不公开姓名。已自动出第${edition}期，以前各期也不再显示，合计不变。群里已发的图收不回来，需要的话请在群里说明。`,
  corrected: (number: number) =>
    `募捐${number} 公示过的账有更正，公示页还是原来的数。请核对后说“公示 募捐${number}”出新的一期。`,

  whereNone: () => '还没有出过捐赠公示。出了以后，到账笔数、金额和使用情况都能查到。',
  where: (
    drives: readonly {
      readonly number: number
      readonly title: string
      readonly edition: number
      readonly day: string
      readonly page: string | undefined
    }[],
  ) =>
    [
      '捐赠公示，人人可查：',
      ...drives
        .slice(0, MOST)
        .map(
          ({ number, title, edition, day, page }) =>
            `${named(number, title)}第${edition}期，${listTexts.spokenDay(day)}公开${page === undefined ? '' : `：${page}`}`,
        ),
    ].join('\n'),
  whereInGroup: () => `捐赠公示在哪看，${TOLD_ASIDE}。`,
}
