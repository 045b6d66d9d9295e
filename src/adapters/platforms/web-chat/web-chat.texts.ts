import type { Audience } from '../../../kernel/directory.ts'
import type { Role } from '../../../kernel/person.ts'

/** What the web chat itself says; what the house says comes in letters. */
export const webChatTexts = {
  section: {
    member: '会员企业',
    secretary: '商会秘书处',
    auditor: '审计',
    handler: '承办单位',
    officer: '服务专员',
    staff: '工商联工作人员',
    reviewer: '审核人',
    leader: '领导',
  } satisfies Record<Role, string>,
  role: {
    member: '会员',
    secretary: '秘书长',
    auditor: '审计',
    handler: '承办人',
    officer: '服务专员',
    staff: '工作人员',
    reviewer: '审核人',
    leader: '领导',
  } satisfies Record<Role, string>,
  audience: { public: '公开群', members: '会员群', internal: '内部群' } satisfies Record<Audience, string>,
  strangerNote: '不在名册里的人',
  personasRefused:
    '网页聊天可以扮成名册里的任何人，所以只在本机开放。请在运行本系统的电脑上打开；设有对外域名或改了监听地址时不开放，详见 NIANGJIA_WEB_PERSONAS 的说明。',
  unknownPersona: '没有这个身份，请重新选择。',
  unknownChat: '这个身份不在这个群里。',
  notYourChat: '这是别人的私聊。',
  malformed: '这条内容不完整，没有收下。',
  tooManyFiles: (most: number) => `一次最多发 ${most} 个文件。`,
  nothingSaid: '没有内容，没有收下。',
  notStored: '没有收下，请再发一次。',
  notYet: '聊天记录暂时读不出来，正在重试。',
  noFile: '没有这个文件。',
  noPage: '没有这个页面。',
  wrongMethod: '不支持这个操作。',
} as const
