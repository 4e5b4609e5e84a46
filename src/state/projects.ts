/** The reader's projects: kept by themselves in the browser, several side by side, each also as one file. */
import { batch, effect, signal } from '@preact/signals';
import type { ScenarioRecord } from '../core/scenario';
import type { StoredDataset, StoredProject } from '../formats/project-file';
import { scenariosOf } from '../formats/scenario-check';
import { closeComparison } from './comparison';
import { type HamletNotes, hamletNotes, notesOf } from './hamlet-notes';
import { lang } from './language';
import { newId } from './new-id';
import { core, lastChange, project } from './project';
import { scenarios } from './scenario';
import { bakedName, singleFileTemplate } from './single-file';
import { openProjectStore, type ProjectStore, type ProjectSummary } from './store';
import { hashToView, view, viewToHash } from './view';

export interface CurrentProject {
  id: string;
  name: string;
}

/** null: nothing of the reader's own yet. */
export const currentProject = signal<CurrentProject | null>(null);

export const projects = signal<readonly ProjectSummary[]>([]);

/** How keeping stands: `memory`, the browser keeps nothing; `full`, the last change is not kept; `other-tab`, another tab has changed this project. */
export const keeping = signal<'opening' | 'kept' | 'memory' | 'full' | 'other-tab'>('opening');

/** What this one HTML file was exported with; null in a folder, in a file as it was built, and until it is read. */
export const bakedProject = signal<StoredProject | null>(null);

/** Reads what the file was exported with; to be called before anything is shown. */
export async function readBakedProject(bytes: Uint8Array): Promise<StoredProject | null> {
  const { readProjectFile } = await import('../formats/project-file');
  bakedProject.value = readProjectFile(bytes).project;
  bakedName.value = bakedProject.peek()?.name ?? '';
  return bakedProject.peek();
}

let store: ProjectStore | null = null;
/** How keeping stands while a save reaches no further than memory. */
let unkept: 'memory' | 'full' = 'memory';
/** What was saved last, by the identity of its datasets and notes. */
let saved: unknown = null;
let savedNotes: unknown = hamletNotes.peek();
let savedScenarios: unknown = scenarios.peek();

function rememberCurrent(id: string | null): void {
  void store?.setCurrent(id);
}

function ownDatasets(): StoredDataset[] {
  return (project.peek()?.datasets ?? []).flatMap(({ id, kind, provenance, rows }) => (rows ? [{ id, kind, provenance, rows: rows as unknown[] }] : []));
}

function stored({ id, name }: CurrentProject): StoredProject {
  return { id, name, savedAt: new Date().toISOString(), view: viewToHash(view.peek()), settings: { hamletNotes: hamletNotes.peek() }, scenarios: [...scenarios.peek()], datasets: ownDatasets() };
}

async function refreshList(): Promise<void> {
  projects.value = (await store?.list()) ?? [];
}

async function save(): Promise<void> {
  const current = currentProject.peek();
  if (!store || !current) return;
  const result = await store.save(stored(current));
  keeping.value = result === 'saved' ? 'kept' : result === 'conflict' ? 'other-tab' : unkept;
  await refreshList();
}

/** Without it the browser may clear the store when the disk runs full. Asked once there is something to lose. */
function askToKeep(): void {
  void navigator.storage?.persist?.().catch(() => {});
}

let opening: Promise<ProjectStore> | null = null;

function openStore(): Promise<ProjectStore> {
  return (opening ??= (async () => {
    let trouble = false;
    const opened = await openProjectStore(({ kind }) => {
      trouble = true;
      unkept = kind === 'full' ? 'full' : 'memory';
      keeping.value = unkept;
    });
    if (!trouble) keeping.value = 'kept';
    opened.onOtherTab((id) => {
      if (id === currentProject.peek()?.id) keeping.value = 'other-tab';
      void refreshList();
    });
    return opened;
  })());
}

/** Whether a project of the reader's own will be opened. */
export async function keepsProject(): Promise<boolean> {
  const baked = bakedProject.peek();
  if (baked) return holdsOwn(baked) || (await (await openStore()).list()).some((p) => p.id === baked.id);
  return (await (await openStore()).current()) !== null;
}

let started = false;

/** Brings back what was kept, then keeps every change. To be called once the worker has the bundled data. */
export async function startProjects(): Promise<void> {
  if (started) return;
  started = true;
  store = await openStore();
  await refreshList();
  const baked = bakedProject.peek();
  if (baked) await openBaked(baked);
  else {
    const last = await store.current();
    if (last) await switchProject(last);
  }
  effect(() => {
    const data = project.value;
    const notes = hamletNotes.value;
    const kept = scenarios.value;
    if (!data || (data.datasets === saved && notes === savedNotes && kept === savedScenarios)) return;
    saved = data.datasets;
    savedNotes = notes;
    savedScenarios = kept;
    const own = data.datasets.some((d) => d.rows);
    if (!own && Object.keys(notes).length === 0 && kept.length === 0 && !currentProject.peek()) return;
    if (!currentProject.peek()) {
      const first = data.datasets.find((d) => d.rows);
      currentProject.value = { id: newId(), name: first ? first.provenance.file.replace(/\.[^.]*$/, '') : lang.peek().text.project.notes };
      rememberCurrent(currentProject.peek()!.id);
    }
    askToKeep();
    void save();
  });
}

async function show(datasets: StoredDataset[], notes: HamletNotes, kept: readonly ScenarioRecord[]): Promise<void> {
  closeComparison();
  const data = await core().restore(datasets);
  saved = data.datasets;
  savedNotes = notes;
  savedScenarios = kept;
  // Together: between the two, one project's notes would stand beside another's data.
  batch(() => {
    hamletNotes.value = notes;
    scenarios.value = kept;
    project.value = data;
    lastChange.value = null;
  });
}

/**
 * What the file was given to show, whatever else this browser keeps: to some browsers all files of a machine are one site. If the
 * reader has worked on it here, as they left it.
 */
async function openBaked(baked: StoredProject): Promise<void> {
  if (projects.peek().some((p) => p.id === baked.id)) await switchProject(baked.id);
  else if (holdsOwn(baked)) await backToFile();
}

/** Whether it holds anything of a reader's own besides a view. */
function holdsOwn({ datasets, scenarios: kept, settings }: StoredProject): boolean {
  return datasets.length > 0 || kept.length > 0 || Object.keys(notesOf(settings)).length > 0;
}

/** The project as this HTML file holds it, without what was changed since. */
export async function backToFile(): Promise<void> {
  const baked = bakedProject.peek();
  if (!baked) return;
  const { id, name, datasets, settings } = baked;
  await store?.remove(id);
  await refreshList();
  currentProject.value = { id, name };
  await show(datasets, notesOf(settings), scenariosOf(baked));
}

/** Opens a kept project in place of the one in view, which stays kept. */
export async function switchProject(id: string): Promise<void> {
  const found = await store?.load(id);
  if (!found) {
    rememberCurrent(null);
    return;
  }
  currentProject.value = { id, name: found.name };
  rememberCurrent(id);
  if (keeping.peek() === 'other-tab') keeping.value = 'kept';
  await show(found.datasets, notesOf(found.settings), scenariosOf(found));
}

/** Starts anew with the bundled data; the project in view stays kept. */
export async function newProject(): Promise<void> {
  currentProject.value = null;
  rememberCurrent(null);
  await show([], {}, []);
}

export async function renameProject(name: string): Promise<void> {
  const current = currentProject.peek();
  if (!current || name.trim() === '') return;
  currentProject.value = { ...current, name: name.trim() };
  await save();
}

export async function removeProject(id: string): Promise<void> {
  await store?.remove(id);
  if (currentProject.peek()?.id === id) await newProject();
  await refreshList();
}

/** Opens a project from a file, with the view it was saved in, as a project of its own. */
export async function openProject(file: StoredProject): Promise<void> {
  currentProject.value = { id: newId(), name: file.name };
  rememberCurrent(currentProject.peek()!.id);
  closeComparison();
  const data = await core().restore(file.datasets);
  batch(() => {
    hamletNotes.value = notesOf(file.settings);
    scenarios.value = scenariosOf(file);
    view.value = { ...hashToView(file.view), tab: 'data' };
    project.value = data;
    lastChange.value = null;
  });
}

/** The project in view as one file. */
export async function projectFile(): Promise<{ name: string; bytes: Uint8Array }> {
  const { writeProjectFile } = await import('../formats/project-file');
  const current = currentProject.peek() ?? { id: 'bundled', name: 'lomsong' };
  return { name: `${current.name}.lomsong`, bytes: writeProjectFile(stored(current)) };
}

/** The page with the project and the view as they are, in one HTML file. @throws where the page's own template cannot be had */
export async function singleHtmlFile(): Promise<{ name: string; html: string }> {
  const current = currentProject.peek();
  // An id of its own: what is changed in one file is not taken for a change of another.
  const project = stored({ id: newId(), name: current?.name ?? '' });
  const { withProject } = await import('../formats/single-file');
  return { name: `${current?.name ?? 'lomsong'}.html`, html: withProject(await singleFileTemplate(), project) };
}
