import { z } from 'zod'
import { API_ROUTES, type ApiRoute } from './routes.ts'

/** Style of the docs page; a file of its own, since the policy allows no inline style. */
export const DOCS_STYLE = `:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
code{font-size:.93em}h2{margin:2rem 0 .25rem;font-size:1.05rem}table{border-collapse:collapse}td{padding:.1rem 1rem .1rem 0;vertical-align:top}`

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, char => `&#${char.charCodeAt(0)};`)
}

function routeHtml(route: ApiRoute): string {
  const { properties = {} } = z.toJSONSchema(route.query, { io: 'input' })
  const rows = Object.entries(properties).map(([name, property]) => {
    const about = typeof property === 'object' ? (property.description ?? '') : ''
    return `<tr><td><code>${escaped(name)}</code></td><td>${escaped(about)}</td></tr>`
  })
  return `<h2><code>GET /api/v1${escaped(route.path)}</code></h2><p>${escaped(route.about)} Answers <code>${escaped(route.answer)}</code>.</p>${alsoHtml(route)}
<table>${rows.join('')}</table>`
}

function alsoHtml({ path, also }: ApiRoute): string {
  if (also === undefined) return ''
  return `<p><code>GET /api/v1${escaped(path + also.suffix)}</code>, or <code>Accept: ${escaped(also.media)}</code>: ${escaped(also.about)}</p>`
}

/** The API for a person to read: plain HTML, made from the same rows as the OpenAPI document. */
export function docsPage(version: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Theatrum API</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/api/docs.css"></head><body>
<h1>Theatrum API ${escaped(version)}</h1>
<p>Machine-readable: <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1). Lists answer <code>rows</code>, <code>total</code> and
<code>next</code>; pass <code>next</code> back as <code>after</code>. Offsets count UTF-16 code units, half-open. Errors are problem details (RFC 9457) with our code.</p>
${API_ROUTES.map(routeHtml).join('\n')}
<h2><code>GET /api/v1/status</code></h2><p>Counts of the picture, and the work in progress. Answers <code>Status</code>.</p>
<h2><code>GET /api/v1/live</code></h2><p>Server-Sent Events: <code>status</code> and <code>new</code>.</p>
</body></html>`
}
