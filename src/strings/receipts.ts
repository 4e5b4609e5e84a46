/** Words of the receipts of figures that stand in a report or in the rows of former units. */
import type { FigureName } from '../core/figure-receipt';

export interface ReceiptText {
  figures: Record<FigureName, string>;
  /** A figure of something. */
  figureOf(figure: string, of: string): string;
  /** In the command's output. */
  field(path: string): string;
  fields(part: string, whole: string): string;
  making: {
    given: string;
    area: string;
    count: string;
    served(operators: string, of: string): string;
    best: string;
    piece(number: string): string;
    pole: string;
    distance(from: string, name: string, to: string): string;
    route(from: string): string;
    nearest(from: string): string;
    reaches(technologies: string): string;
    reachesNone: string;
    disc(share: string, radius: string, least: string): string;
    reaching: string;
    rank(value: string, among: string): string;
    above(name: string, value: string): string;
    below(name: string, value: string): string;
    hamletsOfUnit(count: string): string;
    sumOfCommunes(count: string): string;
    sumOfUnits(count: string): string;
    splitPeople: string;
  };
  beyondReported: string;
  /** Of the signal at the centre of an old unit. */
  signal: Record<'reached' | 'not' | 'missing' | 'no-data', string>;
  nothing: string;
}

const vi: ReceiptText = {
  figures: {
    areaKm2: 'diện tích', population: 'số dân', noDataKm2: 'diện tích chưa có số liệu', noDataShare: 'tỷ lệ diện tích chưa có số liệu',
    servedHamlets: 'số thôn', servedPeople: 'số người', servedKm2: 'diện tích', servedShare: 'tỷ lệ diện tích', bestShare: 'tỷ lệ diện tích theo công nghệ tốt nhất', bestKm2: 'diện tích theo công nghệ tốt nhất',
    gapPieces: 'số vùng lõm', gapKm2: 'diện tích không có sóng', gapShare: 'tỷ lệ diện tích không có sóng', pole: 'điểm sâu nhất', hamletKm: 'khoảng cách thôn gần nhất', mastKm: 'khoảng cách cột gần nhất', fibreKm: 'khoảng cách cáp quang gần nhất', operatorMastKm: 'khoảng cách cột gần nhất của nhà mạng',
    hamletsTrang: 'thôn trắng sóng', hamletsLom: 'thôn lõm sóng', hamletsCovered: 'thôn có sóng', hamletsUnknown: 'thôn chưa có số liệu', hamlets: 'số thôn', hamletsNamed: 'thôn có ghi xã cũ', hamletsAssigned: 'thôn gán theo trung tâm gần nhất', peopleTrang: 'người ở thôn trắng sóng', peopleMissing: 'thôn không có số dân',
    state: 'tình trạng tính được', reportedState: 'tình trạng báo cáo', operatorCount: 'số nhà mạng tới trung tâm', operators: 'nhà mạng tới trung tâm', bestTechnology: 'công nghệ tốt nhất', people: 'số người', households: 'số hộ', power: 'điện lưới', reason: 'lý do', discShare: 'phần vòng tròn có sóng',
    population2019: 'số dân năm 2019', kmOutside: 'trung tâm nằm ngoài xã', reachedBy: 'công nghệ tới trung tâm', centreSignal: 'sóng tại trung tâm',
    rankValue: 'số đo để xếp hạng', rankShare: 'phần của cả tỉnh', rank: 'thứ hạng', tied: 'số xã khác cùng giá trị', reportedShare: 'tỷ lệ báo cáo', reportedDifference: 'chênh lệch với số báo cáo',
    communes: 'số xã', communesOfSeveral: 'xã gộp từ nhiều huyện', districtPeople: 'số dân năm 2019 thuộc huyện', bts: 'số trạm BTS', btsDifference: 'chênh lệch số trạm với số báo cáo', indicator: 'số báo cáo', fibreCentres: 'tỷ lệ trung tâm xã cũ có cáp quang', largestKm2: 'vùng lõm liền lớn nhất',
    readings: 'số đo mà công bố có nói tới', claimedButPoor: 'số đo kém nơi công bố là có sóng', usableButUnclaimed: 'số đo dùng được nơi không công bố',
  },
  figureOf: (figure, of) => `${figure}: ${of}`,
  field: (path) => `Trong kết quả: ${path}.`,
  fields: (part, whole) => `Trong kết quả: ${part} và ${whole}.`,
  making: {
    given: 'lấy nguyên từ dữ liệu, không tính gì thêm', area: 'diện tích trên mặt elipxoit', count: 'đếm',
    served: (operators, of) => `phần mà đúng ${operators} trong ${of} nhà mạng có sóng; thôn tính tại trung tâm`,
    best: 'phần mà công nghệ này tới và không công nghệ mới hơn nào tới',
    piece: (number) => `phần liền của vùng không có sóng, lớn thứ ${number}`, pole: 'điểm trong vùng lõm xa mép nhất',
    distance: (from, name, to) => `đường trắc địa từ (${from}) tới ${name} (${to})`, route: (from) => `đường trắc địa từ (${from}) tới chỗ gần nhất của một tuyến cáp quang`, nearest: (from) => `đường trắc địa từ (${from}) tới nơi gần nhất`,
    reaches: (technologies) => `${technologies} tới trung tâm thôn`, reachesNone: 'không công nghệ nào được tính tới trung tâm thôn',
    disc: (share, radius, least) => `${share} vòng tròn ${radius} có sóng, so với mức ${least}`, reaching: 'xét từng công nghệ, từng nhà mạng tại trung tâm',
    rank: (value, among) => `${value}, xếp từ nhiều đến ít trong ${among} xã`, above: (name, value) => `ngay trên: ${name} (${value})`, below: (name, value) => `ngay dưới: ${name} (${value})`,
    hamletsOfUnit: (count) => `cộng qua ${count} thôn thuộc đơn vị`, sumOfCommunes: (count) => `cộng qua ${count} xã`, sumOfUnits: (count) => `cộng qua ${count} đơn vị`, splitPeople: 'dân các xã cũ của huyện trong xã này; xã cũ bị chia thì chia đều',
  },
  beyondReported: 'Lệnh dùng số báo cáo kèm theo, không dùng số báo cáo hay ranh giới xã của bạn.',
  signal: { reached: 'có sóng', not: 'không có sóng', missing: 'không biết vị trí', 'no-data': 'chưa có số liệu' },
  nothing: 'không có',
};

const en: ReceiptText = {
  figures: {
    areaKm2: 'area', population: 'people', noDataKm2: 'land without data', noDataShare: 'share of land without data',
    servedHamlets: 'hamlets', servedPeople: 'people', servedKm2: 'land', servedShare: 'share of land', bestShare: 'share of land by its best technology', bestKm2: 'land by its best technology',
    gapPieces: 'connected gaps', gapKm2: 'land without signal', gapShare: 'share of land without signal', pole: 'deepest point', hamletKm: 'distance to the nearest hamlet', mastKm: 'distance to the nearest mast', fibreKm: 'distance to the nearest fibre', operatorMastKm: 'distance to the nearest mast of the operator',
    hamletsTrang: 'trắng sóng hamlets', hamletsLom: 'lõm sóng hamlets', hamletsCovered: 'covered hamlets', hamletsUnknown: 'hamlets without data', hamlets: 'hamlets', hamletsNamed: 'hamlets that name their old unit', hamletsAssigned: 'hamlets assigned to the nearest centre', peopleTrang: 'people in trắng sóng hamlets', peopleMissing: 'hamlets without a figure of people',
    state: 'computed state', reportedState: 'reported state', operatorCount: 'operators that reach the centre', operators: 'names of operators that reach the centre', bestTechnology: 'best technology', people: 'people', households: 'households', power: 'grid power', reason: 'reason', discShare: 'served share of the disc',
    population2019: 'people of 2019', kmOutside: 'centre outside its commune by', reachedBy: 'technologies that reach the centre', centreSignal: 'signal at the centre',
    rankValue: 'value ranked by', rankShare: 'share of the province', rank: 'rank', tied: 'other communes with the same value', reportedShare: 'share reported', reportedDifference: 'difference from the report',
    communes: 'communes', communesOfSeveral: 'communes of several districts', districtPeople: 'people of 2019 in the district', bts: 'BTS', btsDifference: 'difference of BTS from the report', indicator: 'figure reported', fibreCentres: 'share of old commune centres with fibre', largestKm2: 'largest connected gap',
    readings: 'readings that a claim speaks to', claimedButPoor: 'poor readings where signal is claimed', usableButUnclaimed: 'usable readings where nothing is claimed',
  },
  figureOf: (figure, of) => `${figure}: ${of}`,
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
  },
  beyondReported: 'The command takes the bundled reported figures, not reported figures or communes of your own.',
  signal: { reached: 'signal', not: 'no signal', missing: 'position not known', 'no-data': 'no data' },
  nothing: 'none',
};

export function receiptText(language: 'vi' | 'en'): ReceiptText {
  return { vi, en }[language];
}
