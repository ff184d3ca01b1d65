// Everything that is opened once for a run: the model (only when a document needs it), its cache, the scores' meaning.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCache } from './cache.ts';
import type { Document } from './document.ts';
import type { Engine } from './index.ts';
import { type ModelIdentity, identifyModel } from './ner/identity.ts';
import { type NerModel, openModel, usualThreads } from './ner/model.ts';
import { recogniseNames } from './ner/recognise.ts';
import { type KnownEntities, loadKnownEntities } from './resolve/known.ts';
import { readCalibration } from './review/calibrate.ts';
import type { Thresholds } from './review/index.ts';
import { messageOf, TamisError } from './text/errors.ts';
import { packageFolder } from './text/resource.ts';

export interface EngineSettings {
  /** Folder of another local model (setting MODEL). */
  readonly model?: string;
  /** Score from which every record is `auto`, in place of the measured thresholds (setting THRESHOLD). */
  readonly threshold?: number;
  /** `entities.jsonl` of an earlier run (setting ENTITIES). */
  readonly entities?: string;
  /** Threads of the model, each of which reads a window at a time. */
  readonly threads?: number;
  /** Leave scores as the components give them: for measuring the calibration. */
  readonly hasRawScores?: boolean;
  /** Where to remember what the model marked; nowhere where absent. */
  readonly cacheFolder?: string;
}

export interface OpenEngine extends Engine {
  readonly identity: ModelIdentity;
  /** Threads of the model: so many documents at least should be under way. */
  readonly threads: number;
  /** Time in which documents were before the model, in milliseconds; several at once count once. */
  busyMs(): number;
  /** Documents that the model has read, as against those remembered. */
  readonly counters: { read: number; remembered: number };
  /** What a user must know about the model, such as labels without a counterpart; known once it is loaded. */
  readonly modelNotes: { code: string; message: string }[];
  /** Forgets the remembered marks that no document of this run had: for the end of a run that read them all. */
  forgetUnused(): void;
  close(): Promise<void>;
}

const defaultModel = 'tamis-ner';

/**
 * Opens what the stages need. The model itself is loaded at the first document that is not remembered.
 *
 * @example const engine = await openEngine({ cacheFolder: 'output/.cache' }); await extract(document, engine);
 * @throws TamisError where the model's folder or the known entities are not as expected
 */
export async function openEngine(settings: EngineSettings): Promise<OpenEngine> {
  const folder = settings.model ?? join(packageFolder(), 'models', defaultModel);
  const identity = await identifyModel(folder);
  const known = settings.entities === undefined ? undefined : readKnown(settings.entities);
  const cache = settings.cacheFolder === undefined ? undefined : openCache(settings.cacheFolder, identity.hash);
  const measured = readCalibration(folder);
  const counters = { read: 0, remembered: 0 };
  const modelNotes: { code: string; message: string }[] = [];
  if (identity.name !== defaultModel && !measured.isOwn) {
    modelNotes.push({
      code: 'model.uncalibrated',
      message: `the scores of ${identity.name} were not measured, so those of ${defaultModel} and its thresholds stand in; tamis calibrate --gold <folder> --model ${folder} measures them`,
    });
  }
  let model: Promise<NerModel> | undefined;
  const open = async (): Promise<NerModel> => {
    const opened = await openModel({
      folder,
      identity,
      ...(settings.threads === undefined ? {} : { threads: settings.threads }),
    });
    modelNotes.push(...opened.notes);
    return opened;
  };
  const busy = { documents: 0, sinceMs: 0, totalMs: 0 };
  const enter = (): void => {
    if (busy.documents === 0) busy.sinceMs = performance.now();
    busy.documents += 1;
  };
  const leave = (): void => {
    busy.documents -= 1;
    if (busy.documents === 0) busy.totalMs += performance.now() - busy.sinceMs;
  };
  let isClosed = false;
  const underWay = new Map<string, Promise<Document>>();
  const read = async (document: Document): Promise<Document> => {
    if (isClosed) throw new Error('the run has ended');
    enter();
    try {
      model ??= open();
      const recognised = await recogniseNames(document, await model);
      counters.read += 1;
      cache?.store(document, recognised);
      return recognised;
    } finally {
      leave();
    }
  };
  return {
    identity,
    counters,
    threads: settings.threads ?? usualThreads,
    busyMs: () => busy.totalMs,
    modelNotes,
    modelName: identity.name,
    calibration: settings.hasRawScores === true ? {} : measured.points,
    thresholds: settings.threshold === undefined ? measured.thresholds : sameForAll(settings.threshold),
    ...(known === undefined ? {} : { known }),
    async recognise(document: Document): Promise<Document> {
      // the same text, already under way, is remembered when it is done
      if (cache !== undefined) await underWay.get(document.text)?.catch(() => undefined);
      const remembered = cache?.find(document);
      if (remembered !== undefined) {
        counters.remembered += 1;
        return remembered;
      }
      const reading = read(document);
      underWay.set(document.text, reading);
      return reading.finally(() => underWay.delete(document.text));
    },
    forgetUnused: () => cache?.prune(),
    async close() {
      isClosed = true;
      // why it could not be opened, the document told that asked for it
      const opened = await model?.catch(() => undefined);
      await opened?.close();
    },
  };
}

function sameForAll(threshold: number): Thresholds {
  return {
    person: threshold,
    organisation: threshold,
    country: threshold,
    place: threshold,
    figure: threshold,
    date: threshold,
    other: threshold,
  };
}

/**
 * The entities of an earlier run.
 * @example readKnown("output/entities.jsonl")
 * @throws TamisError where there is no such file or a line is no entity
 */
export function readKnown(path: string): KnownEntities {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (thrown) {
    const message = `expected the entities.jsonl of an earlier run at "${path}", found "${messageOf(thrown)}": check ENTITIES`;
    throw new TamisError('entities.unreadable', message, { cause: thrown });
  }
  return loadKnownEntities(text.split('\n'));
}
