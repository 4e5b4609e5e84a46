/** Words of receipts of scenario figures, on the page and in exports. */
import type { HamletChanges } from '../core/scenario-difference';
import type { BandSide, CriticalFigure, MastFigure, Moment, NeedField } from '../core/scenario-receipt';
import type { Objective } from '../core/next-masts';

const vi = {
  title: 'Số của kịch bản này từ đâu ra?', of: (scenario: string) => `Kịch bản: ${scenario}`, now: 'như hiện nay', changes: 'Thay đổi của kịch bản', none: 'Chưa tính lại số này.',
  fields: { gapKm2: 'diện tích không có sóng', populationGap: 'người ở thôn trắng', populationLom: 'người ở thôn lõm', localitiesTrang: 'thôn trắng', localitiesLom: 'thôn lõm' } as Record<NeedField, string>,
  moments: { before: 'trước', after: 'sau', difference: 'khác' } as Record<Moment, string>,
  hamlets: { losingLast: 'thôn mất sóng cuối cùng', keepingOne: 'thôn chỉ còn một nhà mạng', gaining: 'thôn có thêm sóng' } as Record<keyof HamletChanges, string>,
  people: (what: string) => `người ở ${what}`,
  mast: { gain: 'được thêm nhờ cột này', cumulated: 'cộng dồn đến cột này' } as Record<MastFigure, string>,
  critical: { people: 'người chỉ có sóng của cột này', hamlets: 'thôn chỉ có sóng của cột này', landKm2: 'đất chỉ có sóng của cột này' } as Record<CriticalFigure, string>,
  sides: { less: 'hạng khi phủ ít hơn', asSet: 'hạng như đặt', more: 'hạng khi phủ nhiều hơn' } as Record<BandSide, string>,
  aims: { people: 'người ở thôn trắng', land: 'km² không có sóng', hamlets: 'thôn trắng', lom: 'thôn trắng và lõm' } as Record<Objective, string>,
  change: (before: string, after: string, difference: string) => `khác = sau − trước = ${after} − ${before} = ${difference}`,
  list: (what: string, n: string) => `số ${what} = ${n} (mọi công nghệ và nhà mạng đang tính, xét tại trung tâm thôn)`,
  listPeople: (what: string, people: string, n: string) => `tổng số dân của ${n} ${what} = ${people}`, missing: (n: string) => `${n} thôn không có số dân, không cộng vào.`,
  gain: (aim: string, from: string, to: string, before: string, after: string, gain: string) => `${aim} sau ${from} cột − sau ${to} cột = ${before} − ${after} = ${gain}`,
  sole: (what: string, value: string) => `${what} = ${value}: nơi không trạm hay vùng phủ nào khác tới`,
  rank: (measure: string, value: string, larger: string, of: string, rank: string) => `xếp theo ${measure}: xã này ${value}; hạng = 1 + số xã có số lớn hơn = 1 + ${larger} = ${rank} (trong ${of} xã)`,
  byHand: (n: string) => `${n} cột do người dùng đặt hoặc chép vào`, addFile: (file: string, n: string) => `Lệnh cần tệp ${file} với ${n} cột đã đặt; tải tệp ở thẻ Kịch bản.`,
  pick: (list: string, where: string, field: string) => `Trong JSON của lệnh: danh sách ${list}${where === '' ? '' : `, mục có ${where}`}, trường ${field}.`,
  pickCount: (list: string) => `Trong JSON của lệnh: số mục của danh sách ${list}.`, pickSum: (list: string, field: string) => `Trong JSON của lệnh: cộng trường ${field} của danh sách ${list}.`,
  beyond: {
    'operator-name': 'Tên nhà mạng có dấu phẩy: lệnh không viết được.', 'sector-factor': 'Hệ số cung khác mặc định: lệnh không có tùy chọn này.', 'measured-rule': 'Quy tắc số đo khác mặc định: lệnh không có tùy chọn này.',
    'scenario-name': 'Một mã cột hoặc tên nhà mạng của kịch bản có dấu mà lệnh dùng để tách: lệnh không viết được.', 'free-masts': 'Lệnh cần giá cột lớn hơn 0.',
  } as Record<string, string>,
  parts: {
    ends: (what: string, who: string, date: string | null) => `${what} của ${who} tắt${date === null ? '' : ` từ ${date}`}`, everyone: 'mọi nhà mạng', on: (date: string) => `xét vào ngày ${date}`,
    operators: (names: string) => `nhà mạng mất sóng: ${names}`, masts: (ids: string) => `cột hỏng: ${ids}`, communes: (names: string) => `mọi cột hỏng ở: ${names}`,
    noGrid: 'cột không có điện lưới mất sóng', microwave: 'trạm dùng vi ba mất sóng', roaming: (n: string, names: string) => `dùng chung mạng ở ${n} xã: ${names}`, added: (n: string, names: string) => `thêm ${n} cột: ${names}`, before2G: (list: string) => `trước kịch bản đã không tính ${list}`,
  },
  exports: {
    sheet: 'vì sao', about: 'mục', text: 'nội dung',
    columns: { scenario: 'kịch bản', inputs: 'dữ liệu vào', rule: 'quy tắc', formula: 'công thức', command: 'lệnh', where: 'chỗ trong kết quả lệnh' },
    comparison: { formula: 'khác = sau − trước, từng cột, từng xã', where: 'communes, mục có code của xã, technology và operator; các trường before, after, difference' },
    next: { formula: 'gain = số của mục tiêu trước cột này − sau cột này; cumulated = tổng gain đến cột này', where: 'masts, mục có order của dòng; các trường cùng tên' },
    critical: { formula: 'người, thôn, đất không trạm hay vùng phủ nào khác tới', where: 'critical, mục có site_id của dòng; các trường cùng tên' },
    ranks: { formula: 'hạng = 1 + số xã có số lớn hơn', where: 'communes, mục có code của dòng; các trường cùng tên' },
  },
};

export type ScenarioReceiptText = typeof vi;

const en: ScenarioReceiptText = {
  title: 'Where does this figure of the scenario come from?', of: (scenario) => `Scenario: ${scenario}`, now: 'as things are', changes: 'What the scenario changes', none: 'This figure is not computed any more.',
  fields: { gapKm2: 'land without signal', populationGap: 'people of hamlets without signal', populationLom: 'people of patchy hamlets', localitiesTrang: 'hamlets without signal', localitiesLom: 'patchy hamlets' },
  moments: { before: 'before', after: 'after', difference: 'difference' },
  hamlets: { losingLast: 'hamlets that lose their last signal', keepingOne: 'hamlets that keep one operator', gaining: 'hamlets that gain a signal' },
  people: (what) => `people of ${what}`,
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
  pickCount: (list) => `In the command’s JSON: the number of items of the list ${list}.`, pickSum: (list, field) => `In the command’s JSON: add up the field ${field} of the list ${list}.`,
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
};

export const scenarioReceiptText = (language: 'vi' | 'en'): ScenarioReceiptText => (language === 'vi' ? vi : en);
