/** What WeCom's adapter itself says, to staff and operators; what the house says comes in letters. */
export const wecomTexts = {
  unreachable: () => '连不上企业微信，正在自动重试。请看看这台机器的网络，能不能访问企业微信的服务器。',
  refused: (code: number) =>
    `企业微信不认这个机器人的 ID 或 Secret（错误码 ${code}）。请到企业微信管理后台的智能机器人页面核对，改好设置后重新启动。`,
  tooOften: (code: number) => `企业微信说连接得太频繁（错误码 ${code}），过一会儿会自动再连。`,
  takenOver: (minutes: number) =>
    `另一个程序用同一个机器人连上了企业微信，这里的连接被断开。请停掉另一个程序；${minutes} 分钟后会自动再连一次。`,
  noReceipt: () => '企业微信没有给回执，可能已经发出',
  onlyPart: () => '这条消息只发出了一部分',
  noSuchGroup: () => '企业微信找不到这个群：机器人可能被移出了，或者还没有人在群里 @ 过它',
  noSuchPerson: () => '企业微信找不到这个人，可能已经离开企业，或不在机器人的可见范围内',
  refusedMessage: (code: number) => `企业微信不收这条消息（错误码 ${code}）`,
  serverTrouble: (code: number) => `企业微信暂时出错（错误码 ${code}）`,
  fileGone: () => '附件已经不在了',
  fileUnreadable: () => '附件暂时取不出来',
  fileSize: () => '附件太大或是空的，企业微信不收',
  uploadFailed: () => '附件没有传上去',
  picture: () => '图片',
  file: () => '文件',
  film: () => '视频',
  unknownKind: () => '这条消息：企业微信没有把内容交给机器人',
}
