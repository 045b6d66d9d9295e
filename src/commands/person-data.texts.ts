import type { TableFate } from '../adapters/storage/person-data.storage.ts'

const TABLES: Readonly<Record<string, string>> = {
  Person: '名册',
  PersonAccount: '聊天账号',
  BindingCode: '绑定码',
  Conversation: '对话',
  Arrival: '收到的消息',
  Letter: '发出的消息',
  Appeal: '诉求',
  AppealEvent: '诉求经过',
  AppealSource: '诉求来源',
  StoredFile: '图片和文件',
  NoticeReceipt: '通知回执',
  Notice: '通知',
  Mailing: '群发',
  Drive: '募捐活动',
  PolicyDocument: '政策文件',
  Responsibility: '包联分工',
  AuditEntry: '审计记录',
}

const DECISIONS: Readonly<Record<TableFate['decision'], string>> = {
  deleted: '删除',
  anonymised: '匿名化',
  kept: '保留',
}

export const personDataTexts = {
  unknown: (code: string) =>
    `名册里没有 ${code}，也没有保存过这个账号的消息。请核对代码；不在名册里的人，用 平台:账号 来指，例如 stdio:u-zhou。`,
  exported: () => '以上含本人的全部记录，密封的诉求也在内，只可交给本人；这次导出已记入审计。',
  fates(code: string, fates: readonly TableFate[], isDone: boolean): string {
    const lines = fates
      .filter(({ rows }) => rows > 0)
      .map(
        ({ table, decision, rows, why }) =>
          `${DECISIONS[decision]}  ${TABLES[table] ?? table} ${rows} 条：${why}`,
      )
    const head = isDone ? `${code} 的个人信息已处理：` : `如果执行，${code} 的个人信息将这样处理：`
    const foot = isDone
      ? '已记入审计。以前做的备份里还有这些信息，请按留存期限销毁；旧备份恢复之后，请再执行一次。'
      : '现在什么都没有动。确认执行请加 --yes，执行后不能撤回。'
    return [head, ...lines, foot].join('\n')
  },
}
