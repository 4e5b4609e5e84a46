import type { Issue } from '../core/model';
import type { CliText } from './command-text';
import type { Locale } from './format';
import { type IssueText, namedList } from './issues';
import type { ReportText, Strings } from './vi';
import type { StartText } from './start';

export const locale: Locale = {
  switchTo: 'Switch to English',
  tag: 'en-GB',
  date(year, month, day) {
    if (month === null) return String(year);
    const format = new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: 'long', ...(day === null ? {} : { day: 'numeric' }), timeZone: 'UTC' });
    return format.format(Date.UTC(year, month - 1, day ?? 1));
  },
  csv: { delimiter: ',', decimal: '.' },
};

/** The page. */
export const page: Strings = {
  appName: 'Lõm Sóng',
  appTitle: 'Lõm Sóng – map of coverage gaps in Hà Giang',
  place: 'Hà Giang',
  placeNote: '73 communes and wards on the land of the former Hà Giang province, now part of Tuyên Quang',
  dataOf: (date) => `data of ${date}`,
  dataUndated: 'data without a date',
  dataOld: (months) => `${months} months old`,
  skipToTable: 'Go to the table of communes',

  nature: { real: 'real', derived: 'derived from a report', modelled: 'modelled', imported: 'your file' },
  modelledTitle: 'Positions of stations and hamlets are not public; this data is made by a model and is not real.',
  terrainNote: 'terrain not considered',
  intro: 'The map shows where each commune has no mobile signal. Borders and population are real; positions of stations and hamlets are modelled.',
  introLoad: 'Load your files',
  introDismiss: 'Got it',

  header: {
    controls: 'Display',
    smaller: 'Smaller text', normal: 'Normal text', larger: 'Larger text',
    theme: 'Theme', themeAuto: 'System theme', themeLight: 'Light theme', themeDark: 'Dark theme',
    contrast: 'High contrast',
    share: 'Share', shared: 'Link copied', shareFailed: 'Could not copy; please copy the address from the browser',
    textOnly: 'Text only', textOnlyHint: 'Neither map nor fonts are loaded, for slow lines', withMap: 'With map', withMapHint: 'Load and show the map',
  },
  slowLine: { offer: 'The line is slow or data are being saved: the map has not been loaded.', textOnly: 'Text and table only', map: 'Load the map' },

  search: {
    label: 'Find a commune, hamlet or former commune',
    placeholder: 'Find a commune, hamlet… (accents not needed)',
    kinds: { commune: 'commune', old: 'former commune', hamlet: 'hamlet', district: 'former district' },
    none: (text) => `Nothing found for “${text}”`,
    count: (n) => `${n} results`,
    inCommune: (name) => `now ${name}`,
    clear: 'Clear the search',
  },

  tabs: { label: 'Content', overview: 'Overview', communes: 'Communes', scenarios: 'Scenarios', data: 'Data' },
  sheetHandle: { peek: 'Fold the panel', half: 'Open the panel halfway', full: 'Open the whole panel', label: 'Drag or press to change the panel’s height' },

  loading: 'Loading data…',
  loadFailed: (file, reason) => `The data could not be loaded${file ? ` (${file})` : ''}: ${reason}. Check the folder data/ beside this page and try again.`,
  reasons: {
    unreachable: 'no connection', refused: 'the server does not give the file', missing: 'it is not in this file', 'not-the-page': 'what was loaded is not this page', worker: 'the computing part has stopped',
    unknown: 'unknown error', with: (words, detail) => `${words} (${detail})`,
  },
  retry: 'Try again',
  computing: (done, total) => `Computing: ${done}/${total} communes`,
  cancel: 'Stop',
  computeFailed: (reason) => `The computation failed: ${reason}`,
  noData: 'no data',

  technologies: 'Technologies',
  operators: 'Operators',
  allOperators: 'all operators',
  atLeastOne: 'At least one must be chosen',

  basis: { label: 'Shares are of', land: 'land', people: 'people', hamlets: 'hamlets' },
  ofBasis: { land: 'land', people: 'people', hamlets: 'hamlets' },

  overview: {
    asOf: (date) => `Figures of ${date}`,
    without2G: 'From 16 September 2026: no more 2G',
    without2GNote: 'By the ministry’s notice 2G may be used until the end of 15 September 2026. Switch on to compute everything with 2G gone.',
    source: 'Coverage is taken from',
    sourceStations: 'stations (radius model)',
    sourceClaimed: 'coverage claimed by operators (a modelled example)',
    sourceOwnClaimed: 'the coverage you loaded',
    headline: (technologies) => `Land without ${technologies} signal`,
    headlinePeople: (technologies) => `People in hamlets without ${technologies} signal`,
    headlineHamlets: (technologies) => `Hamlets without ${technologies} signal`,
    ofLand: (km2) => `of land · ${km2}`,
    ofPeople: (n) => `of people · ${n} people`,
    ofHamlets: (n) => `of hamlets · ${n} hamlets`,
    fromStations: (n, technologies, radius) => `From ${n} ${technologies} BTS, radius ${radius}; terrain not considered.`,
    fromMeasured: (technologies, least, thresholds) => `From ${technologies} readings: squares of 250 m with at least ${least}, median ${thresholds}. Other squares are no data.`,
    sourceMeasured: 'the readings you loaded',
    fromClaimed: (technologies) => `From the ${technologies} coverage that operators claim (a modelled example).`,
    withoutData: (technologies) => `${technologies} is not counted: no data.`,
    unknown: (share, km2) => `No data for ${share} of the land (${km2}): counted neither as covered nor as a gap.`,
    degenerate: (n) => `In ${n} communes stations touch each other or the border: their land is computed by polygons of 1,024 corners instead of arcs.`,
    why: 'Why?',
    largest: (km2) => `Largest connected gap: ${km2}`,
    largestShow: 'Show on the map',
    largestDistances: (site, fibre) => `its deepest point is ${site} from the nearest mast and ${fibre} from the nearest fibre`,
    technologySwitches: 'Signal by technology',
    technologyHint: 'Choose the technologies that count together; a gap is where none of them reaches.',
    operatorSwitches: 'Signal by operator',
    operatorHint: (technologies) => `Each operator alone, ${technologies}.`,
  },

  receipt: {
    copy: 'Copy command', copied: 'Copied', figure: 'Figure', none: 'This figure does not add up over the province.',
    pick: {
      row: (technology, operator, fields) => `Take the row whose technology is ${technology} and operator ${operator}, field ${fields}.`,
      sum: (technology, operator, fields) => `Add up the rows whose technology is ${technology} and operator ${operator}, field ${fields}.`,
    },
    reading: 'Add --map, --set, --crs or --header where you corrected the import.', join: (kinds) => `The command takes one file of a kind: join the files of ${kinds} first.`,
    title: 'Where does this figure come from?',
    inputs: 'Inputs',
    rule: 'Rule',
    formula: 'Formula',
    repeat: 'Repeat with the command',
    ruleModel: (list) => `Each active station covers a disc on the ellipsoid: ${list}. Terrain is not considered.`,
    ruleMeasured: (side, least) => `A grid of ${side} m squares; one with at least ${least} readings is covered where their median reaches the threshold, else a gap; of other squares nothing is known.`,
    ruleClaimed: 'Covered is the union of the polygons claimed.',
  },

  counts: {
    title: 'Hamlets without signal (trắng sóng) and with patchy signal (lõm sóng)',
    rule: (technologies, km, share) =>
      `Trắng sóng: no ${technologies} signal at the hamlet’s centre. Lõm sóng: signal at the centre, but less than ${share} of the ${km} circle around it is covered.`,
    state: 'State', after: 'without 2G',
    trang: 'Without signal', lom: 'Patchy signal', trangPeople: 'People in hamlets without signal', lomPeople: 'People in hamlets with patchy signal',
    ofHamlets: (n) => `of ${n} hamlets`,
    missing: (n) => `${n} hamlets have no population figure and are left out of the people`,
    notOfficial: 'The hamlets here are modelled: this is not the official list.',
  },

  rules: {
    title: 'Rules and radii', note: 'The technologies counted are those chosen above. Changing a rule computes everything anew; rules go along with the link, the project and downloads.',
    lom: 'Patchy signal (lõm sóng)', lomRadius: 'Radius around the hamlet’s centre', lomShare: 'Served less than', radii: 'Reach of a station (terrain not considered)', reset: 'Back to the first rules',
    sentence: (technologies, operators, radii, km, share) => `Counting ${technologies} (${operators})${radii ? `; radius ${radii}, terrain not considered` : ''}; patchy: less than ${share} of the ${km} around a hamlet’s centre served`,
    off: (technologies) => `${technologies} switched off`, column: 'rule',
  },

  conflicts: {
    title: 'Readings that contradict claimed coverage', readings: 'Readings', claimedButPoor: 'claimed, measured poor', usableButUnclaimed: 'usable, not claimed',
    none: (n) => `None of ${n} readings contradicts the claimed coverage.`, noPair: 'The coverage loaded names no technology and operator of the readings.', outside: 'outside the communes',
  },

  report: {
    title: 'Reported and computed',
    indicator: 'Indicator', reported: 'Reported', computed: 'Computed',
    fitted: 'fitted to the report',
    noCounterpart: 'not computed from the map',
    difference: (points) => `differs by ${points} points`,
    differenceCount: (n) => `differs by ${n}`,
    basisUnknown: 'the report does not say of what',
    without2G: 'without 2G',
    more: 'Other indicators of the province',
    other: 'Figures reported for other dates or borders',
    otherNote: 'Not compared directly: another date, other borders or another rule.',
    scope: { 'Hà Giang province': 'Hà Giang province (former)', 'Tuyên Quang province (2025 borders)': 'today’s Tuyên Quang (124 communes), not Hà Giang alone' },
    source: (source, date) => `${source}, ${date}`,
    about: 'about',
    unit: {
      station: 'stations', percent: '%', 'percent of communes': '% of communes', 'percent (basis not stated)': '%', 'percent (about)': '%', 'percent of hamlets': '% of hamlets',
      'hamlet of 3802': 'of 3,802 hamlets', 'hamlet of 3711': 'of 3,711 hamlets', hamlet: 'hamlets',
    },
    labels: {
      bts_total: 'BTS',
      bts_2g: '2G BTS', bts_3g: '3G BTS', bts_4g: '4G BTS', bts_5g: '5G BTS',
      communes_with_fibre_to_centre: 'Communes with fibre to the centre',
      communes_with_broadband_in_centre_and_populated_areas: 'Communes with broadband in the centre and populated areas',
      mobile_coverage: 'Mobile coverage',
      smartphone_share: 'People with a smartphone',
      online_services_level_4: 'Online public services, level 4',
      electronic_case_handling: 'Cases handled electronically',
      agencies_with_portal: 'Agencies with a portal',
      documents_exchanged_electronically: 'Documents exchanged electronically',
      district_and_commune_offices_with_video_link: 'District and commune offices with a video link',
      hamlets_covered: 'Hamlets with mobile signal',
      hamlets_trang_song: 'Hamlets without signal',
      hamlets_lom_song: 'Hamlets with patchy signal',
      hamlets_trang_without_grid_power: 'Hamlets without signal or grid power',
      hamlets_lom_without_grid_power: 'Hamlets with patchy signal, without grid power',
    },
  },

  oldUnits: {
    district: '11 districts until 1 July 2025',
    follow: 'Overview, search and map follow these units.',
    exportOld: 'coverage-gaps-by-former-commune', exportDistricts: 'coverage-gaps-by-former-district',

    caption: (technologies, operators) => `Former communes: ${technologies} signal (${operators})`,
    hamlets: 'Hamlets', trang: 'Trắng hamlets', lom: 'Lõm hamlets', people: 'People in trắng hamlets', gapKm2: 'km² without signal', gapShare: '% of land without signal',
    byHamlets: 'The borders of former communes are not known: their figures are the signal at the centre and their hamlets, without land.',
    byLand: (n) => `${n} former communes have borders that were loaded: their figures are of their land, those of others by centre and hamlets.`,
    rowLand: 'by the borders loaded',
    named: (n) => `${n} hamlets have their former commune in the file.`,
    assigned: (n) => `${n} hamlets do not say their former commune and are assigned to the nearest former centre within their commune: an assignment, not data.`,
    without: (n) => `${n} hamlets belong to no former commune.`,
    rowAssigned: (n) => `${n} assigned`,
    rowAssignedTitle: 'Hamlets assigned to the nearest former centre',
    noHamlets: 'No hamlets are loaded.',
    none: 'No former commune matches.',
    centre: { reached: 'yes', not: 'no', missing: 'position not known', 'no-data': 'no data' },
    centreBy: (technologies) => `yes: ${technologies}`,
    centreTip: { reached: 'former centre: signal', not: 'former centre: no signal', 'no-data': 'former centre: no data' },
    centreLegend: {
      reached: (technologies) => `Former centre with ${technologies} signal`,
      not: (technologies) => `Former centre without ${technologies} signal`,
      'no-data': () => 'Former centre, no data',
    },

    label: (name) => `About the former commune ${name}`,
    until: 'until 30 June 2025',
    district1: 'District', people2019: 'Population 2019', now: 'Now part of', position: 'Centre',
    reachTitle: 'Signal at the centre', allOperators: 'All operators', yes: 'yes', no: 'no',
    noCentre: 'The position of the centre is not known, so its signal is not judged.',
    nearest: 'Nearest to the centre', mast: 'Mast', mastWith: (technologies, operators) => `${technologies} · ${operators}`, fibre: 'Fibre', fibreAtCentre: 'at the centre',
    show: 'Show on the map',
    landTitle: 'By the borders loaded',
    hamletsTitle: (technologies) => `Its hamlets (${technologies})`,
    hamletsCount: (all, trang, lom) => `${all} hamlets: ${trang} trắng sóng, ${lom} lõm sóng.`,
    hamletsOther: (n) => `${n} other hamlets`, eachHamlet: 'Figures of each hamlet',
    belonging: { named: '', only: '', 'nearest-centre': 'assigned by the nearest centre' },

    districtCaption: (technologies, operators) => `Former districts: land without ${technologies} signal (${operators})`,
    districtNote: 'Figures of a district are sums of the communes of today that are counted in it, not of the land of the former district.',
    mixedTitle: (n) => `${n} communes joined units of several districts`,
    mixedNote: 'Each is counted whole in the district with most of its people of 2019; the people of a unit that was split are divided equally.',
    mixedRow: (commune, people) => `${commune}: ${people}`,
    mixedPeople: (district, n) => `${district} ${n} people`,
    mixedCell: (n) => `${n} with units of other districts too`,
    districtName: 'District, city', communes: 'Communes', area: 'km² of land',
    communesOf: (n, district) => `Show the ${n} communes of ${district}`,
    noDistrict: 'Outside the former districts',
    districtLegend: 'Former district (communes of today joined)',
    districtFilter: 'Former district', allDistricts: 'All',

    needTitle: { new: 'Ten communes in most need', old: 'Ten former communes in most need', districts: 'Former districts in most need' },
    needOther: 'Without the borders of former communes there is no land to measure; in the order of people in trắng hamlets.',
    needChange: 'Change the units in the tab Communes',
  },

  indicators: {
    none: 'The file of figures has none for the province of Hà Giang.',
    caption: 'Digital readiness of the province, as reported',
    own: (files) => `The figures reported are those of ${files}, in place of those that come with this page.`,
    undated: 'date not known',
    when: 'Date, source',
  },

  need: {
    measure: 'Ranked by',
    measures: { people: 'people without signal', land: 'km² without signal', share: '% of land without signal', hamlets: 'hamlets without signal' },
    none: 'No commune has a gap with this choice.',
  },

  table: {
    caption: (technologies, operators) => `Land without ${technologies} signal (${operators}) by commune`,
    units: 'Units', newUnits: '73 communes since 1 July 2025', oldUnits: '193 communes before 1 July 2025',
    filter: 'Filter by name', showing: (n, total) => `${n} of ${total}`,
    stateFilter: 'State', allStates: 'All',
    name: 'Commune', gapShare: '% land no signal', gapKm2: 'km² no signal', people: 'People no signal', trang: 'Hamlets none', lom: 'Hamlets patchy', bts: 'BTS',
    sortBy: (column) => `Sort by ${column}`,
    export: 'Download table', exportName: 'coverage-gaps-by-commune',
    oldName: 'Former commune', district: 'District', now: 'Now', population: 'People 2019', centre: 'Signal at the centre',
    none: 'No commune matches.',
  },

  states: { covered: 'covered everywhere', partial: 'has gaps', gap: 'no signal', 'no-data': 'no data' },

  sheet: {
    chart: 'With signal, by technology',
    label: (name) => `About ${name}`,
    close: 'Close',
    code: (code) => `code ${code}`,
    area: 'Area', population: 'People 2019', byTechnology: 'By technology, all operators', byOperator: 'By operator, any technology',
    technology: 'Technology', operator: 'Operator', landCovered: 'land covered', peopleCovered: 'people covered', trang: 'hamlets none', lom: 'hamlets patchy', bts: 'BTS',
    any: 'any',
    gap: (technologies) => `Gap of ${technologies}`,
    gapArea: 'Without signal', largest: 'Largest connected gap', deepest: 'Deepest point', nearestSite: 'Nearest mast', nearestFibre: 'Nearest fibre',
    peopleGap: 'People in hamlets without signal', peopleLom: 'People in hamlets with patchy signal', estimated: 'estimated: people spread evenly over the land',
    noGap: 'No gap with this choice.',
    showLargest: 'Show the largest gap', showCommune: 'Show the whole commune',
    oldUnits: 'Former communes inside it', oldPart: 'in part', oldCentre: { inside: 'centre lies inside', outside: (km) => `centre lies ${km} outside`, missing: 'position of the centre unknown', corrected: 'position of the centre corrected for a misprint' },
    fibre: 'Fibre endpoints', fibreNote: 'Centres of the 193 former communes, on the report of May 2024 that 100 % of communes have fibre.',
    hamletState: { trang: 'no signal', lom: 'patchy signal', covered: 'signal' },
    people: (n) => `${n} people`,
    sources: 'Sources',
  },

  reported: {
    title: (share) => `${share} of what?`, basis: 'Basis', difference: 'Difference (points)', isClosest: 'closest',
    meaning: { any: 'any technology', 'any-without-2G': 'without 2G', '4G': '4G alone' },
    closest: (reported, basis, share, points) => `Closest to ${reported}: ${basis} – ${share}, ${points} points off. The report does not say what it counts.`,
    none: 'There is nothing to compare with.',
  },

  paper: {
    title: 'Print and letters', kinds: { commune: 'Print report', reply: 'Reply to a petition', request: 'Request to operators', province: 'Print table', all: 'Reports of all communes' },
    preview: 'Preview', print: 'Print', saveHtml: 'Save HTML', close: 'Close', making: 'Writing the document…',
  },

  scenario: {
    endsOn: (technology, operator) => `${technology} (${operator}) ends on`, on: 'Looked at on (empty: all has ended)', height: 'Antenna height', eirp: 'EIRP', heightNote: 'The radius model does not use height and power yet; they go along for a terrain model to come.', fibreAway: (km) => `fibre ${km} away`, cost: (n) => `cost ${n}`, addFile: (file) => `The command needs the file ${file} with the masts placed.`, addFileSave: 'Save this file',
    intro: (technologies) => `What if? All figures count ${technologies} as chosen in the overview, before and after; the map shows what is then.`,
    name: 'Name', keep: 'Keep scenario', drop: 'Drop scenario', kept: 'Scenarios kept', forget: (name) => `Delete “${name}”`, forgetAsk: (name) => `Delete the scenario “${name}”?`, unnamed: 'unnamed',
    ends: 'A technology ends', endsNote: '2G ended on 15 September 2026; 3G is to end in September 2028. It can end for one operator alone.',
    down: 'Failure', storm: 'Storm', noGrid: 'Masts without grid power fail', microwave: 'Stations linked by microwave fail', downCommunes: 'All masts of a commune', downMast: 'Mast (id or name)', add: 'Add',
    roaming: 'Shared networks', roamingNote: 'In these communes the customers of each operator use all networks.', roamingCommunes: 'Commune', everywhere: 'All communes',
    choose: 'Choose…', communes: (n) => `${n} communes`, clear: 'Clear', remove: (name) => `Remove ${name}`, removeMast: 'Remove mast',
    masts: 'Place a mast', mastsNote: 'Press the button, then click on the map (or Enter in its middle); drag a mast and the figures follow.', placeDeepest: 'Place a mast in the largest gap', place: 'Place a mast on the map', placeAt: 'Or at coordinates (latitude, longitude)', placeThere: 'Place', placed: (position) => `A mast was placed at ${position}.`, placeWrong: 'These are no coordinates; for example: 22.72, 104.79', placing: 'Click on the map to place the mast.', placingStop: 'Stop',
    mastName: (n) => `New mast ${n}`, newOperator: 'new', lat: 'Latitude', lng: 'Longitude', radius: 'Radius', radiusDefault: 'by the rules', unknown: 'not known',
    mapShows: (name) => `Map: after the scenario “${name}”`, none: 'Nothing is changed yet. Let a technology end, let a mast fail, or place one.',
    result: 'Before → after', anySignal: 'Any technology, all operators', without: 'Without signal', before: 'Before', after: 'After', difference: 'Difference',
    fields: { gapKm2: 'Land', populationGap: 'People in hamlets without signal', localitiesTrang: 'Hamlets without signal', localitiesLom: 'Patchy hamlets' },
    noChange: 'No commune changes.', byCommune: (n) => `By commune: ${n} change`, exportAs: (format) => `Download before and after (${format})`, exportName: 'scenario',
    hamlets: {
      losingLast: (n, people) => `${n} hamlets lose their last signal (${people} people)`, keepingOne: (n, people) => `${n} hamlets keep a single operator (${people} people)`, gaining: (n, people) => `${n} hamlets gain a signal (${people} people)`,
    },
    limits: {
      'masts-behind-areas': (n) => `${n} areas or readings do not say which mast serves them: masts that fail do not change them.`, 'readings-of-nobody': (n) => `${n} readings without operator stay as they are.`,
      'power-unknown': (n) => `${n} stations do not say whether they have grid power: taken to have it.`, 'backhaul-unknown': (n) => `${n} stations do not say how they are linked: taken not to use microwave.`, 'unknown-masts': (n) => `${n} mast ids are not in the data.`,
    },
  },

  scenarioReceipt: {
    title: 'Where does this figure of the scenario come from?', of: (scenario) => `Scenario: ${scenario}`, now: 'as things are', changes: 'What the scenario changes', none: 'This figure is not computed any more.',
    fields: { gapKm2: 'land without signal', populationGap: 'people of hamlets without signal', populationLom: 'people of patchy hamlets', localitiesTrang: 'hamlets without signal', localitiesLom: 'patchy hamlets' },
    moments: { before: 'before', after: 'after', difference: 'difference' },
    hamlets: { losingLast: 'hamlets that lose their last signal', keepingOne: 'hamlets that keep one operator', gaining: 'hamlets that gain a signal' },
    people: (what) => `people of ${what}`,
    changed: 'communes that change', found: { gain: 'gain of all masts', guarantee: 'least share of the best choice', bound: 'what no choice exceeds', candidates: 'places compared' },
    counted: (what, n) => `${what} = ${n}: those whose land, people or hamlets without signal differ`,
    proven: { gain: 'the gains of all masts added up', guarantee: 'the least share of the best possible that is proven for this way of choosing', bound: 'no more than all that can be gained, and no more than what is gained plus the most that the places left could add within the limit', candidates: 'the places that may be chosen, counted' },
    mast: { gain: 'gain of this mast', cumulated: 'gain in all until this mast' },
    critical: { people: 'people served by this mast alone', hamlets: 'hamlets served by this mast alone', landKm2: 'land served by this mast alone' },
    sides: { less: 'rank with less coverage', asSet: 'rank as set', more: 'rank with more coverage' },
    aims: { people: 'people of hamlets without signal', land: 'km² without signal', hamlets: 'hamlets without signal', lom: 'hamlets without signal or patchy' },
    change: (before, after, difference) => `difference = after − before = ${after} − ${before} = ${difference}`,
    list: (what, n) => `number of ${what} = ${n} (of all technologies and operators counted, judged at the centre of the hamlet)`,
    listPeople: (what, people, n) => `people of the ${n} ${what} = ${people}`, missing: (n) => `${n} hamlets have no number of people and are not in it.`,
    gain: (aim, from, to, before, after, gain) => `${aim} after ${from} masts − after ${to} masts = ${before} − ${after} = ${gain}`,
    sole: (what, value) => `${what} = ${value}: where no other station or polygon reaches`,
    rank: (measure, value, larger, of, rank) => `ordered by ${measure}: this commune ${value}; rank = 1 + communes with more = 1 + ${larger} = ${rank} (of ${of} communes)`,
    byHand: (n) => `${n} masts placed or typed by the reader`, addFile: (file, n) => `The command needs the file ${file} with the ${n} masts placed; it is saved in the tab Scenarios.`,
    pick: (list, where, field) => `In the command’s JSON: list ${list}${where === '' ? '' : `, the item with ${where}`}, field ${field}.`,
    pickCount: (list, where) => `In the command’s JSON: the number of items of the list ${list}${where === '' ? '' : ` with ${where}`}.`, pickWhole: (field) => `In the command’s JSON: field ${field}.`, pickSum: (list, field) => `In the command’s JSON: add up the field ${field} of the list ${list}.`,
    beyond: {
      'operator-name': 'A name of an operator has a comma: the command cannot be given it.', 'sector-factor': 'The sector factor is not the default: the command has no option for it.', 'measured-rule': 'The rule for readings is not the default: the command has no option for it.',
      'scenario-name': 'A mast’s id or an operator’s name of the scenario has a sign that the command separates by: it cannot be given it.', 'free-masts': 'The command wants prices of masts above 0.',
    },
    parts: {
      ends: (what, who, date) => `${what} of ${who} ends${date === null ? '' : ` on ${date}`}`, everyone: 'all operators', on: (date) => `looked at on ${date}`,
      operators: (names) => `operators down: ${names}`, masts: (ids) => `masts down: ${ids}`, communes: (names) => `all masts down in: ${names}`,
      noGrid: 'masts without grid power down', microwave: 'stations with microwave backhaul down', roaming: (n, names) => `networks shared in ${n} communes: ${names}`, added: (n, names) => `${n} masts added: ${names}`, before2G: (list) => `before the scenario ${list} did not count either`,
    },
    exports: {
      sheet: 'why', about: 'about', text: 'text',
      columns: { scenario: 'scenario', inputs: 'inputs', rule: 'rule', formula: 'formula', command: 'command', where: 'place in the command’s output' },
      comparison: { formula: 'difference = after − before, each column of each commune', where: 'communes, the item with the commune’s code, technology and operator; fields before, after, difference' },
      next: { formula: 'gain = what the aim counts before this mast − after it; cumulated = sum of gains until this mast', where: 'masts, the item with the row’s order; fields of the same name' },
      critical: { formula: 'people, hamlets and land that no other station or polygon reaches', where: 'critical, the item with the row’s site_id; fields of the same name' },
      ranks: { formula: 'rank = 1 + communes with more', where: 'communes, the item with the row’s code; fields of the same name' },
    },
  },

  pair: { title: 'Two scenarios side by side', left: 'Left', right: 'Right', now: 'as things are', shown: 'the scenario in view', show: 'Lay side by side' },

  next: {
    title: 'The next masts', objective: 'To gain most', objectives: { people: 'people with signal', land: 'land with signal', hamlets: 'hamlets no longer without signal', lom: 'hamlets wholly served' },
    candidates: 'Choose among', kinds: { hamlets: 'hamlets', centres: 'centres of old communes', fibre: 'fibre endpoints', masts: 'existing masts', grid: 'a grid of 2 km' },
    limit: 'Limit', byCount: 'number of masts', byBudget: 'budget', count: 'Masts', budget: 'Budget', prices: 'Your unit prices', pricesNote: 'The program knows no price; give all in one currency.',
    price: { mast: 'A new mast', upgrade: 'Equipment on an existing mast', fibreKm: 'A kilometre of fibre', solar: 'Solar power' }, within: 'Only within communes', run: 'Find', running: 'Searching',
    found: (n, gain, what) => `${n} masts: ${gain} more ${what}.`, gains: { people: 'people with signal', land: 'with signal', hamlets: 'hamlets with signal', lom: 'hamlets wholly served' },
    compared: (n, method) => `${n} places compared; ${method}.`, methods: { greedy: 'each time the one that gains most', 'gain-per-cost': 'each time the one that gains most for its cost', 'best-single': 'the best single mast' },
    guarantee: (share) => `At least ${share} of the best possible choice is certain.`, bound: (bound, share) => `No choice gains more than ${bound}; this one reaches ${share} of that.`, noGuarantee: 'There is no guarantee for this aim.', noDataBefore: 'There was no data before: everything was taken to have no signal.',
    use: 'Put into the scenario', exportName: 'next-masts', place: 'Place', gain: 'Gain', cumulated: 'In all', fibre: 'To fibre', cost: 'Cost', noPower: 'no grid power', curve: 'Gain in all, mast by mast',
    proposed: (n, name) => `Proposed mast ${n}: ${name}`, gainTip: (gain, what) => `${gain} more ${what}`, stands: 'stands at the step shown', toCome: 'built at a later step',
    legend: { stands: 'Proposed mast, standing at the step shown (number: order)', toCome: 'Proposed mast, built later (number: order)' },
    mapShows: (n, of) => `Map: after ${n} of ${of} proposed masts`,
    steps: 'Step by step on the map', stepBack: 'Previous step', stepOn: 'Next step', stepAt: 'Masts that stand', stepNone: (of) => `No mast stands yet; the map numbers the ${of} proposed ones.`,
    stepTold: (n, of, name, gain, sum, what) => `Step ${n} of ${of}: ${name} stands, ${gain} more ${what}; ${sum} in all.`, stepDrawing: 'Drawing the map of this step…',
    stepColumn: (n) => `After ${n} masts`, stepFigures: (technologies) => `Without ${technologies}`, otherQuestion: (technologies) => `The map draws ${technologies} as chosen in the overview; this table counts what the proposal is for.`,
    withinNote: 'Counted only within the communes chosen.', drop: 'Drop the proposal', outdated: 'This proposal is for other data or another scenario and is no longer on the map; search again.', exportAs: (format) => `Download list (${format})`, straight: 'Fibre is counted in a straight line to the nearest endpoint or route.',
  },

  critical: {
    title: 'Most critical masts', note: 'By the people who lose all signal if the mast fails, of the technologies and operators chosen.', run: 'Find critical masts', mast: 'Mast', down: (name) => `Let ${name} fail in the scenario`, downShort: 'Fail', exportName: 'critical-masts', exportAs: (format) => `Download critical masts (${format})`,
  },

  band: {
    title: 'Do the ranks hold?', note: (measure) => `Radii and thresholds are never sure. Ranks communes by ${measure} with shorter and longer radii (thresholds of readings ± 5 dB).`, share: 'Radius ±', run: 'Compute ranks',
    holding: (n, of) => `${n} of ${of} communes keep their rank.`, less: 'Shorter', asSet: 'As set', more: 'Longer', holds: 'Holds', yes: 'holds', no: 'changes', exportName: 'ranks', exportAs: (format) => `Download ranks (${format})`,
  },

  rank: {
    title: 'Place in the province', measure: 'Ordered by', value: 'Here', rank: 'Rank', share: (share) => `${share} of the province`, tied: (n) => `tied with ${n} communes`,
    because: (hamlets) => `Most people without signal: ${hamlets}.`,
  },

  served: { bestOf: 'Best technology', title: 'How many operators serve', operators: 'Operators', none: 'none', best: (list) => `Land by its best technology: ${list}.`, note: 'Hamlets and people by the signal at the centre, km² by land. With the technologies chosen, operator by operator.' },

  gaps: {
    title: 'The largest gaps', near: (hamlet, km) => `near ${hamlet} (${km})`, masts: (list) => `nearest masts: ${list}`, fibre: (km) => `fibre: ${km}`,
    more: (n, of) => `${n} of ${of} gaps.`, from: 'Distances are from the deepest point of each.',
  },

  centres: {
    fibre: 'fibre', fibreHere: { derived: 'yes (derived from a report)', listed: 'listed' }, away: (km) => `${km} away`, signal: 'signal', noSignal: 'none', mast: 'nearest mast',
    broadband: (share, date) => `Broadband: the report of ${date} says ${share} of communes have it in the centre and where people live; there is no figure for each commune.`,
  },

  hamlets: {
    title: 'Hamlets', none: 'No list of this commune’s hamlets is loaded.', all: (n) => `All (${n})`, filter: 'Filter',
    filters: { trang: 'Without signal', lom: 'Patchy', covered: 'With signal', differs: 'Reported otherwise than computed' },
    counts: (trang, lom, covered) => `${trang} without signal, ${lom} patchy, ${covered} with signal`,
    columns: { name: 'Hamlet', state: 'Computed', reported: 'Reported', operators: 'Operators', best: 'Best technology', people: 'People', mast: 'Nearest mast', fibre: 'Nearest fibre' },
    state: { trang: 'no signal', lom: 'patchy', covered: 'with signal' },
    power: 'Grid power', hasPower: { yes: 'yes', no: 'no' }, households: (n) => `${n} households`, householdsHeader: 'Households', operatorNames: 'Operator names', reason: 'Reason',
    reasons: {
      'no-mast-in-reach': 'no mast within reach', 'outside-coverage': 'outside coverage', 'partly-covered': 'only partly served',
      'only-ended': (technologies) => `only ${technologies}, which is switched off`, 'only-uncounted': (technologies) => `only ${technologies}, which is not counted`, 'one-operator': (operator) => `one operator only: ${operator}`,
    },
    edit: 'Note what is reported', note: 'Note', noteState: 'Reported state', noteDate: 'Date of the report', noteNone: '(nothing noted)', save: 'Save', cancel: 'Cancel', clear: 'Delete note',
    noteHint: 'What you note is kept with the project beside what is computed; computing anew never overwrites it.',
    export: 'Download hamlets (CSV)', exportName: (commune) => `hamlets-${commune}`,
  },

  map: {
    label: 'Map of coverage gaps in Hà Giang. Arrow keys move, + and − zoom, Enter opens the commune in the middle.',
    loading: 'Opening the map…',
    failed: (reason) => `The map cannot be opened (${reason}). The table of communes and the figures beside it still work.`,
    failures: { 'no-webgl': 'this machine has no WebGL', 'context-lost': 'the graphics stopped', library: 'the map library did not load' },
    zoomIn: 'Zoom in', zoomOut: 'Zoom out', whole: 'Show the whole province', north: 'North is up', northLetter: 'N',
    image: 'Save image (PNG)', imageCopy: 'Copy image', imageCopied: 'Image copied', imageDrawing: 'Drawing an A4 image…', imageFailed: 'The image could not be drawn on this machine.', imageName: 'coverage-gap-map', imageMade: (date) => `made ${date}`, imageScale: (n) => `Scale about 1 : ${n} when printed on A4`,
    layers: 'Map layers',
    layer: { bts: 'BTS', fibre: 'Fibre endpoints', routes: 'Fibre routes', coverage: 'Coverage claimed by operators', gaps: 'Gaps', 'no-data': 'No data', measurements: 'Readings', conflicts: 'Readings against claims', changes: 'Differences between versions', hamlets: 'Hamlets', 'old-centres': 'Former centres', communes: 'Commune borders', names: 'Commune names' },
    legend: 'Legend',
    legendGap: (technologies) => `No ${technologies} signal`,
    legendCovered: (technologies) => `${technologies} signal`,
    legendNoData: 'No data',
    legendNumbers: 'Numbers of the legend',
    legendBts: (technology, n) => `${technology} BTS (${n})`,
    legendFibre: (n) => `Fibre endpoints (${n})`,
    legendRoutes: (n) => `Fibre routes (${n})`,
    legendLevel: { usable: 'Reading: usable', weak: 'Reading: weak', poor: 'Reading: poor' },
    legendConflict: { 'claimed-but-poor': 'Claimed, measured poor', 'usable-but-unclaimed': 'Usable, not claimed' },
    legendChange: { added: 'Added', removed: 'Removed', moved: 'Moved', changed: 'Changed', gained: 'Coverage gained', lost: 'Coverage lost' },
    legendCoverage: 'Claimed coverage (example)',
    legendHamlet: { covered: 'Hamlet with signal', lom: 'Hamlet with patchy signal', trang: 'Hamlet without signal' },
    legendLargest: 'Deepest point of the gap',
    coordinates: (wgs) => `WGS 84: ${wgs}`,
    vn2000: (n, e) => `VN-2000 (105°30′): X ${n} · Y ${e}`,
    tip: {
      commune: (name, share) => `${name}: ${share} of the land has no signal`,
      communeNoData: (name) => `${name}: no data`,
      operators: (list) => `Operators: ${list}`,
      route: (id) => `Fibre route ${id}`,
      hamlet: (name, state) => `${name}: ${state}`,
      people: (n) => `${n} people`,
      cluster: (n) => `${n} BTS`,
    },
  },

  mapList: {
    open: 'List of the map', openShort: 'List', title: 'On the map just now', close: 'Close the list',
    nothing: 'There is nothing in the part of the map in view.', shows: (list) => `The map shows ${list}.`,
    said: {
      communes: (n, withGap) => `${n} communes, ${withGap} of them with gaps`, districts: (n) => `${n} former districts`, added: (n) => `${n} masts of the scenario`, proposed: (n) => `${n} proposed masts`, masts: (n) => `${n} masts`,
      fibre: (n) => `${n} fibre endpoints`, hamlets: (n) => `${n} hamlets`, oldCentres: (n) => `${n} centres of former communes`,
    },
    distances: 'Distances and directions are from the middle of the part in view.',
    communes: (technologies) => `Communes, land without ${technologies} signal`, gaps: 'The largest gap of each commune', deepest: 'Its deepest point', districts: 'Former districts', added: 'Masts of the scenario', proposed: 'Proposed masts, in the order of building', order: 'Order', masts: 'Masts and stations',
    hamlets: 'Hamlets', oldCentres: 'Centres of former communes', fibre: 'Fibre endpoints', others: 'Also on the map', name: 'Name', where: 'From the middle',
    routes: (n) => `${n} fibre routes`, coverage: (n) => `${n} areas claimed as covered`, measurements: (n) => `${n} readings`, conflicts: (n) => `${n} readings against claims`, changes: { scenario: 'Land that the scenario takes from signal or gives to it: figures in the tab Scenarios', versions: 'Differences between two versions: table in the tab Data' },
    more: (n) => `${n} more rows`, inMiddle: 'in the middle', away: (km, direction) => `${km} ${direction}`,
    compass: { north: 'north', northEast: 'north-east', east: 'east', southEast: 'south-east', south: 'south', southWest: 'south-west', west: 'west', northWest: 'north-west' },
    layerOn: (layer) => `Layer shown: ${layer}.`, layerOff: (layer) => `Layer hidden: ${layer}.`,
    computing: 'Computing anew…', result: (technologies, share) => `Computed: ${share} of the land has no ${technologies} signal.`, resultNoData: (technologies) => `No data for ${technologies}.`,
  },

  simpleMap: {
    choose: 'Simple map (light on the machine)',
    instead: 'Use the simple map',
    keys: 'Tab leads to the communes; on a commune, arrow keys lead to the next, Enter opens it.',
    legendShare: (technologies, from, to) => `No ${technologies} signal: ${from}–${to} of the commune’s land`,
    because: {
      'no-webgl': 'Simple map: this machine has no WebGL 2.',
      'context-lost': 'Simple map: the graphics stopped midway.',
      library: 'Simple map: the map library cannot be loaded or run.',
    },
    retry: 'Try the full map',
  },

  memory: {
    short: { device: 'This machine has little memory.', failed: 'The machine ran out of memory while computing.', crashed: 'The page was stopped midway the last time, perhaps for want of memory.' },
    leftOut: 'This page leaves some things out.',
    parts: [
      'the full map (a simple map with coarser lines serves)',
      'the shapes of gaps and the largest connected gap (communes are hatched by their share)',
      'figures of each operator alone until it is chosen',
      'results computed before (computed again when needed)',
    ],
    everything: 'Use everything all the same',
    notComputed: 'not computed',
    stopped: { memory: 'The computing part ran out of memory and stopped.', stopped: 'The computing part stopped because of an error.' },
    restarting: 'Starting it again with the data you have…',
    restarted: 'It was started again; your data is still here, only earlier steps cannot be undone.',
    notRestarted: 'It could not be started again; your data is still on this page.',
    largeFile: (file, size, limit) => `${file} has ${size}; with the memory of this machine a file above ${limit} may stop the page midway. What is loaded stays as it is.`,
    readAnyway: 'Read the file all the same',
  },

  sources: {
    title: 'Data sources', date: 'Date', source: 'Source', licence: 'Licence', noLicence: 'not stated by the source', checks: 'Checked', notes: 'Notes', download: 'Download the file',
    note: 'All data lies in this page’s own folder; nothing is sent anywhere.',
  },

  data: {
    title: 'Data in use',
    kinds: { sites: 'BTS', fibre: 'Fibre endpoints', localities: 'Hamlets', measurements: 'Measurements', coverage: 'Coverage', communes: 'Communes', routes: 'Fibre routes', indicators: 'Reported figures' },
    rows: (n) => `${n} rows`,
    remove: (file) => `Remove ${file}`,
    removeAsk: (file) => `Remove “${file}” from the map? It can be undone.`,
    drop: 'Drop files here, or choose them',
    dropHint: 'CSV (any delimiter, UTF-8, windows-1258, TCVN3), XLSX, GeoJSON, TopoJSON, KML/KMZ, zipped Shapefile, GPX; coordinates in WGS 84 or VN-2000. Files never leave this machine.',
    choose: 'Choose files…',
    examples: 'An example file of each kind',
    reading: (file, percent) => `Reading ${file}: ${percent}`,
    stop: 'Stop',
    failed: (file, reason) => `${file} cannot be read: ${reason}. What is loaded stays as it is.`,
    understood: (good, all) => `${good} of ${all} rows can be used`,
    unusable: 'This file cannot be used yet. See the issues below, correct its kind or columns and try again. What is loaded stays as it is.',
    kind: 'Kind of data', guessed: 'guessed',
    crs: 'Coordinates', crsAuto: 'Recognise', crsOptions: { 'EPSG:4326': 'WGS 84 (degrees)', 'VN2000:105.5': 'VN-2000, 105°30′ (Hà Giang)', 'VN2000:106': 'VN-2000, 106°00′ (Tuyên Quang)', 'EPSG:3405': 'VN-2000 / UTM 48N' },
    headerLine: 'Header row on line', headerMissing: 'The file has no such line.',
    mapping: 'Which column is which field', field: 'Field', column: 'Column of the file', none: '(none)', required: 'required',
    everyRow: 'the same in every row',
    preview: 'The first rows of the file',
    issues: (errors, warnings) => `${errors} errors, ${warnings} warnings`,
    noIssues: 'No issues.',
    issueFilter: 'Only code', allCodes: 'All', exportIssues: 'Download the issues (CSV)', exportIssuesName: 'issues',
    line: 'Line', code: 'Code', message: 'Issue', value: 'Value', severity: { error: 'error', warning: 'warning' },
    moreIssues: (n) => `… and ${n} more; download the list to see them all`,
    date: 'Figures of the day (if known)',
    add: 'Add to what is loaded', replace: 'Replace what was loaded of this kind',
    accept: (n) => `Use ${n} rows`, cancel: 'Drop this file',
    changed: { added: (file) => `${file} is loaded.`, removed: (file) => `${file} is removed.`, undone: (file) => `Undone: ${file}.` },
    undo: 'Undo',
    zoom: 'Show on the map',
  },

  offline: {
    title: 'Without a network',
    states: {
      impossible: 'Cannot be kept on this machine from this address or in this browser: open it by https (or localhost).',
      later: 'Not yet: the page’s files are kept once the map is there.',
      asked: 'Not yet: the line is slow or data are dear, so nothing is kept unasked.',
      keeping: 'Keeping the page’s files…',
      failed: 'Not yet: a file could not be loaded, or was not the right one.',
    },
    ready: {
      kept: 'Works without a network: every file of the page is kept on this machine.',
      keeping: 'Works without a network; what the export as one HTML file needs is being kept…',
      none: 'Works without a network, but for the export as one HTML file: what that needs (over 1 MB to load) is not kept on this machine yet.',
    },
    keepRest: 'Keep that as well',
    keep: 'Keep for use without a network',
    version: (version) => `Version ${version}`,
    newVersion: (version) => `There is a new version (${version}). Projects and view stay as they are.`,
    change: 'Use the new version',
    wentBack: (version) => `The new version (${version}) did not start; the page went back to the one before.`,
    tryAgain: 'Try the new version again',
    movedOn: (version) => `The page changed to version ${version} in another tab; this tab has not been loaded anew.`,
    unfinished: 'Here a file is not used yet or a form is being filled in: loading anew loses it.',
    reloadTab: 'Load this tab anew',
    later: 'Later',
    away: 'no network',
  },

  compare: {
    title: 'Compare two versions', withLoaded: 'Compare with what is in use', comparing: 'Comparing…', failed: (reason) => `Could not compare: ${reason}`,
    between: (before, after) => `From ${before} to ${after}`, same: (n) => `${n} rows as before`,
    kinds: { added: 'added', removed: 'removed', moved: 'moved', changed: 'changed' },
    what: 'Row', change: 'Difference', name: 'Name', before: 'Older version', after: 'Newer version', start: 'Compare', close: 'Close comparison',
    filter: 'Filter', export: 'Download comparison (CSV)', exportName: 'comparison', more: (n) => `… and ${n} more rows; download the table to see them all`,
  },

  project: {
    title: 'Project', notes: 'Notes on hamlets', name: 'Name', size: (rows, size) => `${rows} rows, about ${size}, kept on this machine`,
    saveFile: 'Save as one file', saveHtml: 'Export as one HTML file', savingHtml: 'Exporting…', saveHtmlFailed: (reason) => `Could not be exported: ${reason}`,
    saveHtmlAway: 'Could not be exported: what this needs is not kept on this machine, and the server does not answer. Press again once there is a network.',
    htmlNote: 'The HTML file opens by double click, without a network: the whole page, its data, the project and what is in view, to hand over on a stick.',
    inThisFile: (name, date) => `This HTML file carries the project “${name}”, exported on ${date}.`, inThisFilePlain: (date) => `This HTML file was exported on ${date}.`, backToFile: 'Back to what is in the file',
    startNew: 'New project', open: 'Open', others: 'Other projects',
    remove: (name) => `Delete “${name}”`, removeAsk: (name) => `Delete the project “${name}” from this machine for good? This cannot be undone.`,
    reload: 'Load again',
    keeping: {
      memory: 'This browser keeps no data; what you load is lost when the page closes. Save it as one file.',
      full: 'There is no room left: the last change is not kept. Save it as one file, or delete other projects.',
      'other-tab': 'This project was changed in another window. Load it again to see, or save what is here as one file.',
    },
    trouble: {
      'not-a-project': 'This is not a project file.', 'newer-version': 'This project file was written by a newer version of Lõm Sóng; open it with that one.',
      damaged: 'The project file is damaged or incomplete; none of it was opened. What is loaded stays as it is.',
    },
  },

  units: { people: 'people', hamlets: 'hamlets' },
};

export const start: StartText = {
  failed: 'The page did not start: a file could not be loaded or is broken. What you loaded is still on this machine.',
  reload: 'Reload',
  back: 'Use the previous version',
  about: 'Where each commune of Hà Giang has no mobile signal',
  noScript: 'This page needs JavaScript.',
  tooOld: 'This browser is too old for this file; please use a newer Firefox or Chrome.',
};

const MENDED: Readonly<Record<string, string>> = {
  'unclosed-ring': 'a ring was not closed',
  'wrong-winding': 'a ring wound the wrong way',
  'self-crossing': 'the outline crossed itself',
  'dropped-part': 'a part had no area',
  'dropped-line': 'a piece had no length',
};

const UNREADABLE: Readonly<Record<string, string>> = {
  binary: 'This is no file of a known type. Export the data as CSV, XLSX, KML or GeoJSON and load that.',
  'breaks-off': 'The file breaks off or is malformed. Download or export it again.',
  'not-geojson': 'This JSON file is neither GeoJSON nor TopoJSON.',
  archive: 'This archive cannot be opened: it is damaged, protected or too large, or holds no spreadsheet, KML, Shapefile or CSV.',
  'old-office': 'This is an old Office file (.xls). Open it in Excel and save it as .xlsx or CSV.',
  shapefile: 'This Shapefile layer is damaged or lacks parts. Put its .shp, .dbf and .prj into one .zip.',
  'broken-kml': 'This KML or GPX file is damaged or breaks off. Download or export it again.',
  markup: 'Files of this type (HTML, or XML that is no KML or GPX) are not read. Export the data as CSV, XLSX or KML.',
  'not-a-table': 'No table was recognised in this file. It must be CSV with a header row, or GeoJSON.',
};

function hint(detail: Issue['detail']): string {
  if (detail.allowed !== undefined) return ` Use one of: ${detail.allowed}.`;
  if (detail.expected === 'yes-no') return ' Use yes/no or 1/0.';
  if (detail.expected === 'count') return ' A whole number of at least 0 is needed.';
  return ' A number that makes sense in this column is needed.';
}

/** The sentence a person reads for an issue: what is wrong, what was done about it, what to do. */
export const issues: IssueText = {
  'missing-column': ({ value, detail }, { column }) =>
    value === null && detail.why === 'no-header'
      ? `The file has no header row (its first row is data already), so which column is “${column}” is not known. Add a row of column names at the top.`
      : value === null
      ? `The required column “${column}” is missing. Add it, say which column of the file stands for it, or give one value for all rows.`
      : `There is no column “${value}” to stand for “${column}”. Check the header's spelling.`,
  'missing-value': (_, { column, value, detail }) =>
    detail.why === 'zero-position'
      ? 'Position 0, 0 means that there is none; the row is left out. Enter the real position.'
      : detail.why === 'no-level'
        ? `A level of ${value} cannot be real (${detail.min} to ${detail.max} dBm) and is taken for no reading; the row is left out.`
        : detail.why === 'one-level'
          ? `The level ${value} is the same in every row of this technology and operator: what a device writes that cannot measure it; the row is left out.`
          : detail.why === 'rssi'
            ? `${value} is an RSSI, not the RSCP or RSRP of 3G, 4G or 5G; the row is left out.`
            : detail.why === 'quality'
              ? `${value} in “${column}” is a quality, not a level; the row is left out.`
              : `“${column}” is empty but required; the row is left out.`,
  'bad-number': (_, { column, value, detail }) =>
    detail.expected === 'coordinate'
      ? `The coordinate ${value} in “${column}” cannot be read; the row is left out. Write 22.8, 22,8 or 22°49′30″.`
      : `${value} in “${column}” is not a number; the row is left out. Write -95, -95.5 or -95,5.`,
  'bad-coordinate': (_, { column, value, detail }) =>
    detail.axis === 'lng'
      ? `The longitude ${value} in “${column}” is beyond ±180; the row is left out. Check the decimal mark.`
      : `The coordinate ${value} in “${column}” is no place on Earth (latitude ends at ±90); the row is left out. Check the decimal mark.`,
  'swapped-coordinates': (_, { value }) => `Latitude and longitude have changed places${value && ` (${value})`}; they were read the right way round. Check the place on the map.`,
  'projected-coordinates': (_, { detail }) =>
    `Coordinates are in metres: read as VN-2000, central meridian ${detail.zone}, ${detail.rows} ${detail.rows === 1 ? 'row' : 'rows'}${detail.inside === undefined ? '' : `, ${detail.inside} of them inside the communes`}.` +
    (detail.otherZone === undefined
      ? ''
      : ` Central meridian ${detail.otherZone} is possible too${detail.otherInside === undefined ? '' : ` (${detail.otherInside} inside)`}; if so, choose ${detail.other}.`),
  'outside-area': (_, { value }) => `The position${value && ` ${value}`} lies in none of the communes. The row is kept; check the coordinates.`,
  'unknown-technology': (_, { value }) => `The technology ${value} is not known; the row is left out. Use 2G, 3G, 4G or 5G (GSM, UMTS, LTE, NR will do).`,
  'duplicate-id': (_, { value, detail }) => `${value} occurs on line ${detail.firstLine} already; only the first is kept. If they are two things, give them two ids.`,
  'unknown-commune': (_, { value, detail }) => {
    if (detail.why === 'ambiguous') return `${value} can be several communes (${detail.codes}) and the position does not decide. The row is kept; enter the code of today's commune.`;
    if (detail.why === 'old-code') return `No commune bears the code ${value} any more. If it is from before 1 July 2025, write ${detail.write}. The row is kept.`;
    return `No commune ${value} was found (by code or name, old or new). The row is kept; check the spelling.`;
  },
  'bad-date': (_, { column, value }) => `The date ${value} in “${column}” cannot be read and is taken as empty. Write 2024-05-31, 31/05/2024 or 05/2024.`,
  'bad-value': (_, { column, value, detail }) => `The value ${value} in “${column}” cannot be used and is taken as empty.${hint(detail)}`,
  encoding: ({ value }, { detail }) =>
    detail.damaged
      ? 'This UTF-8 file has damaged characters. Check the names with accents, and export it again if need be.'
      : `The file is not UTF-8; it was read as ${value}. Check the names with accents, and save it as UTF-8.`,
  'bad-geometry': (_, { value, detail }) => {
    if (detail.mended !== undefined) return `The shape was mended: ${namedList(detail.mended, MENDED)}. Check it on the map.`;
    if (detail.why === 'not-a-point') return `A point is needed, but this is a ${value}; the feature is left out.`;
    if (detail.why === 'not-an-area') return `An area (Polygon or MultiPolygon) is needed, but this is a ${value}; the feature is left out.`;
    if (detail.why === 'not-a-line') return `A line (LineString or MultiLineString) is needed, but this is a ${value}; the feature is left out.`;
    if (detail.why === 'no-length') return 'The line has no length; the feature is left out.';
    if (detail.why === 'no-area') return 'The shape has no area; the feature is left out.';
    return 'The shape has positions that cannot be read; the feature is left out.';
  },
  unreadable: (_, { detail }) =>
    detail.why === 'open-quote'
      ? `The file breaks off: the quote opened on line ${detail.startLine} is never closed. Export the file again, or mend that line.`
      : (UNREADABLE[detail.why ?? ''] ?? 'This file cannot be read.'),
  empty: () => 'The file has no rows of data.',
};

/** Printed documents, for reading along, not for signing. */
export const report: ReportText = {
  nation: 'SOCIALIST REPUBLIC OF VIET NAM',
  motto: 'Independence - Freedom - Happiness',
  province: 'Tuyên Quang',
  superior: 'PEOPLE’S COMMITTEE OF TUYÊN QUANG PROVINCE',
  unitPrefix: /^(?:xã|phường|thị trấn|đặc khu)\s+/i,
  agency: (commune) => `PEOPLE’S COMMITTEE OF ${commune.toLocaleUpperCase('vi')}`,
  inSentence: (commune) => commune,
  agencyInSentence: (commune) => `the People’s Committee of ${commune}`,
  number: 'No.',
  reportSign: '/BC-UBND',
  letterSign: '/UBND-VP',
  placeAndDate: (place, day, month, year) => `${place}${place ? ', ' : ''}${day}/${month}/${year}`,
  authority: 'ON BEHALF OF THE PEOPLE’S COMMITTEE',
  position: 'CHAIRPERSON',
  signature: '(signature, full name and seal)',
  recipientsTitle: 'To:',
  recipients: ['- People’s Committee of Tuyên Quang province (to report);', '- Department of Science and Technology of Tuyên Quang province;', '- Archives.'],
  recipientsElsewhere: ['', '- Archives.'],
  letterRecipients: ['- As above;', '- Archives.'],
  fields: {
    superior: 'Superior agency', agency: 'Issuing agency', number: 'Number', sign: 'Sign', subject: 'Subject', date: 'Place and date', authority: 'Authority to sign', position: 'Position', signer: 'Full name of the signer', recipients: 'Recipients',
    proposals: 'Proposals', addressee: 'Addressee', petition: 'Petition', contact: 'Contact',
  },
  screenNote: 'Text with a dotted underline can be changed on the page. Print with Ctrl+P on A4, without the browser’s own headers and footers.',

  title: 'REPORT',
  about: (commune) => `On mobile coverage in ${commune}`,
  opening: (agency) => `${agency.charAt(0).toUpperCase()}${agency.slice(1)} reports on mobile coverage in its area:`,
  closing: (agency) => `This is the report of ${agency} on mobile coverage in its area.`,
  sections: { general: 'General situation', gaps: 'Largest gaps', centres: 'Fibre and broadband at the centres of the old communes', proposals: 'Proposals' },

  when: { day: (date) => date, month: (date) => date, year: (date) => date },
  modelled: 'modelled',
  modelledMark: '*',
  modelledNote: (date) => `* Modelled: positions of stations and hamlets are not public; the data were made by a model to fit the figures reported for ${date} and are not real; real ones must take their place before this is sent.`,
  modelledNoteUndated: '* Modelled: the data were made by a model and are not real; real ones must take their place before this is sent.',
  oldNote: (months) => `The coverage data were ${months} months old on the day of this document.`,
  terrainNote: 'Coverage of stations is by radius, terrain not considered; in mountains the truth is worse.',
  estimatedNote: 'People are an estimate: the population spread evenly over the land.',
  noData: 'no data',
  none: '–',

  identity: (commune, code, area) => `${commune} (code ${code}) has an area of ${area}`,
  population: (n) => `, ${n} people (census of 1 April 2019)`,
  populationOf: (n) => `, ${n} people`,
  hamletCount: (n) => `, ${n} hamlets`,
  formedOf: (units) => `; it was formed of ${units}`,
  partOf: (unit) => `a part of ${unit}`,
  state: {
    gap: (date, technologies, km2, share) => `${date ? `By the data of ${date}` : 'By the data loaded'}, the land without ${technologies} signal of any operator is ${km2}, ${share} of the area`,
    gapOfOperators: (date, technologies, operators, km2, share) => `${date ? `By the data of ${date}` : 'By the data loaded'}, the land without ${technologies} signal of ${operators} is ${km2}, ${share} of the area`,
    covered: (date, technologies) => `${date ? `By the data of ${date}` : 'By the data loaded'}, the whole area has ${technologies} signal`,
    noData: 'There are no data on coverage in this area.',
    unknown: (share) => `; of ${share} of the area nothing is known`,
    hamlets: (trang, trangPeople, lom, lomPeople) => `${trang} hamlets are trắng sóng (no signal), with ${trangPeople} people, and ${lom} are lõm sóng (partial signal), with ${lomPeople} people`,
    hamletsWithoutPeople: (trang, lom) => `${trang} hamlets are trắng sóng (no signal) and ${lom} are lõm sóng (partial signal)`,
    unknownHamlets: (n) => `Of ${n} hamlets nothing is known`,
    noHamlets: 'No hamlet is trắng sóng (no signal) or lõm sóng (partial signal)',
    people: (n) => `An estimated ${n} people are without signal`,
    off: (technologies) => `Computed with ${technologies} switched off.`,
  },
  rank: {
    opening: (of, commune) => `Of ${of} communes, ${commune} is `,
    place: (rank, measure) => `number ${rank} by ${measure}`,
    measures: { people: 'people in trắng sóng hamlets', land: 'land without signal', share: 'share of the land without signal', hamlets: 'trắng sóng hamlets' },
    values: { people: (value) => `${value} people`, land: (value) => value, share: (value) => value, hamlets: (value) => `${value} hamlets` },
    among: (of) => `of ${of} with data`,
    tied: (n) => `tied with ${n} others`,
    share: (share) => `${share} of the whole`,
    because: (hamlets) => `mostly because of ${hamlets}`,
    hamletPeople: (hamlet, people) => `${hamlet}: ${people} people`,
    piece: (km2) => `the largest connected gap, ${km2}`,
  },

  figures: {
    caption: 'Coverage by technology and by operator',
    first: 'Technology, operator', land: 'Land covered', people: 'People covered', hamlets: 'Hamlets covered', trang: 'Trắng hamlets', lom: 'Lõm hamlets', bts: 'BTS', sites: 'Masts',
    together: (technologies) => `${technologies} together`,
    byTechnology: 'By technology (operators together)', byOperator: (technologies) => `By operator (${technologies} together)`,
    basis: 'People covered: those of hamlets with signal at the centre. Hamlets covered: with signal at the centre, lõm ones included.',
  },
  served: {
    caption: 'Operators with signal at the hamlet’s centre',
    operators: 'Operators', none: 'None', exactly: (n) => n, hamlets: 'Hamlets', people: 'People', area: 'Land',
  },
  gaps: {
    caption: (technologies) => `Connected gaps of ${technologies}, by size`,
    index: 'No.', area: 'Area', pole: 'Deepest point (WGS 84: latitude; longitude)', hamlet: 'Nearest hamlet', masts: 'Nearest active masts', fibre: 'Nearest fibre',
    none: (technologies) => `There is no gap of ${technologies}.`,
    more: (n, of) => `${n} of ${of} gaps.`,
    fromPole: 'Distances are from the deepest point (the farthest from the gap’s edge).',
    away: (name, km) => `${name}: ${km}`,
  },
  centres: {
    caption: 'Centres of the communes until 30 June 2025',
    unit: 'Old unit', population: 'People 2019', fibre: 'Fibre', signal: 'Signal at the centre', mast: 'Nearest mast',
    fibreDerived: 'yes (derived)', fibreListed: 'listed', fibreAt: (km) => `${km} away`, fibreUnknown: 'no data', noPosition: 'position unknown', noSignal: 'none',
    reported: (source, fibre, broadband) => `As reported (${source}): ${fibre} of communes have fibre to the centre, ${broadband} have broadband in the centre and populated areas; the report has no figures by commune.`,
    none: 'There are no data on old units.',
  },

  annex: (roman) => `Annex ${roman}`,
  annexTo: (agency) => `(to the report of ${agency})`,
  map: {
    title: (technologies, commune) => `MAP OF ${technologies} GAPS, ${commune.toLocaleUpperCase('vi')}`,
    label: (technologies, commune) => `Map of the gaps of ${technologies} in ${commune}`,
    north: 'N',
    gap: 'No signal', covered: 'Signal', unknown: 'No data', border: 'Border', neighbours: 'Neighbours’ borders',
    mast: (technology) => `${technology} station`, fibre: 'Fibre endpoint', hamletCovered: 'Hamlet with signal', hamletLom: 'Lõm sóng hamlet', hamletTrang: 'Trắng sóng hamlet', hamletUnknown: 'Hamlet without data',
    deepest: 'Deepest point of a gap (number as in section II)', numbers: 'Numbers beside hamlets are those of the list of hamlets.', projection: 'Coordinates in WGS 84.',
  },
  hamlets: {
    title: 'LIST OF HAMLETS',
    index: 'No.', name: 'Hamlet', state: 'Computed', reported: 'Reported', operators: 'Operators', best: 'Technology', people: 'People', households: 'Households', power: 'Grid power', mast: 'Mast (km)', fibre: 'Fibre (km)', reason: 'Note',
    states: { trang: 'trắng', lom: 'lõm', covered: 'covered' },
    powered: { yes: 'yes', no: 'no', unknown: '–' },
    reasons: {
      'no-mast-in-reach': 'no station reaches', 'outside-coverage': 'outside the coverage', 'partly-covered': 'some houses without signal',
      'only-ended': (technologies) => `only ${technologies}, which has ended`, 'only-uncounted': (technologies) => `only ${technologies}, not counted`, 'one-operator': (operator) => `only ${operator}`,
    },
    none: 'There are no data on hamlets.',
    distances: 'Mast, Fibre: distance to the nearest active mast and to the nearest fibre endpoint or route.',
    disagree: (n) => `Computed and reported differ in ${n} hamlets.`,
  },
  sources: {
    title: 'SOURCES, RULES AND HOW TO REPEAT',
    data: 'Sources', what: 'Data', nature: 'Nature', date: 'Date', source: 'Source', undated: 'not known',
    rules: 'Rules in force',
    counted: (technologies, operators) => `Counted together: ${technologies}; operators: ${operators}.`,
    allOperators: 'all',
    off: (technologies) => `Switched off: ${technologies}.`,
    notOfficial: 'These rules are settings of the computation, not official ones.',
    repeat: 'How to repeat',
    repeatNote: 'On a computer with Lõm Sóng this command gives the rows; take the one with the technology and operator named, and read the fields.',
    row: (technology, operator) => `row technology = "${technology}", operator = "${operator}"`,
    otherRows: 'For one technology take the row of that technology. For one operator add --by-operator and take the row of that operator.',
    parts: 'All other figures of the report: this command gives them, not rounded, in these parts:',
    reportedPart: 'The command gives the figures compared under reported.candidates:',
    partNames: { byTechnology: 'by technology', byOperator: 'by operator', servedBy: 'operators that serve', largestGaps: 'gaps and distances', centres: 'centres of old communes', hamlets: 'each hamlet', ranks: 'ranks' },
    beyond: 'The computation uses settings that the command has no option for; its figures differ.',
    generated: 'Made with Lõm Sóng from the data above.',
  },
  quantities: {
    areaKm2: 'area', gapKm2: 'land without signal', coveredKm2: 'land with signal', noDataKm2: 'land without data', largestGapKm2: 'largest connected gap', nearestSiteKm: 'distance to the nearest mast', nearestFibreKm: 'distance to the nearest fibre',
    bts: 'BTS', sites: 'masts', population: 'people', populationGap: 'people in trắng sóng hamlets', populationLom: 'people in lõm sóng hamlets', populationMissing: 'hamlets without a figure of people', localities: 'hamlets', localitiesTrang: 'trắng sóng hamlets', localitiesLom: 'lõm sóng hamlets',
    gapShare: 'share of land without signal', coveredShare: 'share of land with signal', populationGapShare: 'share of people in trắng sóng hamlets', peopleCoveredShare: 'share of people covered', localitiesTrangShare: 'share of trắng sóng hamlets', localitiesReachedShare: 'share of hamlets covered',
  },

  receipts: {
    figures: {
      areaKm2: 'area', population: 'people', noDataKm2: 'land without data', noDataShare: 'share of land without data',
      servedHamlets: 'hamlets', servedPeople: 'people', servedKm2: 'land', servedShare: 'share of land', bestShare: 'share of land by its best technology', bestKm2: 'land by its best technology',
      gapPieces: 'connected gaps', gapKm2: 'land without signal', gapShare: 'share of land without signal', pole: 'deepest point', hamletKm: 'distance to the nearest hamlet', mastKm: 'distance to the nearest mast', fibreKm: 'distance to the nearest fibre', operatorMastKm: 'distance to the nearest mast of the operator',
      hamletsTrang: 'trắng sóng hamlets', hamletsLom: 'lõm sóng hamlets', hamletsCovered: 'covered hamlets', hamletsUnknown: 'hamlets without data', hamlets: 'hamlets', hamletsNamed: 'hamlets that name their old unit', hamletsAssigned: 'hamlets assigned to the nearest centre', peopleTrang: 'people in trắng sóng hamlets', peopleMissing: 'hamlets without a figure of people',
      hamletsOther: 'other hamlets', hamletsOfNone: 'hamlets of no old commune', oldUnits: 'old communes', state: 'computed state', reportedState: 'reported state', operatorCount: 'operators that reach the centre', operators: 'names of operators that reach the centre', bestTechnology: 'best technology', people: 'people', households: 'households', power: 'grid power', reason: 'reason', discShare: 'served share of the disc',
      population2019: 'people of 2019', kmOutside: 'centre outside its commune by', reachedBy: 'technologies that reach the centre', centreSignal: 'signal at the centre',
      rankValue: 'value ranked by', rankShare: 'share of the province', rank: 'rank', tied: 'other communes with the same value', reportedShare: 'share reported', reportedDifference: 'difference from the report',
      communes: 'communes', communesOfSeveral: 'communes of several districts', districtPeople: 'people of 2019 in the district', bts: 'BTS', btsDifference: 'difference of BTS from the report', indicator: 'figure reported', fibreCentres: 'share of old commune centres with fibre', largestKm2: 'largest connected gap',
      readings: 'readings that a claim speaks to', claimedButPoor: 'poor readings where signal is claimed', usableButUnclaimed: 'usable readings where nothing is claimed',
      rows: 'rows of the file', rowsUsed: 'rows used', rowsLeftOut: 'rows left out', rowsWithIssues: 'rows with an issue', issueErrors: 'errors', issueWarnings: 'warnings', issuesOfCode: 'issues of the code', rowsOfCode: 'rows with an issue of the code',
      rowsAdded: 'rows added', rowsRemoved: 'rows removed', rowsMoved: 'rows moved', rowsChanged: 'rows changed', rowsSame: 'rows as before', movedMeters: 'distance moved', gainedKm2: 'ground gained', lostKm2: 'ground lost',
      masts: 'masts', fibrePoints: 'fibre endpoints', fibreRoutes: 'fibre routes', communesWithGap: 'communes with a gap', largestGaps: 'communes whose deepest point is here', oldCentres: 'centres of old communes', districts: 'former districts', coverageAreas: 'claimed areas', readingsShown: 'readings shown', conflicts: 'readings that contradict claims',
    },
    field: (path) => `In the output: ${path}.`,
    fields: (part, whole) => `In the output: ${part} and ${whole}.`,
    making: {
      given: 'taken from the data as it stands, nothing computed', area: 'area on the ellipsoid', count: 'counted',
      served: (operators, of) => `what exactly ${operators} of ${of} operators serve; hamlets by their centre`,
      best: 'what this technology reaches and no later one does',
      piece: (number) => `connected piece of the land without signal, number ${number} by size`, pole: 'the point of the gap farthest from its edge',
      distance: (from, name, to) => `geodesic from (${from}) to ${name} (${to})`, route: (from) => `geodesic from (${from}) to the nearest place of a fibre route`, nearest: (from) => `geodesic from (${from}) to the nearest one`,
      reaches: (technologies) => `${technologies} reaches the hamlet’s centre`, reachesNone: 'no technology counted reaches the hamlet’s centre',
      disc: (share, radius, least) => `${share} of the disc of ${radius} is served, against ${least}`, reaching: 'each technology of each operator, judged at the centre',
      rank: (value, among) => `${value}, in descending order among ${among} communes`, above: (name, value) => `next above: ${name} (${value})`, below: (name, value) => `next below: ${name} (${value})`,
      hamletsOfUnit: (count) => `added up over the ${count} hamlets of the unit`, sumOfCommunes: (count) => `added up over ${count} communes`, sumOfUnits: (count) => `added up over ${count} units`, splitPeople: 'people of the district’s old units in this commune; a unit that was split counts in equal parts',
      rowsUsed: 'those without an error', rowsLess: (all, leftOut) => `${all} rows of the file − ${leftOut} left out`,
      leftOut: (list) => `for their errors: ${list}`, leftOutFor: (code, rows) => `${code} (${rows} rows)`, leftOutNone: 'no row has an error',
      compared: { added: 'rows of the new version that the old one lacks', removed: 'rows of the old version that the new one lacks', moved: 'rows of both that are elsewhere now', changed: 'rows of both with a field that differs', same: 'rows of both that neither moved nor changed' },
      moved: 'geodesic from the old place to the new one', ground: 'land that one version covers and the other does not, on the ellipsoid',
    },
    fileRules: {
      kind: (kind) => `What the file holds: ${kind}.`, headerLine: (line) => `The header row is on line ${line}.`, mapped: (list) => `Field ← header of the file: ${list}.`,
      notMapped: 'Which header is which field: see the output of the command.', used: 'Rows with an error are left out, rows with warnings alone are used.',
      identity: (fields) => `Rows of both versions are the same one where these are: ${fields}.`, movedBy: (meters) => `Moved: by more than ${meters}.`, ignored: (fields) => `A difference in ${fields} alone is none.`, changedGround: (km2) => `Changed: ground gained and lost is more than ${km2} together.`,
    },
    beyondReadings: 'The files of the old version were read in different ways; the command reads them as the first: join them first.',
    beyondReported: 'The command takes the bundled reported figures, not reported figures or communes of your own.',
    signal: { reached: 'signal', not: 'no signal', missing: 'position not known', 'no-data': 'no data' },
    nothing: 'none',
  },

  provinceTable: {
    title: 'SUMMARY TABLE',
    about: (technologies, n) => `Coverage of ${technologies} by commune (${n} units)`,
    index: 'No.', name: 'Commune', area: 'Area (km²)', gap: 'No signal (km²)', gapShare: 'No signal (% of land)', population: 'People', people: 'People in trắng hamlets', lomPeople: 'People in lõm hamlets',
    hamlets: 'Hamlets', trang: 'Trắng hamlets', lom: 'Lõm hamlets', bts: 'BTS', sites: 'Masts', largest: 'Largest gap (km²)', mast: 'To mast (km)', fibre: 'To fibre (km)', total: 'Total',
    compared: 'Against the figure reported',
    reported: (share, source) => `Mobile coverage as reported: ${share} (${source}); the report does not say whether of land, people or hamlets.`,
    meaning: 'Meaning', meanings: { any: 'Signal of any technology', 'any-without-2G': 'Signal of any technology but 2G', '4G': 'Signal of 4G' },
    bases: { land: 'Of land', people: 'Of people', hamlets: 'Of hamlets' },
    closest: (meaning, basis, share, points) => `Of the figures that were not fitted to the report the closest is: ${meaning.toLowerCase()}, ${basis.toLowerCase()}: ${share}, off by ${points} points.`,
    order: 'In the order of people in trắng sóng hamlets, then of land without signal.',
  },

  letter: {
    addressee: 'To:',
    reply: {
      about: (commune) => `Reply to a petition about mobile signal in ${commune}`,
      to: 'The voters of ',
      opening: (agency) => `${agency.charAt(0).toUpperCase()}${agency.slice(1)} has received a petition about mobile signal in the area:`,
      answer: 'Having looked at the data, the People’s Committee replies:',
      ending: (agency) => `${agency.charAt(0).toUpperCase()}${agency.slice(1)} thanks the voters for their opinion.`,
      next: 'What will be done:',
    },
    request: {
      about: (commune) => `Request to extend mobile coverage in ${commune}`,
      to: '',
      opening: (agency) => `Having looked at mobile coverage in its area, ${agency} submits the following figures:`,
      answer: 'The People’s Committee asks the operator to survey the place and to plan coverage for the hamlets and areas named, and to tell the result and the expected time.',
      ending: (agency) => `${agency.charAt(0).toUpperCase()}${agency.slice(1)} is ready to help with sites and power within its powers.`,
      next: 'Contact, telephone:',
    },
    trang: (n, technologies, names) => `${n} hamlets without ${technologies} signal at their centre (trắng sóng): ${names}`,
    lom: (n, names) => `${n} hamlets with signal at their centre but not for all houses (lõm sóng): ${names}`,
    noneMissing: (technologies) => `No hamlet of the list is trắng sóng or lõm sóng for ${technologies}.`,
    land: (km2, share) => `Land without signal: ${km2}, ${share} of the area`,
    largest: (km2, pole, mast, fibre) => `The largest connected gap is ${km2}; its deepest point, at ${pole} (WGS 84: latitude; longitude), is ${mast} from the nearest active mast and ${fibre} from the nearest fibre`,
    hamletDetail: (name, people, mast) => `${name} (${people}${mast} from the nearest mast)`,
    hamletPeople: (n) => `${n} people; `,
    asOf: (date, sources) => `${date ? `Data of ${date}` : 'Data as loaded'}; from: ${sources}.`,
    more: (n) => `and ${n} more`,
    footnotes: 'Sources of these figures and how to repeat them',
    official: 'Modelled figures are for preparing a draft only; real ones must take their place before it is sent.',
  },
};

const SOURCES = `Sources (each FILE is CSV, XLSX, GeoJSON, TopoJSON, KML/KMZ, zipped Shapefile or GPX, also .gz; the word "bundled" stands for the data that come along):
  --sites FILE         stations: site_id, name, lat, lng, technology, operator
                       optional: azimuth_deg, beamwidth_deg, radius_m, status (active|planned|off), band_mhz…
  --coverage FILE      coverage polygons with technology, operator; may be given several times.
                       With coverage, stations only count and measure distances (unless --mix)
  --measurements FILE  readings: lat, lng, technology, signal_dbm (+ operator…); squares of 250 m with at least 3, by their median.
                       Other squares are no data. With readings, coverage and stations do not cover (unless --mix)
  --localities FILE    hamlets: locality_id, name, commune_code, lat, lng (+ population, households…)
  --fibre FILE         fibre endpoints: fibre_id, name, lat, lng, commune_code
  --routes FILE        fibre routes: lines (GeoJSON, KML, Shapefile) with route_id; nearestFibreKm is to an endpoint or a route, whichever is nearer
  --communes FILE      communes: polygons with code, name (+ population)
  --mix                readings, then polygons, for the pairs of technology and operator they name; the radius model for the rest
  --map [KIND:]FIELD=HEADER   which header of the file is which field, e.g. --map lat="Vĩ độ" or --map sites:lat="Vĩ độ"
  --set [KIND:]FIELD=VALUE   a field that has one value in every row, e.g. --set technology=4G
  --header [KIND=]LINE the header row is on this line (default: it is found), e.g. --header 4 or --header sites=4
  --sheet [KIND=]NAME  read only this sheet or layer of a file that has several
  --crs [KIND=]EPSG:n|VN2000:105.5   coordinate system of files that are not in WGS 84`;

const QUESTION = `Questions:
  --technology 2G,3G   technologies asked (default: those that occur in the sources)
  --operator NAME,…    count only these operators, together
  --off 2G,…           technologies switched off: they cover nothing any more, what only they reach becomes a gap
  --lom-radius 1km, --lom-share 0.8   a hamlet with signal at its centre is lõm below this served share of the disc around it
  --radius 4G=2.5km,…  radii of the model (default 2G 4 km, 3G 2.5 km, 4G 2.5 km, 5G 0.8 km)
  --model radius       the radius model, terrain not considered (terrain: not there yet)`;

const SCENARIO = `Scenario (what if):
  --off 2G:NAME,3G@DATE   technologies that have ended for one operator, or from a day on, e.g. --off 2G@2026-09-16,3G@2028-09
  --on DATE            the day to look at; what ends later has not ended yet
  --operator-down NAME,…   operators that fail
  --mast-down ID,…     masts that fail (site_id, with all that stands on them)
  --commune-down COMMUNE,…   all masts standing in these communes fail
  --no-grid-down       stations that say they have no grid power (has_electricity) fail
  --microwave-down     stations with microwave backhaul fail
  --roaming COMMUNE,…  in these communes all operators share their networks
  --add FILE           stations added: a file as for --sites, always covering by the radius model; may be given several times`;

const RESULT = (languages: string) => `  --by-operator        rows for each operator besides
  --commune CODE       this commune alone (code or name); may be given several times

${SCENARIO}

Result:
  --format json|csv|geojson|kml|xlsx   default json. csv: comma and decimal point; arrays joined by spaces
  --units old|districts   in place of communes: a row for each unit until 30 June 2025 (by its land where its geometry is given, else by centre and hamlets),
                       or for each former district (sums of today's communes); json, csv, xlsx. Fields: docs/receipts.md
  --difference         in place of the rows: before, after and difference of the scenario, by commune and of all communes asked, and the hamlets that change (json, csv, xlsx)
  --off-before 2G      with --difference: technologies that had ended before the scenario
  --lang ${languages}         language of messages; csv in vi has ; and decimal comma
  --out FILE           write to a file instead of the screen`;

/** Text of the `lomsong` command. */
export const cli: CliText = {
  help: () => `lomsong – coverage gaps by commune

  lomsong gaps  [options]         computes what has no signal, commune by commune
  lomsong rank  [options]         where the next masts do most good, which masts matter most, which communes need most
  lomsong report [options]        a commune's report, draft letters, a table of all communes, to print
  lomsong check FILE… [options]   checks data files and names every issue with line and column
  lomsong compare OLD NEW [options]   what differs in the new version of a file
  lomsong gaps|rank|report|check|compare --help | lomsong --version

Try it on the bundled data of Hà Giang (stations and hamlets are modelled, not real):
  npx lomsong gaps --format csv --out gaps.csv
  npx lomsong gaps --technology 3G,4G --by-operator --format csv

With data of your own:
  npx lomsong check sites.csv
  npx lomsong compare masts-may.csv masts-november.csv
  npx lomsong gaps --sites sites.csv --localities hamlets.csv --radius 4G=3km --out gaps.json
  npx lomsong gaps --coverage claimed.geojson --sites sites.csv --format geojson

Exit status: 0 fine or warnings alone; 1 errors in the data (bad rows are left out, the rest is computed); 2 wrong usage or an unreadable file.
`,
  helpGaps: (languages) => `lomsong gaps – what has no signal, by commune × technology, then one row "any" (none of the technologies)

${SOURCES}

${QUESTION}
${RESULT(languages)}

Without --sites, --coverage and --measurements the bundled modelled stations and hamlets are used (said on stderr).
Without --communes the 73 communes of Hà Giang; without --fibre the endpoints derived from the report, if one lies in the communes.
"no-data" is a technology that no source speaks of: it is never counted as a gap.
"source" says where coverage comes from: claimed is what an operator publishes; modelled is computed from the stations by radius, terrain not considered, so that in mountains the truth is worse; measured is from readings.
Exit status: 0 fine or warnings alone; 1 errors in the data (bad rows are left out, the rest is computed; a file that lacks a column or is empty gives no result); 2 wrong usage or an unreadable file.

Examples:
  npx lomsong gaps                                                    bundled data, JSON
  npx lomsong gaps --sites sites.csv --technology 4G --format csv     your stations
  npx lomsong gaps --coverage a.geojson --coverage b.geojson --operator Viettel,MobiFone
  npx lomsong gaps --off 2G --add new.csv --difference                before and after
`,
  helpCheck: (languages) => `lomsong check FILE… – checks files; every issue is a JSON object on a line of stdout: file, line, column, code, severity, value, message

  --kind sites|fibre|routes|localities|measurements|coverage|communes|indicators   what the file holds (default: guessed, and said on stderr)
  --communes FILE      communes, to know which points lie outside (default: the 73 of Hà Giang)
  --map FIELD=HEADER   which header of the file is which field; may be given several times
  --set FIELD=VALUE    a field that has one value in every row
  --header [KIND=]LINE the header row is on this line (default: it is found), e.g. --header 4 or --header sites=4
  --sheet [KIND=]NAME  read only this sheet or layer of a file that has several
  --crs EPSG:n|VN2000:105.5   coordinate system of files that are not in WGS 84
  --format lines|json  by default lines: an issue a line. json: instead, of each table how many rows, used and left out, issues by code, which header is which field
  --lang ${languages}         language of the message

bundled in place of a FILE checks the bundled data (all, or the kind that --kind names).
Lines are counted as a text editor does (the header is line 1); in GeoJSON it is the feature's index, from 0.
Understood: any delimiter, decimal comma, degrees-minutes-seconds, UTF-8, windows-1258, TCVN3, VN-2000.
Exit status: 0 fine or warnings alone; 1 errors; 2 wrong usage or an unreadable file.
`,
  helpCompare: (languages) => `lomsong compare OLD… NEW – what differs in the new version of data: rows added, removed, moved, changed; of coverage, km² gained and lost

The last file is the new version; those before it are the old one together. bundled in place of a file is the bundled data of the kind.
Rows of both are the same one where their identity is (stations: site_id, technology, operator, band, azimuth; fibre_id; route_id; locality_id; coverage: technology, operator).
Moved: by more than 1 m. Coverage has changed where ground gained and lost is more than 0.01 km² together. A new date of the data alone is no change.

  --kind sites|fibre|routes|localities|coverage   what the files hold (default: guessed, and said on stderr)
  --communes FILE      communes, to tell names and places by (default: the 73 of Hà Giang)
  --map [before:|after:]FIELD=HEADER   which header of the files is which field, of both or of the old (before:), the new (after:) alone
  --set [before:|after:]FIELD=VALUE    a field that has one value in every row
  --header [before=|after=]LINE   the header row is on this line (default: it is found)
  --sheet [before=|after=]NAME    read only this sheet or layer of a file that has several
  --crs [before=|after=]EPSG:n|VN2000:105.5   coordinate system of files that are not in WGS 84
  --format text|csv|json   default text: a table to read. json: unrounded, fields in docs/receipts.md
  --lang ${languages}         language of the table and messages; with csv, vi has ; and decimal commas
  --out FILE           writes to a file in place of the screen

Exit status: 0 fine, whether anything differs or not; 1 rows with errors were left out; 2 wrong usage or an unreadable file.

Examples:
  npx lomsong compare masts-may.csv masts-november.csv
  npx lomsong compare bundled masts.csv --kind sites --format csv --out changes.csv
  npx lomsong compare old.xlsx new.xlsx --sheet before=May --sheet after=November --map after:lat=Latitude
`,
  helpRank: (languages) => `lomsong rank – where the next masts do most good, which masts matter most, which communes need most

One of four questions:
  --next N             the next N masts
  --budget AMOUNT      the masts within an amount of money; needs --prices
  --critical N         the N masts by whose failure most people lose every signal
  --need people|land|share|hamlets   communes by need, and which ranks are certain

With --next and --budget:
  --for people|land|hamlets|lom   the aim: people (default), land, trắng hamlets, or trắng and lõm hamlets
  --candidates KIND,…  places to choose from: hamlets (default), centres (of the former communes), fibre, masts (that lack the technology),
                       grid or grid=1km (default 2 km), or a FILE as for --sites: each site_id is a place
  --technology 4G      what new masts carry, and what counts as signal (default: all that has not ended)
  --operator NAME      only this operator counts, and the new masts are its own
  --commune CODE,…     masts only in these communes, and only what they gain there counts (with --critical, --need: only these are listed)
  --prices mast=…,fibreKm=…,solar=…[,upgrade=…]   your unit prices: a new mast, a kilometre of fibre, solar power where a source says that there is
                       no grid power, and equipment on a mast that stands already (as a new mast unless given)
  --add FILE           masts decided already; they count first

With --need:
  --band 20%,5dB       radii shorter and longer by 20 % (default), thresholds of readings higher and lower by 5 dB

${SOURCES}

${QUESTION}

${SCENARIO}

Result:
  --format json|csv|geojson|xlsx   default json (geojson: not for --need)
  --lang ${languages}         language of messages; csv in vi has ; and decimal comma
  --out FILE           write to a file instead of the screen

What --next --format csv writes can be used at once: lomsong gaps --add result.csv gives the same figures. Fields: docs/rank.md.
For a number of masts the choice reaches at least 1 − 1/e of the best; under a budget ½ (1 − 1/e); for --for lom there is no guarantee.
Of places that gain the same the earlier is chosen.

Examples:
  npx lomsong rank --next 20 --technology 4G --format csv --out new.csv
  npx lomsong rank --budget 5e9 --prices mast=2e9,fibreKm=1e8,solar=3e8 --for hamlets    (prices are made up for the example)
  npx lomsong rank --critical 10 --off 2G
  npx lomsong rank --need people --technology 4G --band 20%
`,
  helpReport: (languages) => `lomsong report – a commune's report to print and sign (HTML, A4, in the form of Decree 30/2020/NĐ-CP), with map, tables, list of hamlets, sources

  --commune CODE       which commune (code or name); may be given several times
  --all                all communes
  --province           a table of all communes, A4 landscape
  --letter reply|request   a draft letter instead of the report: a reply to voters, or a request to operators
  --out FILE|FOLDER    FILE.html: all in one file, pages numbered through; FOLDER: one file a commune. Without it, the screen (one document)
  --format html|json   default html. json: all figures of the report (or of the province, with --province), not rounded; a list for several communes. Fields: docs/receipts.md
  --date DATE          date of the document, e.g. 2026-11-24 (default: today)
  --box WEST,SOUTH,EAST,NORTH   with --province --format json: map counts in this box (degrees). The options of scenarios, as of lomsong gaps, then go too
  --form FILE.json     the office's own words: superior, agency, number, sign, place, authority, position, signer, recipients (a list),
                       proposals, addressee, petition, contact; what is not given stays a blank to fill

${SOURCES}

${QUESTION}
  --lang ${languages}         language of document and messages

Examples:
  npx lomsong report --commune 00715 --out report.html
  npx lomsong report --all --sites sites.csv --localities hamlets.csv --out reports/
  npx lomsong report --commune 00715 --letter reply --out reply.html
`,
  reportOfWhat: 'Say --commune CODE, --all or --province. See: lomsong report --help --lang en',
  reportNeedsOut: 'Several documents need --out: a folder, or one .html file for all.',
  ofProvinceData: (option) => `${option} goes with --province --format json alone.`,
  letterOfCommune: '--letter is of a commune: use it with --commune or --all, not with --province.',
  formField: (file, field, known) => `${file}: there is no field "${field}" (there are: ${known}).`,
  reportsWritten: (count, where) => `${count} documents written to ${where}`,
  unknownCommand: (name) => `There is no command "${name}". See: lomsong --help --lang en`,
  unknownOption: (option) => `There is no option "${option}". See: lomsong --help --lang en`,
  noValueWanted: (option) => `The option ${option} takes no value. See: lomsong --help --lang en`,
  valueMissing: (option) => `The option ${option} lacks its value. See: lomsong --help --lang en`,
  givenTwice: (option) => `The option ${option} may be given only once. See: lomsong --help --lang en`,
  notYet: (what) => `${what}: not there yet in this version.`,
  terrain: 'There is no terrain model (--model terrain) yet; use --model radius.',
  badValue: (option, value, expected) => `${option}: "${value}" is not understood; it takes ${expected}.`,
  expected: {
    units: 'old or districts', technology: '2G, 3G, 4G, 5G, separated by commas', radius: 'e.g. 4G=2.5km,2G=4000m', format: 'json, csv, geojson, kml or xlsx', model: 'radius',
    map: 'FIELD=HEADER', crs: 'EPSG:4326, EPSG:3405, EPSG:3406 or VN2000:105.5', kind: 'sites, fibre, routes, localities, measurements, coverage, communes or indicators',
    header: 'the line of the header row, counted from 1, e.g. 3 or sites=3', mapField: 'a field that at least one of the files has', operator: 'names of operators, separated by commas', length: 'e.g. 1km or 800m', share: 'e.g. 0.8 or 80%', commune: 'codes or names of communes', letter: 'reply or request', date: 'a day as YEAR-MONTH-DAY, e.g. 2026-11-24', form: 'a JSON file whose fields are text', box: 'west,south,east,north in degrees, e.g. 104.9,22.7,105.2,23.0',
    mast: 'site_ids, separated by commas', off: 'e.g. 2G, 2G:Viettel, 3G@2028-09', day: 'a year, month or day: 2028, 2028-09, 2028-09-16', count: 'a whole number from 1 to 10000', amount: 'a positive number, e.g. 2500 or 2.5e9',
    prices: 'mast=…,fibreKm=…,solar=… (and upgrade=… if wanted), in one currency', band: 'e.g. 20%, 5dB or 20%,5dB', candidates: 'hamlets, centres, fibre, masts, grid, grid=1km (250 m at least) or a sites file',
  },
  reasons: {
    ENOENT: 'there is no such file or folder', EISDIR: 'it is a folder, not a file', ENOTDIR: 'its path leads through a file that is no folder',
    EACCES: 'no permission', EPERM: 'no permission', EROFS: 'the disk is read-only', ENOSPC: 'the disk is full',
  },
  noFile: 'At least one file is needed. See: lomsong check --help --lang en',
  twoVersions: 'Two files are needed: the old version, then the new one. See: lomsong compare --help --lang en',
  notComparable: (kind) => `${kind} cannot be compared: rows of this kind have no identity to be told by. Comparable are sites, fibre, routes, localities, coverage.`,
  kindsDiffer: (file, kind, otherFile, otherKind) => `${file} looks like ${kind}, but ${otherFile} like ${otherKind}; say which with --kind.`,
  kindWanted: 'What the files hold cannot be guessed; say so with --kind.',
  compared: (before, after, kind) => `From ${before} to ${after} (${kind})`,
  cannotRead: (file, reason) => `${file} cannot be opened: ${reason}`,
  cannotWrite: (file, reason) => `${file} cannot be written: ${reason}`,
  issueAt: (file, line, column, sentence) => `${file}${line === null ? '' : `:${line}`}${column === null ? '' : ` [${column}]`}: ${sentence}`,
  moreIssues: (count) => `… and ${count} more; see them all with lomsong check`,
  noResult: 'Nothing was computed: a file cannot be used, no result was written.',
  bundledModelled: ({ sites, localities, coverage }, date) =>
    `Using the bundled modelled ${new Intl.ListFormat('en').format([sites ? 'stations' : '', localities ? 'hamlets' : '', coverage ? 'coverage' : ''].filter(Boolean))} (fitted to the figures reported for ${date}, terrain not considered), not real data.`,
  radiusModel: 'The coverage of stations is computed by the radius model, terrain not considered.',
  bundledFibre: 'Fibre distances are to the centres of the 193 former communes, derived from the report of May 2024.',
  unknownOperator: (name, known) => `No source has an operator "${name}" (there are: ${known}); its rows are no-data.`,
  scenarioLimit: ({ code, count }) => ({
    'masts-behind-areas': 'Coverage read from polygons or readings does not say which mast serves it: masts that fail do not change it (only their number falls).',
    'readings-of-nobody': `${count} readings do not say of which operator and count as before.`,
    'power-unknown': `${count} station rows do not say whether they have grid power: they are taken to have it.`,
    'backhaul-unknown': `${count} station rows do not say how they are linked: they are taken not to be by microwave.`,
    'unknown-masts': `${count} mast ids of the scenario are in no source.`,
  })[code],
  oneRanking: 'Exactly one of --next, --budget, --critical, --need is needed. See: lomsong rank --help --lang en',
  pricesWanted: '--budget needs --prices mast=…,fibreKm=…,solar=… (your own unit prices, in one currency; the program knows none).',
  noTechnology: 'No technology is left to look at; name some with --technology.',
  noHamlets: (objective) => `--for ${objective} needs hamlets (--localities).`,
  noPeople: 'No source has numbers of people, neither hamlets nor communes; use --for land.',
  noCandidates: (from) => `There is no place to choose from (${from}) in the communes looked at.`,
  nowhereBefore: (technologies) => `No source speaks of ${technologies}: it is taken to reach nowhere yet.`,
  withoutCost: (count) => `${count} places have no known cost (the nearest fibre is not known) and are left out.`,
  powerUnknown: (count) => `Of ${count} of the masts chosen it is not known whether there is grid power: solar power is not counted for them.`,
  nextFound: ({ objective, masts, gain, bound, method, guarantee }) => {
    const unit = { land: 'km² newly with signal', people: 'people newly with signal', hamlets: 'hamlets no longer trắng', lom: 'hamlets no longer trắng or lõm' }[objective];
    const figure = (value: number) => new Intl.NumberFormat('en-GB', { maximumFractionDigits: objective === 'land' ? 2 : 0 }).format(value);
    const how = { greedy: 'greedy choice', 'gain-per-cost': 'greedy choice by gain per cost', 'best-single': 'the best single mast' }[method];
    const sure = guarantee === null
      ? 'There is no guarantee for this aim.'
      : `Guaranteed to be at least ${new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 1 }).format(guarantee)} of the best (${method === 'greedy' ? '1 − 1/e' : '½ (1 − 1/e)'}); no choice gains more than ${figure(bound!)}.`;
    return `${masts} masts, ${figure(gain)} ${unit} (${how}). ${sure}`;
  },
  bandWithoutEffect: 'Coverage read from polygons does not change with radius or threshold.',
  ranksHold: (holding, all, { radiusShare, thresholdDb }) => `${holding} of ${all} communes keep their rank with radii ± ${Math.round(radiusShare * 100)} %, thresholds ± ${thresholdDb} dB.`,
  noPairs: 'No source names any technology; there are only rows "any", without data.',
  unknownCommune: (asked) => `There is no commune "${asked}" among those in use.`,
  ambiguousCommune: (asked, codes) => `"${asked}" may be several communes (${codes}); give the code.`,
  degenerate: (rows, all) => `${rows} of ${all} rows: stations stand in a degenerate way (they touch or meet so closely that rounding could decide); computed with polygons instead of exact arcs.`,
  localityElsewhere: (name, code, other) => `hamlet "${name}" says commune ${code} but lies in ${other}; it is counted in ${code}.`,
  partlyRead: (file, good, bad) => `${file}: ${good} rows used, ${bad} bad rows left out.`,
  kindGuessed: (file, kind) => `${file}: taken for ${kind} (say so with --kind)`,
  checked: (file, good, all, errors, warnings) => `${file}: ${good}/${all} rows usable, ${errors} errors, ${warnings} warnings`,
};
