export const terminalTexts = {
  welcome: (name: string, group: string | undefined, bot: string) =>
    group === undefined
      ? `您现在是${name}，在与${bot}的私聊里。直接打字，回车发送，Ctrl-D 结束。`
      : `您现在是${name}，在“${group}”里。叫 @${bot} 才是跟它说话；前面加“私聊 ”单独跟它说；Ctrl-D 结束。`,
  notAddressed: (bot: string) => `  （这句没有叫 @${bot}，它不会回答，五分钟后忘掉）`,
  notStored: () => '  （这句没有存下来，请再发一次）',
  inPrivate: () => '私聊',
}
