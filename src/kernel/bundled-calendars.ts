/** The working calendars that come with the program, a file for each year's notice. */
import type { CalendarYear } from './calendar-year.ts'
import year2014 from './calendars/2014.json' with { type: 'json' }
import year2015 from './calendars/2015.json' with { type: 'json' }
import year2016 from './calendars/2016.json' with { type: 'json' }
import year2017 from './calendars/2017.json' with { type: 'json' }
import year2018 from './calendars/2018.json' with { type: 'json' }
import year2019 from './calendars/2019.json' with { type: 'json' }
import year2020 from './calendars/2020.json' with { type: 'json' }
import year2021 from './calendars/2021.json' with { type: 'json' }
import year2022 from './calendars/2022.json' with { type: 'json' }
import year2023 from './calendars/2023.json' with { type: 'json' }
import year2024 from './calendars/2024.json' with { type: 'json' }
import year2025 from './calendars/2025.json' with { type: 'json' }
import year2026 from './calendars/2026.json' with { type: 'json' }

export const BUNDLED_YEARS: readonly CalendarYear[] = [
  year2014,
  year2015,
  year2016,
  year2017,
  year2018,
  year2019,
  year2020,
  year2021,
  year2022,
  year2023,
  year2024,
  year2025,
  year2026,
]
