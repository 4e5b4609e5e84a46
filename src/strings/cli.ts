/** All text of the `lomsong` command. */
export interface CliText {
  help: string;
  helpGaps: string;
  helpCheck: string;
  unknownCommand(name: string): string;
  unknownOption(option: string): string;
  noValueWanted(option: string): string;
  valueMissing(option: string): string;
  givenTwice(option: string): string;
  notYet(what: string): string;
  terrain: string;
  badValue(option: string, value: string, expected: string): string;
  expected: { technology: string; radius: string; format: string; model: string; map: string; crs: string; kind: string; lang: string; mapField: string; operator: string };
  /** By the code of the file system. */
  reasons: Record<string, string>;
  noFile: string;
  cannotRead(file: string, reason: string): string;
  cannotWrite(file: string, reason: string): string;
  issueAt(file: string, line: number | null, column: string | null, sentence: string): string;
  moreIssues(count: number): string;
  noResult: string;
  bundledModelled(used: Record<'sites' | 'localities' | 'coverage', boolean>, date: string): string;
  radiusModel: string;
  bundledFibre: string;
  unknownOperator(name: string, known: string): string;
  noPairs: string;
  degenerate(rows: number, all: number): string;
  localityElsewhere(name: string, code: string, other: string): string;
  partlyRead(file: string, good: number, bad: number): string;
  kindGuessed(file: string, kind: string): string;
  checked(file: string, good: number, all: number, errors: number, warnings: number): string;
}

const OPTIONS_VI = `Nguồn dữ liệu (mỗi TỆP là CSV, XLSX, GeoJSON, TopoJSON, KML/KMZ, Shapefile nén zip hoặc GPX, cả .gz; viết "bundled" để dùng dữ liệu kèm theo):
  --sites TỆP          trạm: site_id, name, lat, lng, technology, operator
                       thêm nếu có: azimuth_deg, beamwidth_deg, radius_m, status (active|planned|off), band_mhz…
  --coverage TỆP       đa giác vùng phủ có technology, operator; dùng được nhiều lần.
                       Có vùng phủ thì trạm chỉ để đếm và đo khoảng cách (trừ khi có --mix)
  --measurements TỆP   số đo: lat, lng, technology, signal_dbm (+ operator…); ô 250 m có từ 3 số đo trở lên, tính theo trung vị.
                       Ô khác là chưa có số liệu. Có số đo thì vùng phủ và trạm không tính (trừ khi có --mix)
  --localities TỆP     thôn: locality_id, name, commune_code, lat, lng (+ population, households…)
  --fibre TỆP          điểm cáp quang: fibre_id, name, lat, lng, commune_code
  --communes TỆP       xã: đa giác có code, name (+ population)
  --mix                số đo, rồi đa giác, cho những cặp công nghệ–nhà mạng có trong đó; mô hình trạm cho phần còn lại
  --map TRƯỜNG=CỘT     cột nào của tệp là trường nào, ví dụ --map lat="Vĩ độ"
  --set TRƯỜNG=GIÁ TRỊ  trường có cùng một giá trị ở mọi dòng, ví dụ --set technology=4G
  --crs EPSG:n|VN2000:105.5   hệ tọa độ, nếu tệp không phải WGS 84

Câu hỏi:
  --technology 2G,3G   các công nghệ cần tính (mặc định: những công nghệ có trong dữ liệu)
  --operator TÊN,…     chỉ tính các nhà mạng này, cộng lại với nhau
  --by-operator        thêm dòng riêng cho từng nhà mạng
  --radius 4G=2.5km,…  bán kính của mô hình (mặc định 2G 4 km, 3G 2,5 km, 4G 2,5 km, 5G 0,8 km)
  --model radius       mô hình bán kính, chưa xét địa hình (terrain: chưa có)

Kết quả:
  --format json|csv|geojson|kml|xlsx   mặc định json. csv: dấu phẩy và dấu chấm thập phân; mảng nối bằng dấu cách
  --lang vi|en         ngôn ngữ của thông báo; với csv, vi dùng dấu ; và dấu phẩy thập phân
  --out TỆP            ghi ra tệp thay vì màn hình`;

const OPTIONS_EN = `Sources (each FILE is CSV, XLSX, GeoJSON, TopoJSON, KML/KMZ, zipped Shapefile or GPX, also .gz; the word "bundled" stands for the data that come along):
  --sites FILE         stations: site_id, name, lat, lng, technology, operator
                       optional: azimuth_deg, beamwidth_deg, radius_m, status (active|planned|off), band_mhz…
  --coverage FILE      coverage polygons with technology, operator; may be given several times.
                       With coverage, stations only count and measure distances (unless --mix)
  --measurements FILE  readings: lat, lng, technology, signal_dbm (+ operator…); squares of 250 m with at least 3, by their median.
                       Other squares are no data. With readings, coverage and stations do not cover (unless --mix)
  --localities FILE    hamlets: locality_id, name, commune_code, lat, lng (+ population, households…)
  --fibre FILE         fibre endpoints: fibre_id, name, lat, lng, commune_code
  --communes FILE      communes: polygons with code, name (+ population)
  --mix                readings, then polygons, for the pairs of technology and operator they name; the radius model for the rest
  --map FIELD=HEADER   which header of the file is which field, e.g. --map lat="Vĩ độ"
  --set FIELD=VALUE    a field that has one value in every row, e.g. --set technology=4G
  --crs EPSG:n|VN2000:105.5   coordinate system of files that are not in WGS 84

Questions:
  --technology 2G,3G   technologies asked (default: those that occur in the sources)
  --operator NAME,…    count only these operators, together
  --by-operator        rows for each operator besides
  --radius 4G=2.5km,…  radii of the model (default 2G 4 km, 3G 2.5 km, 4G 2.5 km, 5G 0.8 km)
  --model radius       the radius model, terrain not considered (terrain: not there yet)

Result:
  --format json|csv|geojson|kml|xlsx   default json. csv: comma and decimal point; arrays joined by spaces
  --lang vi|en         language of messages; csv in vi has ; and decimal comma
  --out FILE           write to a file instead of the screen`;

export const CLI_TEXT: { vi: CliText; en: CliText } = {
  vi: {
    help: `lomsong – vùng lõm sóng theo xã

  lomsong gaps  [tùy chọn]        tính vùng không có sóng của từng xã
  lomsong check TỆP… [tùy chọn]   soát tệp dữ liệu, nêu từng lỗi với dòng và cột
  lomsong gaps --help | lomsong check --help | lomsong --version

Thử ngay với dữ liệu Hà Giang kèm theo (trạm và thôn là mô phỏng, không phải số liệu thực):
  npx lomsong gaps --format csv --out lom-song.csv
  npx lomsong gaps --technology 3G,4G --by-operator --format csv --lang vi

Với dữ liệu của bạn:
  npx lomsong check tram.csv
  npx lomsong gaps --sites tram.csv --localities thon.csv --radius 4G=3km --out ket-qua.json
  npx lomsong gaps --coverage vung-phu.geojson --sites tram.csv --format geojson

Mã thoát: 0 ổn hoặc chỉ có cảnh báo; 1 có lỗi trong dữ liệu (dòng lỗi bị bỏ, phần còn lại vẫn tính); 2 dùng sai hoặc tệp không đọc được.
Thêm --lang en để xem tiếng Anh. / Add --lang en for English.
`,
    helpGaps: `lomsong gaps – vùng không có sóng theo xã × công nghệ, rồi một dòng "any" (không công nghệ nào)

${OPTIONS_VI}

Không cho --sites, --coverage hay --measurements thì dùng trạm và thôn mô phỏng kèm theo (báo ở stderr).
Không cho --communes thì dùng 73 xã của Hà Giang; không cho --fibre thì dùng điểm cáp quang suy ra từ báo cáo, nếu có điểm nằm trong các xã.
"no-data" là công nghệ mà không nguồn nào nói tới: không bao giờ tính là vùng lõm.
"source" cho biết vùng phủ từ đâu: claimed là do nhà mạng công bố; modelled (mô phỏng) là tính từ vị trí trạm theo bán kính, chưa xét địa hình nên ở vùng núi thực tế kém hơn; measured là đo được.
Mã thoát: 0 ổn hoặc chỉ có cảnh báo; 1 có lỗi trong dữ liệu (dòng lỗi bị bỏ, phần còn lại vẫn tính; tệp thiếu cột hay rỗng thì không ghi kết quả); 2 dùng sai hoặc tệp không đọc được.

Ví dụ:
  npx lomsong gaps                                                    dữ liệu kèm theo, JSON
  npx lomsong gaps --sites tram.csv --technology 4G --format csv      trạm của bạn
  npx lomsong gaps --coverage a.geojson --coverage b.geojson --operator Viettel,MobiFone

Chưa có: --routes, lomsong report, lomsong rank.
`,
    helpCheck: `lomsong check TỆP… – soát tệp, mỗi vấn đề một dòng JSON ở stdout: file, line, column, code, severity, value, message

  --kind sites|fibre|localities|measurements|coverage|communes   loại dữ liệu (mặc định: đoán và báo ở stderr)
  --communes TỆP       xã để biết điểm nào nằm ngoài (mặc định: 73 xã của Hà Giang)
  --map TRƯỜNG=CỘT     cột nào của tệp là trường nào, dùng được nhiều lần
  --set TRƯỜNG=GIÁ TRỊ  trường có cùng một giá trị ở mọi dòng
  --crs EPSG:n|VN2000:105.5   hệ tọa độ, nếu tệp không phải WGS 84
  --lang vi|en         ngôn ngữ của message

Dòng đếm như trình soạn thảo (tiêu đề là dòng 1); với GeoJSON là số thứ tự đối tượng, từ 0.
Đọc được: mọi dấu phân cách, dấu phẩy thập phân, độ-phút-giây, UTF-8, windows-1258, TCVN3, VN-2000.
Mã thoát: 0 ổn hoặc chỉ có cảnh báo; 1 có lỗi; 2 dùng sai hoặc tệp không đọc được.
`,
    unknownCommand: (name) => `Không có lệnh "${name}". Xem: lomsong --help`,
    unknownOption: (option) => `Không có tùy chọn "${option}". Xem: lomsong --help`,
    noValueWanted: (option) => `Tùy chọn ${option} không nhận giá trị. Xem: lomsong --help`,
    valueMissing: (option) => `Tùy chọn ${option} thiếu giá trị. Xem: lomsong --help`,
    givenTwice: (option) => `Tùy chọn ${option} chỉ dùng được một lần. Xem: lomsong --help`,
    notYet: (what) => `${what}: chưa có trong bản này.`,
    terrain: 'Mô hình địa hình (--model terrain) chưa có; dùng --model radius.',
    badValue: (option, value, expected) => `${option}: không hiểu "${value}"; cần ${expected}.`,
    expected: {
      technology: '2G, 3G, 4G, 5G, cách nhau bằng dấu phẩy', radius: 'ví dụ 4G=2.5km,2G=4000m', format: 'json, csv, geojson, kml hoặc xlsx', model: 'radius',
      map: 'TRƯỜNG=CỘT', crs: 'EPSG:4326, EPSG:3405, EPSG:3406 hoặc VN2000:105.5', kind: 'sites, fibre, localities, measurements, coverage hoặc communes', lang: 'vi hoặc en',
      mapField: 'một trường mà ít nhất một tệp có', operator: 'tên nhà mạng, cách nhau bằng dấu phẩy',
    },
    reasons: {
      ENOENT: 'không có tệp hoặc thư mục này', EISDIR: 'đây là thư mục, không phải tệp', ENOTDIR: 'đường dẫn đi qua một tệp không phải thư mục',
      EACCES: 'không có quyền', EPERM: 'không có quyền', EROFS: 'ổ đĩa chỉ cho đọc', ENOSPC: 'ổ đĩa đã đầy',
    },
    noFile: 'Cần ít nhất một tệp. Xem: lomsong check --help',
    cannotRead: (file, reason) => `Không mở được ${file}: ${reason}`,
    cannotWrite: (file, reason) => `Không ghi được ${file}: ${reason}`,
    issueAt: (file, line, column, sentence) => `${file}${line === null ? '' : `:${line}`}${column === null ? '' : ` [${column}]`}: ${sentence}`,
    moreIssues: (count) => `… và ${count} vấn đề nữa; xem hết bằng lomsong check`,
    noResult: 'Không tính được: có tệp không dùng được, không ghi kết quả.',
    bundledModelled: ({ sites, localities, coverage }, date) =>
      `Dùng ${new Intl.ListFormat('vi').format([sites ? 'trạm' : '', localities ? 'thôn' : '', coverage ? 'vùng phủ' : ''].filter(Boolean))} mô phỏng kèm theo (dựng theo số báo cáo ${date}, chưa xét địa hình); không phải số liệu thực.`,
    radiusModel: 'Vùng phủ của trạm tính theo mô hình bán kính, chưa xét địa hình.',
    bundledFibre: 'Khoảng cách cáp quang tính tới trung tâm 193 xã cũ, suy ra từ báo cáo 5/2024.',
    unknownOperator: (name, known) => `Không nguồn nào có nhà mạng "${name}" (có: ${known}); các dòng của nhà mạng này là no-data.`,
    noPairs: 'Không nguồn nào có công nghệ nào; chỉ có dòng "any", không có số liệu.',
    degenerate: (rows, all) => `${rows}/${all} dòng: các trạm ở thế suy biến (tiếp xúc hoặc đồng quy sát đến mức làm tròn số có thể quyết định), tính bằng đa giác thay cho cung tròn chính xác.`,
    localityElsewhere: (name, code, other) => `thôn "${name}" ghi xã ${code} nhưng vị trí nằm ở ${other}; vẫn tính cho xã ${code}.`,
    partlyRead: (file, good, bad) => `${file}: dùng ${good} dòng, bỏ ${bad} dòng lỗi.`,
    kindGuessed: (file, kind) => `${file}: đoán là ${kind} (chỉ rõ bằng --kind)`,
    checked: (file, good, all, errors, warnings) => `${file}: ${good}/${all} dòng dùng được, ${errors} lỗi, ${warnings} cảnh báo`,
  },
  en: {
    help: `lomsong – coverage gaps by commune

  lomsong gaps  [options]         computes what has no signal, commune by commune
  lomsong check FILE… [options]   checks data files and names every issue with line and column
  lomsong gaps --help | lomsong check --help | lomsong --version

Try it on the bundled data of Hà Giang (stations and hamlets are modelled, not real):
  npx lomsong gaps --format csv --out gaps.csv
  npx lomsong gaps --technology 3G,4G --by-operator --format csv

With data of your own:
  npx lomsong check sites.csv
  npx lomsong gaps --sites sites.csv --localities hamlets.csv --radius 4G=3km --out gaps.json
  npx lomsong gaps --coverage claimed.geojson --sites sites.csv --format geojson

Exit status: 0 fine or warnings alone; 1 errors in the data (bad rows are left out, the rest is computed); 2 wrong usage or an unreadable file.
`,
    helpGaps: `lomsong gaps – what has no signal, by commune × technology, then one row "any" (none of the technologies)

${OPTIONS_EN}

Without --sites, --coverage and --measurements the bundled modelled stations and hamlets are used (said on stderr).
Without --communes the 73 communes of Hà Giang; without --fibre the endpoints derived from the report, if one lies in the communes.
"no-data" is a technology that no source speaks of: it is never counted as a gap.
"source" says where coverage comes from: claimed is what an operator publishes; modelled is computed from the stations by radius, terrain not considered, so that in mountains the truth is worse; measured is from readings.
Exit status: 0 fine or warnings alone; 1 errors in the data (bad rows are left out, the rest is computed; a file that lacks a column or is empty gives no result); 2 wrong usage or an unreadable file.

Examples:
  npx lomsong gaps                                                    bundled data, JSON
  npx lomsong gaps --sites sites.csv --technology 4G --format csv     your stations
  npx lomsong gaps --coverage a.geojson --coverage b.geojson --operator Viettel,MobiFone

Not there yet: --routes, lomsong report, lomsong rank.
`,
    helpCheck: `lomsong check FILE… – checks files; every issue is a JSON object on a line of stdout: file, line, column, code, severity, value, message

  --kind sites|fibre|localities|measurements|coverage|communes   what the file holds (default: guessed, and said on stderr)
  --communes FILE      communes, to know which points lie outside (default: the 73 of Hà Giang)
  --map FIELD=HEADER   which header of the file is which field; may be given several times
  --set FIELD=VALUE    a field that has one value in every row
  --crs EPSG:n|VN2000:105.5   coordinate system of files that are not in WGS 84
  --lang vi|en         language of the message

Lines are counted as a text editor does (the header is line 1); in GeoJSON it is the feature's index, from 0.
Understood: any delimiter, decimal comma, degrees-minutes-seconds, UTF-8, windows-1258, TCVN3, VN-2000.
Exit status: 0 fine or warnings alone; 1 errors; 2 wrong usage or an unreadable file.
`,
    unknownCommand: (name) => `There is no command "${name}". See: lomsong --help --lang en`,
    unknownOption: (option) => `There is no option "${option}". See: lomsong --help --lang en`,
    noValueWanted: (option) => `The option ${option} takes no value. See: lomsong --help --lang en`,
    valueMissing: (option) => `The option ${option} lacks its value. See: lomsong --help --lang en`,
    givenTwice: (option) => `The option ${option} may be given only once. See: lomsong --help --lang en`,
    notYet: (what) => `${what}: not there yet in this version.`,
    terrain: 'There is no terrain model (--model terrain) yet; use --model radius.',
    badValue: (option, value, expected) => `${option}: "${value}" is not understood; it takes ${expected}.`,
    expected: {
      technology: '2G, 3G, 4G, 5G, separated by commas', radius: 'e.g. 4G=2.5km,2G=4000m', format: 'json, csv, geojson, kml or xlsx', model: 'radius',
      map: 'FIELD=HEADER', crs: 'EPSG:4326, EPSG:3405, EPSG:3406 or VN2000:105.5', kind: 'sites, fibre, localities, measurements, coverage or communes', lang: 'vi or en',
      mapField: 'a field that at least one of the files has', operator: 'names of operators, separated by commas',
    },
    reasons: {
      ENOENT: 'there is no such file or folder', EISDIR: 'it is a folder, not a file', ENOTDIR: 'its path leads through a file that is no folder',
      EACCES: 'no permission', EPERM: 'no permission', EROFS: 'the disk is read-only', ENOSPC: 'the disk is full',
    },
    noFile: 'At least one file is needed. See: lomsong check --help --lang en',
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
    noPairs: 'No source names any technology; there are only rows "any", without data.',
    degenerate: (rows, all) => `${rows} of ${all} rows: stations stand in a degenerate way (they touch or meet so closely that rounding could decide); computed with polygons instead of exact arcs.`,
    localityElsewhere: (name, code, other) => `hamlet "${name}" says commune ${code} but lies in ${other}; it is counted in ${code}.`,
    partlyRead: (file, good, bad) => `${file}: ${good} rows used, ${bad} bad rows left out.`,
    kindGuessed: (file, kind) => `${file}: taken for ${kind} (say so with --kind)`,
    checked: (file, good, all, errors, warnings) => `${file}: ${good}/${all} rows usable, ${errors} errors, ${warnings} warnings`,
  },
};
