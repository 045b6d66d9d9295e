/** What the corridor itself says, when no feature has the word. */
export const corridorTexts = {
  notUnderstood: () =>
    '这句话我没看明白。可以直接说遇到的困难、问一条政策，或者问“我的诉求到哪一步了”。说“你能做什么”，我列给您看。',
  over: () => '这件事已经处理过了，刚才的选择没有再起作用。需要的话请重新说一次。',
  which: () => '这句话有两种理解，您是想：',
  whichAbandoned: () => '好的，先不办。需要时再说一声就行。',
  lostThread: () => '系统升级后，刚才那件事没能接上。请把要办的事重新说一次，之前已经给过编号的不受影响。',
  receiptInGroup: () => '收到，细节已私信您核对。',
  withheldInGroup: () => '这件事的细节已私信您。',
  failed: () => '抱歉，刚才这句话没能处理好，已经记下来请工作人员看。您可以换个说法再发一次。',
  enclosureNotToBeHad: () => '没能取到',
  enclosuresRefused: (which: readonly string[]) =>
    `有附件没能收下：${which.join('；')}。文字已经收到，附件请换一种格式或小一点的再发。`,
  listening: () => '在的，您请说。',
}
