const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/**
 * Verbs whose subject undergoes what they say when they have no object: motion, change, coming to be, being somewhere
 * ("shares fell", "the plane crashed"). PropBank numbers such a subject Arg1.
 */
export const UNDERGOING: ReadonlySet<string> = words(
  `fall rise drop increase decrease decline plunge plummet tumble slump slide dip soar surge jump climb grow shrink
  expand contract rebound recover rally gain advance ease weaken strengthen improve worsen deteriorate double triple
  halve slow accelerate happen occur appear disappear emerge arise vanish exist remain stay last live die perish
  arrive depart come land crash collide collapse explode burst break crack fail sink drown burn melt freeze dry open
  close start begin end stop cease finish continue resume move turn change spread flow leak spill run roll spin
  swing shake bounce fly travel go return enter pass drift float belong consist total cost weigh measure
  amount stand sit lie hang lag suffer survive result derive stem follow near age range vary differ seem look
  sound feel become be feature trade sell merge tip debut ship`,
)

/** Verbs whose object does what their infinitive or gerund says (object control). */
export const OBJECT_CONTROL: ReadonlySet<string> = words(
  `urge ask tell order press force allow permit persuade call want encourage help push invite get cause compel pressure
  lead let enable forbid require expect instruct direct advise warn remind convince authorize authorise train
  make have see watch hear find keep leave catch send prevent stop block bar ban prohibit discourage deter accuse
  suspect blame criticise criticize condemn thank praise use allege believe consider oblige beg request empower`,
)

/** Verbs that only lend an object its tense and its subject ("hold talks", "make a visit"). */
export const LIGHT: ReadonlySet<string> = words(
  `hold have conduct launch carry make stage start begin open continue resume end announce pay undertake host attend
  join deliver provide lead mount step intensify complete conclude finish cancel postpone propose suspend halt
  schedule arrange wage reach sign seek take give issue express impose go embark set prepare do perform commit
  plan accept receive get place win lose see enter file bring hit face suffer experience undergo offer sustain
  declare enjoy show engage participate sponsor organize organise run agree negotiate approve initiate
  call repeat renew submit post report publish endure cause inflict achieve`,
)

/** Verbs of saying: their subject says what stands in the noun behind "in" or "through" ("said in a statement"). */
export const SAYING: ReadonlySet<string> = words(
  `say tell announce state add note claim report declare confirm deny warn write read comment explain describe
  remark mention stress emphasize emphasise reveal disclose insist argue acknowledge admit promise pledge vow urge
  criticize criticise condemn praise`,
)

/** Nouns whose "of" names who does it, as nobody undergoes it ("the arrival of the envoy"). */
export const DONE_BY_OF: ReadonlySet<string> = words(
  `meeting visit arrival departure speech statement announcement remark comment appearance return trip tour summit
  conference rise fall drop increase decline gathering vote protest demonstration rally march strike riot
  uprising death growth collapse crash explosion eruption emergence retirement resignation success failure victory
  triumph withdrawal retreat landing takeoff opening closure start end beginning debut effort
  attempt decision refusal plan promise pledge opinion view belief warning claim work outbreak spread movement
  performance`,
)

/** Nouns whose owner and "of" undergo what they say ("the company's fall", "the death of the envoy"). */
export const UNDERGONE: ReadonlySet<string> = words(
  `death fall rise drop increase decrease decline growth loss collapse crash slump surge plunge gain rebound recovery
  debut launch release flight landing takeoff delay appearance delivery production success failure arrival
  closure opening completion introduction downfall demise birth development creation construction defeat bankruptcy
  emergence disappearance improvement injury illness arrest trial execution murder assassination killing kidnapping
  abduction capture imprisonment detention conviction acquittal inauguration election appointment nomination
  resurgence expansion efficiency reliability replacement removal upgrade`,
)

/** Of these, what nobody does to another: who "made a flight" or "posted a loss" undergoes it. */
export const SUFFERED: ReadonlySet<string> = words(
  `death fall rise drop increase decrease decline growth loss collapse crash slump surge plunge gain rebound recovery
  debut flight landing takeoff delay appearance success failure arrival downfall demise birth bankruptcy emergence
  disappearance improvement injury illness resurgence expansion efficiency reliability defeat setback trouble problem
  transplant surgery shortage accident`,
)
