/** Why the house does not start on this database, each with what to do. */
export const migratorTexts = {
  unreachable: (why: string) => `连不上数据库：${why}。请检查 DATABASE_URL 和数据库是否在运行。`,
  unreadable: (name: string) =>
    `安装不完整：缺少 prisma/migrations/${name}/migration.sql。请重新安装本程序。`,
  halfApplied: (name: string) =>
    `数据库升级 ${name} 上次没有做完，现在不能启动。请恢复升级之前的备份；或由技术人员核对后执行 prisma migrate resolve 再启动。`,
  changed: (name: string) =>
    `数据库升级 ${name} 执行之后，它的文件又被改动过。请恢复 prisma/migrations 里的原文件；要改表结构，请另加一个升级。`,
  newer: (names: readonly string[]) =>
    `这个数据库由更新的版本用过（${names.join('、')}），旧版本不能打开。请安装新版本，或恢复升级之前的备份。`,
  notEmpty: () =>
    '这个数据库里已有别的表，不是本程序的。请给本程序一个空的数据库，改 DATABASE_URL 后再启动。',
  failed: (name: string, why: string) =>
    `数据库升级 ${name} 没有成功，已全部撤回，数据没有变化：${why}。请处理后重试，或联系技术人员。`,
}
