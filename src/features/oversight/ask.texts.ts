import { TOLD_ASIDE } from '../../kernel/told-aside.ts'
import type { Settled } from './asking/settled.ts'

const WHICH: Readonly<Record<Extract<Settled, { kind: 'which' }>['asks'], string>> = {
  company: '您问的是哪一家：',
  chamber: '您问的是哪个商会：',
  unit: '您问的是哪个单位：',
  trade: '您问的是哪个行业：',
  town: '您问的是哪个镇街：',
  leader: '您问的是哪位领导：',
  place: '您问的是哪一个：',
  period: '您问的是哪段时间：',
  measure: '您问的是哪个数：',
  drive: '您问的是哪次募捐：',
}

export const askTexts = {
  which: (asks: keyof typeof WHICH) => WHICH[asks],
  /** `unread`: a name that nobody in the roster has. */
  unclear: (examples: readonly string[], unread: string | null) =>
    `${unread === null ? '这句话我没看明白，怕答错数。' : `没找到“${unread}”，请核对一下名称。`}您可以这样问：\n${examples.map((one) => `“${one}”`).join('\n')}`,
  notChosen: () => '没对上刚才那几个，先放下了。要查的话，把名称说全再问一遍就行。',
  ended: () => '好的。',
  thanks: () => '不客气，随时问。',
  inPrivate: () => `这类情况只在私聊里说，${TOLD_ASIDE}。`,
}
