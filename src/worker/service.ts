/** The core behind messages: one project in memory, answers kept as long as the project stays the same. */
import { type GapPlan, planGaps, type QuestionSpec } from '../core/gaps';
import type { HamletState } from '../core/hamlets';
import type { MultiPolygonRings } from '../core/model';
import { type Gazetteer, readBundledCoverage, readBundledFibre, readBundledLocalities, readBundledSites, readGazetteer, readIndicators, readProvenance } from '../formats/bundled';
import type { Answer, GapShapes, GapsRequest, ProjectData, Request, Response } from './protocol';

interface Kept {
  answer: Answer;
  gaps: Map<string, MultiPolygonRings>;
}

/** How long the worker computes before it looks at its messages. */
const SLICE_MS = 40;
/** Answers kept; the oldest goes first. */
const MOST_KEPT = 60;

/** Handles requests; `post` sends responses, `rest` lets waiting messages in, `now` is a clock in milliseconds. */
export function createService(post: (response: Response) => void, rest: () => Promise<void>, now: () => number): (request: Request) => Promise<void> {
  let data: ProjectData | null = null;
  let kept = new Map<string, Kept>();
  const cancelled = new Set<number>();

  function open(texts: Extract<Request, { type: 'open' }>['texts']): ProjectData {
    const gazetteer: Gazetteer = readGazetteer(texts.communes, texts.oldUnits);
    data = {
      communes: gazetteer.communes,
      oldUnits: gazetteer.oldUnits,
      cells: readBundledSites(texts.sites, gazetteer),
      localities: readBundledLocalities(texts.localities, gazetteer),
      fibre: readBundledFibre(texts.fibre),
      coverage: readBundledCoverage(texts.coverage),
      indicators: readIndicators(texts.indicators),
      provenance: readProvenance(texts.provenance),
    };
    kept = new Map();
    return data;
  }

  function planOf(request: GapsRequest, questions: readonly QuestionSpec[]): GapPlan {
    const { communes, cells, localities, fibre, coverage } = data!;
    const polygons = request.coverage === 'claimed' ? coverage : null;
    return planGaps({ communes, cells, coverage: polygons, localities, fibre, bundled: true }, request.settings, questions);
  }

  const keyOf = (request: GapsRequest, question: QuestionSpec) => JSON.stringify([request.coverage, request.settings, question]);

  /** Computes the questions not kept yet. Returns false when it was cancelled on the way. */
  async function answer(id: number, request: GapsRequest): Promise<boolean> {
    const missing = request.questions.filter((q, i, all) => !kept.has(keyOf(request, q)) && all.findIndex((o) => keyOf(request, o) === keyOf(request, q)) === i);
    if (missing.length === 0) return true;
    const plan = planOf(request, missing);
    const found = missing.map((_, q): Kept => ({
      answer: {
        rows: [],
        hamlets: plan.hasData(q) ? new Map<string, HamletState>() : null,
        oldCentresReached: plan.hasData(q) ? new Set(data!.oldUnits.filter((u) => u.centre && plan.reaches(q, u.centre)).map((u) => u.code)) : null,
      },
      gaps: new Map(),
    }));
    let started = now();
    for (const [done, commune] of plan.communes.entries()) {
      const result = plan.gapsOf(commune, true);
      found.forEach(({ answer: a, gaps }, q) => {
        a.rows.push(result.rows[q]!);
        if (result.geometries[q]!.length > 0) gaps.set(commune.code, result.geometries[q]!);
        result.localities.forEach((locality, i) => {
          const state = result.hamlets[q]?.[i];
          if (state) a.hamlets?.set(locality.localityId, state);
        });
      });
      if (now() - started > SLICE_MS) {
        post({ id, type: 'progress', done: done + 1, total: plan.communes.length });
        await rest();
        if (cancelled.has(id)) return false;
        started = now();
      }
    }
    missing.forEach((q, i) => kept.set(keyOf(request, q), found[i]!));
    return true;
  }

  function forgetOldest(): void {
    for (const key of kept.keys()) {
      if (kept.size <= MOST_KEPT) return;
      kept.delete(key);
    }
  }

  function shapesOf(request: GapsRequest): GapShapes {
    const question = request.questions[0]!;
    return { byCommune: kept.get(keyOf(request, question))!.gaps, largest: planOf(request, [question]).joinedLargestGap(0) };
  }

  return async (request) => {
    const { id } = request;
    try {
      switch (request.type) {
        case 'open':
          post({ id, type: 'opened', data: open(request.texts) });
          break;
        case 'gaps': {
          const whole = await answer(id, request.request);
          if (!whole) post({ id, type: 'cancelled' });
          else post({ id, type: 'answers', answers: request.request.questions.map((q) => kept.get(keyOf(request.request, q))!.answer) });
          forgetOldest();
          break;
        }
        case 'shapes': {
          const whole = await answer(id, request.request);
          if (!whole) post({ id, type: 'cancelled' });
          else post({ id, type: 'shapes', shapes: shapesOf(request.request) });
          break;
        }
        case 'cancel':
          cancelled.add(id);
          break;
      }
    } catch (error) {
      post({ id, type: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  };
}
