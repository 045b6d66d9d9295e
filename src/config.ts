import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { HouseError } from './kernel/errors.ts'
import type { Terms } from './kernel/terms.ts'
import { readTermsFile } from './read-terms-file.ts'

const seconds = z.coerce.number().min(0).max(600)

function jsonObject(text: string, context: z.RefinementCtx): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  } catch {
    // Said below, as for any other value that is no object.
  }
  context.addIssue({ code: 'custom', message: 'a JSON object, for instance {"token":"…"}' })
  return z.NEVER
}

/** Every setting, in one place; .env.example explains them to operators. */
const Environment = z.object({
  NIANGJIA_DATA: z.string().min(1).default('./data'),
  NIANGJIA_KEY: z.string().optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  BOT_NAME: z.string().min(1).default('娘家'),
  NIANGJIA_HOST: z.string().min(1).default('127.0.0.1'),
  NIANGJIA_PORT: z.coerce.number().int().min(0).max(65535).default(8787),
  NIANGJIA_PUBLIC_URL: z.url().optional(),
  NIANGJIA_WEB_PERSONAS: z.enum(['loopback', 'off']).default('loopback'),
  NIANGJIA_QUIET_PRIVATE_SECONDS: seconds.default(1.5),
  NIANGJIA_QUIET_GROUP_SECONDS: seconds.default(6),
  NIANGJIA_LOOK_BACK_SECONDS: z.coerce.number().min(0).max(3600).default(300),
  NIANGJIA_LONGEST_BURST_SECONDS: z.coerce.number().min(1).max(3600).default(120),
  NIANGJIA_LARGEST_FILE_MB: z.coerce.number().min(1).max(100).default(20),
  NIANGJIA_TERMS: z.string().min(1).optional(),
  NIANGJIA_LEXICON: z.string().min(1).optional(),
  NIANGJIA_SEAL: z.string().min(1).optional(),
  NIANGJIA_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d{3,20}:[\w-]{20,}$/, 'the token that BotFather gave, digits, a colon and letters')
    .optional(),
  TELEGRAM_API_ROOT: z.url({ protocol: /^https?$/ }).optional(),
  TELEGRAM_PROXY: z.url({ protocol: /^https?$/ }).optional(),
  TELEGRAM_UPDATES: z.enum(['polling', 'webhook']).default('polling'),
  WECHATY_PUPPET: z.string().min(1).optional(),
  WECHATY_PUPPET_OPTIONS: z.string().transform(jsonObject).optional(),
  WECHATY_IDS: z.enum(['session', 'permanent']).default('session'),
  WECHATY_FRIENDS: z.enum(['accept', 'ignore']).default('accept'),
  WECOM_BOT_ID: z.string().min(1).optional(),
  WECOM_BOT_SECRET: z.string().min(1).optional(),
  WECOM_WS_URL: z.url({ protocol: /^wss?$/ }).optional(),
  OPENAI_BASE_URL: z.url().optional(),
  OPENAI_API_KEY: z.string().min(1).optional(),
  OPENAI_MODEL: z.string().min(1).optional(),
  OPENAI_METHOD: z.enum(['jsonMode', 'functionCalling', 'jsonSchema']).default('jsonMode'),
  OPENAI_TIMEOUT_SECONDS: z.coerce.number().min(1).max(8).default(8),
  OPENAI_ANSWERS: z.enum(['written', 'quoted']).default('written'),
  OPENAI_ANSWER_SECONDS: z.coerce.number().min(2).max(20).default(20),
  OPENAI_SHOWN_DOCUMENTS: z.enum(['everybody', 'all']).default('everybody'),
  OPENAI_EMBEDDING_MODEL: z.string().min(1).optional(),
  OPENAI_EMBEDDING_BASE_URL: z.url().optional(),
  OPENAI_EMBEDDING_API_KEY: z.string().min(1).optional(),
})

export interface ModelConfig {
  readonly baseUrl: string | undefined
  readonly apiKey: string
  readonly model: string
  readonly method: 'jsonMode' | 'functionCalling' | 'jsonSchema'
  readonly timeoutMs: number
}

/** A model that places texts by what they mean, for searching. */
export interface EmbeddingConfig {
  readonly baseUrl: string | undefined
  readonly apiKey: string
  readonly model: string
}

/** How a model words policy answers. */
export interface WritingConfig {
  readonly isOn: boolean
  /** How long the asker waits, in milliseconds; then the documents are quoted. */
  readonly patienceMs: number
  /** Whose documents a model is shown. */
  readonly shown: 'everybody' | 'all'
}

export interface TelegramConfig {
  readonly token: string
  readonly apiRoot: string | undefined
  readonly proxy: string | undefined
  readonly updates: 'polling' | 'webhook'
}

export interface WechatConfig {
  readonly puppet: string
  readonly puppetOptions: Readonly<Record<string, unknown>>
  /** Whether people and rooms keep their ids over a new login; the web protocol's do not. */
  readonly ids: 'session' | 'permanent'
  readonly friends: 'accept' | 'ignore'
}

export interface WecomConfig {
  readonly botId: string
  readonly secret: string
  readonly wsUrl: string | undefined
}

export interface Config {
  /** Everything that is kept, unless `databaseUrl` says that the database is elsewhere. */
  readonly dataDirectory: string
  readonly databaseUrl: string | undefined
  readonly personalKey: string | undefined
  readonly botNames: readonly string[]
  readonly host: string
  readonly port: number
  readonly publicUrl: string | undefined
  readonly webPersonas: 'loopback' | 'off'
  readonly burst: {
    readonly privateQuietMs: number
    readonly groupQuietMs: number
    readonly lookBackMs: number
    readonly longestMs: number
  }
  readonly largestFileBytes: number
  /** Time limits, office and quiet hours, the ladder of reminders. */
  readonly terms: Terms
  /** Instead of the product's settings/policy-lexicon.txt. */
  readonly lexiconFile: string | undefined
  /** PNG or JPEG of the federation's own seal, for certificates of thanks. */
  readonly sealFile: string | undefined
  readonly logLevel: string
  readonly model: ModelConfig | undefined
  readonly writing: WritingConfig
  readonly embedding: EmbeddingConfig | undefined
  readonly telegram: TelegramConfig | undefined
  readonly wechat: WechatConfig | undefined
  readonly wecom: WecomConfig | undefined
  readonly isDemo: boolean
}

/**
 * Reads and checks the environment, once. A wrong setting is named with what it should be.
 * `demo`: everything lives under `<data>/demo` on the embedded server, whatever DATABASE_URL says.
 */
export function readConfig(options: { demo?: boolean; environment?: NodeJS.ProcessEnv } = {}): Config {
  const environment = options.environment ?? loadEnvironment()
  // An empty line in .env means that the setting is not made.
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new HouseError('configuration', `Check these settings (see .env.example): ${wrong.join('; ')}`)
  }
  const env = parsed.data
  const data = resolve(env.NIANGJIA_DATA)
  const isDemo = options.demo ?? false
  return {
    dataDirectory: isDemo ? join(data, 'demo') : data,
    databaseUrl: isDemo ? undefined : env.DATABASE_URL,
    personalKey: isDemo ? undefined : env.NIANGJIA_KEY,
    botNames: env.BOT_NAME.split(/[,，、\s]+/u).filter((name) => name !== ''),
    host: env.NIANGJIA_HOST,
    port: env.NIANGJIA_PORT,
    publicUrl: env.NIANGJIA_PUBLIC_URL,
    webPersonas: env.NIANGJIA_WEB_PERSONAS,
    burst: {
      privateQuietMs: env.NIANGJIA_QUIET_PRIVATE_SECONDS * 1000,
      groupQuietMs: env.NIANGJIA_QUIET_GROUP_SECONDS * 1000,
      lookBackMs: env.NIANGJIA_LOOK_BACK_SECONDS * 1000,
      longestMs: env.NIANGJIA_LONGEST_BURST_SECONDS * 1000,
    },
    largestFileBytes: env.NIANGJIA_LARGEST_FILE_MB * 1024 * 1024,
    terms: readTermsFile(env.NIANGJIA_TERMS),
    lexiconFile: env.NIANGJIA_LEXICON,
    sealFile: env.NIANGJIA_SEAL,
    logLevel: env.NIANGJIA_LOG,
    model: modelOf(env),
    writing: {
      isOn: env.OPENAI_ANSWERS === 'written',
      patienceMs: env.OPENAI_ANSWER_SECONDS * 1000,
      shown: env.OPENAI_SHOWN_DOCUMENTS,
    },
    embedding: embeddingOf(env),
    // The demonstration never speaks to anybody outside.
    ...(isDemo ? { telegram: undefined, wechat: undefined, wecom: undefined } : channelsOf(env)),
    isDemo,
  }
}

function channelsOf(env: z.infer<typeof Environment>): Pick<Config, 'telegram' | 'wechat' | 'wecom'> {
  if (env.TELEGRAM_UPDATES === 'webhook' && env.NIANGJIA_PUBLIC_URL?.startsWith('https:') !== true)
    throw new HouseError(
      'configuration',
      'TELEGRAM_UPDATES=webhook needs NIANGJIA_PUBLIC_URL, the https address under which Telegram reaches this server.',
    )
  if ((env.WECOM_BOT_ID === undefined) !== (env.WECOM_BOT_SECRET === undefined))
    throw new HouseError('configuration', 'Set both WECOM_BOT_ID and WECOM_BOT_SECRET, or neither.')
  return {
    telegram:
      env.TELEGRAM_BOT_TOKEN === undefined
        ? undefined
        : {
            token: env.TELEGRAM_BOT_TOKEN,
            apiRoot: env.TELEGRAM_API_ROOT,
            proxy: env.TELEGRAM_PROXY,
            updates: env.TELEGRAM_UPDATES,
          },
    wechat:
      env.WECHATY_PUPPET === undefined
        ? undefined
        : {
            puppet: env.WECHATY_PUPPET,
            puppetOptions: env.WECHATY_PUPPET_OPTIONS ?? {},
            ids: env.WECHATY_IDS,
            friends: env.WECHATY_FRIENDS,
          },
    wecom:
      env.WECOM_BOT_ID === undefined || env.WECOM_BOT_SECRET === undefined
        ? undefined
        : { botId: env.WECOM_BOT_ID, secret: env.WECOM_BOT_SECRET, wsUrl: env.WECOM_WS_URL },
  }
}

function modelOf(env: z.infer<typeof Environment>): ModelConfig | undefined {
  if (env.OPENAI_MODEL === undefined) return undefined
  return {
    baseUrl: env.OPENAI_BASE_URL,
    // Local servers take any key, but the client insists on one.
    apiKey: env.OPENAI_API_KEY ?? 'none',
    model: env.OPENAI_MODEL,
    method: env.OPENAI_METHOD,
    timeoutMs: env.OPENAI_TIMEOUT_SECONDS * 1000,
  }
}

function embeddingOf(env: z.infer<typeof Environment>): EmbeddingConfig | undefined {
  if (env.OPENAI_EMBEDDING_MODEL === undefined) return undefined
  return {
    baseUrl: env.OPENAI_EMBEDDING_BASE_URL ?? env.OPENAI_BASE_URL,
    apiKey: env.OPENAI_EMBEDDING_API_KEY ?? env.OPENAI_API_KEY ?? 'none',
    model: env.OPENAI_EMBEDDING_MODEL,
  }
}

function loadEnvironment(): NodeJS.ProcessEnv {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return process.env
}
