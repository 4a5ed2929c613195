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
