import type { PloverType } from '../model/reading.ts'

/** One row of the table of stances. */
export interface StanceRow {
  /** Lemmas of cues: verbs, nouns of saying, adjectives ("support", "warning", "opposed"). */
  readonly cue: readonly string[]
  /** The noun that a light verb needs in its cue ("raised concern"). */
  readonly noun?: readonly string[]
  /** The word that must end the cue or begin what was said ("for" in "called for"). */
  readonly next?: readonly string[]
  /** Lemmas of which one must be the first verb of what was said ("vowed to retaliate"). */
  readonly verb?: readonly string[]
  /** The stance; null closes the search for a cue that reads like one and is none. */
  readonly stance: PloverType | null
  /** A sentence of ours that reads so; it runs as a test. */
  readonly example: string
}

const words = (text: string): readonly string[] => text.split(' ')

/** What somebody vows when he threatens. */
const HARM = words(
  'retaliate strike attack fight punish destroy avenge crush kill hit invade bomb expel seize annihilate hunt sink shoot defeat blockade',
)

/**
 * Cues that take a stand, as PLOVER's verbal types (version of September 2021; the types agree with those of
 * knowledge/events/frames.tsv). The first row that fits decides; a cue in no row is neutral. Facts about English verbs
 * written down by hand; nothing here was fitted.
 */
export const STANCES: readonly StanceRow[] = [
  {
    cue: words('vow pledge promise threaten swear'),
    next: ['to'],
    verb: HARM,
    stance: 'THREATEN',
    example: 'Samplia vowed to retaliate against the rebels.',
  },
  {
    cue: words('threaten warn warning threat'),
    stance: 'THREATEN',
    example: 'Ana Example warned that the border would be closed.',
  },
  {
    cue: words('vow pledge promise swear agree'),
    next: words('to that'),
    stance: 'AGREE',
    example: 'Ana Example promised that the bridge would be rebuilt.',
  },
  { cue: words('pledge promise vow offer'), stance: 'AGREE', example: 'Samplia promised help to the rebels.' },
  {
    cue: words('willing ready prepared committed'),
    next: ['to'],
    stance: 'AGREE',
    example: 'Ana Example is willing to meet the rebels.',
  },
  { cue: words('agree'), next: ['with'], stance: 'SUPPORT', example: 'Ana Example agreed with the court.' },
  {
    cue: words('refuse decline unwilling reluctant refusal'),
    stance: 'REJECT',
    example: 'Samplia refused to leave the pact.',
  },
  {
    cue: words('call appeal push press plead beg lobby argue'),
    next: words('for on upon to'),
    stance: 'REQUEST',
    example: 'Ana Example called for a vote.',
  },
  {
    cue: words('call calls appeal'),
    next: words('for to'),
    stance: 'REQUEST',
    example: 'Her call for a vote was ignored.',
  },
  {
    cue: words('demand urge request propose proposal implore beseech insist'),
    next: words('that to for on'),
    stance: 'REQUEST',
    example: 'Ana Example demanded that the army leave.',
  },
  {
    cue: words('demand request urge propose implore beseech'),
    stance: 'REQUEST',
    example: 'Ana Example demanded an apology.',
  },
  {
    cue: words('ask'),
    next: words('for to'),
    stance: 'REQUEST',
    example: 'Samplia asked for more time.',
  },
  {
    cue: words('raise express voice have share reiterate repeat'),
    noun: words(
      'concern concerns alarm outrage anger fear fears worry worries dismay disappointment frustration doubt doubts',
    ),
    stance: 'ACCUSE',
    example: 'Ana Example raised concern about the drills.',
  },
  {
    cue: words('express voice offer give reiterate'),
    noun: words('support solidarity confidence satisfaction gratitude condolences'),
    stance: 'SUPPORT',
    example: 'Ana Example voiced support for the plan.',
  },
  {
    cue: words('express voice raise reiterate'),
    noun: words('opposition objection objections'),
    stance: 'REJECT',
    example: 'Samplia voiced opposition to the plan.',
  },
  {
    cue: words(
      'accuse blame condemn criticize criticise denounce decry deplore slam lambast lambaste rebuke castigate blast berate chide deride ' +
        'attack assail scold ridicule mock disparage bemoan lament allege challenge refute question protest complain',
    ),
    stance: 'ACCUSE',
    example: 'Ana Example accused the army of lying.',
  },
  {
    cue: words('accusation accusations allegation allegations criticism critique complaint complaints'),
    stance: 'ACCUSE',
    example: 'Ana Example renewed her criticism of the plan.',
  },
  {
    cue: words('critical worried concerned alarmed angry outraged dismayed wary skeptical sceptical'),
    stance: 'ACCUSE',
    example: 'The minister is critical of the plan.',
  },
  {
    cue: words('reject oppose dismiss deny disavow repudiate rebut rebuff veto renounce disown rejection opposition'),
    stance: 'REJECT',
    example: 'Samplia rejected the offer.',
  },
  { cue: words('opposed'), next: ['to'], stance: 'REJECT', example: 'Ana Example is opposed to the plan.' },
  { cue: words('object'), next: ['to'], stance: 'REJECT', example: 'Samplia objected to the plan.' },
  { cue: words('disagree'), stance: 'REJECT', example: 'Ana Example disagreed with the court.' },
  {
    cue: words('rail argue campaign caution speak'),
    next: ['against'],
    stance: 'REJECT',
    example: 'Ana Example spoke against the plan.',
  },
  {
    cue: words(
      'support back endorse welcome praise hail applaud commend defend laud congratulate thank celebrate champion favor favour tout approve embrace ' +
        'encourage advocate vouch',
    ),
    stance: 'SUPPORT',
    example: 'Ana Example welcomed the plan.',
  },
  {
    cue: words('support endorsement praise defense defence'),
    next: words('for of'),
    stance: 'SUPPORT',
    example: 'He ended his support for the plan.',
  },
  {
    cue: words('supportive proud'),
    next: ['of'],
    stance: 'SUPPORT',
    example: 'Ana Example is supportive of the plan.',
  },
  { cue: words('apologize apologise'), stance: 'SUPPORT', example: 'Ana Example apologized for the delay.' },
]
