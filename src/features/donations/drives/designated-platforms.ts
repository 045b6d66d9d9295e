import { findLinks, pageOf } from './links.ts'

/**
 * Platforms for public fundraising online that the Ministry of Civil Affairs designated (Charity Law art. 27;
 * announcements of 2016, 2018 and 2021). By name where we have not checked the address: then the charity's own
 * page is reached by searching there, and a bare link is refused. The list is read again with each announcement.
 */
const PLATFORMS: readonly { readonly name: string; readonly hosts: readonly string[] }[] = [
  { name: '腾讯公益', hosts: ['gongyi.qq.com'] },
  { name: '微公益', hosts: ['gongyi.weibo.com'] },
  { name: '京东公益', hosts: ['gongyi.jd.com'] },
  { name: '美团公益', hosts: ['gongyi.meituan.com'] },
  { name: '苏宁公益', hosts: ['gongyi.suning.com'] },
  { name: '支付宝公益', hosts: ['love.alipay.com'] },
  { name: '联劝网', hosts: ['lianquan.org.cn', 'lianquan.org'] },
  { name: '公益宝', hosts: ['gongyibao.cn'] },
  { name: '淘宝公益', hosts: [] },
  { name: '新华公益', hosts: [] },
  { name: '轻松公益', hosts: [] },
  { name: '广益联募', hosts: [] },
  { name: '水滴公益', hosts: [] },
  { name: '滴滴公益', hosts: [] },
  { name: '善源公益', hosts: [] },
  { name: '帮帮公益', hosts: [] },
  { name: '字节跳动公益', hosts: [] },
  { name: '小米公益', hosts: [] },
  { name: '亲青公益', hosts: [] },
  { name: '哔哩哔哩公益', hosts: [] },
  { name: '平安公益', hosts: [] },
  { name: '360公益', hosts: [] },
  { name: '中国移动公益', hosts: [] },
  { name: '芒果公益', hosts: [] },
  { name: '慈链公益', hosts: [] },
  { name: '携程公益', hosts: [] },
]

export const platformNames = PLATFORMS.map(({ name }) => name)

/** Every link must lie on a designated platform; without a link, one of them must be named. */
export function isDesignated(value: string): boolean {
  const links = findLinks(value)
  if (links.length === 0) return PLATFORMS.some(({ name }) => value.includes(name))
  return links.every(isOnPlatform)
}

/** Whether we know the address of the platform that is named: then the page of the drive on it can be asked for. */
export const isLinkKnown = (value: string): boolean =>
  PLATFORMS.some(({ name, hosts }) => hosts.length > 0 && value.includes(name))

function isOnPlatform(link: string): boolean {
  // gongyi.qq.com@elsewhere.cn leads elsewhere.
  const hostname = pageOf(link)?.hostname
  if (hostname === undefined) return false
  return PLATFORMS.some(({ hosts }) =>
    hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`)),
  )
}
