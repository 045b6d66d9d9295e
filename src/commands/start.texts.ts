const CHANNELS: Readonly<Record<string, string>> = {
  telegram: 'Telegram',
  wechat: '微信（个人号）',
  wecom: '企业微信',
}

export const startTexts = {
  running: (url: string) => `娘家已启动：${url}`,
  /** Whether it is served already or stood by for, `doctor` and staff see; this says that it is configured. */
  channel: (name: string) => `已接入渠道：${CHANNELS[name] ?? name}。是否在线用 npx niangjia doctor 查看。`,
  standingBy: () =>
    '同一个数据库上已有另一个进程在服务，本进程待命：它一停，15 秒内由这里接手，不会漏也不会重复。',
  demonstration: () =>
    '这是演示：县名、企业、人和诉求都是虚构的，和真实数据分开存放。按 Ctrl-C 结束，下次启动接着上次。',
  /** The people and what they say are the demonstration's own (demo/). */
  tryThese: (bot: string) => [
    `1. 选企业的罗启明，在群里说“@${bot} 银行续贷材料交了半个月一直不放款，能不能帮协调一下”，再到私聊里核对、确认。`,
    '2. 还是他，私聊问“研发费用补助按什么标准”；换成工作人员苏敏，私聊说“诉求列表”，或者“发起募捐 防汛救灾”。',
    '3. 换成领导秦望舒，私聊问“我包的企业还有几件没办完”“昨天有啥新情况”。',
  ],
  stopping: () => '正在收尾，请稍候……',
  stopped: () => '已停止，数据都在。',
  alreadyRunning: (url: string | undefined) =>
    url === undefined
      ? '同一份数据上已经有一个娘家在运行。请先停掉它，或用 NIANGJIA_DATA 换一个数据目录。'
      : `同一份数据上已经有一个娘家在运行：${url}。直接打开它，或先停掉它，或用 NIANGJIA_DATA 换一个数据目录。`,
  worker: () => '已加入：只帮忙处理消息，不打开任何平台。按 Ctrl-C 结束。',
}
