// Texts of the pages' tests. Every outlet, person, country and event here is made up.

/** A made-up report: its text holds the marks from which `fake-answers.ts` computes the spans. */
export interface FakeArticle {
  readonly id: string
  readonly story: string
  readonly outlet: string
  readonly published: string | null
  readonly publishedWhy?: string
  readonly url: string | null
  readonly title: string
  readonly body: readonly string[]
  readonly reuse?: { readonly of: string; readonly kind: 'copy' | 'rewrite' | 'relay'; readonly share: number | null }
  readonly statements: readonly FakeStatement[]
  readonly events: readonly FakeEvent[]
  readonly names: readonly (readonly [
    words: string,
    kind: 'person' | 'country' | 'place' | 'organisation',
    id: string | null,
  ])[]
}

export interface FakeStatement {
  /** Wordings of one utterance, in other words too. */
  readonly entry?: string
  /** Statements with the same words in several articles. */
  readonly same?: string
  readonly source: string | null
  readonly speaker: string | null
  readonly role?: string
  readonly cue: string | null
  readonly verb: string | null
  readonly content: readonly string[]
  readonly kind: 'direct' | 'indirect' | 'mixed'
  readonly addressee?: string
  readonly denied?: boolean
  readonly chain?: readonly (readonly [name: string, words: string, kind: 'outlet' | 'agency' | 'official'])[]
  readonly about?: readonly string[]
  /** Words of the body, and the stand of the cue. */
  readonly saidIn?: string
  readonly saidOn?: string
  readonly stance?: 'ACCUSE' | 'REJECT'
}

export interface FakeEvent {
  readonly same: string
  readonly type: 'CONSULT' | 'AGREE' | 'MOBILIZE' | 'ACCUSE' | 'AID'
  readonly quad: 1 | 2 | 3 | 4
  readonly mode?: string
  readonly status: 'happened' | 'planned' | 'ongoing' | 'denied'
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
  readonly sentence: string
  readonly trigger: string
  readonly when?: readonly [start: string, words: string]
  readonly place?: readonly [name: string, id: string]
  /** Index of the statement of the same article that it stands in. */
  readonly claimedIn?: number
}

const VISIT_LEAD =
  'The defence minister of Samplia, Ana Example, arrived in Port Specimen on Tuesday for talks with her counterpart from Testonia about the strait between the two countries.'
const VISIT_QUOTE = '“We will keep the Strait of Examples open, and we will do it together,”'
const VISIT_INDIRECT = 'patrols by 14 ships would begin before the summer'

export const FAKE_ARTICLES: readonly FakeArticle[] = [
  {
    id: 'a1',
    story: 's1',
    outlet: 'Sample Wire',
    published: '2025-04-08',
    url: 'https://wire.example/2025/04/08/samplia-minister-in-port-specimen',
    title: 'Samplia’s defence minister visits Testonia to discuss strait patrols',
    body: [
      VISIT_LEAD,
      `${VISIT_QUOTE} Example told reporters at the naval base. She said ${VISIT_INDIRECT}.`,
      'The fictional ministry of Placeholderland accused both governments of “building a fence at sea” and announced an exercise near the strait. No date was given.',
      'Example’s visit follows an agreement on shared radar data that the two governments signed in March. Asked about the cost, she did not say how much Samplia would pay.',
    ],
    statements: [
      {
        same: 'open',
        entry: 'open',
        source: 'Example',
        speaker: 'Ana Example',
        role: 'Minister of Defence of Samplia',
        cue: 'told',
        verb: 'tell',
        content: [VISIT_QUOTE],
        kind: 'direct',
        addressee: 'reporters',
        saidIn: 'at the naval base',
        about: ['place:strait-of-examples'],
      },
      {
        same: 'ships',
        source: 'She',
        speaker: 'Ana Example',
        role: 'Minister of Defence of Samplia',
        cue: 'said',
        verb: 'say',
        content: [VISIT_INDIRECT],
        kind: 'indirect',
      },
      {
        source: 'The fictional ministry of Placeholderland',
        speaker: 'Placeholderland',
        cue: 'accused',
        verb: 'accuse',
        stance: 'ACCUSE',
        content: ['both governments of “building a fence at sea”'],
        kind: 'mixed',
      },
      {
        source: 'she',
        speaker: 'Ana Example',
        role: 'Minister of Defence of Samplia',
        cue: 'did not say',
        verb: 'say',
        content: ['how much Samplia would pay'],
        kind: 'indirect',
        denied: true,
      },
    ],
    events: [
      {
        same: 'visit',
        type: 'CONSULT',
        quad: 1,
        mode: 'visit',
        status: 'happened',
        actors: ['Samplia'],
        recipients: ['Testonia'],
        sentence: VISIT_LEAD,
        trigger: 'arrived',
        when: ['2025-04-08', 'Tuesday'],
        place: ['Port Specimen', 'town:port-specimen'],
      },
      {
        same: 'radar',
        type: 'AGREE',
        quad: 1,
        status: 'happened',
        actors: ['Samplia'],
        recipients: ['Testonia'],
        sentence: 'Example’s visit follows an agreement on shared radar data that the two governments signed in March.',
        trigger: 'agreement',
      },
      {
        same: 'drill',
        type: 'MOBILIZE',
        quad: 4,
        mode: 'exercise',
        status: 'planned',
        actors: ['Placeholderland'],
        recipients: [],
        sentence:
          'The fictional ministry of Placeholderland accused both governments of “building a fence at sea” and announced an exercise near the strait.',
        trigger: 'exercise',
        claimedIn: 2,
      },
    ],
    names: [
      ['Samplia', 'country', 'country:SMP'],
      ['Ana Example', 'person', 'person:ana-example'],
      ['Port Specimen', 'place', 'town:port-specimen'],
      ['Testonia', 'country', 'country:TST'],
      ['Strait of Examples', 'place', 'place:strait-of-examples'],
      ['Placeholderland', 'country', null],
    ],
  },
  {
    id: 'a2',
    story: 's1',
    outlet: 'The Specimen Gazette',
    published: '2025-04-08',
    url: 'https://gazette.example/news/4711',
    title: 'Minister Example in Port Specimen for talks on the strait',
    body: [VISIT_LEAD, `${VISIT_QUOTE} Example told reporters at the naval base. She said ${VISIT_INDIRECT}.`],
    reuse: { of: 'a1', kind: 'copy', share: 0.92 },
    statements: [
      {
        same: 'open',
        entry: 'open',
        source: 'Example',
        speaker: 'Ana Example',
        role: 'Minister of Defence of Samplia',
        cue: 'told',
        verb: 'tell',
        content: [VISIT_QUOTE],
        kind: 'direct',
        addressee: 'reporters',
      },
      {
        same: 'ships',
        source: 'She',
        speaker: 'Ana Example',
        role: 'Minister of Defence of Samplia',
        cue: 'said',
        verb: 'say',
        content: [VISIT_INDIRECT],
        kind: 'indirect',
      },
    ],
    events: [
      {
        same: 'visit',
        type: 'CONSULT',
        quad: 1,
        mode: 'visit',
        status: 'happened',
        actors: ['Samplia'],
        recipients: ['Testonia'],
        sentence: VISIT_LEAD,
        trigger: 'arrived',
        when: ['2025-04-08', 'Tuesday'],
        place: ['Port Specimen', 'town:port-specimen'],
      },
    ],
    names: [
      ['Samplia', 'country', 'country:SMP'],
      ['Ana Example', 'person', 'person:ana-example'],
    ],
  },
  {
    id: 'a3',
    story: 's1',
    outlet: 'Placeholder Daily',
    published: '2025-04-09',
    url: 'https://daily.example/world/strait',
    title: 'Samplia and Testonia plan twelve-ship patrol, paper says',
    body: [
      'Samplia and Testonia will send 12 ships into the strait between them, the Specimen Evening Post reported on Wednesday, citing an official who was not named.',
      'According to the Post, the official described the patrol as “a signal, not a blockade”.',
      'Placeholderland has not confirmed that it will hold an exercise of its own.',
      'Ana Example told the Post that both countries would keep the Strait of Examples open.',
    ],
    reuse: { of: 'a1', kind: 'rewrite', share: 0.31 },
    statements: [
      {
        source: 'an official who was not named',
        speaker: null,
        cue: 'citing',
        verb: 'cite',
        content: ['Samplia and Testonia will send 12 ships into the strait between them'],
        kind: 'indirect',
        saidOn: 'on Wednesday',
        chain: [['Specimen Evening Post', 'the Specimen Evening Post', 'outlet']],
      },
      {
        source: 'the official',
        speaker: null,
        cue: 'described',
        verb: 'describe',
        content: ['the patrol as “a signal, not a blockade”'],
        kind: 'mixed',
        chain: [['Specimen Evening Post', 'the Post', 'outlet']],
      },
      {
        entry: 'open',
        source: 'Ana Example',
        speaker: 'Ana Example',
        role: 'Minister of Defence of Samplia',
        cue: 'told',
        verb: 'tell',
        content: ['that both countries would keep the Strait of Examples open'],
        kind: 'indirect',
        chain: [['Specimen Evening Post', 'the Post', 'outlet']],
      },
    ],
    events: [
      {
        same: 'drill',
        type: 'MOBILIZE',
        quad: 4,
        mode: 'exercise',
        status: 'planned',
        actors: ['Placeholderland'],
        recipients: [],
        sentence: 'Placeholderland has not confirmed that it will hold an exercise of its own.',
        trigger: 'exercise',
      },
    ],
    names: [
      ['Samplia', 'country', 'country:SMP'],
      ['Testonia', 'country', 'country:TST'],
    ],
  },
  {
    id: 'a4',
    story: 's2',
    outlet: 'Sample Wire',
    published: '2025-04-06',
    url: 'https://wire.example/2025/04/06/aid',
    title: 'Mockland sends 40 trucks of aid to flooded Dummy Valley',
    body: [
      'Mockland sent 40 trucks with food and tents to the flooded Dummy Valley on Sunday, its government said.',
      '“The road is open again,” said Bo Placeholder, who leads the relief office. “We will drive by night as well.”',
    ],
    statements: [
      {
        source: 'its government',
        speaker: 'Mockland',
        cue: 'said',
        verb: 'say',
        content: ['Mockland sent 40 trucks with food and tents to the flooded Dummy Valley on Sunday'],
        kind: 'indirect',
      },
      {
        source: 'Bo Placeholder',
        speaker: 'Bo Placeholder',
        role: 'Head of the relief office',
        cue: 'said',
        verb: 'say',
        content: ['“The road is open again,”', '“We will drive by night as well.”'],
        kind: 'direct',
      },
    ],
    events: [
      {
        same: 'aid',
        type: 'AID',
        quad: 2,
        status: 'happened',
        actors: ['Mockland'],
        recipients: ['Dummy Valley'],
        sentence:
          'Mockland sent 40 trucks with food and tents to the flooded Dummy Valley on Sunday, its government said.',
        trigger: 'sent',
        when: ['2025-04-06', 'Sunday'],
        place: ['Dummy Valley', 'region:dummy-valley'],
        claimedIn: 0,
      },
    ],
    names: [
      ['Mockland', 'country', 'country:MCK'],
      ['Bo Placeholder', 'person', 'person:bo-placeholder'],
    ],
  },
  {
    id: 'a5',
    story: 's3',
    outlet: 'Testonia State Radio',
    published: null,
    publishedWhy: 'the page names no day',
    url: null,
    title: 'Foreign ministry rejects <b>claims</b> about radar & data',
    body: [
      'The foreign ministry of Testonia rejected as false what it called rumours about shared radar data. 🛰️ The spokesman, Cy Sample, denied having said that the data would be sold.',
      'The ministry accused an unnamed paper of careless work.',
    ],
    statements: [
      {
        source: 'Cy Sample',
        speaker: 'Cy Sample',
        role: 'Spokesman of the foreign ministry of Testonia',
        cue: 'denied having said',
        verb: 'say',
        content: ['that the data would be sold'],
        kind: 'indirect',
        denied: true,
      },
    ],
    events: [
      {
        same: 'accuse',
        type: 'ACCUSE',
        quad: 3,
        status: 'happened',
        actors: ['Testonia'],
        recipients: ['an unnamed paper'],
        sentence: 'The ministry accused an unnamed paper of careless work.',
        trigger: 'accused',
      },
    ],
    names: [
      ['Testonia', 'country', 'country:TST'],
      ['Cy Sample', 'person', 'person:cy-sample'],
    ],
  },
]
