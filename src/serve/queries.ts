import { z } from 'zod'
import { EVENT_STATUSES, PLOVER_TYPES } from '../model/event-words.ts'

/** Longest value of a filter, in characters; longer ones are a mistake or an attack. */
const LONGEST = 500

const words = (about: string): z.ZodOptional<z.ZodString> =>
  z.string().trim().min(1).max(LONGEST).describe(about).optional()

const day = (about: string): z.ZodOptional<z.ZodString> =>
  z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'expected a day as in 2025-04-08')
    .describe(about)
    .optional()

/** One of these words, in capitals or not. */
const oneOf = (values: readonly [string, ...string[]], write: (text: string) => string, about: string): z.ZodType =>
  z
    .preprocess(
      value => (typeof value === 'string' ? write(value.trim()) : value),
      z.enum(values, { error: ({ input }) => `expected one of ${values.join(', ')}; got "${String(input)}"` }),
    )
    .describe(about)
    .optional()

const lower = (text: string): string => text.toLowerCase()
const upper = (text: string): string => text.toUpperCase()

const paging = {
  after: z.string().max(LONGEST).describe('`next` of the page before').optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('rows wanted, 1 to 200'),
}
const span = { from: day('from this day on'), to: day('up to and with this day') }

/** Query of GET /stories. Unknown names are refused: a filter that is silently ignored would give a wrong picture. */
export const StoriesQuery: z.ZodObject = z.strictObject({
  q: words('words that the articles hold'),
  actor: words('actor mentioned: id, or words of the name'),
  ...span,
  minOrigins: z.coerce.number().int().min(1).max(100).describe('at least so many independent origins').optional(),
  ...paging,
})

/** Query of GET /statements. */
export const StatementsQuery: z.ZodObject = z.strictObject({
  speaker: words('who said it: actor id, or words of the name'),
  about: words('actor or place mentioned in what was said'),
  q: words('words that the statement holds'),
  story: words('id of a story'),
  kind: oneOf(['direct', 'indirect', 'mixed'], lower, 'quotation, reported speech, or both'),
  stance: oneOf(PLOVER_TYPES, upper, 'the stand that its cue takes: a PLOVER type, for instance REJECT'),
  ...span,
  ...paging,
})

const eventFilters = {
  actor: words('who did it: actor id, or words of the name'),
  recipient: words('to whom: actor id, or words of the name'),
  party: words('who takes part, on either side'),
  type: oneOf(PLOVER_TYPES, upper, 'PLOVER type, for instance CONSULT'),
  status: oneOf(EVENT_STATUSES, lower, 'whether it happened: happened, ongoing, planned, …'),
  claimedBy: words('told inside a statement of: actor id, or words of the name'),
  place: words('where: place id, or words of its name; a country takes in what lies in it'),
  story: words('id of a story'),
  from: day('from this day on; the article’s day counts where the text gives none'),
  to: day('up to and with this day; the article’s day counts where the text gives none'),
  since: day('from this day on, by the day of the event alone'),
  until: day('up to and with this day, by the day of the event alone'),
  dated: oneOf(['yes', 'no'], lower, 'whether the text gives the day'),
}

/** Query of GET /events. */
export const EventsQuery: z.ZodObject = z.strictObject({ ...eventFilters, ...paging })

/** Query of GET /events/timeline. */
export const TimelineQuery: z.ZodObject = z.strictObject(eventFilters)

/** Query of GET /actors. */
export const ActorsQuery: z.ZodObject = z.strictObject({ q: words('words of the name'), ...paging })

/** Query of GET /rejections. */
export const RejectionsQuery: z.ZodObject = z.strictObject({ ...paging })

/** Query of GET /search. */
export const SearchQuery: z.ZodObject = z.strictObject({
  q: z.string().trim().min(1).max(LONGEST).describe('words to look for'),
  limit: z.coerce.number().int().min(1).max(100).default(20).describe('most hits of each kind, 1 to 100'),
})

/** Query of the routes that take none. */
export const NoQuery: z.ZodObject = z.strictObject({})

/** Path of the routes that name one thing. */
export const OneId: z.ZodObject = z.strictObject({ id: z.string().min(1).max(200).describe('id of the thing') })
