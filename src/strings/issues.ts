/** The sentence a person reads for an issue: what is wrong, what was done about it, what to do. */
import type { Issue } from '../core/model';

export type IssueLanguage = 'vi' | 'en';

type Sentence = (issue: Issue, text: Words) => string;

/** The parts of a sentence that depend on the issue. */
interface Words {
  column: string;
  /** The value in quotes of the language, or "" where there is none. */
  value: string;
  detail: Issue['detail'];
}

const MENDED_VI: Readonly<Record<string, string>> = {
  'unclosed-ring': 'đường biên chưa khép kín',
  'wrong-winding': 'đường biên đi sai chiều',
  'self-crossing': 'đường biên tự cắt nhau',
  'dropped-part': 'có phần không có diện tích',
  'dropped-line': 'có đoạn không có độ dài',
};
const MENDED_EN: Readonly<Record<string, string>> = {
  'unclosed-ring': 'a ring was not closed',
  'wrong-winding': 'a ring wound the wrong way',
  'self-crossing': 'the outline crossed itself',
  'dropped-part': 'a part had no area',
  'dropped-line': 'a piece had no length',
};

const UNREADABLE_VI: Readonly<Record<string, string>> = {
  binary: 'Không nhận ra loại tệp này. Hãy xuất dữ liệu ra CSV, XLSX, KML hoặc GeoJSON rồi nạp lại.',
  'breaks-off': 'Tệp bị đứt giữa chừng hoặc sai cú pháp. Hãy tải hoặc xuất lại tệp.',
  'not-geojson': 'Tệp JSON này không phải GeoJSON hay TopoJSON.',
  archive: 'Không mở được tệp nén này: tệp bị hỏng, có mật khẩu, quá lớn, hoặc không chứa bảng tính, KML, Shapefile hay CSV.',
  'old-office': 'Đây là tệp Office kiểu cũ (.xls). Hãy mở bằng Excel và lưu lại thành .xlsx hoặc CSV.',
  shapefile: 'Lớp Shapefile này bị hỏng hoặc thiếu phần. Hãy nén đủ các tệp .shp, .dbf, .prj vào một tệp .zip.',
  'broken-kml': 'Tệp KML hoặc GPX bị hỏng hoặc bị đứt giữa chừng. Hãy tải hoặc xuất lại tệp.',
  markup: 'Không đọc được loại tệp này (HTML hoặc XML khác KML, GPX). Hãy xuất ra CSV, XLSX hoặc KML.',
  'not-a-table': 'Không nhận ra bảng dữ liệu nào trong tệp. Cần CSV có dòng tiêu đề, hoặc GeoJSON.',
};
const UNREADABLE_EN: Readonly<Record<string, string>> = {
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

const VI: Readonly<Record<Issue['code'], Sentence>> = {
  'missing-column': ({ value, detail }, { column }) =>
    value === null && detail.why === 'no-header'
      ? `Tệp không có dòng tiêu đề (dòng đầu đã là dữ liệu), nên không biết cột nào là “${column}”. Hãy thêm một dòng tên cột ở đầu tệp.`
      : value === null
      ? `Thiếu cột bắt buộc “${column}”. Hãy thêm cột này, chỉ ra cột nào của tệp ứng với nó, hoặc cho một giá trị chung cho mọi dòng.`
      : `Không có cột “${value}” để ghép với “${column}”. Hãy kiểm tra lại tên cột.`,
  'missing-value': (_, { column, value, detail }) =>
    detail.why === 'zero-position'
      ? 'Tọa độ 0, 0 nghĩa là chưa có vị trí; bỏ qua dòng này. Hãy điền tọa độ thật.'
      : detail.why === 'no-level'
        ? `Mức thu ${value} không thể có thật (${detail.min} đến ${detail.max} dBm), được hiểu là không có số đo; bỏ qua dòng này.`
        : detail.why === 'one-level'
          ? `Mức thu ${value} lặp lại ở mọi dòng của công nghệ và nhà mạng này: máy ghi thay cho số đo; bỏ qua dòng này.`
          : detail.why === 'rssi'
            ? `${value} là RSSI, không phải mức thu RSCP, RSRP của 3G, 4G, 5G; bỏ qua dòng này.`
            : detail.why === 'quality'
              ? `${value} ở cột “${column}” là chất lượng tín hiệu, không phải mức thu; bỏ qua dòng này.`
              : `Ô “${column}” để trống nhưng bắt buộc phải có; bỏ qua dòng này.`,
  'bad-number': (_, { column, value, detail }) =>
    detail.expected === 'coordinate'
      ? `Không đọc được tọa độ ${value} ở cột “${column}”; bỏ qua dòng này. Viết được: 22.8, 22,8 hoặc 22°49′30″.`
      : `${value} ở cột “${column}” không phải là số; bỏ qua dòng này. Viết được: -95, -95.5 hoặc -95,5.`,
  'bad-coordinate': (_, { column, value, detail }) =>
    detail.axis === 'lng'
      ? `Kinh độ ${value} ở cột “${column}” nằm ngoài ±180; bỏ qua dòng này. Hãy kiểm tra dấu thập phân.`
      : `Tọa độ ${value} ở cột “${column}” không nằm trên Trái Đất (vĩ độ chỉ đến ±90); bỏ qua dòng này. Hãy kiểm tra dấu thập phân.`,
  'swapped-coordinates': (_, { value }) => `Vĩ độ và kinh độ bị đổi chỗ${value && ` (${value})`}; đã đọc theo thứ tự đúng. Hãy kiểm tra vị trí trên bản đồ.`,
  'projected-coordinates': (_, { detail }) =>
    `Tọa độ tính bằng mét: đã đọc theo VN-2000, kinh tuyến trục ${detail.zone}, ${detail.rows} dòng${detail.inside === undefined ? '' : `, ${detail.inside} dòng nằm trong các xã`}.` +
    (detail.otherZone === undefined
      ? ''
      : ` Cũng có thể là kinh tuyến trục ${detail.otherZone}${detail.otherInside === undefined ? '' : ` (${detail.otherInside} dòng nằm trong các xã)`}; nếu đúng vậy, hãy chọn ${detail.other}.`),
  'outside-area': (_, { value }) => `Vị trí${value && ` ${value}`} không thuộc xã nào đang xét. Vẫn giữ dòng này; hãy kiểm tra tọa độ.`,
  'unknown-technology': (_, { value }) => `Không rõ công nghệ ${value}; bỏ qua dòng này. Dùng 2G, 3G, 4G hoặc 5G (GSM, UMTS, LTE, NR cũng được).`,
  'duplicate-id': (_, { value, detail }) => `Trùng mã ${value} với dòng ${detail.firstLine}; chỉ giữ dòng đầu. Nếu là hai đối tượng khác nhau, hãy đặt mã khác nhau.`,
  'unknown-commune': (_, { value, detail }) => {
    if (detail.why === 'ambiguous') return `${value} có thể là nhiều xã (${detail.codes}) và vị trí không cho biết là xã nào. Vẫn giữ dòng này; hãy ghi mã xã hiện nay.`;
    if (detail.why === 'old-code') return `Không còn xã nào mang mã ${value}. Nếu đây là mã trước ngày 1/7/2025, hãy ghi ${detail.write}. Vẫn giữ dòng này.`;
    return `Không tìm thấy xã ${value} (theo mã hay tên, cũ hay mới). Vẫn giữ dòng này; hãy kiểm tra cách viết.`;
  },
  'bad-date': (_, { column, value }) => `Không đọc được ngày ${value} ở cột “${column}”; coi như để trống. Viết được: 2024-05-31, 31/05/2024, 05/2024.`,
  'bad-value': (_, { column, value, detail }) => `Không dùng được giá trị ${value} ở cột “${column}”; coi như để trống.${hintVi(detail)}`,
  encoding: ({ value }, { detail }) =>
    detail.damaged
      ? 'Tệp UTF-8 có ký tự bị hỏng. Hãy kiểm tra các tên có dấu, và xuất lại tệp nếu cần.'
      : `Tệp không phải UTF-8; đã đọc theo bảng mã ${value}. Hãy kiểm tra các tên có dấu, và nên lưu lại thành UTF-8.`,
  'bad-geometry': (_, { value, detail }) => {
    if (detail.mended !== undefined) return `Hình có lỗi và đã được sửa: ${listOf(detail.mended, MENDED_VI)}. Hãy xem lại trên bản đồ.`;
    if (detail.why === 'not-a-point') return `Cần một điểm, nhưng đây là ${value}; bỏ qua đối tượng này.`;
    if (detail.why === 'not-an-area') return `Cần một vùng (Polygon hoặc MultiPolygon), nhưng đây là ${value}; bỏ qua đối tượng này.`;
    if (detail.why === 'not-a-line') return `Cần một đường (LineString hoặc MultiLineString), nhưng đây là ${value}; bỏ qua đối tượng này.`;
    if (detail.why === 'no-length') return 'Đường không có độ dài; bỏ qua đối tượng này.';
    if (detail.why === 'no-area') return 'Hình không có diện tích; bỏ qua đối tượng này.';
    return 'Hình có tọa độ không đọc được; bỏ qua đối tượng này.';
  },
  unreadable: (_, { detail }) =>
    detail.why === 'open-quote'
      ? `Tệp bị đứt giữa chừng: dấu ngoặc kép mở ở dòng ${detail.startLine} không được đóng. Hãy xuất lại tệp, hoặc sửa dòng đó.`
      : (UNREADABLE_VI[detail.why ?? ''] ?? 'Không đọc được tệp này.'),
  empty: () => 'Tệp không có dòng dữ liệu nào.',
};

const EN: Readonly<Record<Issue['code'], Sentence>> = {
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
  'bad-value': (_, { column, value, detail }) => `The value ${value} in “${column}” cannot be used and is taken as empty.${hintEn(detail)}`,
  encoding: ({ value }, { detail }) =>
    detail.damaged
      ? 'This UTF-8 file has damaged characters. Check the names with accents, and export it again if need be.'
      : `The file is not UTF-8; it was read as ${value}. Check the names with accents, and save it as UTF-8.`,
  'bad-geometry': (_, { value, detail }) => {
    if (detail.mended !== undefined) return `The shape was mended: ${listOf(detail.mended, MENDED_EN)}. Check it on the map.`;
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
      : (UNREADABLE_EN[detail.why ?? ''] ?? 'This file cannot be read.'),
  empty: () => 'The file has no rows of data.',
};

function listOf(codes: string | number, names: Readonly<Record<string, string>>): string {
  return String(codes)
    .split(', ')
    .map((code) => names[code] ?? code)
    .join(', ');
}

function hintVi(detail: Issue['detail']): string {
  if (detail.allowed !== undefined) return ` Dùng một trong: ${detail.allowed}.`;
  if (detail.expected === 'yes-no') return ' Dùng có/không hoặc 1/0.';
  if (detail.expected === 'count') return ' Cần một số nguyên không âm.';
  return ' Cần một số có nghĩa ở cột này.';
}

function hintEn(detail: Issue['detail']): string {
  if (detail.allowed !== undefined) return ` Use one of: ${detail.allowed}.`;
  if (detail.expected === 'yes-no') return ' Use yes/no or 1/0.';
  if (detail.expected === 'count') return ' A whole number of at least 0 is needed.';
  return ' A number that makes sense in this column is needed.';
}

/** The longest value that is quoted in full. */
const QUOTED_CHARACTERS = 60;

/** One or two sentences in the language of the reader, without file or line. */
export function describeIssue(issue: Issue, language: IssueLanguage): string {
  const shown = issue.value === null ? '' : issue.value.length > QUOTED_CHARACTERS ? `${issue.value.slice(0, QUOTED_CHARACTERS)}…` : issue.value;
  const words: Words = { column: issue.column ?? '', value: shown === '' ? '' : `“${shown}”`, detail: issue.detail };
  return (language === 'vi' ? VI : EN)[issue.code](issue, words);
}
