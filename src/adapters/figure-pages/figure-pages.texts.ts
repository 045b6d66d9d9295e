/** What the pages say besides the figure itself. */
export const figurePagesTexts = {
  doorTitle: '打开清单',
  doorSays: '这里是您刚才问到的数字背后的清单，只给您本人看。',
  doorOnce: '在哪台手机或电脑上打开，就只在那一台上看得到；链接 30 分钟内有效。',
  open: '打开',
  back: '返回全部',
  download: '下载 Excel 表格',
  lines: '分项',
  filed: '登记',
  /** The year is in the sheet. */
  due: (moment: string) => `时限 ${moment.slice(5)}`,
  list: (count: number) => `清单（${count} 件）`,
  counted: (count: number) => `计入的 ${count} 件`,
  uncounted: (count: number) => `没有计入的 ${count} 件`,
  range: (from: number, to: number) => `第 ${from} 至 ${to} 件`,
  until: (time: string) =>
    `这个页面只在这台设备的这个浏览器里看得到，到 ${time} 为止。要再看，请在聊天里再要一个链接。`,
  title: '清单',
  noSuch: '这个链接不对，或者已经打不开了。请在聊天里再要一个。',
  openedElsewhere: '这个链接已经在别的手机或电脑上打开过，只认那一台。请在聊天里再要一个。',
  over: '这个链接过了时间。请在聊天里再要一个。',
  notYours: '这份清单现在不能给您看：分工或职务有变化。请在聊天里重新问一次。',
  notNow: '暂时打不开，请稍后再试。',
} as const
