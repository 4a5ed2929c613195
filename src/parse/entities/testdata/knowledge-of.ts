import type { Knowledge, NameEntry } from '../../../model/knowledge.ts'
import { normaliseName } from '../../../text/normalise.ts'

/** Knowledge that has forms and their kinds, and nothing else: entries written as "kind: form, form". */
export function knowledgeOf(...rows: readonly string[]): Knowledge {
  const byForm = new Map<string, NameEntry[]>()
  for (const row of rows) {
    const [kind, forms = ''] = row.split(': ')
    for (const form of forms.split(', ')) {
      const exactCase = /^[A-Z.]{2,6}$/.test(form)
      const entry: NameEntry = { form, kind: kindOf(kind), actorId: null, placeId: null, exactCase }
      byForm.set(normaliseName(form), [...(byForm.get(normaliseName(form)) ?? []), entry])
    }
  }
  const longestForm = Math.max(1, ...[...byForm.keys()].map(key => key.split(' ').length))
  const none = new Map()
  return {
    version: 'test',
    actors: none,
    places: none,
    towns: { named: () => [], byId: () => null },
    byForm,
    longestForm,
    rolesOf: none,
    rolesBy: none,
    members: none,
    givenNames: none,
    outlets: none,
  }
}

const KINDS: readonly NameEntry['kind'][] = ['country', 'nationality', 'bloc', 'organisation', 'person', 'place', 'facility', 'outlet']

function kindOf(kind: string | undefined): NameEntry['kind'] {
  const found = KINDS.find(one => one === kind)
  if (found === undefined) throw new Error(`no kind of entry: ${kind}`)
  return found
}
