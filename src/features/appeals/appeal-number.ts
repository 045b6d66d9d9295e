import { shanghaiTime } from '../../kernel/clock.ts'

/** `2026-0001`: the serial has at least four digits and goes on to five when a year needs them. */
export function formatNumber(year: number, serial: number): string {
  return `${year}-${String(serial).padStart(4, '0')}`
}

/** `0001`, as people type it within the year. */
export function shortNumber(number: string): string {
  return number.slice(number.indexOf('-') + 1)
}

/** Numbers begin anew when the year does in China, not in Greenwich. */
export function yearOf(at: Date): number {
  return shanghaiTime(at).year
}

/** The counter that hands out the serials of a year. */
export const counterOf = (year: number) => `appeal:${year}`
