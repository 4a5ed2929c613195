import type { Hop } from '../model/reading.ts'
import { type Range, spanOf, type View } from './view.ts'

const AGENCY =
  /\b(?:Reuters|AP|Associated Press|AFP|Agence France-Presse|TASS|Tass|Xinhua|Interfax|Kyodo|Yonhap|Bloomberg|Anadolu|IRNA|Ukrinform|dpa|DPA|ANSA|EFE|UPI|PTI|RIA(?: Novosti)?|[Nn]ews [Aa]gency|[Nn]ewswire|wire service)\b/
// Words that make a name an outlet's. The knowledge files hold outlets by name, but this stage sees the text alone; the
// resolve stage checks names against them.
const OUTLET =
  /\b(?:Times|Post|News|Journal|Herald|Tribune|Guardian|Telegraph|CNN|BBC|NBC|ABC|CBS|MSNBC|Fox|NPR|PBS|CNBC|Politico|POLITICO|Axios|NHK|Al Jazeera|Spiegel|Monde|Figaro|Nikkei|Daily|Gazette|TV|Television|Radio|Media|Magazine|Weekly|Globe|Chronicle|Observer|HuffPost|BuzzFeed|Breitbart|Economist|Atlantic|Newsweek|Haaretz|Pravda|Independent|Sunday Mail|Mirror|Sky|ITV|Deutsche Welle|Suspilne|Meduza|Euronews|Euractiv)\b|\.(?:com|net|org|az|Az|ru|ua|info|news|io|tv)\b|\b(?:state|local|official|domestic|Russian|Chinese|Iranian|Israeli|Ukrainian|Western) (?:state )?(?:media|television|radio|TV)\b|\b(?:newspaper|broadcaster|website|news site|media outlets?|tabloid|daily)\b/

/** The kind of outlet that a name reads like; null for what is none. "The Post" is one, "a post" is not. */
export function outletKind(name: string): 'agency' | 'outlet' | null {
  if (/\b(?:[Ss]ecretary|[Cc]onference|[Ss]pokes\w+|[Oo]ffice|[Dd]epartment)\b/.test(name)) return null
  if (AGENCY.test(name)) return 'agency'
  return OUTLET.test(name) ? 'outlet' : null
}

/** A hop for a range that names an outlet; null when it does not. */
export function outletHop(view: View, range: Range): Hop | null {
  const [start, end] = spanOf(view, range)
  const name = view.doc.text.slice(start, end)
  const kind = outletKind(name)
  return kind === null || name.length > 60 ? null : { name: name.replace(/\s+/g, ' '), span: [start, end], kind }
}

/** A hop for who an outlet cites: officials, a document, persons unnamed. */
export function citedHop(view: View, range: Range): Hop {
  const span = spanOf(view, range)
  const name = view.doc.text.slice(span[0], span[1]).replace(/\s+/g, ' ')
  const outlet = outletKind(name)
  if (outlet !== null) return { name, span, kind: outlet }
  if (/\b(?:document|report|statement|transcript|letter|memo|data|records?|figures|email|study|poll)s?\b/i.test(name))
    return { name, span, kind: 'document' }
  if (
    /\b(?:unnamed|unidentified|anonymous|sources?|people|persons?|insiders?)\b|\bfamiliar with\b|condition of anonymity/i.test(
      name,
    )
  )
    return { name, span, kind: 'anonymous' }
  return { name, span, kind: 'official' }
}
