import { TOLD_ASIDE } from '../kernel/told-aside.ts'

/** What the corridor itself says, when no feature has the word. */
export const corridorTexts = {
  notUnderstood: () =>
    '这句话我没看明白。可以直接说遇到的困难、问一条政策，或者问“我的诉求到哪一步了”。说“你能做什么”，我列给您看。',
  over: () => '这件事已经处理过了，刚才的选择没有再起作用。需要的话请重新说一次。',
  whichOfThese: () => '这是哪一件的材料？回序号就行。',
  which: () => '这句话有两种理解，您是想：',
  whichAbandoned: () => '好的，先不办。需要时再说一声就行。',
  lostThread: () => '系统升级后，刚才那件事没能接上。请把要办的事重新说一次，之前已经给过编号的不受影响。',
  receiptInGroup: () => `收到，细节${TOLD_ASIDE}核对。`,
  withheldInGroup: () => `这件事的细节${TOLD_ASIDE}。`,
  failed: () => '抱歉，刚才这句话没能处理好，已经记下来请工作人员看。您可以换个说法再发一次。',
  enclosureNotToBeHad: () => '没能取到',
  enclosuresRefused: (which: readonly string[]) =>
    `有附件没能收下：${which.join('；')}。文字已经收到，附件请换一种格式或小一点的再发。`,
  listening: () => '在的，您请说。',
  theRest: () => '细节',
  /** In the place of “已私信您”, where the private chat is not open. */
  wayByLink: (link: string) => `请点这里私聊核对：${link}`,
  wayByPage: (link: string) => `请点这里查看（只给您本人，一小时内有效）：${link}`,
  wayByOpenPage: () => '请看刚才打开的网页。',
  wayByWriting: () => '要在私聊里说：请先加我为好友，再私聊发我一句话，我接着办。',
  pageProved: () => '好的，网页已经打开，请在网页里接着办。',
  wrongPageNumber: () =>
    '这个数字和网页上的不一样，请看网页上的四位数。如果您没有打开过网页，请别在群里发数字。',
  noWay: (name: string, group: string | undefined) =>
    `${name}在${group === undefined ? '群里' : `“${group}”`}找我，可是TA的私聊我发不进去，也没有别的办法。请提醒TA加我为好友、私聊发我一句话，或者由您联系TA。`,
  notReached: (name: string, why: string | undefined) =>
    `发给${name}的信在等：${why ?? 'TA还没有打开与我的私聊'}。请提醒TA私聊发我一句话；一天内没有打开，信就发不出去了。`,
  back: () => '您好，我在。有难处或想问政策，直接说就行。',
  /** Where there are no buttons. */
  choices: (labels: readonly string[]) =>
    [...labels.map((label, n) => `${n + 1}. ${label}`), '回复序号即可'].join('\n'),
  /** At the end, so that a piece begins as what it says does. */
  piece: (n: number, of: number) => `\n（${n}/${of}）`,
}
