const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Verbs, nouns and adjectives that make a plan of what they govern ("plans to", "the promise of"). */
export const PLANNING: ReadonlySet<string> = words(
  `plan intend expect set schedule prepare aim hope agree vow pledge promise decide propose announce consider mull due
  poise offer commit ready want wish seek look anticipate await slate gear choose opt elect swear intention
  decision proposal commitment intent goal target agreement preparation deal bid expectation willing willingness
  determined keen eager readiness mission aspire envisage envision forecast project predict prediction anticipation
  desire ambition arrange arrangement contract contemplate weigh eye design negotiate negotiation authorize authorise
  deadline date initiative effort prospective`,
)

/** What asks for what it governs, or makes a duty of it. */
export const ASKING: ReadonlySet<string> = words(
  `urge ask demand call request require tell order press appeal insist encourage invite beg plead lobby petition
  instruct advise recommend advocate suggest exhort implore push plea recommendation instruction requirement pressure
  invitation need necessary essential vital must crucial campaign oblige compel obligation duty summon
  responsibility urgent imperative command time`,
)

export const THREATENING: ReadonlySet<string> = words('threaten threat warn warning ultimatum')

/** What says that the thing it governs was not, or will not be done. */
export const DENYING: ReadonlySet<string> = words(
  `deny refuse fail cancel avoid scrap abandon forgo refusal failure denial decline unable cancellation unwilling
  reluctant unwillingness reluctance inability prevent stop block bar ban prohibit deter prevention thwart foil avert
  forbid veto neglect omit lack miss shelve drop cease quit discourage avert scupper abort impossible dissuade halt`,
)

/** What has not been done at its time, but still is to be. */
export const DELAYING: ReadonlySet<string> = words('postpone delay defer')

/** Verbs that leave what they govern as they are themselves: what has begun has happened. */
export const TRANSPARENT: ReadonlySet<string> = words(
  `begin start manage help continue keep remain go come proceed get happen allow enable let make have cause force lead
  succeed complete finish end hold take give conduct carry launch stage use serve resume perform undertake do
  persuade convince induce prompt rush hurry wait dare bother forget remember see watch hear find leave permit`,
)

/** Verbs of claiming and seeming: what they govern is so, as they have it. */
export const CLAIMING: ReadonlySet<string> = words(
  'say believe report claim think know consider understand allege appear seem prove turn profess estimate find deem judge show feel pretend rumour rumor purport',
)

export const LASTING: ReadonlySet<string> = words('continue keep remain persist stay rage drag')

/** What leaves open whether the thing it governs is so. */
export const DOUBTING: ReadonlySet<string> = words(
  `fear suspect possibility risk chance prospect danger likelihood potential likely unlikely possible try attempt
  speculation rumour rumor suspicion doubt worry speculate imagine suppose assume hypothesise hypothesize opportunity
  ability capability capacity able option free dare struggle conceivable hypothetical wonder question unclear
  uncertain unsure afraid doubtful improbable probable plausible uncertainty power right freedom`,
)

/** Of these, what leaves a whole clause open ("it is unlikely that", "fears that", "not clear whether"). */
export const DOUBTING_CLAUSES: ReadonlySet<string> = words(
  `fear suspect possibility risk chance prospect danger likelihood likely unlikely possible speculation rumour rumor
  suspicion doubt worry speculate imagine suppose assume hypothesise hypothesize conceivable hypothetical wonder
  afraid doubtful improbable probable plausible unclear uncertain unsure`,
)

export const HABITUAL: ReadonlySet<string> = words(
  `regularly routinely frequently often usually annually habitually always typically generally normally traditionally
  daily weekly monthly yearly nightly constantly repeatedly occasionally sometimes periodically customarily invariably
  seldom rarely commonly quarterly`,
)

/** Adverbs that leave open whether something is so. */
export const PERHAPS: ReadonlySet<string> = words(
  'perhaps maybe possibly probably presumably conceivably rather potentially',
)
