/** What stands on a poster. */

interface PosterLines {
  readonly charity: string
  readonly certificate: string
  readonly plan: string
  readonly period: string
  readonly use: string
  readonly beneficiary: string
  readonly howToCheck: string
  readonly isEmergency: boolean
}

export const posterTexts = {
  relays: (federation: string) => `${federation} 转达`,
  lines: (one: PosterLines): readonly string[] => [
    `慈善组织：${one.charity}（由其开展募捐、接收款物）`,
    ...(one.isEmergency ? ['性质：突发事件应急募捐'] : []),
    `证书号：${one.certificate}`,
    `备案号：${one.plan}`,
    `期限：${one.period}`,
    `受益人：${one.beneficiary}`,
    `用途：${one.use}`,
    `查询：${one.howToCheck}`,
    '捐与不捐、捐多捐少，全凭自愿',
  ],
  code: (charity: string, host: string) => `扫码看${charity}的公开信息（${host}）`,
  fileName: (number: number) => `募捐${number}海报.png`,
  drawn: (number: number) => `募捐${number} 的海报，跟倡议书一起送审、一起发出，请核对上面的字。`,
  notDrawn: (number: number) => `募捐${number} 的海报没画出来，这次只发文字。要再画就说“继续募捐${number}”。`,
}
