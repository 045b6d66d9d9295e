import type { ChainFault, ChainReport } from '../features/donations/disclosure/verify-chain.ts'

const WHY: Readonly<Record<ChainFault, string>> = {
  unreadable: '读不出来，或不是同一个募捐的',
  order: '期数缺了、重复了，或时间倒着走',
  link: '和上一期接不上：上一期被改过，或这一期是插进来的',
  sums: '合计和各行加起来不一样，或同一笔出现了两次',
  changes: '写的“和上一期相比”与实际不符',
  name: '有姓名和当期记下的对不上',
  known: '和您手里的校验码不一样',
}

export const drivesVerifyTexts = {
  whole: ({ drive, editions, shown, takenBack, anonymous }: Extract<ChainReport, { ok: true }>) =>
    [
      `募捐${drive} 的 ${editions.length} 期公示完好：各期首尾相连，合计等于各行之和。`,
      ...editions.map(({ edition, asOf, digest }) => `第${edition}期  ${asOf.slice(0, 10)}  ${digest}`),
      `最新一期署名 ${shown} 笔，匿名 ${anonymous} 笔${takenBack === 0 ? '' : `，后来改为匿名 ${takenBack} 笔`}。`,
      '请把最新一期的校验码抄下来，下次加上 --known 期数:校验码 核对，整条重做过也能发现。',
    ].join('\n'),
  broken: ({ edition, fault }: Extract<ChainReport, { ok: false }>) =>
    `第${edition}期起不可信：${WHY[fault]}。`,
  noEdition: (drive: number) => `募捐${drive} 还没有公示过。`,
  wrongKnown: () => '--known 要写成 期数:校验码，例如 2:ab12cd34ef56，就是公示图和群里那一串，空格可以不写。',
  notRead: (from: string) => `${from} 读不到，或不是公示的核验文件（公示页上的 chain.json）。`,
}
