/** What the embedded database says to the person who starts the house, and what it refuses with. */
export const serverTexts = {
  preparing: () => '第一次启动，正在准备数据库，请稍候。',
  joined: (port: number) => `数据库已在运行（本机端口 ${port}），直接接上。`,
  started: (port: number) => `数据库已启动（本机端口 ${port}）。`,
  stopped: () => '数据库已停止。',
  notStopped: (why: string) => `数据库没有停下来，仍在运行，不影响数据：${why}`,
  lost: () => '与数据库的连接断了，正在重新接上。',
  cameBack: () => '数据库重新接上了。',
  otherPort: () => '数据库换了端口，请重新启动本程序。',
  userMade: (name: string) => `PostgreSQL 不允许以 root 运行，已建立系统用户 ${name} 专门运行数据库。`,
  sheltered: (dataDirectory: string, home: string) =>
    `系统用户进不去 ${dataDirectory}，数据库改放在 ${home}。备份、搬家请用 backup 命令，不要只复制数据目录。`,
  shelteredCopy: (old: string, home: string) =>
    `原有的数据库已复制到 ${home}，以后只用新的那份；确认无误后可以删除 ${old}。`,
  shelteredBinaries: (directory: string) => `系统用户读不到安装目录，数据库程序已复制到 ${directory}。`,

  noBinaries: (platform: string) =>
    `没有适合本机（${platform}）的内置数据库程序。请重新运行 npm install，或设置 DATABASE_URL 使用现成的 PostgreSQL 15 及以上。`,
  noUser: (name: string, why: string) =>
    `PostgreSQL 不允许以 root 运行，而系统用户 ${name} 建不起来（${why}）。请换普通用户运行，或设置 DATABASE_URL。`,
  noShelter: (dataDirectory: string, shelter: string, why: string) =>
    `系统用户进不去 ${dataDirectory}，也写不了 ${shelter}（${why}）。请把 NIANGJIA_DATA 设到 700 权限目录之外，或换普通用户运行。`,
  notYours: (home: string) =>
    `${home} 里的数据库属于另一个系统用户。请用当初启动它的用户运行，或用 NIANGJIA_DATA 另指一个目录。`,
  copiedData: (dataDirectory: string, original: string, pointer: string) =>
    `${dataDirectory} 是从 ${original} 复制来的，两处会共用一个数据库。要一份独立的数据，请删除 ${pointer}，再用 backup 和 restore 命令搬过来。`,
  initFailed: (why: string) => `数据库没有准备好：${why}。请检查磁盘空间和目录权限后重试。`,
  startFailed: (why: string, log: string) => `数据库没有启动：${why}。详情见 ${log}，处理后重试。`,
  notJoined: (why: string) => `数据库正在运行，但连不上：${why}。请稍等片刻再试。`,
  claimTimeout: (directory: string, seconds: number) =>
    `等了 ${seconds} 秒，另一个进程仍在启动或停止数据库。请稍后再试；若确认没有别的进程，删除 ${directory} 后重试。`,
}
