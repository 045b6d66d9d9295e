import { TOLD_ASIDE } from '../../../kernel/told-aside.ts'

export const refusalTexts = {
  inPrivate: () => `这类情况只在私聊里说，${TOLD_ASIDE}。`,

  /** The same whether there is anything or not. */
  outside: (name: string, leader: string | undefined) =>
    `${name}不在您包联的范围内，有没有诉求、办得怎样，我不能在这里说。可以问${leader === undefined ? '' : `包联它的${leader}，或者`}工商联工作人员。`,
  othersLeader: (name: string) =>
    `${name}包联的事项，我不能在这里说。可以直接问${name}，或者工商联工作人员。`,
  /** The same whether the number exists or not. */
  numberNotFound: (number: string, seesAll: boolean) =>
    seesAll
      ? `没有编号 ${number} 的事项，请核对一下编号。`
      : `您能看的范围里没有编号 ${number} 的事项。请核对编号；如果是别的领导包联的，可以请工商联工作人员查。`,
  matterNotFound: (seesAll: boolean) =>
    seesAll
      ? '没有查到说的这件事。可以带上编号，或者企业名称加一两个字的事由再问。'
      : '您能看的范围里没有查到说的这件事。可以带上编号或企业名称再问；如果是别的领导包联的，可以请工商联工作人员查。',
  nobody: (day: string | null) =>
    day === null
      ? '名册里今天没有登记您包联的商会或企业，所以查不出数来。请让工商联工作人员核对一下包联名单。'
      : `名册里${day}那天没有登记您包联的商会或企业，所以那时的数我不能说。请让工商联工作人员核对一下包联名单。`,
  notAllowed: () =>
    '别家的诉求和汇总数只对包联领导和工商联工作人员开放，这里不能说。您可以问“我的诉求到哪一步了”，也可以直接说自己遇到的困难，我来登记。',

  /** Who asked is not said to anybody, and how it may be known all the same. */
  sealed: () =>
    '这件事身份封存了，是谁、哪一家反映的，对领导也不说。确有必要知道的，要启封：由工商联一名工作人员写明理由申请，另一位审批人同意，两个人都留名，诉求人会马上知道。办理进展可以照常问。',

  noStanding: (kind: 'drive' | 'receipts' | 'visits') =>
    kind === 'drive'
      ? '没有查到这个募捐，或者它还没有发出。可以说“募捐情况”看现有的。'
      : kind === 'receipts'
        ? '没有查到等回执的通知，或者它没有发给您范围里的人。'
        : '没有查到走访的情况，或者不在您能看的范围里。',
}
