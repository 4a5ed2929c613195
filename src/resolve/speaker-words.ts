/** Heads behind which a body or state speaks through people, papers or screens that it is answerable for. */
export const SPEAKS_FOR: RegExp =
  /\b(?:spokes(?:man|woman|person|people|men)|officials?|sources?|statements?|ministry|government|administration|cabinet|authorities|office|department|police|army|military|forces?|troops|navy|delegation|reports?|diplomats?|ministers?|leaders|leadership|envoys?|negotiators?|commanders?|lawmakers|legislators|senators|prosecutors?|investigators?|regulators?|inspectors|officers|chiefs|generals|ambassadors?|presidents|aides?|policymakers|representatives?|state (?:media|television|tv|radio)|media|news agency|broadcaster|website|newspaper|polls?|surveys?|study|article|editorial|analysis|investigation|documents?|data|figures|communiqu[eé]|press release|memo|letter|tweets?|videos?|ads?|filings?|ruling|indictment|complaint|lawsuit)$/i

/** Papers, polls and media, which are not a state's for being made in it or about it. */
export const NOT_OF_STATES: RegExp =
  /(?<!\bstate )\b(?:reports?|media|news agency|broadcaster|website|newspaper|polls?|surveys?|study|article|editorial|analysis|data|figures|sources?|videos?|ads?|tweets?|lawsuit)$/i

/** Those who sit where a government sits and speak for it; diplomats and sources there may be anybody's. */
export const GOVERNS: RegExp =
  /\b(?:officials?|authorities|government|leaders|leadership|ministers|lawmakers|policymakers|negotiators|regulators)$/i

/** What somebody has written or said, which speaks as its author does. */
export const OWN_WORDS: RegExp =
  /\b(?:tweets?|posts?|statements?|remarks?|comments?|speech|address|letter|book|memoirs?|autobiography|diary|testimony|proposals?|op-ed|column|e-?mails?|memo|brief|announcement|message|messages|essay|interview|words|claims?|complaint|lawsuit|article|study|report|analysis|research)$/i

/** Who speaks in the name of somebody who holds an office. */
export const VOICE_OF_OFFICE: RegExp =
  /\b(?:spokes(?:man|woman|person|people|men)|press (?:secretary|service|office)|office)$/i

/** A government called by who leads it. */
export const GOVERNMENT_OF: RegExp = /\b(?:administration|government|cabinet)$/i

/** A body that bears a candidate's name. */
export const CAMPAIGN_OF: RegExp = /\b(?:campaign|camp)$/i

/** No longer, or not yet, in whose name they would speak. */
export const FORMER: RegExp =
  /\b(?:former|ex|retired|onetime|one-time|ousted|exiled|dissident|opposition|prospective)\b/i

/** Some of many, without saying which. */
export const SOME_OF: RegExp =
  /^(?:many|most|some|several|few|a few|a number of|dozens of|scores of|hundreds of|thousands of|millions of|other|both|ordinary|young(?:er)?|older?|fellow|two|three|four|five|six|seven|eight|nine|ten|\d[\d,.]*(?: percent| per cent|%)?(?: of)?)\s/i

const KINDS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:polls?|surveys?|stud(?:y|ies)|reports?|data|database|figures|statistics|research|video|videos|footage|clip|ad|ads|advert(?:isement)?|documents?|records?|book|article|editorial|editorials|letter|lawsuit|suit|complaint|ruling|opinion|indictment|filing|statement|tweets?|posts?|website|site|transcripts?|emails?|e-mails|memo|note|slide|chart|map|page|version|headline|signs?|photos?|pictures?|analysis|estimates?|projections?|evidence|bill|law|rule|plan|film|movie|song|caption|endorsements?|papers|message|messages)$/i,
    'the words name a document or recording, and not who made it',
  ],
  [
    /\b(?:sources?|insiders?|officials?|diplomats?|aides?|advis[eo]rs?|spokes(?:man|woman|person|people)|person|people familiar|someone|somebody|staffers?|members?|officers?|executives?|employees|envoys?|negotiators?|negotiator)$/i,
    'an unnamed source: the words do not say who it is, nor for whom it speaks',
  ],
  [
    /\b(?:police|authorities|investigators|prosecutors|firefighters|rescuers|lawmakers|legislators|ministers|government|military|army)$/i,
    'the words name authorities without saying whose',
  ],
  [
    /\b(?:company|firm|bank|court|judge panel|panel|newspaper|paper|magazine|network|channel|broadcaster|agency|ministry|department|commission|committee|campaign|state|city|county|town|country|union|party|organi[sz]ation|group|groups|institute|university|school|college|fund|foundation|board|council|team|club|church|hospital|outlet|service|bureau|office|coalition|alliance|bloc|states|countries|nations)$/i,
    'the words name a body without saying which',
  ],
  [
    /\b(?:experts?|critics?|analysts?|observers?|scholars?|scientists|researchers|economists|historians|supporters?|opponents?|voters?|people|persons|some|many|others|all|everyone|everybody|anyone|no one|nobody|most|few|ones|americans|residents?|locals|witnesses|protesters|demonstrators|activists|advocates|campaigners|migrants|refugees|leaders|parents|students|teachers|workers|lawyers|attorneys|doctors|men|women|children|families|family|friends|neighbou?rs|taxpayers|developers|investors|proponents|environmentalists|millennials|republicans|democrats|conservatives|liberals|politicians|journalists|reporters|editors|moderators|delegates|fans|users|readers|viewers|customers|owners|veterans|soldiers|troops|prisoners|farmers)$/i,
    'the words mean people who are not named',
  ],
]

/** Why words that name nobody name nobody, by what their head noun is; null where nothing better is known. */
export function whyUnnamed(head: string): string | null {
  const words = head.trim().replace(/[^\p{L}\p{N}%]+$/u, '')
  return KINDS.find(([pattern]) => pattern.test(words))?.[1] ?? null
}
