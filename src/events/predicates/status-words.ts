const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Verbs, nouns and adjectives that make a plan of what they govern ("plans to", "the promise of"). */
export const PLANNING: ReadonlySet<string> = words(
  `plan intend expect set schedule prepare aim hope agree vow pledge promise decide propose announce consider mull due
  poise offer commit ready need want wish seek look anticipate await slate gear choose opt elect swear intention
  decision proposal pledge promise commitment plan vow intent aim goal target agreement preparation deal bid hope
  expectation schedule offer willing willingness determined keen eager readiness mission aspire envisage envision
  forecast project predict prediction forecast anticipation desire ambition arrange contract order go contemplate weigh
  eye design`,
)

/** What asks for what it governs. */
export const ASKING: ReadonlySet<string> = words(
  `urge ask demand call request require tell order press appeal insist seek encourage invite beg plead lobby petition
  instruct advise recommend advocate suggest exhort implore push call demand request appeal plea petition
  recommendation order instruction requirement pressure invitation need necessary essential vital must crucial
  campaign ultimatum`,
)

export const THREATENING: ReadonlySet<string> = words('threaten threat warn warning ultimatum')

/** What says that the thing it governs was not, or will not be done. */
export const DENYING: ReadonlySet<string> = words(
  `deny refuse reject decline fail cancel avoid rule scrap abandon forgo refusal failure denial decline unable
  rejection cancellation unwilling reluctant unwillingness reluctance inability prevent stop block bar ban prohibit
  deter prevention thwart foil avert forbid veto halt neglect omit lack miss shelve drop`,
)

/** Verbs that leave what they govern as they are themselves: what has begun has happened. */
export const TRANSPARENT: ReadonlySet<string> = words(
  `begin start stop-over manage help continue keep remain go come proceed get happen able allow enable let make have cause force lead
  succeed complete finish end hold take give conduct carry launch stage use serve resume perform undertake do`,
)

export const LASTING: ReadonlySet<string> = words('continue keep remain persist ongoing')

/** What leaves open whether the thing it governs is so. */
export const DOUBTING: ReadonlySet<string> = words(
  `fear suspect rumour rumor possibility risk chance prospect danger likelihood potential likely unlikely possible
  try attempt attempt effort speculation rumour suspicion doubt fear worry speculate imagine suppose assume hypothesise
  hypothesize could opportunity ability capability capacity able option free dare struggle bid conceivable
  hypothetical wonder debate question whether scenario`,
)

export const HABITUAL: ReadonlySet<string> = words(
  `regularly routinely frequently often usually annually habitually always typically generally normally traditionally
  daily weekly monthly yearly nightly constantly repeatedly occasionally sometimes periodically customarily invariably
  seldom rarely commonly`,
)
