const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** Words that stand before a person's name as form of address or rank; "he" or "she" where the word tells. */
export const PERSON_TITLES: ReadonlyMap<string, 'm' | 'f' | 'u'> = new Map<string, 'm' | 'f' | 'u'>([
  ...[...set('mr mr. sir lord king prince emperor sheikh imam father brother pope baron sultan emir crown')].map(
    w => [w, 'm'] as const,
  ),
  ...[...set('mrs mrs. ms ms. miss dame lady queen princess madam empress sister baroness')].map(
    w => [w, 'f'] as const,
  ),
  ...[
    ...set(
      'dr dr. prof prof. professor rev rev. reverend rabbi sen. sen senator rep. rep congressman congresswoman gov. gov governor gen. gen general ' +
        'lt. lieutenant col. col colonel maj. major capt. captain cmdr. commander sgt. sergeant adm. admiral brig. brigadier judge justice ' +
        'president minister chancellor premier secretary ambassador mayor chairman chairwoman chairperson chair spokesman spokeswoman ' +
        'spokesperson commissioner director candidate nominee marshal deputy envoy councillor cllr officer sheriff detective hon. amb. ' +
        'archbishop bishop cardinal ayatollah marshal coach former ex-president leader chief',
    ),
  ].map(w => [w, 'u'] as const),
])

/** Words that make a name a facility's. */
export const FACILITY_WORDS: ReadonlySet<string> = set(
  'airport airfield airbase base port harbour harbor bridge tower stadium arena palace museum prison jail dam pipeline station terminal ' +
    'cathedral mosque temple theatre theater hotel plaza barracks shipyard reactor plant highway street avenue road boulevard square park gallery ' +
    'library hall mall',
)

/** Of these the ones that make a name a place's even where it is tagged as the body that runs it. */
export const SITE_WORDS: ReadonlySet<string> = set(
  'airport airfield airbase bridge tower stadium arena palace museum prison station cathedral mosque temple theatre theater hotel inn plaza ' +
    'highway street avenue road boulevard square park hall resort cafe café restaurant grill',
)

/** Common nouns that stand before the name of the body that is one: "the carmaker Example". */
export const BODY_CLASSES: ReadonlySet<string> = set(
  'firm company giant bank startup start-up platform website newspaper daily magazine broadcaster outlet publisher network club team band party ' +
    'organisation organization group union agency app airline maker carmaker automaker retailer operator provider developer conglomerate manufacturer ' +
    'subsidiary insurer lender brand chain store',
)

/** Common nouns that stand behind the name of the body whose they are: "the Example website". */
export const BODY_PARTS: ReadonlySet<string> = set(
  'company group founder co-founder spokesperson spokesman spokeswoman ceo CEO app platform shares stock customers users subscribers employees shareholders ' +
    'subsidiary headquarters executive executives website products stores',
)

/** Whom and what only a body has: "the founder of Example", "Example's shareholders". */
export const BODY_STAFF: ReadonlySet<string> = set(
  'ceo cfo coo cto executive founder co-founder shareholder shareholders investors subsidiary headquarters employees spokesperson spokesman spokeswoman',
)

/** Head nouns of offices and descriptions of persons, singular. */
export const ROLE_NOUNS: ReadonlySet<string> = set(
  'president minister premier chancellor secretary chief head leader chair chairman chairwoman chairperson spokesman spokeswoman spokesperson ' +
    'ambassador envoy general admiral commander colonel major captain lieutenant governor mayor senator congressman congresswoman lawmaker ' +
    'representative delegate deputy director commissioner official officer judge justice prosecutor attorney lawyer analyst expert economist professor ' +
    'researcher scientist adviser advisor aide diplomat negotiator strategist candidate nominee king queen prince princess emperor sultan emir ' +
    'sheikh pope bishop archbishop cardinal activist journalist reporter correspondent editor author writer historian founder owner executive ceo ' +
    'manager coach player teacher student doctor physician engineer farmer resident witness soldier policeman detective sheriff veteran ' +
    'congressperson councillor counterpart speaker whip treasurer undersecretary comptroller governor-general chief-of-staff mp mep ' +
    'banker businessman businesswoman billionaire investor entrepreneur dictator strongman monarch rebel warlord pollster democrat republican ' +
    'actor actress singer filmmaker artist musician critic supporter opponent protester campaigner patriarch regulator',
)

/** Nouns for persons by kin, company or nothing more: a description only with a determiner or an owner ("his wife"). */
export const PERSON_NOUNS: ReadonlySet<string> = set(
  'man woman boy girl father mother parent wife husband widow son daughter brother sister cousin uncle aunt nephew niece ' +
    'friend colleague boss neighbour neighbor rival predecessor successor victim suspect driver passenger prisoner hostage refugee migrant',
)

/** Nouns for a body of people or states that stand in for its name. */
export const BODY_NOUNS: ReadonlySet<string> = set(
  'alliance bloc union organisation organization group grouping company firm agency ministry government administration court parliament council ' +
    'commission committee party army navy military force forces country nation kingdom republic state city town capital island region campaign ' +
    'department university bank newspaper network institute regime',
)

/** Plural nouns for those who act for a state: a group that stands for it, whoever they are ("Samplian officials"). */
export const STATE_GROUPS: ReadonlySet<string> = set('officials diplomats lawmakers soldiers authorities troops')

/** Nouns that, counted or definite and plural, name a collective ("the four partners", "its 32 members"). */
export const GROUP_NOUNS: ReadonlySet<string> = set(
  'partners members allies countries nations states leaders ministers governments senators powers parties sides forces ' +
    'rebels militants protesters sources ambassadors delegates representatives experts analysts economists reporters residents voters',
)

const GIVEN_M =
  'aaron abdul adam adrian ahmed alan albert alejandro alex alexander alexei alfred ali allen andre andrei andrew angel anthony antonio antony antonis ' +
  'arthur ban barack ben benjamin bernard bernie bill bob boris brad brandon brian bruce carl carlos charles chris christian christopher chuck clarence ' +
  'craig dan daniel dave david dean dennis dick dmitry dominic don donald doug douglas ed edward emmanuel eric erik ernest evan felix ' +
  'fernando francis francisco frank franz fred frederick gary gavin geoff geoffrey george gerald gerhard giorgio glenn gordon graham greg gregory ' +
  'guy hans harold harry hassan henry herbert howard hugh ian igor ivan jack jacob jacques jake james jamie jan jared jason jean jeff ' +
  'jeffrey jens jeremy jerry jim jimmy joe joel john jon jonathan jorge jose josep joseph josh joshua juan justin karl keith ken kenneth kevin ' +
  'kyle larry lars lawrence lee leo leon leonard lewis lindsey louis lucas luis luke manuel marc marco mario mark martin matt matthew max ' +
  'michael michel miguel mike mikhail mitch mitt mohamed mohammad mohammed muhammad nathan neil nicholas nick nicolas nigel nikolai noah oliver olaf omar ' +
  'oscar patrick paul pavel pedro pete peter phil philip philippe pierre rafael ralph randy ray raymond recep ricardo richard rick rob robert roberto ' +
  'rodrigo roger roland ron ronald roy rudy russell ryan sam samuel sanjay scott sean sebastian sergei sergey shinzo simon stanley stephen steve ' +
  'steven stuart ted terry thomas tim timothy todd tom tommy tony trevor viktor vincent vladimir volodymyr walter warren wayne will william ' +
  'xavier yasser yuri zachary fumio shigeru narendra rishi keir giuseppe sergio alberto enrique gustavo ibrahim mustafa yusuf osama saddam kim'
const GIVEN_F =
  'abigail agnes alexandra alexandria alice alicia alison amanda amy ana andrea angela anita ann anna annalena anne annie ashley barbara beth betty beverly ' +
  'bonnie brenda brigitte carla carly carol caroline carolyn catherine charlotte cheryl chelsea christina christine cindy claire claudia condoleezza ' +
  'cristina cynthia dana danielle deborah debbie debra denise diana diane dianne donna dora doris dorothy elaine eleanor elena elisabeth elise elizabeth ellen ' +
  'emily emma erica erin esther eva evelyn florence frances gabriela giorgia gina gloria grace greta hannah heather heidi helen helena hillary ' +
  'huma irene isabel ivanka jacinda jacqueline jan jane janet janice jean jennifer jenny jessica jill joan joanna joyce judith judy julia julie ' +
  'kaja kamala karen kate katherine kathleen kathryn kathy katie katrina kelly kellyanne kim kimberly kirsten laura lauren linda lisa loretta lori lucy lynn ' +
  'maggie margaret maria marie marilyn marine marjorie martha mary megan melania melinda melissa mette michelle miriam monica nadia nancy natalie natalia ' +
  'nicola nicole nikki nina olga olivia pamela patricia paula penelope penny peggy phyllis priscilla rachel rebecca rita robin rosa rose ruth sally ' +
  'samantha sandra sanna sara sarah sharon shirley silvia sonia sophia sophie stephanie sue susan suzanne sylvia tammy teresa theresa tina tulsi ursula ' +
  'valerie vanessa vera veronica victoria virginia wendy yulia yvonne zoe'

/** Common given names with the gender they usually tell; names used for both are "u". A hand-made list. */
export const GIVEN_NAMES: ReadonlyMap<string, 'm' | 'f' | 'u'> = givenNames()

function givenNames(): ReadonlyMap<string, 'm' | 'f' | 'u'> {
  const names = new Map<string, 'm' | 'f' | 'u'>()
  for (const name of GIVEN_M.split(' ')) names.set(name, 'm')
  for (const name of GIVEN_F.split(' ')) names.set(name, names.has(name) ? 'u' : 'f')
  return names
}
