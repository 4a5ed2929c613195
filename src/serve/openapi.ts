import { z } from 'zod'
import { NoQuery } from './queries.ts'
import { API_ROUTES, type ApiRoute } from './routes.ts'

/** A JSON value as it goes out. */
type Json = Readonly<Record<string, unknown>>

const PROBLEM: Json = {
  description: 'What went wrong (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

function parametersOf(schema: z.ZodObject, where: 'query' | 'path'): Json[] {
  // `input`: what may be sent, before defaults are filled in.
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input' })
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    ...(typeof property === 'object' && property.description !== undefined
      ? { description: property.description }
      : {}),
    schema: property,
  }))
}

function operationOf(route: ApiRoute): Json {
  return {
    get: {
      operationId: route.name,
      summary: route.about,
      parameters: [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query')],
      responses: {
        200: {
          description: route.answer,
          content: {
            'application/json': { schema: schemaOf(route.answer) },
            ...(route.also === undefined ? {} : { [route.also.media]: { schema: schemaOf(route.also.answer) } }),
          },
        },
        400: PROBLEM,
        ...(route.params === NoQuery ? {} : { 404: PROBLEM }),
      },
    },
  }
}

/** The same answer in another form, at an address of its own. */
function otherForm({ also, ...route }: ApiRoute): Record<string, Json> {
  if (also === undefined) return {}
  const { get } = operationOf(route) as { readonly get: Json & { readonly responses: Json } }
  const content = { [also.media]: { schema: schemaOf(also.answer) } }
  return {
    [route.path + also.suffix]: {
      get: {
        ...get,
        operationId: `${route.name}As${also.answer}`,
        summary: also.about,
        responses: { ...get.responses, 200: { description: also.answer, content } },
      },
    },
  }
}

/** `Paged<Row>` is spelled out; a plain name points at its component. */
function schemaOf(answer: string): Json {
  const row = /^Paged<(\w+)>$/.exec(answer)?.[1]
  if (row === undefined) return { $ref: `#/components/schemas/${answer}` }
  return {
    type: 'object',
    required: ['rows', 'total', 'next'],
    properties: {
      rows: { type: 'array', items: { $ref: `#/components/schemas/${row}` } },
      total: { type: 'integer', minimum: 0 },
      next: { type: ['string', 'null'], description: 'pass back as `after`; null at the end' },
    },
  }
}

/** The API as an OpenAPI 3.1 document, made from the very schemas that check the queries. */
export function openApiDocument(version: string, answers: Readonly<Record<string, z.ZodType>>): Json {
  const paths: Record<string, Json> = {}
  for (const route of API_ROUTES) Object.assign(paths, { [route.path]: operationOf(route) }, otherForm(route))
  paths['/status'] = {
    get: {
      operationId: 'getStatus',
      summary: 'Counts of the picture, and the work in progress.',
      responses: { 200: { description: 'Status', content: { 'application/json': { schema: schemaOf('Status') } } } },
    },
  }
  paths['/live'] = {
    get: {
      operationId: 'live',
      summary: 'Server-Sent Events: `status` (a Status) and `new` (items added since the stream was opened).',
      responses: { 200: { description: 'an endless stream', content: { 'text/event-stream': {} } } },
    },
  }
  const schemas: Record<string, Json> = {}
  for (const [name, schema] of Object.entries(answers)) {
    const { $schema: _, ...json } = z.toJSONSchema(schema)
    schemas[name] = json
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Theatrum',
      version,
      description:
        'Read-only questions to the picture. Every offset counts UTF-16 code units into the article’s text, half-open.',
    },
    servers: [{ url: '/api/v1' }],
    paths,
    components: { schemas },
  }
}
