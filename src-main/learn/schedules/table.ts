import type { Schedule } from '#main/learn/schedules/schedule'
import { constant } from '#main/learn/schedules/constant'
import { cosine } from '#main/learn/schedules/cosine'

/** Every way the rate can go, by id. */
export const schedules = { constant, cosine } as const satisfies Record<string, Schedule>

export type ScheduleId = keyof typeof schedules
