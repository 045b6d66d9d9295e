/** One pattern made of many, so that a list of ways of saying something can be read line by line. */
export function anyOf(patterns: readonly RegExp[], flags = ''): RegExp {
  return new RegExp(patterns.map((pattern) => pattern.source).join('|'), flags)
}
