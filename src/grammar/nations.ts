/** States, nations and places as the pages name them. Words only; identities are the authority files'. */

/** Label; other names; adjectives; peoples. */
const ROWS = `
Soviet Union; USSR, U.S.S.R., Union of Soviet Socialist Republics; Soviet; Soviets
Russia; Russian Federation, RSFSR; Russian; Russians
China; PRC, People's Republic of China, Chinese People's Republic; Chinese, Sino; Chinese
Republic of China; Taiwan, Formosa; Taiwanese; Taiwanese
North Korea; DPRK, D.P.R.K., Democratic People's Republic of Korea, Korean People's Democratic Republic; North Korean; North Koreans
South Korea; ROK, Republic of Korea; South Korean; South Koreans
Korea; ; Korean; Koreans
United States; USA, US, U.S., U.S.A., United States of America, America; American, US, U.S.; Americans
United Kingdom; Great Britain, Britain, UK, GB, England; British, English; British, English
France; ; French; French
Germany; ; German; Germans
West Germany; FRG, Federal Republic of Germany; West German; West Germans
East Germany; GDR, German Democratic Republic; East German; East Germans
Japan; ; Japanese; Japanese
India; Republic of India; Indian; Indians
Pakistan; ; Pakistani; Pakistanis
Indonesia; ; Indonesian; Indonesians
Vietnam; Viet Nam, DRV, SRV, Democratic Republic of Vietnam; Vietnamese; Vietnamese
North Vietnam; ; North Vietnamese; North Vietnamese
South Vietnam; ; South Vietnamese; South Vietnamese
Laos; ; Laotian, Lao; Laotians
Cambodia; Kampuchea; Cambodian, Khmer; Cambodians
Thailand; Siam; Thai; Thais
Burma; Myanmar; Burmese; Burmese
Ceylon; Sri Lanka; Ceylonese; Ceylonese
Nepal; ; Nepalese; Nepalese
Mongolia; MPR, Mongolian People's Republic, Outer Mongolia; Mongolian; Mongolians, Mongols
Philippines; ; Philippine, Filipino; Filipinos
Malaysia; Malaya; Malaysian, Malayan; Malaysians
Singapore; ; Singaporean; Singaporeans
Australia; ; Australian; Australians
New Zealand; ; ; New Zealanders
Canada; ; Canadian; Canadians
Mexico; ; Mexican; Mexicans
Cuba; Republic of Cuba; Cuban; Cubans
Brazil; ; Brazilian; Brazilians
Argentina; ; Argentine, Argentinian; Argentines
Chile; ; Chilean; Chileans
Peru; ; Peruvian; Peruvians
Venezuela; ; Venezuelan; Venezuelans
Colombia; ; Colombian; Colombians
Bolivia; ; Bolivian; Bolivians
Nicaragua; ; Nicaraguan; Nicaraguans
Guatemala; ; Guatemalan; Guatemalans
Poland; Polish People's Republic; Polish; Poles
Czechoslovakia; CSSR, CSR; Czechoslovak, Czech, Slovak; Czechs, Czechoslovaks, Slovaks
Hungary; Hungarian People's Republic; Hungarian; Hungarians
Romania; Rumania, Roumania; Romanian, Rumanian; Romanians, Rumanians
Bulgaria; People's Republic of Bulgaria; Bulgarian; Bulgarians
Yugoslavia; SFRY, FPRY; Yugoslav, Yugoslavian; Yugoslavs
Albania; ; Albanian; Albanians
Greece; ; Greek; Greeks
Turkey; ; Turkish; Turks
Italy; ; Italian; Italians
Spain; ; Spanish; Spaniards
Portugal; ; Portuguese; Portuguese
Austria; ; Austrian; Austrians
Switzerland; ; Swiss; Swiss
Belgium; ; Belgian; Belgians
Netherlands; Holland; Dutch; Dutch
Denmark; ; Danish; Danes
Norway; ; Norwegian; Norwegians
Sweden; ; Swedish; Swedes
Finland; ; Finnish; Finns
Ireland; ; Irish; Irish
Israel; ; Israeli; Israelis
Egypt; UAR, United Arab Republic; Egyptian; Egyptians
Syria; ; Syrian; Syrians
Lebanon; ; Lebanese; Lebanese
Jordan; ; Jordanian; Jordanians
Iraq; ; Iraqi; Iraqis
Iran; Persia; Iranian, Persian; Iranians
Saudi Arabia; ; Saudi; Saudis
Afghanistan; ; Afghan; Afghans
Algeria; ; Algerian; Algerians
Tunisia; ; Tunisian; Tunisians
Morocco; ; Moroccan; Moroccans
Libya; ; Libyan; Libyans
Sudan; ; Sudanese; Sudanese
Ethiopia; ; Ethiopian; Ethiopians
Somalia; ; Somali; Somalis
Kenya; ; Kenyan; Kenyans
Tanzania; ; Tanzanian; Tanzanians
Uganda; ; Ugandan; Ugandans
Congo; Zaire; Congolese; Congolese
Central African Republic; Central African Empire; ;
Gabon; ; Gabonese; Gabonese
Angola; ; Angolan; Angolans
Mozambique; ; Mozambican; Mozambicans
Zimbabwe; Rhodesia; Zimbabwean, Rhodesian; Rhodesians
South Africa; ; South African; South Africans
Namibia; ; Namibian; Namibians
Nigeria; ; Nigerian; Nigerians
Ghana; ; Ghanaian; Ghanaians
Guinea; ; Guinean; Guineans
Mali; ; Malian; Malians
Senegal; ; Senegalese; Senegalese
Cyprus; ; Cypriot; Cypriots
Bangladesh; ; Bangladeshi; Bangladeshis
`

/** Cities and regions that letters are sent from and events take place in. */
const PLACE_ROWS = `
Moscow, Leningrad, Petersburg, Kiev, Minsk, Vladivostok, Khabarovsk, Sakhalin, Tashkent, Alma-Ata, Yalta, Crimea, Siberia, Kremlin,
Peking, Beijing, Beiping, Shanghai, Nanking, Nanjing, Tianjin, Tientsin, Canton, Guangzhou, Hankou, Wuhan, Chongqing,
Chungking, Dairen, Dalian, Port Arthur, Lushun, Mukden, Shenyang, Harbin, Changchun, Andong, Dandong, Urumqi, Yining,
Xinjiang, Sinkiang, Tibet, Lhasa, Manchuria, Inner Mongolia, Hong Kong, Macao, Taipei, Hainan, Yan'an, Sichuan, Yunnan,
Pyongyang, Phyongyang, Seoul, Kaesong, Panmunjom, Wonsan, Hamhung, Sinuiju, Chongjin, Pusan, Busan, Inchon, Yalu, Tokyo, Osaka, Kyoto,
Hanoi, Saigon, Phnom Penh, Vientiane, Bangkok, Rangoon, Colombo, Jakarta, Djakarta, Bandung, Manila, Kuala Lumpur, Delhi,
New Delhi, Bombay, Calcutta, Kashmir, Karachi, Islamabad, Lahore, Dacca, Dhaka, Kathmandu, Kabul, Tehran, Teheran,
Ulan Bator, Ulaanbaatar, Ulan-Bator, Ankara, Istanbul, Athens, Nicosia, Cairo, Suez, Alexandria, Damascus, Beirut, Amman,
Baghdad, Jerusalem, Tel Aviv, Riyadh, Tripoli, Tunis, Algiers, Rabat, Khartoum, Addis Ababa, Mogadishu, Nairobi, Kampala,
Dar es Salaam, Lusaka, Luanda, Maputo, Salisbury, Harare, Pretoria, Cape Town, Accra, Lagos, Conakry, Bamako, Dakar,
Kinshasa, Leopoldville, Warsaw, Krakow, Gdansk, Prague, Bratislava, Budapest, Bucharest, Sofia, Belgrade, Zagreb, Tirana,
Trieste, Vienna, Berlin, West Berlin, East Berlin, Bonn, Hamburg, Munich, Dresden, Leipzig, Potsdam, Geneva, Bern, Berne, Zurich,
Paris, Rome, Vatican, Madrid, Lisbon, London, Edinburgh, Dublin, Brussels, The Hague, Amsterdam, Copenhagen, Oslo,
Stockholm, Helsinki, Reykjavik, Ottawa, Washington, New York, Havana, Mexico City, Caracas, Bogota, Lima, Santiago,
Buenos Aires, Rio de Janeiro, Brasilia, Montevideo, La Paz, Managua, Guatemala City, Canberra, Sydney, Wellington,
Africa, Asia, Europe, Latin America, Southeast Asia, Far East, Middle East, Balkans, Indochina, Caucasus
`

const list = (cell: string | undefined): string[] =>
  (cell ?? '').split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]))

const rows = ROWS.trim()
  .split('\n')
  .map((row) => row.split(';').map((cell) => cell.trim()))

/** Every name of a state with the name it goes by here. */
export const STATES: ReadonlyMap<string, string> = new Map(
  rows.flatMap(([label = '', names]) => [label, ...list(names)].map((name) => [name, label])),
)

/** Adjectives of states: `Soviet`. */
export const NATIONAL: ReadonlySet<string> = new Set(rows.flatMap(([, , adjectives]) => list(adjectives)))

/** Peoples as actors: `the Koreans`. */
export const PEOPLES: ReadonlySet<string> = new Set(rows.flatMap(([, , , peoples]) => list(peoples)))

/** The republics of the Soviet Union, with their adjectives: states by name, though running text has them act for none. */
export const SOVIET_REPUBLICS: readonly string[] = list('Ukraine, Ukrainian, Georgia, Armenia, Azerbaijan, Kazakhstan')

/** Cities and regions: a name that stands alone and is one of these is a place. */
export const PLACES: ReadonlySet<string> = new Set(list(PLACE_ROWS.replace(/\s+/g, ' ')))
