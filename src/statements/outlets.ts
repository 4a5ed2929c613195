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
  /\b(?:Reuters|AP|Associated Press|AFP|Agence France-Presse|TASS|Tass|Xinhua|Interfax|Kyodo|Yonhap|Bloomberg|Anadolu|IRNA|ISNA|Tasnim|Fars|Mehr|KCNA|BelTA|Bernama|Antara|ANI|UNIAN|Jiji|Ukrinform|dpa|DPA|ANSA|EFE|UPI|PTI|SANA|WAM|RIA(?: Novosti)?|[Nn]ews [Aa]gency|Press Agency|Press Association|[Nn]ewswire|wire service)\b|\w Wire\b/
// Words that make a name an outlet's. The knowledge files hold outlets by name, but this stage sees the text alone; the
// resolve stage checks names against them.
const OUTLET =
  /\b(?:Times|Post|News|Journal|Herald|Tribune|Guardian|Telegraph|CNN|BBC|NBC|ABC|CBS|MSNBC|Fox|NPR|PBS|CNBC|CGTN|CCTV|NDTV|RTÉ|RTE|RT|DW|Politico|POLITICO|Axios|NHK|KBS|Al[ -](?:Jazeera|Arabiya|Mayadeen|Masirah)|Spiegel|Bild|Monde|Figaro|Repubblica|Corriere|País|Nikkei|Asahi|Yomiuri|Mainichi|Shimbun|Daily|Gazette|TV|Television|Radio|Media|Magazine|Weekly|Today|Globe|Chronicle|Observer|HuffPost|BuzzFeed|Breitbart|Economist|Atlantic|Newsweek|Haaretz|Pravda|Izvestia|Kommersant|Independent|Sunday Mail|Mirror|Sky|ITV|Deutsche Welle|Voice of America|VOA|RFE\/RL|Suspilne|Meduza|Sputnik|Euronews|Euractiv|Rappler|Inquirer|Examiner)\b|\w (?:Courier|Dispatch|Express|Standard|Sun|Star|Bulletin|Zeitung|Broadcasting Corporation)$|\b(?:Channel|Kanal|Canal) (?:\d+|One|Two|Three|Four|Five|NewsAsia|News)\b|[\w-]\.(?:com|net|org|az|Az|ru|ua|info|news|io|tv)\b|\b(?:newspaper|broadcaster|website|news site|media outlets?|tabloid|daily)\b/
// Outlets that have no name here: a hop all the same, under these words.
const COLLECTIVE =
  /^(?:the |several |some |many |other )?(?:(?:\w+[ -])?(?:state|local|official|domestic|national|foreign|international|pro-government|independent|opposition|regional|[A-Z]\w+(?:n|sh|se|li|ch|ek))[ -])(?:state |news |social )?(?:media|television|radio|TV|press|newspapers|broadcasters|outlets|news agencies)(?: outlets| reports)?$|^(?:the |several |some )?(?:media|press|newspapers?) reports$/i
const NO_OUTLET =
  /\b(?:[Ss]ecretary|[Cc]onference|[Ss]pokes\w+|[Oo]ffice|[Dd]epartment|Square|Street|Road|Stadium|social media)\b/
// "the editor of the Example Times" is a person.
const NO_OUTLET_OF = /^(?:.* )?(?:of|for|at|by|from|on|to|against|in) /

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
  /\b(?:TV|Television|Radio|CNN|BBC|NBC|ABC|CBS|MSNBC|Fox|NPR|PBS|CNBC|NHK|Sky|ITV|Al Jazeera|Deutsche Welle|Suspilne|Euronews|Broadcasting \w+|Channel|Kanal)\b/
// Where a common noun, with what stands before it, ends and the name begins: "the state news agency Example".
const DESCRIBED =
  /^.*?\b(?:newspaper|broadcaster|agency|website|site|portal|tabloid|daily|weekly|network|media outlet|magazine|channel|station|media|television|radio|outlet)s?\b[,\s]*/
// What follows an outlet's name and is no part of it: "Example TV programme", "the Example Times website".
const AFTER_NAME =
  / (?:television|programmes?|programs?|shows?|website|podcasts?|newspaper|interview|reports?|channel)$/

/** Verbs with which an outlet reports; one that criticises or endorses speaks for itself. */
export const REPORTS: RegExp = /^(?:report|say|write|note|add|reveal|publish|cite|quote|according to|as \w+ by|per|:)$/

/** The kind of outlet that a name reads like; null for what is none. "The Post" is one, "a post" is not. */
export function outletKind(name: string): 'agency' | 'outlet' | null {
  if (NO_OUTLET.test(name)) return null
  const kind = AGENCY.test(name) ? 'agency' : OUTLET.test(name) ? 'outlet' : null
  if (kind === null) return COLLECTIVE.test(name) ? 'outlet' : null
  // What has a head before "of" or "for" that reads like no outlet is its editor, its building, its spokeswoman.
  if (!NO_OUTLET_OF.test(name) || /^Voice of /.test(name)) return kind
  const head = name.slice(0, name.search(/ (?:of|for|at|by|from|on|to|against|in) /))
  return outletKind(head)
}

/** True for words that name or describe an outlet, even one that the text never names. */
export function isOutlet(view: View, named: readonly NamedOutlet[], range: Range): boolean {
  const words = wordsOf(view, withoutTail(view, range))
  return (
    words.length <= 60 &&
    (outletKind(words) !== null || byName(words, named) !== null || pointedAt(view, words, range[0], named) !== null)
  )
}

/**
 * A hop for words that name an outlet, describe several ("state media") or point back at one ("the newspaper"): the name
 * is the outlet's, the span that of the words. Null for other words and for a description that nothing resolves.
 */
export function outletHop(view: View, named: readonly NamedOutlet[], range: Range): Hop | null {
  const short = withoutTail(view, range)
  const span = spanOf(view, short)
  const words = wordsOf(view, short)
  const outlet = pointedAt(view, words, range[0], named) ?? byName(words, named)
  if (outlet !== null) return { name: outlet.name, span, kind: outlet.kind }
  const kind = outletKind(words)
  if (kind === null || words.length > 60) return null
  if (COLLECTIVE.test(words)) return { name: words.replace(/ reports$/, ''), span, kind }
  const name = properName(words)
  if (name === null) return null
  const at = words.indexOf(name)
  return { name, span: [span[0] + at, span[0] + at + name.length], kind }
}

function wordsOf(view: View, range: Range): string {
  const [start, end] = spanOf(view, range)
  return view.doc.text.slice(start, end).replace(/\s/g, ' ')
}

/** Without what a preposition adds: "the newspaper in an interview". "of" can be part of a name. */
export function withoutTail(view: View, [first, end]: Range): Range {
  for (let i = first + 1; i < end; i++) {
    if (
      /^(?:in|on|at|during|ahead|after|before|about|for|by|with|from|that|which|who|published|aired|,)$/.test(
        view.forms[i]!,
      )
    )
      return [first, i]
    // "Example Radio's Bob Other", "Example TV's evening news": the outlet whose he or it is.
    if (/^['’]s$/.test(view.forms[i]!) && isName(view, [first, i])) return [first, i]
  }
  return [first, end]
}

function isName(view: View, range: Range): boolean {
  return outletKind(wordsOf(view, range)) !== null
}

/** The name in an outlet's words, without a description before it; null when there is only a description. */
function properName(words: string): string | null {
  // "The Example Times newspaper", "Channel 5 television": whole without the common noun.
  const short = words.replace(AFTER_NAME, '')
  if (short !== words && /[A-Z]/.test(short) && outletKind(short) !== null) return short
  const described = DESCRIBED.exec(words)
  const name = described === null ? words : words.slice(described[0].length)
  if (name !== '') {
    const bare = name.replace(AFTER_NAME, '')
    return /[A-Z]|^[a-z-]+\.[a-z]/.test(bare) ? bare : null
  }
  // "the Xinhua news agency", "The Example newspaper": the name stands before the common noun.
  const before =
    /^((?:[Tt]he )?((?:[A-Z][\w.’'-]* )+))(?:news )?(?:agency|newspaper|daily|weekly|website|site|magazine|tabloid|television|radio|channel|broadcaster|station|network)$/.exec(
      words,
    )
  return before === null || /^(?:The |[A-Z][a-z]+(?:ese|ian|ish|an|li|i) )$/.test(before[2]!) ? null : before[1]!.trim()
}

/** An outlet that only its surroundings showed to be one, under the same name again. */
function byName(words: string, named: readonly NamedOutlet[]): NamedOutlet | null {
  const described = DESCRIBED.exec(words)?.[0].length ?? 0
  const bare = (described < words.length ? words.slice(described) : words).replace(/^the /i, '')
  return named.find(outlet => outlet.name.replace(/^the /i, '') === bare) ?? null
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
