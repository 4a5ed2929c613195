const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Heads of noun phrases that bear arms. */
export const ARMED: ReadonlySet<string> = words(
  'army navy military troop force soldier rebel militant militia fighter gunman insurgent guerrilla police policeman officer commando marine bomber terrorist separatist jet warplane warship drone missile tank artillery guard paramilitary battalion brigade fleet coalition jihadist extremist attacker assailant airforce coastguard carrier vessel aircraft plane helicopter command commander general regime peacekeeper reservist sniper hijacker pirate squad patrol unit',
)

/** Heads that name people in numbers. */
export const CROWD: ReadonlySet<string> = words(
  'student worker farmer protester demonstrator people teacher nurse doctor driver resident villager crowd supporter union miner prisoner inmate activist opposition woman man citizen thousand hundred dozen ten trucker pilot taxi employee staff guard pensioner fan migrant refugee muslim christian monk lawyer journalist musician artist party group movement rioter mob youth striker civilian family parent relative victim',
)

/** Heads that act for a state, a body or a firm. */
export const OFFICIAL: ReadonlySet<string> = words(
  'government ministry minister president chancellor premier secretary official authority parliament senate congress court judge prosecutor spokesman spokeswoman spokesperson embassy ambassador envoy diplomat delegation delegate state country nation kingdom republic union alliance bloc organisation organization council commission committee agency bank company firm corporation leader leadership chief head chairman chairwoman member lawmaker senator deputy mp governor mayor king queen prince princess emir sultan pope bishop cleric administration cabinet department office mission regime party politician candidate ally partner neighbour neighbor counterpart power capital side negotiator mediator inspector observer monitor investigator regulator tribunal watchdog assembly presidency foundation institute university newspaper broadcaster outlet station editor reporter journalist blogger critic dissident rival faction tribe community industry investor banker businessman tycoon dealer smuggler trafficker hacker agent spy suspect defendant convict captive hostage detainee asylum-seeker preacher aide adviser advisor representative commissioner director secretary-general speaker monarch ruler dictator junta warlord inquiry inquest panel league federation jury report',
)

/** Heads that name people by what they are or do for a living. */
const PEOPLE: ReadonlySet<string> = words(
  'sailor crew crewman crewmember seaman fisherman shepherd herder peasant labourer laborer widow captain colonel major lieutenant sergeant admiral marshal trooper ranger warrior recruit conscript cadet veteran mercenary child boy girl baby teenager brother sister son daughter father mother wife husband cousin nephew niece grandson granddaughter neighbour neighbor friend passenger tourist traveller traveler shopkeeper merchant trader buyer seller owner tenant landlord manager executive boss engineer scientist researcher professor academic scholar expert poet novelist author singer player athlete bishop nun imam rabbi clerk burglar thief murderer killer attacker poacher voter delegate pilgrim survivor casualty patient seeker exile expatriate national settler nomad captor kidnapper medic paramedic firefighter rescuer volunteer informant whistleblower elder chieftain caretaker porter cook publisher printer translator interpreter architect accountant economist',
)

const ANYBODY: readonly ReadonlySet<string>[] = [ARMED, CROWD, OFFICIAL, PEOPLE]

/** Whether a noun's lemma can head an actor. */
export function isActorNoun(lemma: string): boolean {
  const head = lemma.includes('-') ? (lemma.split('-').at(-1) ?? lemma) : lemma
  return ANYBODY.some(set => set.has(lemma) || set.has(head))
}

/** Heads that only count or portion what follows "of": "hundreds of students". */
export const QUANTITY: ReadonlySet<string> = words(
  'hundred thousand dozen score number group majority series part half most some many all one two three wave string couple handful lot range variety bunch member rest minority third quarter total set package round million billion day week',
)
