const named = (number: number | undefined) => (number === undefined ? '募捐' : `募捐${number}`)

export const closeTexts = {
  mayNot: () => '结束募捐要由工商联工作人员来做。',
  which: (numbers: readonly number[]) =>
    `现在有${numbers.map((number) => `募捐${number}`).join('、')}，要结束哪一个？请说“结束募捐${numbers[0]}”。`,
  none: (number: number | undefined) =>
    number === undefined ? '眼下没有可以结束的募捐。' : `没有找到募捐${number}，请核对一下编号。`,
  already: (number: number) => `募捐${number} 已经结束了。`,
  ask: (number: number, title: string, isOut: boolean, untilNow: string) =>
    [
      `要结束募捐${number}“${title}”吗？${isOut ? untilNow : '它还没有发出。'}`,
      '结束后不再发它的任何消息，也不再登记认捐；已经认捐的照常跟进，公示和总结照常办。结束了不能再打开。',
    ].join('\n'),
  done: (number: number, isOut: boolean) =>
    isOut
      ? `募捐${number} 已结束，不再发它的消息。三个月内要由慈善组织公开全面情况（《慈善法》第七十九条），到时会提醒您。`
      : `募捐${number} 已结束，没有发出过。`,
  left: (number: number | undefined) => `好的，${named(number)} 不结束。`,
}
