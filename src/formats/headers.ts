/** Which header means which field: the contract's own names first, then the names met in real files. */
import { foldToKey } from '../core/fold';
import type { DatasetKind } from '../core/model';

/** Header texts are compared folded: no accents, case, punctuation or spaces. */
interface Field {
  required: boolean;
  /** Folded, best first. */
  aliases: readonly string[];
}

type Fields = Readonly<Record<string, Field>>;

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');
const required = (aliases: string): Field => ({ required: true, aliases: words(aliases) });
const optional = (aliases: string): Field => ({ required: false, aliases: words(aliases) });

/** `x` and `y` alone are easting and northing; in Vietnamese surveying X is the northing. The ranges decide. */
const POSITION: Fields = {
  lat: required('vido vidolatitude vidolat latitude latdd latitudine latitudebts nodeblat celllat vitriantenvido latitudedeg lat2g lat3g lat4g lat5g xvn2000 toadox northing y'),
  lng: required('kinhdo kinhdolng kinhdolongitude lon long longitude longdd longitudine nodeblon nodeblong celllon celllong vitriantenkinhdo longitudedeg long2g long3g long4g long5g lon2g lon3g lon4g lon5g yvn2000 toadoy easting x'),
  /** Both in one cell; stands in for `lat` and `lng`. */
  position: optional('toado toadogps longlat lnglat lonlat latlng latlong latlon gps coordinates linkgooglemap linkgooglemaps googlemap'),
};
const NEUTRAL_POSITION = new Set(['x', 'y', 'xvn2000', 'yvn2000', 'toadox', 'toadoy']);

const COMMUNE_NAMES = 'xa phuong xaphuong phuongxa xaphuongthitran maxa maxaphuong tenxa tenxaphuong donvihanhchinh commune communename ward';

const FIELDS: Readonly<Record<DatasetKind, Fields>> = {
  sites: {
    site_id: required('matram idtram manhatram matrambts matramnodeb matramenodeb masitelac masite site macell maptm madiemphucvu maso code ictid sourceictid enbid enodebid enodebiddec nodebid cgi cid eci cellid cell stationid id ma'),
    name: required('tentram tentrambts tentramgoc tennodeb tenenodeb tencell cellname nhatram diadiem sitename stationname tensite ten'),
    ...POSITION,
    technology: required('congnghe congnghevotuyen loaitram radio radiotype networktype networktech tech mode rat'),
    operator: required('nhamang nhacungcap tendoanhnghiep doanhnghiep donviquanly chudautu operatorname operateur gestore network carrier mang plmn net mnc'),
    band_mhz: optional('band downlinkfrequencymhz bangtan bangtanmhz frequency frequencymhz tanso tansomhz'),
    antenna_height_m: optional('antennaheight height heightm towerheight antheight hauteur docaoanten docaoangten docaoangtenm chieucaocot docaodinhcotantenmdenmatdat'),
    eirp_dbm: optional('eirp maxeirpdbm'),
    azimuth_deg: optional('azimuth azimuthdegrees direction antennabearing gocphuongvi gocphuongvicuaangten gocphuongvicuaangtendeg'),
    beamwidth_deg: optional('beamwidth antennahorizontalbeamwidthdegrees horizontalbeamwidth hpbw dorongbupsong'),
    radius_m: optional('radius bankinh bankinhm bankinhphusong'),
    status: optional('trangthai tinhtrang'),
    has_electricity: optional('codien diennang dienluoi electricity'),
    backhaul: optional('backhaultype truyendan loaitruyendan'),
    as_of: optional('ngaycapnhat thoidiem ngay'),
  },
  fibre: {
    fibre_id: required('fiberid madiem madiemquang macapquang id ma'),
    name: required('tendiem diadiem ten'),
    ...POSITION,
    commune_code: required(COMMUNE_NAMES),
    operator: optional('nhamang nhacungcap doanhnghiep donviquanly'),
    status: optional('trangthai tinhtrang'),
    as_of: optional('ngaycapnhat thoidiem ngay'),
    /** Only in files of this project: says of an endpoint that its source has no usable position. */
    position_note: optional('positionnote'),
  },
  routes: {
    route_id: required('matuyen matuyencap matuyencapquang macapquang macap idtuyen tentuyen tentuyencap tuyen tuyencap cableid id ma name ten'),
    operator: optional('nhamang nhacungcap doanhnghiep donviquanly'),
    status: optional('trangthai tinhtrang'),
    as_of: optional('ngaycapnhat thoidiem ngay'),
  },
  localities: {
    locality_id: required('mathon mathonban maban hamletid id ma'),
    name: required('thon ban todanpho thonban thonbantodanpho thonto tenthon tenban tenthonban hamlet village ten'),
    commune_code: required(COMMUNE_NAMES),
    ...POSITION,
    households: optional('soho sohodan sohogiadinh'),
    population: optional('danso dansonguoi sokhau nhankhau songuoi people'),
    has_electricity: optional('codien dienluoi electricity'),
    reported_state: optional('tinhtrangsong trangthaisong hientrangsong'),
    reported_at: optional('ngaybaocao thoidiembaocao'),
    note: optional('ghichu'),
    old_code: optional('oldcode maxacu xacu madonvicu'),
  },
  measurements: {
    ...POSITION,
    technology: required('congnghe radio radiotype networktype networktech tech mode rat'),
    signal_dbm: required('rsrpdbm rsrp rsrpdbmmucthutinhieu cuongdosongrsrp cuongdosongrsrpdbm cuongdosong ssrsrp ssrsrpdbm rscp rscpdbm rxlev rxlevdbm rxlevsub rxlevsubdbm rxpower rxpowerdbm averagesignal level signal'),
    operator: optional('nhamang nhacungcap operatorname network carrier'),
    measured_at: optional('timestamp thoigian thoigiando ngaydo time date'),
    speed_mbps: optional('tocdo tocdombps downloadmbps dlmbps'),
  },
  coverage: {
    technology: required('congnghe radio radiotype networktype tech mode rat'),
    operator: required('nhamang nhacungcap doanhnghiep operatorname network carrier'),
    kind: optional('loai'),
  },
  communes: {
    code: required('maxa maxaphuong communecode wardcode madvhc ma'),
    name: required('tenxa tenxaphuong communename wardname ten'),
    population: optional('danso dansonguoi sokhau'),
  },
  indicators: {
    indicator: required('chitieu tenchitieu'),
    value: required('giatri solieu'),
    unit: required('donvi donvitinh dvt'),
    reported: required('thoidiem ngay thoidiembaocao ngaybaocao date'),
    source: required('nguon nguonsolieu'),
    scope: optional('phamvi diaban'),
  },
};

/** Where the id may stand for a name that is not there. */
const ID_OF_KIND: Partial<Record<DatasetKind, string>> = { sites: 'site_id', fibre: 'fibre_id' };

/** Field → where it is; fields that no header stands for are absent. */
type ColumnMapping = ReadonlyMap<string, number>;

export interface MappedHeaders {
  columns: ColumnMapping;
  /** Required fields that are not there, in the order of the contract. */
  missing: string[];
  /** Latitude or longitude come from plain X and Y, which name no axis. */
  neutralPosition: boolean;
}

/** Names of the fields of a kind, in the order of the contract. */
export function fieldsOf(kind: DatasetKind): { name: string; required: boolean }[] {
  return Object.entries(FIELDS[kind]).map(([name, field]) => ({ name, required: field.required }));
}

/** A header's key, and its key without what stands in brackets: "Dan so (nguoi)" also reads as "Dan so". */
function headerKeys(header: string): string[] {
  const full = foldToKey(header);
  const bare = foldToKey(header.replace(/[([][^)\]]*[)\]]/g, ' '));
  return bare === full || bare === '' ? [full] : [full, bare];
}

/**
 * Finds the column of each field of `kind`.
 * @param headers as written in the file
 * @param overrides field → header, as the user maps them; a header is found folded as well
 */
export function mapHeaders(kind: DatasetKind, headers: readonly string[], overrides: Readonly<Record<string, string>> = {}): MappedHeaders {
  const byKey = new Map<string, number>();
  const keys = headers.map(headerKeys);
  for (const depth of [0, 1]) {
    keys.forEach((list, index) => {
      const key = list[depth];
      if (key !== undefined && key !== '' && !byKey.has(key)) byKey.set(key, index);
    });
  }

  const columns = new Map<string, number>();
  const taken = new Set<number>();
  const overridden = new Set<string>();
  for (const [field, header] of Object.entries(overrides)) {
    const exact = headers.indexOf(header);
    const index = exact !== -1 ? exact : byKey.get(foldToKey(header));
    overridden.add(field);
    if (index !== undefined) {
      columns.set(field, index);
      taken.add(index);
    }
  }
  const given = new Set(taken);
  const fields = Object.entries(FIELDS[kind]);
  // A column that bears a field's own name is never another field's.
  for (const [name] of fields) {
    const index = byKey.get(foldToKey(name));
    if (overridden.has(name) || index === undefined || taken.has(index)) continue;
    columns.set(name, index);
    taken.add(index);
  }
  let neutralPosition = false;
  for (const [name, field] of fields) {
    if (columns.has(name) || overridden.has(name)) continue;
    const alias = field.aliases.find((candidate) => byKey.has(candidate) && !taken.has(byKey.get(candidate)!));
    if (alias === undefined) continue;
    columns.set(name, byKey.get(alias)!);
    taken.add(byKey.get(alias)!);
    if (NEUTRAL_POSITION.has(alias)) neutralPosition = true;
  }

  // A column that the user gave to one field serves another too where that would be missing: the name as the id.
  for (const [name, field] of fields) {
    if (!field.required || columns.has(name) || overridden.has(name)) continue;
    const shared = [foldToKey(name), ...field.aliases].map((key) => byKey.get(key)).find((index) => index !== undefined && given.has(index));
    if (shared !== undefined) columns.set(name, shared);
  }

  // Other people's exports often have an id alone; a file in the contract's own words is held to all of them.
  const id = ID_OF_KIND[kind];
  if (id && !columns.has('name') && !overridden.has('name') && columns.has(id) && !byKey.has(foldToKey(id))) columns.set('name', columns.get(id)!);

  const both = columns.has('lat') && columns.has('lng');
  const missing = fields
    .filter(([name, field]) => field.required && !columns.has(name) && !((name === 'lat' || name === 'lng') && !both && columns.has('position')))
    .map(([name]) => name);
  return { columns, missing, neutralPosition };
}

/** How many of the fields of any kind the cells of a row name: the header is the row that names most. */
export function countKnownHeaders(cells: readonly string[], overrides: Readonly<Record<string, string>> = {}): number {
  const wanted = new Set(Object.values(overrides).map(foldToKey));
  let known = 0;
  for (const cell of cells) {
    if (cell.length > 60) continue;
    const keys = headerKeys(cell);
    if (keys.some((key) => ALL_KEYS.has(key) || wanted.has(key))) known++;
  }
  return known;
}

const ALL_KEYS: ReadonlySet<string> = new Set(
  Object.values(FIELDS).flatMap((fields) => Object.entries(fields).flatMap(([name, field]) => [foldToKey(name), ...field.aliases])),
);

/** Fields that only one kind has. */
const TELLING: Readonly<Record<string, DatasetKind>> = {
  site_id: 'sites', fibre_id: 'fibre', locality_id: 'localities', signal_dbm: 'measurements', indicator: 'indicators',
};

const NAME_HINTS: readonly (readonly [RegExp, DatasetKind])[] = [
  [/indicator|chi ?tieu/, 'indicators'],
  [/measure|drive ?test|do ?song|do ?kiem/, 'measurements'],
  [/coverage|phu ?song|vung ?phu/, 'coverage'],
  [/fibre|fiber|quang|cap ?quang/, 'fibre'],
  [/localit|hamlet|village|thon|ban\b/, 'localities'],
  [/commune|ward|\bxa\b|ranh ?gioi/, 'communes'],
  [/site|station|tram|bts|cell/, 'sites'],
];

const KINDS_OF_SHAPE: Readonly<Record<'areas' | 'lines' | 'points', readonly DatasetKind[]>> = {
  areas: ['coverage', 'communes'], lines: ['routes'], points: ['sites', 'localities', 'fibre', 'measurements', 'indicators'],
};

/** The likeliest kind of a file from its headers, what it holds, and its name. */
export function guessKind(headers: readonly string[], shape: keyof typeof KINDS_OF_SHAPE, fileName: string, overrides: Readonly<Record<string, string>> = {}): DatasetKind {
  const kinds = KINDS_OF_SHAPE[shape];
  const hint = NAME_HINTS.find(([pattern]) => pattern.test(fileName.toLowerCase().replace(/[_.-]+/g, ' ')))?.[1];
  const own = new Set(headers.map(foldToKey));
  let best: DatasetKind = kinds[0]!;
  let bestScore = -Infinity;
  for (const kind of kinds) {
    const { columns, missing } = mapHeaders(kind, headers, overrides);
    let score = columns.size - 2 * missing.length;
    for (const [field, of] of Object.entries(TELLING)) if (of === kind && own.has(foldToKey(field))) score += 6;
    // A level and its time: a drive test, whatever it says of the cells it met.
    if (kind === 'measurements' && columns.has('signal_dbm') && columns.has('measured_at')) score += 6;
    if (kind === hint) score += 3;
    if (score > bestScore) [best, bestScore] = [kind, score];
  }
  return best;
}
