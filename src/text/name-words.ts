/** Words by which personal names are known in English prose, and words that are never one. */
import { CHINESE_SURNAMES, KOREAN_SURNAMES, VIETNAMESE_SURNAMES } from '../grammar/surnames.ts'
import { POSITION_NOUNS, HONORIFICS as TITLES } from '../grammar/vocabulary.ts'

const words = (text: string): Set<string> => new Set(text.trim().split(/\s+/))

/** Before a name; the name is a person's. Lower case, without full stop. `c. Liu Shaoqi` is a comrade. */
export const HONORIFICS: ReadonlySet<string> = new Set(
  [
    ...TITLES,
    'c',
    'lieutenant',
    'commodore',
    'vice-admiral',
    'rear-admiral',
    'academician',
    'empress',
    'sultan',
    'imam',
    'chancellor',
  ]
    .map((title) => title.toLowerCase())
    .filter((title) => title !== 'hon'),
)

/** Head words of posts. */
export const POSTS: ReadonlySet<string> = new Set(
  [
    ...POSITION_NOUNS,
    ...[
      'chair',
      'official',
      'vice-prime',
      'prime-minister',
      'commandant',
      'marshal',
      'general',
      'speaker',
      'rector',
      'emperor',
    ],
    ...['king', 'prince', 'pope', 'commander-in-chief', 'first-secretary'],
    ...['administrator', 'superintendent', 'coordinator', 'comptroller', 'magistrate'],
  ].map((post) => post.toLowerCase()),
)

/** May stand within a post: `Deputy`, `Prime`, `Foreign`. */
export const POST_WORDS: ReadonlySet<string> = words(`
  former acting deputy vice first second third prime senior chief main head special permanent general foreign affairs
  interior defense defence finance trade war state communications internal external domestic culture education health
  military naval air press commercial political economic supreme central party government plenipotentiary authorized
  soviet republic people's council ministers committee commission presidium politburo cc department directorate division
  section bureau ministry embassy consulate army staff and of for the in to at d'affaires
`)

/** Surnames that are common words of headings too: `Yen Loan`, `Long March`. */
const COMMON_WORDS = words('yen long won to so do no he i an a oo')
const FRONT_SURNAMES = new Set(
  [...KOREAN_SURNAMES, ...CHINESE_SURNAMES, ...VIETNAMESE_SURNAMES].filter((name) => !COMMON_WORDS.has(name)),
)

/** Whether a word is a surname that stands before the given names, in any usual romanisation and any case. */
export const isFrontSurname = (word: string): boolean => FRONT_SURNAMES.has(word.toLowerCase().replace('’', "'"))

/** Given names of Europe and America, for full names that nothing else tells. */
export const GIVEN_NAMES: ReadonlySet<string> = words(`
  Adam Albert Aleksandr Alexander Alexei Aleksei Alfred Allen Anastas Anatoly Andrei Andrew Anthony Antonin Arthur Averell
  Boris Bruno Carl Charles Christian Constantin Daniel David Dean Dimitar Dmitri Dmitry Douglas Dumitru Dwight Edgar Eduard Edward
  Elena Emil Enver Erich Ernest Ernesto Ernst Eugene Ferenc Fidel Francis Frank Franklin Franz Fyodor Gamal Gary George Georgi
  Georgy Gerald Gheorghe Grigory Gustav Harold Harry Heinrich Helmut Henri Henry Herbert Hugh Ion Ivan Jacob James Jan Janos János
  Jawaharlal Jean Jimmy Johann John Josef Joseph Jozef József Josip Julius Karl Kathryn Klement Klaus Konrad Konstantin Ludwig
  Lavrenty Lazar Leon Leonid Livingston Lyndon Maksim Margaret Mark Martin Max Michael Mihail Mikhail Milan Nicolae Nikita Nikola
  Nikolai Nikolay Norman Oleg Otto Pablo Pál Paul Pavel Peter Petru Philip Pyotr Raul Raymond Richard Robert Rolf Roman Ronald Rudolf
  Semyon Sergei Sergey Siegfried Stanislaw Stefan Stephen Susan Sverdlov Terenty Theodore Thomas Todor Tsedenbal Urho Vadim Valerian
  Valery Vasil Vasili Vasily Vasilii Viktor Victor Vilmos Vladimir Vladislav Vyacheslav Walter Wilhelm William Willy Winston
  Wladyslaw Yakov Yevgeny Yitzhak Yuri Yury Yumjaagiin Zoltan
`)

/** Lower-case words inside names: `van der`. */
export const PARTICLES: ReadonlySet<string> = words('de da di du del della van von der den el al bin ibn la le ter')

/** Capitalised words of prose that are no part of a personal name. */
export const NEVER_NAMES: ReadonlySet<string> = words(`
  january february march april may june july august september october november december monday tuesday wednesday thursday
  friday saturday sunday spring summer autumn winter north south east west northern southern eastern western central far near
  middle great greater new old upper lower inner outer port cape mount lake river sea ocean gulf bay strait straits island islands
  peninsula province district region oblast city county village street avenue square road railroad railroads railway railways station airport line bridge
  hotel palace house hall office building school university institute academy college museum library archive archives museum
  ministry ministries minister government party parties committee commission council presidium politburo bureau secretariat
  congress plenum assembly parliament senate duma house cabinet court tribunal department division directorate administration
  section office staff command headquarters army navy force forces fleet corps regiment battalion brigade troops guard guards air
  military naval embassy consulate mission legation delegation republic kingdom empire union federation confederation state states
  nation nations league organization organisation association society federation front movement alliance pact treaty agreement
  convention protocol charter declaration communique communiqué statement note letter telegram cable message memorandum report record
  commie commies govt govts dept depts pres dipl neths brit fon secy conf info emb embtel deptel legtel reftel urtel reurtel rptd gimo
  journal diary newspaper agency radio press bank company corporation firm factory plant plan program programme project policy
  communist communists socialist socialists democratic democrat nationalist workers worker people people's peoples peasants youth
  liberation national international foreign domestic general first second third fourth fifth sixth seventh eighth ninth tenth
  supreme central executive special top secret confidential urgent priority copy copies number issuing incoming outgoing
  distribution list subject re to from for by with at on in of and or but the a an this that these those such all some any each
  every both many most few several other another no not none nothing nobody everyone everybody everything one two three four
  five six seven eight nine ten hundred thousand million i we you he she it they me us him her them my our your his its their who
  whom whose which what when where why how if whether because since although though while after before during until once
  as so then thus therefore hence however moreover furthermore further also again now today tomorrow yesterday here there
  at about above between during according additionally afterwards among apart besides beyond concerning despite due even finally firstly secondly
  thirdly former following furthermore generally given having in indeed instead it later lastly let like meanwhile naturally
  nevertheless of only on otherwise over perhaps please presently previously probably recently regarding similarly speaking
  still than through thereby under unfortunately until up upon usually very via was were is are be been being has have had do does
  did will would shall should can could must might may yes just only touching replying continuing saying asked said told
  comrade comrades comr cde cdes mr mrs dr sir gentlemen dear greetings sincerely respectfully signature signed sealed stamp page
  document documents text translation translated english russian version volume book source original classification level point
  points item items question questions part chapter article paragraph annex appendix enclosure attachment table figure
  war peace armistice world cold revolution revolutionary victory day anniversary conference meeting session visit talks
  negotiations conversation reception order orders prize hero award marxism leninism marxist leninist marxism-leninism stalinist
  god our own main chinese-soviet sino-soviet soviet-chinese anti imperialist imperialists trade unions ministers premier
  excerpt excerpts appoint approve consider hold confirm telegraph transmit convey instruct report inform send ask reply type typed
  hearing talked gave sent received deciphered dispatched destination ciphered whom extremely strictly embassies file files fond opis
  delo papka listy list ll op
  absence account act action active actually admin adopts advice advise advisory advocate affair agencies agent agreed
  agreeing agriculture aid aide aims aircraft airfield airlines alien aliens allied allies along amphibious analysis
  animal anyway apparent area arising armed armies ascertain aside aspects assets assistants associate associated
  atlantic attitude attitudes augment avoid axis bandit banking base bearing begin behind belief believe big bilateral
  board bonds branch briefly broaden bulletin caliber censor cent certain certificates chain chairman changes
  character chiefs citizens civil civilian clauses clique clothing club combined commanders commanding commands
  comment comments commerce commissars commissioners committees concept concepts confirmed conservancy consular
  consultant consultants continue continued contract control controlled controls convene correspondents counsel
  counterproposal countries country course courses credit credits currency customs danger dangerous data dated defeat
  definite departmental departure designate destiny diplomatic direct directors disastrous disposals dollars earlier
  economy efforts either electric elsewhere emergency enclosed enemy engineer engineers envoys equipped errors
  estimate except exchange exercises expected expeditionary expenditures export exports extend extraordinary fact
  factors fascist fear financial fiscal flying food fund funds future garrison gendarmes generals governmental
  granting greatly ground group groups growing hazard heavy high hospital ideology illegal immediate import imports
  inasmuch incidentally increase independent indicated industrial industries industry informant insofar intended
  interim internatl invoke itinerary jap japs joint judicial language largely leaders led legal liaison license
  licenses life likewise lines lives logistics magazine maintain managing marine marines maritime matters measures
  medical members memo men merchandise militia mineral mining multilateral municipal mutual nationals necessary need
  neighborly news next nor northeast northwest notable notes observer obtain off officers offices oil open orderly
  origin originally outline overseas pacific papers partial participants parts peaceful pending person personally
  personnel petroleum planning plans plebiscite police portfolio present previous principal principles prior private
  problem problems procedure products programs projects promise propaganda property proposals proposed provincial
  public purchase purpose quarter recent recognize records recovery reforms refugee refuse regard regards regime
  reinforce relating relief relinquish removal research resources respect resume retain return review rights route
  rubber ruling rumored safety savings science sector secure serious services set settle severe shares shipping signal
  significant social societies sought southwest specialist specific staffs standard standing stated status steady
  steps strategic students subsequent substantial summary superintendent supplementary supplies supply surplus survey
  system tactics task tax team teams telephone tending terminate territories theater theatre threat timely times
  toward towards training transfer transport treasury treaties trust tubes uncertain understand understood
  undertakings unfriendly unified unless use vacuum victims views warfare weapons welfare whatever withdrawal withhold
  within without witnesses years zone zones
`)

/** Endings of long words of prose: abolition, settlement, security, assistance, technical, presumably, directive. */
const PROSE_ENDING =
  /(?:[st]ions?|.{4}ments?|it(?:y|ies)|ances?|ences?|ical|(?:ing|ed|ent|ant|ous|iv|ab|ib|ful|ar|at)ly|isms?|ships?|[ct]ives?|ural|onal|ible|able)$/
/** Surnames and given names that end so. */
const NAMED_SO = words('lawrence clarence torrance')

/** Whether a capitalised word is one of prose: at the head of a sentence, in a heading, in the name of an office. */
export const isProse = (lower: string): boolean =>
  NEVER_NAMES.has(lower) || (lower.length > 7 && PROSE_ENDING.test(lower) && !NAMED_SO.has(lower))

/** Endings of Slavic, Caucasian and Balkan surnames. */
const SURNAME_ENDING =
  /(?:ov|ev|yov|iov|in|yn|sky|skii|skiy|skij|ski|cki|tsky|enko|chenko|chuk|yuk|vich|vych|wicz|vić|yan|adze|shvili|escu|eanu|kov|chev|shin|khin|nik|nov)$/

/** Whether a word is shaped like a surname of Eastern Europe: `Kurdyukov`. */
export const looksSlavic = (word: string): boolean =>
  word.length >= 5 && SURNAME_ENDING.test(word.toLowerCase()) && !isProse(word.toLowerCase())

/** Words that after a post are the rest of its title or of a body's name: `Commander Air Group`. */
export const OF_BODIES = new Set(
  'army armies navy force forces headquarters yuan operations group groups services service provincial northwest northeast southwest southeast advocate treasury attaché attachés generals theater theatre fleet division brigade corps region bureau board mission office section staff command area zone district province'.split(
    ' ',
  ),
)
