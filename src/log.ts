import pino from 'pino'

/** What the house tells its operator: numbers of messages and people, never names, phones or message bodies. */
export interface Log {
  info(what: string, detail?: Readonly<Record<string, unknown>>): void
  warn(what: string, detail?: Readonly<Record<string, unknown>>): void
  error(what: string, detail?: Readonly<Record<string, unknown>>): void
}

/** JSON lines on standard error, so that standard output belongs to the command's own answer. */
export function openLog(level: string): Log {
  const logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  )
  return {
    info: (what, detail = {}) => logger.info(detail, what),
    warn: (what, detail = {}) => logger.warn(detail, what),
    error: (what, detail = {}) => logger.error(detail, what),
  }
}
