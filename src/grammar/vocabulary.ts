/** Word tables of the name grammar, as data: what marks a person, an office, a body, a group. */

const list = (words: string): readonly string[] => words.split('|').map((word) => word.trim())

/** Titles of courtesy and rank before a name, without their full stops; matched in any case. */
export const HONORIFICS = list(`
  Cde | Cdes | Comr | Comrs | Com | Coms | Comrade | Comrades | Tov | Тов | тт | товарищ | товарища | товарищу | Mr |
  Mrs | Ms | Miss | Messrs | Dr | Prof | Professor | Sir | Lord | Lady | Madame | Mme | Monsieur | Herr | Gen |
  General | General-Lieutenant | General-Colonel | General-Major | Lieutenant-General | Colonel-General |
  Major-General | Lieutenant General | Colonel General | Major General | Brigadier General | Lieutenant Colonel |
  Rear Admiral | Vice Admiral | General of the Army | Lieutenant | Lt. Gen | Maj. Gen | Brigadier | Marshal |
  Marshal of the Soviet Union | Generalissimo | Admiral | Adm | Colonel | Col | Lt. Col | Major | Maj | Captain | Capt
  | Emperor | King | Queen | Prince | Princess | Pope | Father | Bishop | Archbishop | Cardinal | Sheikh | Emir | Shah
  | His Excellency | Her Excellency | H. E | Excellency | His Majesty | The Honorable | Hon | Rev
`)

/** Nouns of office. `Ambassador Popa` is a person with a role; `the Soviet Ambassador` is a position. */
export const POSITION_NOUNS = list(`
  Ambassador | Minister | Premier | Chancellor | President | Chairman | Chairwoman | Secretary | Director | Head |
  Chief | Attaché | Attache | Adviser | Advisor | Consul | Envoy | Representative | Deputy | Member | Senator |
  Congressman | Counselor | Counsellor | Charge | Chargé | Commander | Commissioner | Commissar | Governor | Mayor |
  Spokesman | Leader | Interpreter | Translator | Assistant | Plenipotentiary | Delegate | Inspector | Editor |
  Vice-Minister | Vice-Premier | Vice-President | Vice-Chairman | Vice-Prime | Undersecretary | Under-Secretary |
  Treasurer | Judge | Prosecutor | Officer | PM | Министр | Посол | Председатель | Секретарь | SovAmbassador | SovAmb
  | Correspondent | Procurator | Manager | Resident
`)

/** Nouns of bodies. */
export const BODY_NOUNS = list(`
  Ministry | Ministries | Department | Dept | Committee | Commission | Embassy | Bureau | Party | Presidium | Assembly
  | Politburo | Government | Council | Secretariat | Directorate | Division | Section | Administration | Office |
  Agency | Mission | Consulate | Delegation | Legation | Foundation | Institute | University | Center | Centre |
  Corporation | Library | Museum | Archive | Archives | Army | Navy | Staff | Command | Headquarters | Union |
  Association | Organization | League | Front | Congress | Parliament | Senate | Plenum | Conference | Comintern |
  Cominform | Company | Bank | Fund | Society | Academy | Board | Court | Police | Service | Trust | Collegium |
  Inspectorate | Chancellery | Cabinet | Registry | Group | Federation | Nations | Treasury | Kremlin | Vatican |
  Programme | Program | Directorates | Committees | Departments
`)

/** Abbreviations of bodies; other words of capitals are taken for names in capitals. */
export const BODY_ABBREVIATIONS = list(`
  MFA | CC | CPSU | VKP(b) | CCP | CPC | KWP | PUWP | SED | HSWP | UN | UNO | NATO | KGB | CIA | NKVD | MVD | GRU |
  TASS | KPA | PLA | NKVT | NKO | NKID | FBI | CMEA | COMECON | WPK | CWIHP | NKIDP | MID | GDR MFA | USSR MFA | OECF
  | Stasi | MVR
`)

/** Words that occur inside the name of an office or a body, not as a person's name. */
export const FIELD_WORDS = list(`
  Foreign | Affairs | External | Internal | Interior | Domestic | Defense | Defence | Finance | Trade | Commerce |
  Economic | Economy | Economics | Culture | Cultural | Education | Agriculture | Health | Justice | Labor | Labour |
  Industry | Transport | Communications | Railways | Energy | Science | Security | State | War | Planning |
  Information | Propaganda | Public | National | International | Relations | Cooperation | General | Central | Supreme
  | First | Second | Third | Fourth | Fifth | Sixth | Seventh | Eighth | Ninth | Tenth | Prime | Vice | Deputy |
  Acting | Former | Chief | Main | Senior | Special | Extraordinary | Military | Naval | Air | Political | Press |
  Commercial | Permanent | Authorized | Communist | Workers | People | Republic | Democratic | Federal | Socialist |
  Democracy | Kingdom | States | United | Soviet | Allied | Control | Far | East | Eastern | Western | Northern |
  Southern | North | South | West | Middle | Near | Asian | European | African | American | Provincial | Politburo |
  Presidium | Plenipotentiary | Armed | Forces | Liberation | Revolutionary | Standing | Executive | Personal | Charge
  | Chargé | d'Affaires | d’Affaires | In-Charge | Hungarian | Government | Designate | Honorary | Joint | New | Great
`)

/** Who is known by his own name even where an editor's bracket gives his code name: `Stalin [Kuznetsov]`. */
export const OWN_NAMES = list('Stalin | Mao | Mao Zedong | Molotov | Zhou Enlai | Kim Il Sung | Khrushchev')

/** Plurals that make a name a group: `the Korean comrades`, `All Provincial Premiers`. */
export const GROUP_NOUNS = list(`
  comrades | friends | leaders | members | premiers | ministers | ambassadors | governments | advisers | specialists |
  representatives | delegates | consuls | officials | secretaries | parties | missions | embassies | posts | koreans |
  americans | leadership
`)

/** Small words inside the names of persons: `al-Qaddafi`, `van der Stoel`. */
export const PARTICLES = list(`
  al | el | bin | ibn | ben | van | von | der | den | de | da | di | du | del | della | la | le | dos | das | ter | zu
  | abu | y
`)

/** Words that join the parts of an office's or a body's name. */
export const JOINERS = list('of | the | in | to | at | for | and | on | with | by | from | &')
