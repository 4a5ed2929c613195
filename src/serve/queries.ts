import { z } from 'zod'

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
  kind: z.enum(['direct', 'indirect', 'mixed']).describe('quotation, reported speech, or both').optional(),
  ...span,
  ...paging,
})

/** Query of GET /events. */
export const EventsQuery: z.ZodObject = z.strictObject({
  actor: words('who did it'),
  recipient: words('to whom'),
  type: words('PLOVER type, for instance CONSULT'),
  status: words('happened, ongoing, planned, …'),
  claimedBy: words('told inside a statement of'),
  place: words('where'),
  story: words('id of a story'),
  ...span,
  ...paging,
})

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
