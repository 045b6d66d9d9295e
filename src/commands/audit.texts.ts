import type { ChainBreak } from '../audit/chain.ts'

const WHY: Readonly<Record<ChainBreak['why'], string>> = {
  sequence: '这里缺了记录，或编号重复、顺序颠倒',
  link: '这一条和前一条接不上，前面有记录被删、被换或被插入',
  content: '这一条的内容被改动过',
  head: '您手里的链头不在这条链上：末尾被截掉，或整条链被重做过',
}

export const auditTexts = {
  empty: () => '审计链还是空的，没有可核对的记录。',
  whole: (length: number, head: string) =>
    `审计链完好，共 ${length} 条。链头 ${head}\n请把链头抄到别处保存，下次用 audit verify --head 链头 核对，末尾被截掉也能发现。`,
  broken: ({ brokenAt, why }: ChainBreak) =>
    `审计链从第 ${brokenAt} 条起不可信：${WHY[why]}。\n请先不要改动数据库，做一份 backup 留作证据；再用最近一份备份在另一台机器上恢复，对照第 ${brokenAt} 条前后，查明谁能直接写数据库。`,
  wrongHead: () => '--head 要写成 编号:64 位哈希，就是 audit verify 或 backup 打印的那一串。',
}
