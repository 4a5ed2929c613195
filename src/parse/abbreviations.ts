/** Titles and ranks whose period never ends a sentence: a name follows. */
export const TITLES: ReadonlySet<string> = new Set(
  (
    'Mr Mrs Ms Mx Dr Prof Rev Fr St Sen Sens Rep Reps Gov Govs Gen Lt Col Maj Capt Cmdr Cpl Sgt Adm Brig Pres Amb Hon Supt Insp Msgr Sr Sra ' +
    'Messrs Ald Atty Pvt'
  ).split(' '),
)

/** Abbreviations whose period belongs to them; a sentence may end there. */
export const UNENDING: ReadonlySet<string> = new Set(
  (
    'Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Inc Corp Co Ltd Bros Jr Ave Blvd Rd vs etc No Nos Vol Ft Mt Ala Ariz Ark Calif Colo Conn ' +
    'Del Fla Ga Ill Ind Kan Ky La Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Penn Pa Tenn Tex Va Vt Wash Wis Wyo Univ Dept Assn Gov Est approx al ' +
    'eg ie cf pp Ph Mass Tues Wed Thurs Fri'
  ).split(' '),
)

/** Prefixes that Universal Dependencies keeps together with what follows their hyphen: "co-founder", "anti-missile". */
export const PREFIXES: ReadonlySet<string> = new Set(
  (
    'anti bi co counter cross de e extra inter intra mid mini mis multi neo non over para post pre pro proto pseudo quasi re semi sub super ' +
    'trans tri ultra un under uni vice x'
  ).split(' '),
)

/** What follows an apostrophe in a contraction or a possessive. */
export const CLITICS: ReadonlySet<string> = new Set('s d m ll re ve t'.split(' '))

/** Units that are often written against their number; Universal Dependencies cuts between. */
export const UNITS: ReadonlySet<string> = new Set(
  'am pm a p k m mm cm km kg g mg lb lbs oz ft in mi mph kmh hr hrs h min mins sec bn mn tn b t mw gw kw kwh mwh mb gb tb khz mhz ghz hp ml l c f'.split(
    ' ',
  ),
)
