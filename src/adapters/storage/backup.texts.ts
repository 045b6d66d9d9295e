/** Why a backup cannot be written or taken back in, each with what to do. */
export const backupTexts = {
  noFolder: (file: string) => `备份写不到 ${file}：目录不存在，或没有写入权限。请换一个位置。`,
  notWritten: (file: string, why: string) =>
    `备份 ${file} 没有写成，已删除写了一半的文件：${why}。请检查磁盘空间后重试。`,
  unreadable: (file: string, why: string) => `备份文件 ${file} 读不了：${why}。请检查路径和权限。`,
  notABackup: (file: string) => `${file} 不是本程序的备份文件。请核对文件名。`,
  newerFormat: (file: string, version: string) =>
    `${file} 是更新的版本（${version}）做的备份，这个版本读不懂。请先升级本程序。`,
  half: (file: string) =>
    `${file} 只有半份，没有结尾，多半是没写完或没拷完。请换一份完整的备份，或重新拷贝。`,
  altered: (file: string) =>
    `${file} 的内容和它自己的校验码对不上，文件损坏或被改动过。请换一份备份，或从原处重新拷贝。`,
  newerSchema: (file: string, version: string) =>
    `${file} 是版本 ${version} 做的备份，它的表结构这个版本没有。请安装当时的版本或更新的版本再恢复。`,
  notEmpty: (table: string) =>
    `数据库里已经有数据（${table}），恢复不会覆盖它。请用 NIANGJIA_DATA 另指一个空目录，或把 DATABASE_URL 指向一个新建的空数据库，再恢复一次。`,
  newerDatabase: () =>
    '这个数据库已经升级到比备份更新的表结构。请给恢复一个新建的空数据库；恢复完成后会自动升级。',
  inUse: () => '数据库正被使用。请先停掉正在运行的程序，再恢复一次。',
  wrongCount: (table: string) => `恢复时 ${table} 的行数和备份里记的不一致，已全部撤回。请换一份备份。`,
  brokenChain: (at: number) =>
    `备份里的审计链在第 ${at} 条接不上，已全部撤回。请换一份更早的备份，并查明这份备份之前谁动过数据库。`,
  maybeSentAlready: () => '恢复备份时的待发消息，备份之后可能已经发过，不再自动发送',
  wasBeingSent: () => '备份时正在发送，是否送达不明',
}
