import type { Hop } from '../model/reading.ts'
import { type Range, spanOf, type View } from './view.ts'

/** An outlet that the text names, for descriptions further on to point back at. */
export interface NamedOutlet {
  readonly name: string
  readonly kind: 'agency' | 'outlet'
  readonly first: number
  /** True where the name stands with a verb of reporting, so that "the report" can be its report. */
  readonly reports: boolean
}

const AGENCY =
  /\b(?:Reuters|AP|Associated Press|AFP|Agence France-Presse|TASS|Tass|Xinhua|Interfax|Kyodo|Yonhap|Bloomberg|Anadolu|IRNA|Ukrinform|dpa|DPA|ANSA|EFE|UPI|PTI|RIA(?: Novosti)?|[Nn]ews [Aa]gency|Press Agency|[Nn]ewswire|wire service)\b|\w Wire\b/
// Words that make a name an outlet's. The knowledge files hold outlets by name, but this stage sees the text alone; the
// resolve stage checks names against them.
const OUTLET =
  /\b(?:Times|Post|News|Journal|Herald|Tribune|Guardian|Telegraph|CNN|BBC|NBC|ABC|CBS|MSNBC|Fox|NPR|PBS|CNBC|Politico|POLITICO|Axios|NHK|Al Jazeera|Spiegel|Monde|Figaro|Nikkei|Daily|Gazette|TV|Television|Radio|Media|Magazine|Weekly|Globe|Chronicle|Observer|HuffPost|BuzzFeed|Breitbart|Economist|Atlantic|Newsweek|Haaretz|Pravda|Independent|Sunday Mail|Mirror|Sky|ITV|Deutsche Welle|Suspilne|Meduza|Euronews|Euractiv|Inquirer|Examiner)\b|\w (?:Courier|Dispatch|Express|Standard|Sun|Star|Bulletin|Broadcasting Corporation)$|\.(?:com|net|org|az|Az|ru|ua|info|news|io|tv)\b|\b(?:state|local|official|domestic|Russian|Chinese|Iranian|Israeli|Ukrainian|Western) (?:state )?(?:media|television|radio|TV)\b|\b(?:newspaper|broadcaster|website|news site|media outlets?|tabloid|daily)\b/
const NO_OUTLET = /\b(?:[Ss]ecretary|[Cc]onference|[Ss]pokes\w+|[Oo]ffice|[Dd]epartment)\b/

// "the newspaper": points back at an outlet. "the Sample newspaper Example" names one and is not met by these.
const POINTER =
  /^(?:[Tt]he|[Tt]his|[Tt]hat) (?:(?:news|same|daily|state|local) )?(newspaper|paper|daily|tabloid|magazine|weekly|journal|broadcaster|channel|network|station|agency|newswire|wire service|outlet|website|news site|portal|report)$/
// Where a text has another agency or report, "the agency" and "the report" are left to it.
const OTHER_AGENCY = /\b(?!News|Press)[A-Z]\w+ Agency\b|\b(?:IAEA|CIA|NSA|EPA|FEMA|NASA|ESA|USAID)\b/
const OTHER_REPORT = /\b(?:[Aa]n?|[Ii]ts|annual|new|latest|recent|\w+'s|\w+’s) (?:[a-z-]+ )?report\b/
const PAPER = /^(?:newspaper|paper|daily|tabloid|magazine|weekly|journal)$/
const SCREEN = /^(?:broadcaster|channel|network|station)$/
const PAPER_NAME =
  /\b(?:Times|Post|Journal|Herald|Tribune|Guardian|Telegraph|Gazette|Daily|Chronicle|Courier|Dispatch|Observer|Economist|Newsweek|Spiegel|Monde|Figaro|Inquirer|Standard)\b/
const SCREEN_NAME =
  /\b(?:TV|Television|Radio|CNN|BBC|NBC|ABC|CBS|MSNBC|Fox|NPR|PBS|CNBC|NHK|Sky|ITV|Al Jazeera|Deutsche Welle|Suspilne|Euronews|Broadcasting \w+)\b/
// Where a common noun, with what stands before it, ends and the name begins: "the state news agency Example".
const DESCRIBED =
  /^.*?\b(?:newspaper|broadcaster|agency|website|news site|tabloid|daily|media outlet|magazine|channel|media|television|radio|outlet)s?\b[,\s]*/

/** Verbs with which an outlet reports; one that criticises or endorses speaks for itself. */
export const REPORTS: RegExp = /^(?:report|say|write|note|add|reveal|publish|cite|quote|according to|as \w+ by|per|:)$/

/** The kind of outlet that a name reads like; null for what is none. "The Post" is one, "a post" is not. */
export function outletKind(name: string): 'agency' | 'outlet' | null {
  if (NO_OUTLET.test(name)) return null
  if (AGENCY.test(name)) return 'agency'
  return OUTLET.test(name) ? 'outlet' : null
}

/** True for words that name or describe an outlet, even one that the text never names. */
export function isOutlet(view: View, named: readonly NamedOutlet[], range: Range): boolean {
  const words = wordsOf(view, withoutTail(view, range))
  return words.length <= 60 && (outletKind(words) !== null || pointedAt(view, words, range[0], named) !== null)
}

/**
 * A hop for words that name an outlet or point back at one ("the newspaper"): the name is the outlet's, the span that of
 * the words. Null for other words and for a description that nothing resolves.
 */
export function outletHop(view: View, named: readonly NamedOutlet[], range: Range): Hop | null {
  const short = withoutTail(view, range)
  const span = spanOf(view, short)
  const words = wordsOf(view, short)
  const outlet = pointedAt(view, words, range[0], named)
  if (outlet !== null) return { name: outlet.name, span, kind: outlet.kind }
  const kind = outletKind(words)
  if (kind === null || words.length > 60) return null
  const name = properName(words)
  return name === null ? null : { name, span: [span[1] - name.length, span[1]], kind }
}

function wordsOf(view: View, range: Range): string {
  const [start, end] = spanOf(view, range)
  return view.doc.text.slice(start, end).replace(/\s/g, ' ')
}

/** Without what a preposition adds: "the newspaper in an interview". "of" can be part of a name. */
export function withoutTail(view: View, [first, end]: Range): Range {
  for (let i = first + 1; i < end; i++) {
    if (/^(?:in|on|at|during|ahead|after|before|about|for|by|with|from|that|published|aired|,)$/.test(view.forms[i]!))
      return [first, i]
  }
  return [first, end]
}

/** The name in an outlet's words, without a description before it; null when there is only a description. */
function properName(words: string): string | null {
  const described = DESCRIBED.exec(words)
  const name = described === null ? words : words.slice(described[0].length)
  if (name !== '') return /[A-Z]|^[a-z-]+\.[a-z]/.test(name) ? name : null
  // "the Xinhua news agency", "The Example newspaper": the name stands before the common noun.
  const before =
    /^(?:[Tt]he )?((?:[A-Z][\w.’'-]* )+)(?:news )?(?:agency|newspaper|daily|website|magazine|tabloid)$/.exec(words)
  return before === null || /^(?:[A-Z][a-z]+(?:ese|ian|ish|an|li|i) )$/.test(before[1]!) ? null : words
}

/** The outlet that a description stands for: the last one named before it that it fits. */
function pointedAt(view: View, words: string, at: number, named: readonly NamedOutlet[]): NamedOutlet | null {
  const noun = POINTER.exec(words)?.[1]
  if (noun === undefined || named.length === 0) return null
  if (noun === 'agency' && OTHER_AGENCY.test(view.doc.text)) return null
  if (noun === 'report' && OTHER_REPORT.test(view.doc.text)) return null
  return named.findLast(outlet => outlet.first < at && fits(noun, outlet)) ?? null
}

function fits(noun: string, outlet: NamedOutlet): boolean {
  if (noun === 'report') return outlet.reports
  if (/^(?:agency|newswire|wire service)$/.test(noun)) return outlet.kind === 'agency'
  if (outlet.kind === 'agency') return /^(?:outlet|website|news site|portal)$/.test(noun)
  if (PAPER.test(noun)) return !SCREEN_NAME.test(outlet.name)
  return SCREEN.test(noun) ? !PAPER_NAME.test(outlet.name) : true
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
