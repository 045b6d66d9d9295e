import type { ModelFailure } from './model-failure.ts'

/** What the operator's check says about the model. */
export const knowledgeTexts = {
  noModel: () => '没有配置模型，话由规则来读，功能都在。',
  works: (model: string, milliseconds: number, tries: number) =>
    `模型 ${model} 可用：${milliseconds} 毫秒读懂一句示例${tries > 1 ? '（第二次才答对格式，可换一个 OPENAI_METHOD 试试）' : ''}。`,
  fails: (model: string, host: string, seconds: number, { why, status }: ModelFailure) =>
    `模型 ${model} 用不了：${reasons[why](host, seconds)}${status === undefined ? '' : `（HTTP ${status}）`}。在此期间话由规则来读。`,
} as const

const reasons: Record<ModelFailure['why'], (host: string, seconds: number) => string> = {
  timeout: (host, seconds) => `${host} 在 ${seconds} 秒内没有答完，请换快一些的模型`,
  unreachable: (host) => `连不上 ${host}，请检查 OPENAI_BASE_URL 和网络`,
  refused: (host) => `${host} 不接受，请检查 OPENAI_API_KEY、OPENAI_MODEL 和 OPENAI_BASE_URL`,
  busy: (host) => `${host} 说请求太多或额度用完`,
  broken: (host) => `${host} 自己出了错`,
  form: (host) => `${host} 不接受这样的请求，请换一个 OPENAI_METHOD`,
  unusable: (host) => `${host} 答了，但不是约定的格式，请换一个 OPENAI_METHOD 或换一个模型`,
}
