import chineseDays from 'chinese-days'
import { SolarDay } from 'tyme4ts'
import { describe, expect, it } from 'vitest'
import { BUNDLED_YEARS } from '../../src/kernel/bundled-calendars.ts'
import { CalendarYear } from '../../src/kernel/calendar-year.ts'
import { dayOf, shanghaiDate, shanghaiTime } from '../../src/kernel/clock.ts'
import { bundledYears, isWorkingDay, loadCalendar } from '../../src/kernel/working-days.ts'

const calendar = loadCalendar()
const daysOf = (year: number) =>
  Array.from({ length: year % 4 === 0 ? 366 : 365 }, (_, index) => shanghaiDate(year, 1, 1 + index, 12))

function byTyme(date: Date): boolean {
  const { year, month, day, weekday } = shanghaiTime(date)
  return SolarDay.fromYmd(year, month, day).getLegalHoliday()?.isWork() ?? (weekday !== 0 && weekday !== 6)
}

describe('the bundled calendars', () => {
  it('cover every year from 2014 to 2026', () => {
    expect(bundledYears).toEqual([
      2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026,
    ])
  })

  it.each(bundledYears.map((year) => [year]))(
    'agree on every day of %i with two independent sources',
    (year) => {
      const days = daysOf(year)
      const differing = (isWork: (date: Date) => boolean) =>
        days.filter((date) => isWorkingDay(date, calendar) !== isWork(date)).map(dayOf)
      expect(days.length).toBeGreaterThanOrEqual(365)
      expect(differing((date) => chineseDays.isWorkday(dayOf(date)))).toEqual([])
      expect(differing(byTyme)).toEqual([])
    },
  )

  it('name the notice they come from, each in the shape that an imported year must have', () => {
    for (const year of BUNDLED_YEARS) {
      expect(CalendarYear.parse(year)).toMatchObject({ year: year.year })
      expect(year.notice).toMatch(new RegExp(`^国办发明电〔${year.year - 1}〕\\d+号$`, 'u'))
    }
  })

  it.each([
    ['the victory parade of 2015, by a notice of its own', '2015-09-03', false],
    ['the Friday after it', '2015-09-04', false],
    ['the Sunday worked for it', '2015-09-06', true],
    [
      'the Saturday of 2020 that was to be worked until the Spring Festival was made longer',
      '2020-02-01',
      false,
    ],
    ['the Monday after that', '2020-02-03', true],
    ['the last Saturday of 2018, by the notice for 2019', '2018-12-29', true],
    ['the last Monday of 2018, by the same', '2018-12-31', false],
    ['the Labour Day of 2019, made longer in March', '2019-05-03', false],
  ])('know %s', (_, day, isWork) => {
    expect(isWorkingDay(new Date(`${day}T12:00:00+08:00`), calendar)).toBe(isWork)
  })
})
