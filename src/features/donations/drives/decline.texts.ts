import type { Choice } from '../../../kernel/letter-draft.ts'

export const declineTexts = {
  which: () => '您说的是哪一次募捐？',
  choices: (drives: readonly { readonly number: number; readonly title: string }[]): readonly Choice[] =>
    drives.map(({ number, title }) => ({ id: `drive-${number}`, label: `募捐${number} ${title}` })),
  declined: (number: number, title: string) =>
    `好的，募捐${number}“${title}”的消息不再单独发给您。群里的消息大家都能看到，停不了某一个人的。要恢复就说“恢复募捐${number}”；所有募捐都不想收，说“不收募捐”。`,
  accepted: (number: number, title: string) => `好的，募捐${number}“${title}”有消息还会发给您。`,
  noneOut: () => '眼下没有正在进行的募捐，不会有募捐的消息发给您。',
  noSuch: (number: number) => `没有找到募捐${number}，请核对一下编号。`,
  unknownPerson: () => '您的账号还没有绑定，募捐的消息本来就不会单独发给您。',
  left: () => '好的，没有改。',
}
