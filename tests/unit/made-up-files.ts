/** Files of the field made up for tests: the smallest that real programs would write. */
import { strToU8, zipSync, type Zippable } from 'fflate';

/** A workbook as spreadsheets write it, cells inline. */
export function workbook(sheets: Record<string, (string | number)[][]>): Uint8Array {
  const names = Object.keys(sheets);
  const column = (i: number) => String.fromCharCode(65 + i);
  const files: Zippable = {
    '[Content_Types].xml': strToU8(`<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${names.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`),
    '_rels/.rels': strToU8('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>'),
    'xl/workbook.xml': strToU8(`<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${names.map((n, i) => `<sheet name="${n}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(`<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((_, i) => `<Relationship Id="rId${i + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`),
  };
  names.forEach((name, s) => {
    const rows = sheets[name]!.map((row, r) => `<row r="${r + 1}">${row.map((cell, c) => (typeof cell === 'number' ? `<c r="${column(c)}${r + 1}"><v>${cell}</v></c>` : `<c r="${column(c)}${r + 1}" t="inlineStr"><is><t>${cell}</t></is></c>`)).join('')}</row>`);
    files[`xl/worksheets/sheet${s + 1}.xml`] = strToU8(`<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join('')}</sheetData></worksheet>`);
  });
  return zipSync(files);
}

export const KML = `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><Placemark><name>Vùng 1</name>
<ExtendedData><gx:note>x</gx:note><Data name="technology"><value>4G</value></Data><Data name="operator"><value>Viettel</value></Data></ExtendedData>
<Polygon><outerBoundaryIs><LinearRing><coordinates>104.9,22.8,0 105,22.8,0 105,22.9,0 104.9,22.9,0</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Folder></Document></kml>`;

export const GPX = '<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="22.83" lon="104.98"><name>S1</name></wpt><wpt lat="22.9" lon="105"><name>S2</name></wpt></gpx>';

/** A point layer as the ESRI white paper has it. */
export function pointLayer(points: [number, number][]): { shp: Uint8Array; dbf: Uint8Array } {
  const shp = new DataView(new ArrayBuffer(100 + points.length * 28));
  shp.setInt32(0, 9994);
  shp.setInt32(24, shp.byteLength / 2);
  shp.setInt32(28, 1000, true);
  shp.setInt32(32, 1, true);
  points.forEach(([x, y], i) => {
    const at = 100 + i * 28;
    shp.setInt32(at, i + 1);
    shp.setInt32(at + 4, 10);
    shp.setInt32(at + 8, 1, true);
    shp.setFloat64(at + 12, x, true);
    shp.setFloat64(at + 20, y, true);
  });
  const dbf = new Uint8Array(32 + 32 + 1 + points.length * 5 + 1);
  const view = new DataView(dbf.buffer);
  dbf[0] = 3;
  view.setUint32(4, points.length, true);
  view.setUint16(8, 65, true);
  view.setUint16(10, 5, true);
  dbf.set(strToU8('SITE_ID'), 32);
  dbf[32 + 11] = 'C'.charCodeAt(0);
  dbf[32 + 16] = 4;
  dbf[64] = 0x0d;
  points.forEach((_, i) => dbf.set(strToU8(` S${i + 1}  `), 65 + i * 5));
  dbf[dbf.length - 1] = 0x1a;
  return { shp: new Uint8Array(shp.buffer), dbf };
}
