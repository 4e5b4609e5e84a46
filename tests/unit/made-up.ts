/** Communes, stations and polygons made up for tests, all from numbers that a property test draws. */
import { destination } from '../../src/core/geodesic';
import type { GapInput } from '../../src/core/gaps';
import type { Cell, Commune, CoverageArea, LngLat, Locality, MultiPolygonRings, Ring, Technology } from '../../src/core/model';

export function cell(part: Partial<Cell> & { position: LngLat }): Cell {
  return {
    siteId: `S${part.position.join('/')}`, name: '', technology: '4G', operator: 'A', status: 'active', bandMhz: null, antennaHeightM: null,
    eirpDbm: null, azimuthDeg: null, beamwidthDeg: null, radiusMeters: null, hasElectricity: null, backhaul: null, asOf: null, ...part,
  };
}

export function locality(part: Partial<Locality> & { position: LngLat }): Locality {
  return {
    localityId: `L${part.position.join('/')}`, name: '', communeCode: null, households: null, population: 100, hasElectricity: null,
    reportedState: null, reportedAt: null, note: null, ...part,
  };
}

export function rectangle(west: number, south: number, east: number, north: number): Ring {
  return [[west, south], [east, south], [east, north], [west, north], [west, south]];
}

/** Four communes that share wavy borders, about 10 km wide each, one with an enclave that is a fifth. */
export function fiveCommunes(): Commune[] {
  const wave = (from: LngLat, to: LngLat, sign: number): LngLat[] => {
    const points: LngLat[] = [];
    for (let i = 0; i < 20; i++) {
      const t = i / 20;
      const off = Math.sin(t * Math.PI * 4) * 0.008 * sign;
      points.push([from[0] + (to[0] - from[0]) * t + off * Math.sign(to[1] - from[1]), from[1] + (to[1] - from[1]) * t + off * Math.sign(to[0] - from[0])]);
    }
    return points;
  };
  const node = (i: number, j: number): LngLat => [105 + i * 0.1, 22.8 + j * 0.1];
  const side = new Map<string, LngLat[]>();
  const between = (a: LngLat, b: LngLat): LngLat[] => {
    const forward = side.get(`${a.join()} ${b.join()}`);
    if (forward) return forward;
    const points = [...wave(a, b, 1), b];
    side.set(`${a.join()} ${b.join()}`, points);
    side.set(`${b.join()} ${a.join()}`, points.slice().reverse());
    return points;
  };
  const communes: Commune[] = [];
  const enclave = rectangle(105.04, 22.84, 105.06, 22.86);
  for (let i = 0; i < 2; i++) {
    for (let j = 0; j < 2; j++) {
      const corners = [node(i, j), node(i + 1, j), node(i + 1, j + 1), node(i, j + 1)];
      const ring: LngLat[] = [];
      corners.forEach((corner, k) => ring.push(...between(corner, corners[(k + 1) % 4]!).slice(0, -1)));
      ring.push(ring[0]!);
      const geometry: MultiPolygonRings = [i === 0 && j === 0 ? [ring, enclave.slice().reverse()] : [ring]];
      communes.push({ code: `9000${i * 2 + j}`, name: `Xã ${i}${j}`, population: 1000 * (i + j + 1), geometry });
    }
  }
  communes.push({ code: '90004', name: 'Xã trong', population: 500, geometry: [[enclave]] });
  return communes;
}

/** A coverage polygon: a wobbly ring around `centre`, with a hole where `hole`. */
export function blob(centre: LngLat, radiusMeters: number, wobble: number, hole: boolean, technology: Technology, operator: string): CoverageArea {
  const around = (meters: number): Ring => {
    const ring: Ring = [];
    for (let i = 0; i < 24; i++) ring.push(destination(centre, -i * 15, meters * (1 + wobble * Math.sin(i * 1.7))));
    ring.push(ring[0]!);
    return ring;
  };
  const outer = around(radiusMeters);
  return { technology, operator, kind: 'claimed', geometry: [hole ? [outer, around(radiusMeters / 3).reverse()] : [outer]] };
}

export function input(part: Partial<GapInput>): GapInput {
  return { communes: fiveCommunes(), cells: null, coverage: null, localities: null, fibre: null, bundled: false, ...part };
}
