// Words that bring a statement, by the frame they stand in. A hand-ordered list of facts about English verbs; how often
// each one is a cue was checked by counting on PolNeAR's train part (scratch/parse/stats.ts: kept are verbs that are
// cues in more than about half of their uses in the frame). PolNeAR states no licence, so nothing fitted on it is here.
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** Verbs of saying: take a quotation or a clause, with or without "that", and may follow what was said. */
export const SAY: ReadonlySet<string> = set(
  'say tell add note write argue warn report explain insist claim state announce declare continue conclude reply respond recall suggest ' +
    'acknowledge admit assert stress emphasize emphasise underline underscore reiterate repeat contend maintain observe remark comment caution ' +
    'concede confirm predict complain joke quip tweet post retweet read shout yell chant ask answer allege testify lament reveal disclose boast ' +
    'vow promise pledge signal indicate mention clarify counter retort rebut elaborate opine quote point highlight outline proclaim ' +
    'profess recount reckon agree disagree swear brag muse volunteer interject gush exclaim urge counsel inform assure remind notify charge',
)

/** Verbs of thinking, finding and showing: take a clause. */
export const THINK: ReadonlySet<string> = set(
  'believe think hope fear worry wonder know find show see feel suspect doubt expect learn estimate determine realize realise recognize ' +
    'recognise understand assume guess imply demonstrate calculate speculate convince judge remember decide rule order recommend ' +
    'propose demand request wish want imagine presume consider regret anticipate envision question discuss',
)

/** Verbs that take a stand on what their object names ("criticised the plan"), or say it. */
export const STANCE: ReadonlySet<string> = set(
  'criticize criticise condemn denounce praise welcome support oppose back endorse defend reject dismiss blame accuse attack slam blast urge ' +
    'applaud hail decry lament deny question mock cite describe call mention express voice discuss announce claim recall note declare propose ' +
    'name highlight acknowledge portray compare assure echo deem favor favour tout quote prefer list emphasize emphasise predict address outline ' +
    'identify thank recognize demand stress reveal confirm explain consider believe think want suggest offer invoke request rebut bemoan disavow ' +
    'rebuke reiterate repeat assail label view reference repudiate challenge fear characterize characterise brand term dub allege report show ' +
    'regret threaten celebrate congratulate commend chide deride disparage scold lambast lambaste berate castigate ridicule downplay ' +
    'underscore underline signal advocate approve veto protest dispute contradict refute encourage champion embrace deplore resent ' +
    'envision detail recount admit concede assess warn remind persuade ask order post tweet write publish issue seek promise pledge',
)

/** Verbs followed by an infinitive that says what is meant, wanted or refused. */
export const TOWARD: ReadonlySet<string> = set(
  'vow pledge promise agree refuse decline want hope plan seek threaten offer decide intend expect aim swear propose wish ask ' +
    'prefer volunteer demand vote claim',
)

/** Verb and preposition that together take a stand or name a subject. */
export const WITH_PREPOSITION: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['call', set('for on upon')],
  ['talk', set('about of')],
  ['speak', set('about of against')],
  ['refer', set('to')],
  ['point', set('to')],
  ['allude', set('to')],
  ['agree', set('with on')],
  ['disagree', set('with')],
  ['warn', set('of against about')],
  ['caution', set('against')],
  ['complain', set('about of')],
  ['worry', set('about')],
  ['ask', set('about for')],
  ['boast', set('of about')],
  ['push', set('for')],
  ['argue', set('for against')],
  ['rail', set('against')],
  ['respond', set('to')],
  ['object', set('to')],
  ['apologize', set('for')],
  ['comment', set('on')],
  ['campaign', set('for against')],
  ['advocate', set('for')],
  ['hope', set('for')],
  ['side', set('with')],
  ['vouch', set('for')],
  ['insist', set('on')],
  ['accuse', set('of')],
  ['joke', set('about')],
  ['write', set('about')],
  ['think', set('about of')],
  ['care', set('about')],
  ['vote', set('for against')],
  ['press', set('for')],
  ['protest', set('against')],
  ['hint', set('at')],
  ['react', set('to')],
  ['focus', set('on')],
  ['say', set('of about on')],
])

/** Verbs that with a noun of the second list make a cue ("raised concern about", "expressed hope that"). */
export const LIGHT: ReadonlySet<string> = set(
  'raise express voice make issue give offer have share reiterate show take repeat',
)
export const LIGHT_NOUN: ReadonlySet<string> = set(
  'concern concerns hope alarm doubt doubts support opposition regret confidence frustration outrage anger fear fears worry worries optimism ' +
    'skepticism scepticism disappointment satisfaction gratitude condolences solidarity interest clear call appeal statement pledge promise ' +
    'commitment question questions objection objections warning case argument point view belief claim allegation accusation',
)

/** Nouns that stand for a saying or a stand; with their owner before ("her claim that") or after ("criticism by"). */
export const NOUN: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['claim', set('that to')],
  ['statement', set('that')],
  ['concern', set('that about over')],
  ['concerns', set('that about over')],
  ['warning', set('that of about')],
  ['suggestion', set('that')],
  ['complaint', set('that about')],
  ['complaints', set('that about')],
  ['doubts', set('that about')],
  ['assertion', set('that')],
  ['report', set('that')],
  ['reports', set('that of')],
  ['fear', set('that of')],
  ['fears', set('that of')],
  ['belief', set('that in')],
  ['notion', set('that')],
  ['confidence', set('that')],
  ['criticism', set('that of over')],
  ['argument', set('that')],
  ['accusation', set('that of')],
  ['accusations', set('that of')],
  ['allegation', set('that of')],
  ['allegations', set('that of')],
  ['hope', set('that of')],
  ['hopes', set('that of')],
  ['view', set('that of')],
  ['plan', set('to')],
  ['plans', set('to')],
  ['proposal', set('to for')],
  ['promise', set('to that')],
  ['pledge', set('to')],
  ['vow', set('to')],
  ['refusal', set('to')],
  ['decision', set('to')],
  ['call', set('for to')],
  ['calls', set('for to')],
  ['endorsement', set('of')],
  ['support', set('for of')],
  ['opposition', set('to')],
  ['defense', set('of')],
  ['rejection', set('of')],
  ['praise', set('for of')],
  ['critique', set('of')],
  ['questions', set('about')],
  ['comments', set('about on')],
  ['remarks', set('about on')],
  ['attack', set('on')],
  ['attacks', set('on')],
  ['position', set('on')],
  ['stance', set('on')],
])

/** Adjectives that with "be" make a stand ("is worried about"), and what may follow them. */
export const ADJECTIVE: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['worried', set('about that over by')],
  ['concerned', set('about that over by')],
  ['confident', set('that about in of')],
  ['hopeful', set('that about')],
  ['optimistic', set('that about')],
  ['pessimistic', set('that about')],
  ['aware', set('that of')],
  ['adamant', set('that about')],
  ['certain', set('that')],
  ['convinced', set('that of')],
  ['sure', set('that')],
  ['clear', set('that')],
  ['critical', set('of')],
  ['supportive', set('of')],
  ['skeptical', set('of about that')],
  ['sceptical', set('of about that')],
  ['proud', set('of that to')],
  ['wary', set('of')],
  ['afraid', set('of that')],
  ['willing', set('to')],
  ['unwilling', set('to')],
  ['eager', set('to')],
  ['reluctant', set('to')],
  ['ready', set('to')],
  ['prepared', set('to')],
  ['determined', set('to')],
  ['angry', set('about at over that')],
  ['opposed', set('to')],
  ['committed', set('to')],
  ['keen', set('to on')],
])

/** Verbs that in the passive, without a source, still report what somebody holds ("is expected to", "is seen as"). */
export const HELD: ReadonlySet<string> = set(
  'expect believe say think report consider see view regard know allege rumor describe accuse criticize criticise suspect',
)

/** Verbs whose first object is whom they are said to. */
export const ADDRESSED: ReadonlySet<string> = set(
  'tell remind inform assure warn ask notify advise convince persuade urge',
)

/** Words that begin a clause which a verb of saying takes. */
export const CLAUSE_OPENERS: ReadonlySet<string> = set('that if whether how why what who when where which')

/** Days and parts of time that stand between a verb and what was said. */
export const TIME_WORD: RegExp =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tomorrow|tonight|january|february|march|april|june|july|august|september|october|november|december|morning|afternoon|evening|night|week|month|year|earlier|later|recently|\d{1,4}|jan\.|feb\.|aug\.|sept\.|oct\.|nov\.|dec\.|midnight|noon)$/
