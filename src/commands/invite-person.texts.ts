export const invitePersonTexts = {
  unknown: (code: string) => `名册里没有代码为“${code}”的人。请先导入名册，或核对代码。`,
  issued: (name: string, binding: string, hours: number, bot: string) =>
    `${name}的绑定码：${binding}，${hours} 小时内有效，用一次作废。请本人私聊${bot}发：绑定 ${binding}`,
}
