import type { Directory } from '../../../kernel/directory.ts'
import type { Appeal } from '../appeal.ts'
import { appealsTexts } from '../appeals.texts.ts'

interface Shown {
  readonly isLead: boolean
  readonly now: Date
  readonly directory: Directory
}

export const unitSheetTexts = {
  sheet: (appeal: Appeal, { isLead, now, directory }: Shown) => {
    const name = (code: string) => directory.units.get(code)?.name ?? code
    return [
      `${directory.federation}${isLead ? '派单' : '请您单位协办'} ${appeal.number}（${appealsTexts.kind(appeal)}）`,
      `现在：${appealsTexts.standing(appeal, now, directory)}`,
      ...(appeal.sealed
        ? ['诉求人要求保密，请不要打听是谁反映的。']
        : [`企业：${appealsTexts.company(appeal)}`]),
      `内容：${appealsTexts.excerpt(appeal.text)}`,
      ...(appeal.supporting.length === 0 ? [] : [`协办：${appeal.supporting.map(name).join('、')}`]),
      ...(appeal.reminders === 0 ? [] : [`诉求人催过 ${appeal.reminders} 次。`]),
    ].join('\n')
  },
  over: () => '这个链接已经失效：过了 30 天，或者工作人员给过新的链接。请联系工商联工作人员。',
  sentBack: (number: string) => `${number} 已退回，工作人员会另行安排，这个页面用完了。谢谢。`,
  elsewhere: (number: string) => `${number} 已经不在您单位办理，这个页面用完了。有疑问请联系工商联工作人员。`,
  withdrawn: (number: string) => `${number} 诉求人已经撤回，不用再办了。`,
  closed: (number: string) => `${number} 已经归档，这个页面用完了。谢谢。`,
}
