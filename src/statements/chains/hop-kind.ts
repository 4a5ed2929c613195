import type { Hop } from '../../model/reading.ts'

// Heads that are a document wherever they stand. "figures", "notes", "minutes" and "accounts" are too often something else.
const DOCUMENT_HEAD =
  'documents?|statements?|letters?|memos?|memorand(?:a|um)|transcripts?|e-?mails?|cables?|filings?|affidavits?|indictments?|lawsuits?|' +
  'posts?|postings?|tweets?|threads?|blogs?|messages?|videos?|clips?|recordings?|footage|releases?|communiqu[eé]s?|declarations?|' +
  'papers?|records?|files?|dossiers?|reports?|stud(?:y|ies)|surveys?|polls?|data|statistics|official figures|notices?|bulletins?|' +
  'read-?outs?|books?|memoirs?|autobiography|diar(?:y|ies)|web ?sites?|web ?pages?|homepages?|petitions?|manifestos?|telegrams?|' +
  'fax(?:es)?|circulars?|translations?|newsletters?|advisor(?:y|ies)|updates?|briefing notes?|diplomatic notes?|essays?|' +
  '(?:telegram|youtube|whatsapp|facebook|x|twitter|viber|weibo|instagram|social media) (?:channels?|accounts?|pages?|feeds?|groups?)'

/** Where somebody publishes himself: what stands there is a document of his, not an outlet's. */
const PLATFORM =
  /^(?:(?:his|her|its|their|the) )?(?:(?:official|personal|verified) )?(?:X|Twitter|Telegram|Facebook|Instagram|Truth Social|Weibo|WeChat|TikTok|YouTube|LinkedIn|Mastodon|Bluesky|Threads|VK|VKontakte|WhatsApp|Substack|Reddit|Viber|social media|social networks?)$/

/** Words that say that somebody's name is kept back. */
export const WITHHELD: RegExp =
  /\bcondition (?:of anonymity|that)\b|\bnot (?:to |wanting to |want to |wish to )?be (?:named|identified|quoted)\b|\b(?:declined|refused|asked|requested|wanted|insisted|wished) (?:to (?:be (?:named|identified)|give|remain)|(?:for |on )?anonymity|not\b)|\b(?:declining|asking|refusing) (?:not )?to be (?:named|identified)\b|\bname not be (?:used|published)\b|\bnot authori[sz]ed\b|\bwithout authori[sz]ation\b|\bspoke anonymously\b|\bgave only (?:his|her|their) first name/i
const SPOKEN_FOR =
  /\b(?:unnamed|unidentified|anonymous|sources?|insiders?|(?:eye-?)?witnesses|callers?|tipsters?|whistle-?blowers?)\b|\bfamiliar with\b|\bclose to\b|\bbriefed on\b|\b(?:with|has|had) (?:direct |first-hand )?knowledge of\b|^(?:an?|one) (?:eye-?)?witness\b/i
const PEOPLE = /^(?:the |an? |two |three |several |some |many |four |five |six |\d+ )?(?:other )?(?:people|persons?)$/i

// What is left of "a leaked document" before "leaked" is no head.
const NO_HEAD = /^(?:(?:the|an?|his|her|its|their|this|that|one|two|several|some) ?)?$/i
const BEFORE_TAIL =
  /^(.*?)(?: (?:of|for|from|by|to|in|on|at|with|about|between|that|which|who|whose|seen|obtained|reviewed|released|published|posted|issued|signed|sent|addressed|dated|written|filed|shared|carried|cited|translated|leaked|provided|broadcast|attributed)\b.*|,.*|\(.*)$/

function headOf(words: string): string {
  const head = BEFORE_TAIL.exec(words)?.[1] ?? words
  return NO_HEAD.test(head) ? words : head
}

// "The Example Post" is an outlet's name, "an Example post" a document.
const NAME = /[A-Z][\w'’-]* (?:Post|Record|Bulletin|Papers?|Files?|Report)$/
const ENDS_IN_DOCUMENT = new RegExp(`(?:^|[ -])(?:${DOCUMENT_HEAD})$`, 'i')

/** True for words that name a piece of writing or a recording, or a place where people publish themselves. */
export function isDocument(words: string): boolean {
  const head = headOf(words)
  return PLATFORM.test(words) || PLATFORM.test(head) || (ENDS_IN_DOCUMENT.test(head) && !NAME.test(head))
}

/** True for a platform's bare name: "on Telegram". */
export function isPlatform(words: string): boolean {
  return PLATFORM.test(words)
}

/** True for words whose speaker keeps his name back, or of whom nothing is told but that he knows. */
export function isAnonymous(words: string): boolean {
  return WITHHELD.test(words) || (SPOKEN_FOR.test(words) && !/\bsources? of\b/i.test(words))
}

/** What stands between a speaker and the article and is no outlet: a document, somebody unnamed, or a person or body. */
export function describedKind(words: string): Hop['kind'] {
  if (isDocument(words)) return 'document'
  return isAnonymous(words) || PEOPLE.test(words) ? 'anonymous' : 'official'
}
