const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/** Nouns that name nobody and nothing that can do or undergo: they are no actor and no recipient of a predicate. */
export const ABSTRACT_NOUNS: ReadonlySet<string> = new Set(
  words(
    `ability advantage age amount angle approach aspect attitude average background balance base
    basis belief benefit capacity cause chance character circumstance class combination concept condition
    consequence context contrast correlation cost course criterion date day deadline decade degree demand 
    difference difficulty direction distance doubt duration ease edge effect efficiency end era essence evidence
    example excess excuse existence expense extent fact factor fame fashion fate feeling focus form
    fraction freedom frequency fun future goal ground half hand height history hope hour idea identity ill 
    implication importance impression inability incentive independence individuality information instance interest
    issue kind knowledge lack language legacy length lesson level liability life likelihood limit lot
    luck manner margin matter meaning means method middle midnight mind minimum maximum minority minute moment
    momentum month mood morning motive mystery nature need night noon norm nothing number objective obligation
    odds opinion opportunity option order origin outlook pace pain part past pattern peace percent percentage period
    perspective phase phenomenon place point policy possibility potential poverty power preference presence
    pressure pride principle priority prior privilege probability problem progress proof proportion
    prospect purpose quality quantity quarter question range rank rate rating ratio reality reason regard
    relation relationship relevance reliability reputation respect responsibility result right risk role rule safety
    sake scenario scene schedule scope season second sense sentiment shape shortage side sign
    significance situation size skill solution sort speed spirit spring stability stage standard
    standpoint standard status strategy strength stress style subject success summer
    sum surprise talent target task taste technique temperature tendency tension term theme theory thing thought time
     tone top topic total tradition treatment trend trouble trust truth turn type uncertainty use value
    variety version view viewpoint virtue visibility vision war way weakness wealth week weekend weight while
    width will winter wisdom wish wonder work year yesterday today tomorrow zero quarter emphasis confidence
    evidence blame credit momentum pride privacy publicity reliability competitiveness performance 
    flexibility loyalty popularity productivity profitability morale expertise experience milestone`,
  ),
)

/** Endings of nouns that name a quality or a doctrine. */
export const ABSTRACT_ENDING: RegExp = /(?:ness|ity|ism|ship|hood|ance|ence|ancy|ency|itude|acy|dom)$/

/** Nouns with such an ending that name somebody or something all the same. */
export const CONCRETE_ALL_THE_SAME: ReadonlySet<string> = new Set(
  words(
    `ship warship spaceship airship flagship township city university facility community authority utility  commodity security electricity entity minority majority charity celebrity ambulance audience agency
    currency embassy pharmacy conference dependency presidency tendency ordnance appliance furnace substance alliance
    finance insurance residence science kingdom witness business harness wilderness deity municipality nationality
    leadership membership dealership readership intelligence evidence residence presidency emergency constituency
    consultancy insurgency freedom-fighter kingdom democracy pharmacy legacy conservancy`,
  ),
)
