import type { RestoreReport } from '../adapters/storage/backup-restore.storage.ts'

const size = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`

const rowsOf = (rows: Readonly<Record<string, number>>) =>
  Object.values(rows).reduce((sum, count) => sum + count, 0)

/** 备份 and 恢复, as the operator reads them. */
export const backupCommandTexts = {
  exists: (file: string) => `${file} 已经存在，没有动它。请换一个文件名；确实要覆盖，加 --force。`,
  done: (file: string, rows: number, bytes: number, head: string | undefined, keyId: string) =>
    [
      `已备份到 ${file}：${rows} 行，${size(bytes)}，写完后已读回核对。`,
      ...(head === undefined ? [] : [`审计链头 ${head}，请抄到别处保存。`]),
      `备份里没有密钥（${keyId}）。请另外妥善保管 NIANGJIA_KEY 或数据目录里的 key 文件，没有它，密封的个人信息解不开。`,
    ].join('\n'),
  good: ({ header, rows, auditEntries }: RestoreReport) =>
    `这份备份是好的：${header.createdAt} 所做，${Object.keys(rows).length} 张表 ${rowsOf(rows)} 行全部恢复成功，审计链 ${auditEntries} 条完好。试恢复用的数据库已删除，现有数据没有动。`,
  restored: (report: RestoreReport) => {
    const { header, rows, auditEntries, uncertainLetters, waitingArrivals } = report
    const lines = [`已恢复 ${header.createdAt} 的备份：${rowsOf(rows)} 行，审计链 ${auditEntries} 条完好。`]
    if (uncertainLetters > 0)
      lines.push(
        `有 ${uncertainLetters} 条消息备份时还没发完，之后可能已经发过，已标为“是否送达不明”，不会自动重发。请用 letters 查看后人工处理。`,
      )
    if (waitingArrivals > 0) lines.push(`有 ${waitingArrivals} 条收到的消息当时还没处理，启动后会接着处理。`)
    return lines.join('\n')
  },
  numbersMoved: () => '备份之后可能已经给出过编号，诉求等编号已往后跳过 100 个，不会重号。',
  keyMissing: (keyId: string, keyFile: string) =>
    `这里还没有密钥。启动之前，请把原来的密钥（${keyId}）放到 ${keyFile}，或设为 NIANGJIA_KEY；直接启动会生成新的密钥，密封的个人信息就解不开了。`,
  keyDiffers: (keyId: string, ours: string) =>
    `这里的密钥是 ${ours}，备份里的个人信息是用 ${keyId} 密封的。启动之前，请换回原来的密钥。`,
}
