export const membershipTexts = {
  codeIssued: (name: string, code: string, hours: number, links: readonly string[]) =>
    [
      `${name}的绑定码：${code}`,
      `请本人在与我的私聊里发“绑定 ${code}”，${hours} 小时内有效，用一次就作废。`,
      ...links.map((link) => `也可以让本人直接点开：${link}`),
    ].join('\n'),
  whoseCode: () => '要给谁发绑定码，请带上姓名，例如“发绑定码 王小明”。',
  nobodyNamed: (name: string) => `名册里没有找到“${name}”。请核对姓名，或先把人导入名册。`,
  severalNamed: (names: readonly string[]) => `名册里有几位，请说清楚是哪一位：${names.join('、')}`,
  notAllowedToIssue: () => '绑定码由工商联工作人员发放。需要绑定的话，请联系工作人员。',
  bound: (name: string, company: string | undefined) =>
    company === undefined
      ? `绑定好了，${name}。以后我就认得您了。`
      : `绑定好了，${name}（${company}）。以后我就认得您了。`,
  bindInPrivate: () => '绑定码只能在私聊里用，请私聊发给我。这个码别人看到了也可能用，建议请工作人员换一个。',
  whichCode: () =>
    '绑定码是 8 位字母和数字，由工商联工作人员发给您本人。拿到以后在私聊里发“绑定”，后面跟上码，例如“绑定 K7PM2Q9X”。',
  wrongCode: () => '这个绑定码不对，或者已经过期、用过了。请向工作人员再要一个。',
  alreadyBound: (name: string) => `您已经绑定为${name}，不用再绑。要换绑的话请联系工作人员。`,
}
