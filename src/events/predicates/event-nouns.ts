const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/**
 * Nouns that tell that something is done or happens, wherever they head a noun phrase. Chosen by meaning, field by field,
 * from the general vocabulary of news; lemmas, lower case.
 */
export const EVENT_NOUNS: ReadonlySet<string> = new Set([
  // words for happenings and doings at large
  ...words(
    `accident action activity affair aftermath attempt breakthrough catastrophe ceremony change chaos coincidence crisis
    debacle development disaster disruption effort emergency event failure happening incident intervention milestone move
    occurrence outbreak outcome problem process reaction response setback step success tragedy trouble turmoil undertaking
    glitch mishap mistake error malfunction fault flaw shortage delay difficulty complication uproar controversy scandal
    challenge experience involvement interference participation preparation implementation operation occasion emergence
    improvement advancement advance progress evolution transition transformation shift expansion growth extension
    continuation resumption interruption suspension termination cessation halt completion conclusion ending closure
    closing opening beginning start start-up startup launch relaunch introduction debut unveiling creation establishment
    formation foundation founding inception installation installment removal replacement substitution repair restoration
    renovation refurbishment rebuilding reconstruction construction demolition destruction maintenance upgrade overhaul
    modification adjustment revision reform restructuring reorganization reorganisation rearrangement integration
    consolidation privatization privatisation nationalization nationalisation liberalization deregulation decline drop
    fall rise increase decrease reduction cut cutback cutting surge slump plunge gain loss recovery rebound rally
    slowdown downturn upturn recession depression collapse crash meltdown boom bust drop-off fluctuation jump leap boost
    spike dip slide sell-off selloff turnaround erosion deterioration escalation intensification acceleration reversal
    resurgence revival comeback`,
  ),
  // speech, thought, decision
  ...words(
    `announcement statement speech address remark comment claim allegation accusation assertion declaration denial
    admission confession acknowledgement acknowledgment apology appeal call plea request demand petition question inquiry
    enquiry answer reply rebuttal rejection refusal acceptance approval authorization authorisation consent agreement
    accord deal settlement compromise concession commitment pledge promise vow guarantee assurance warning
    threat ultimatum advice recommendation proposal suggestion offer invitation bid tender nomination endorsement
    support backing opposition objection criticism condemnation denunciation praise tribute complaint protest dispute
    disagreement argument debate discussion talk negotiation consultation conversation dialogue chat interview briefing
    testimony hearing debriefing disclosure revelation leak publication broadcast broadcasting speculation expectation
    prediction forecast projection estimate estimation assessment evaluation appraisal analysis review examination
    investigation probe inspection audit survey poll test testing trial experiment study research search hunt manhunt
    observation discovery finding detection identification recognition conclusion verdict ruling judgment judgement
    decision determination choice selection election reelection re-election vote voting referendum ballot runoff
    appointment designation resignation dismissal firing sacking ouster hiring recruitment layoff lay-off retirement
    promotion demotion succession inauguration swearing-in presentation keynote lecture sermon toast greeting thanks
    congratulation condolence prayer report reporting confirmation clarification explanation reminder notification
    interpretation misunderstanding confusion concern worry fear outrage anger outcry backlash anticipation surprise
    disappointment scrutiny attention hope doubt skepticism satisfaction interest excitement update post posting tweet
    endorsement mention reference citation`,
  ),
  // meeting, travel, public life
  ...words(
    `meeting summit conference convention session gathering forum reunion encounter visit
    trip tour journey voyage travel expedition mission flight overflight departure arrival landing takeoff take-off
    touchdown crossing passage return pilgrimage stopover migration immigration emigration evacuation relocation
    resettlement deportation repatriation extradition exodus displacement transit transfer transport transportation
    delivery shipment shipping distribution deployment redeployment withdrawal pullout pull-out retreat entry exit
    celebration festival parade concert performance premiere show exhibition expo fair screening
    wedding funeral burial memorial vigil commemoration inaugural dedication unveiling award
    demonstration rally march sit-in walkout strike boycott riot rioting unrest uprising rebellion revolt revolution
    mutiny coup putsch campaign crackdown lockdown blockade embargo sanction ban prohibition
    restriction moratorium quarantine match game tournament championship race competition contest bout fight
    appearance reception banquet workshop seminar`,
  ),
  // war, crime, law
  ...words(
    `war warfare battle combat fighting conflict clash skirmish confrontation standoff stand-off attack assault raid
    strike airstrike air-strike offensive counteroffensive counterattack invasion incursion occupation annexation siege
    bombing bombardment shelling shooting blast explosion detonation gunfire crossfire ambush killing murder homicide
    manslaughter assassination massacre slaughter genocide execution lynching suicide rape torture abuse
    beating stabbing poisoning kidnapping abduction hijacking robbery burglary theft heist looting
    vandalism arson sabotage terrorism piracy smuggling trafficking fraud bribery extortion embezzlement
    corruption espionage spying surveillance hacking hack cyberattack intrusion breach violation
    infringement crime offence offense misconduct arrest detention imprisonment incarceration custody captivity
    interrogation questioning charge prosecution indictment arraignment conviction acquittal sentencing sentence
    punishment parole pardon amnesty lawsuit suit litigation proceeding arbitration mediation retrial
    plea bail seizure confiscation capture rescue release liberation escape pursuit chase ceasefire cease-fire truce
    armistice surrender disarmament mobilization mobilisation buildup build-up exercise drill maneuver manoeuvre
    exercise patrol patrolling provocation retaliation reprisal revenge defeat victory win loss triumph conquest
    aggression hostility hostilities violence persecution oppression discrimination harassment intimidation
    enforcement compliance enactment repeal ratification amendment adoption veto impeachment`,
  ),
  // business and money
  ...words(
    `purchase acquisition takeover buyout buy-out merger sale resale auction trade trading transaction order pre-order
    preorder reorder purchase procurement acquisition investment divestment disinvestment spin-off spinoff offering
    ipo flotation listing delisting payment repayment prepayment payout refund reimbursement compensation donation
    contribution funding financing refinancing loan lending borrowing bailout rescue bankruptcy liquidation insolvency
    foreclosure default subsidy aid assistance help relief signing partnership cooperation
    co-operation collaboration competition bidding outsourcing production manufacture manufacturing
    assembly development engineering consumption use usage export exportation import importation advertising
    marketing branding recall shutdown shut-down outage blackout stoppage filing registration
    licensing devaluation revaluation appreciation depreciation inflation deflation hike downgrade
    upgrade tightening easing stimulus intervention speculation download upload streaming subscription
    rollout roll-out testing certification cancellation cancelation postponement renewal expiration expiry wait
    installation placement positioning connection`,
  ),
  // nature, body, danger
  ...words(
    `earthquake quake tremor aftershock eruption tsunami flood flooding storm hurricane typhoon cyclone tornado blizzard
    drought famine wildfire fire blaze landslide mudslide avalanche heatwave epidemic pandemic infection contamination
    pollution spill leakage leak collision derailment sinking shipwreck wreck capsizing fall birth death dying pregnancy
    abortion injury wound illness treatment surgery operation transplant transplantation vaccination immunization
    diagnosis therapy examination autopsy hospitalization starvation malnutrition suffering survival extinction
    turbulence recount secession expropriation outflow influx inflow`,
  ),
  // more of these fields
  ...words(
    `exploitation enrollment enrolment legalization legalisation rehabilitation reclamation embrace injunction carnage
    bloodshed onset initiation transfusion standstill holocaust pageant procession deferment reconciliation overthrow
    enlargement incineration sprint marathon brawl scuffle jihad expulsion breakup break-up break-in burst rampage
    shootout dunk semifinal quarterfinal playoff advocacy candidacy outreach prevention allocation
    redemption stroke sacrifice inaction deliberation reprieve retention recurrence discharge issuance exclusion
    correction rebuke proliferation write-off write-down extrusion neglect dissolution bet showcase insult distress
    panic freeze convulsion handshake restitution forfeiture levy run-up cover-up crossover punch slap
    slash stoppage lapse rush scare squeeze curtailment abolition abandonment accession annulment arming 
    confinement conscription consecration containment conversion coronation countermeasure criminalization
    decentralization demilitarization denuclearization desertion detonation disengagement dismemberment dispersal
    disposal disqualification disruption dissent diversion divestiture domination downsizing ejection elimination
    emancipation embezzlement encirclement endangerment enrichment entrapment eradication eviction exhumation
    exoneration exploration exposure extermination fabrication falsification flogging fortification
    fragmentation fumigation gerrymandering handover hanging immolation impoundment imposition improvisation
    incitement inclusion indoctrination infiltration infringement inoculation insurgency insurrection interception
    interdiction internment interment interruption intrusion irrigation jailbreak jailing kickoff
    kick-off landfall layover liquidation lobbying misuse modernization modernisation monitoring motorcade mugging
    negotiation normalization normalisation objection obstruction occurrence ordination outpouring overflow overture
    overthrow passage payback payoff pillage plebiscite plunder policing postponement pre-emption presentation
    pronouncement protestation provocation purge pushback ransom readmission reappointment reassignment rebuff
    recapture reclassification reconnaissance redistribution reduction reelection reinforcement reinstatement
    reintegration reintroduction relaxation remediation remembrance reopening reorganization replenishment resale
    rescheduling reshuffle restatement retrieval revocation roundup run-off scuttling secession segregation sell-out
    selloff separation severance shake-up shakeup showdown shutdown shuttering slaying smear sortie spat splashdown
    stampede sterilization stockpiling storming subjugation subversion surge suspension sweepstakes swap takeback
    teardown tightening toppling trade-off transmission trespass tussle unification unveiling
    uptick upswing upheaval upsurge vetting volley voyage wager walkover warming whaling wiretapping wrangling
    writedown buyback pullback lift-off liftoff blackmail bloodbath drawdown relaunch bail-out
    hack hike rollback roll-back write-up ramp-up facelift spinout split-up delist delivery recall
    correction retracement selling buying profit-taking short-selling dealmaking lockout stand-down`,
  ),
])

/**
 * Nouns that tell something done in one sense and name a thing, a group or a plan in another: predicates only where
 * their surroundings show the doing, by an argument of their own or by a verb that asks for one (see `isDone`).
 */
export const SOMETIMES_EVENTS: ReadonlySet<string> = new Set(
  words(
    `pact treaty plan planning project program programme work job task duty service issue matter measure initiative
    policy strategy design production aim intention intent desire wish need requirement
    view opinion belief feeling sense understanding knowledge memory thought idea impression control management
    administration leadership rule regulation regulation supervision oversight protection defence defense security
    influence impact effect consequence result cause role attempt practice training education teaching learning
    publicity coverage release record recording photograph filming design shot hit score goal draw tie kick pass play
    run walk ride drive swim dive climb stop stay leave break pause rest turn push pull lift throw drop touch look
    glance smile laugh cry scream shout kiss hug bite cost spending expense expenditure saving savings earning earnings
    profit income revenue tax taxation fine penalty fee charge bill debt deficit surplus demand supply contract lease
    rental rent mortgage insurance warranty possession ownership holding stake presence absence existence
    availability shortage lack excess reliability efficiency performance quality capability ability dependence reliance
    independence alliance coalition partnership relationship relation tie link contact association membership
    subscription access entry application registration reservation booking ticketing cover coverage care treatment
    custody parenting adoption divorce marriage engagement relationship romance affair romance friendship rivalry
    competition opposition resistance struggle quest drive crusade fight battle race hunt cut case 
    burning cooking farming fishing hunting mining drilling building housing heating lighting cooling warming melting
    freezing flying driving sailing running swimming cycling skiing racing boxing wrestling gambling betting drinking
    eating smoking dancing singing painting writing reading spelling drawing acting posting texting messaging mailing
    networking computing programming processing handling packaging packing loading unloading boarding parking
    engineering brainstorming thinking reasoning planning scheduling timing pricing staffing sourcing
    news story message letter e-mail email note mark display demonstration act deed feat achievement
    accomplishment gesture precaution safeguard alert alarm danger risk hazard peril harm damage devastation
    havoc toll casualty fatality loss defeat pressure tension stress strain burden blow shock trauma wound
    pain grief mourning sorrow joy pride shame guilt blame fault responsibility liability obligation
    stability instability uncertainty volatility momentum recovery peace freedom liberty poverty unemployment
    employment hardship misery plight dilemma stalemate deadlock impasse situation condition state status
     case disease cancer flu fever allergy addiction obesity disorder
    dream vision journey adventure voyage exploration quest pilgrimage cruise walk
    input output throughput intake uptake turnover throughput arrival influx flow flux wave current wind rain snow
    rainfall snowfall warming cooling light noise sound echo
    interaction exchange swap conversion translation interpretation transmission transition correspondence
    communication communications consultation coordination co-ordination exposure promotion endorsement sponsorship
    patronage trial pilot rehearsal practice prep rerun re-run replay repeat remake sequel reprise preview
    revolution rotation orbit spin swing sway shake bounce bump contact brush touch
     quotation rumor rumour gossip hoax lie deception betrayal treason plot conspiracy scheme scam ruse trick
         spread spill slip switch split sweep strip surge`,
  ),
)
