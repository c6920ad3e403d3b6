import { addDays, type Calendar, type Day } from './days.ts'

/** The State Council's yearly arrangements of rest days and make-up working days; add a year when it is published. */
export const calendars: Calendar = {
  '2025': {
    holidays: [
      '2025-01-01', // 元旦
      ...span('2025-01-28', 8), // 春节
      ...span('2025-04-04', 3), // 清明节
      ...span('2025-05-01', 5), // 劳动节
      ...span('2025-05-31', 3), // 端午节
      ...span('2025-10-01', 8), // 国庆节、中秋节
    ],
    workdays: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  '2026': {
    holidays: [
      ...span('2026-01-01', 3), // 元旦
      ...span('2026-02-15', 9), // 春节
      ...span('2026-04-04', 3), // 清明节
      ...span('2026-05-01', 5), // 劳动节
      ...span('2026-06-19', 3), // 端午节
      ...span('2026-09-25', 3), // 中秋节
      ...span('2026-10-01', 7), // 国庆节
    ],
    workdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
}

function span(first: Day, length: number): readonly Day[] {
  return Array.from({ length }, (_, i) => addDays(first, i))
}
