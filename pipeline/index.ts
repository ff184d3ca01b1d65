// The way of a document through the stages, top to bottom.
import { arbitrate } from './arbitrate/index.ts';
import { cutBlocks } from './blocks/index.ts';
import { extractCountries } from './countries/index.ts';
import { extractDates } from './dates/index.ts';
import type { Document, FailedDocument, Stage } from './document.ts';
import { extractFigures } from './figures/index.ts';
import { detectLanguages } from './language/index.ts';
import { findLeads } from './leads/index.ts';
import { applyDecisions } from './ledger/apply.ts';
import type { Ledger } from './ledger/ledger.ts';
import { keepDecidedNames } from './ledger/names.ts';
import { type KnownEntities, linkRepaired } from './names/index.ts';
import { repairNames } from './names/repairs.ts';
import { calibrateScores, type Calibration } from './review/calibrate.ts';
import { assignStatus, type Thresholds } from './review/index.ts';
import { splitSentences } from './sentences/index.ts';
import { findOffsetFault } from './text/law.ts';
import { messageOf, TamisError } from './text/errors.ts';

/** What the stages need from outside: the model, as one function, and the run's settings. */
export interface Engine {
  readonly modelName: string;
  /** The NER stage: fills `modelSpans`. */
  readonly recognise: (document: Document) => Promise<Document>;
  readonly calibration: Calibration;
  readonly thresholds: Thresholds;
  /** Entities of an earlier run (setting ENTITIES). */
  readonly known?: KnownEntities;
  /** What people decided (setting REVIEW). */
  readonly ledger?: Ledger;
  /** Told how long each stage took, in milliseconds. */
  readonly onStage?: (stage: Stage, elapsedMs: number) => void;
}

/**
 * Takes one document through every stage but the last two, which see the whole corpus (`resolve`, `write`).
 * A stage that breaks fails the document, never the batch.
 *
 * @example (await extract(startDocument({ … text: 'Le Maroc compte 37 millions d’habitants.' }), engine)).mentions
 * @throws TamisError where the model cannot be opened: without it no document can be read
 */
export async function extract(document: Document, engine: Engine): Promise<Document | FailedDocument> {
  const { ledger, known } = engine;
  const steps: readonly (readonly [Stage, (current: Document) => Document | Promise<Document>])[] = [
    ['blocks', cutBlocks],
    ['sentences', splitSentences],
    ['language', detectLanguages],
    ['ner', engine.recognise],
    ['dates', extractDates],
    ['figures', extractFigures],
    ['countries', extractCountries],
    ['arbitrate', (current) => arbitrate(current, engine.modelName)],
    ['names', repairNames],
    ['ledger', (current) => (ledger === undefined ? current : applyDecisions(current, ledger))],
    ['names', (current) => linkRepaired(current, known)],
    ['ledger', (current) => (ledger === undefined ? current : keepDecidedNames(current, { known, ...ledger }))],
    ['review', (current) => assignStatus(calibrateScores(current, engine.calibration), engine.thresholds)],
    ['leads', findLeads],
  ];
  let current = noteEmptiness(document);
  for (const [stage, step] of steps) {
    const startedMs = performance.now();
    try {
      // only the model is awaited: at every other `await` a stage of another document would run, on this one's time
      const stepped = step(current);
      current = stepped instanceof Promise ? await stepped : stepped;
      const fault = findOffsetFault(current, document.text);
      if (fault !== undefined) throw new Error(fault);
    } catch (thrown) {
      // a model that cannot be opened is no fault of this document: the run stops, with its sentence
      if (thrown instanceof TamisError && thrown.code !== 'model.run') throw thrown;
      const message = `expected the stage "${stage}" to finish, found "${messageOf(thrown)}": please report it with the document`;
      const { doc, source, sha256, encoding } = document;
      return { doc, source, sha256, encoding, failure: { code: `${stage}.broke`, stage, message } };
    }
    engine.onStage?.(stage, performance.now() - startedMs);
  }
  return current;
}

function noteEmptiness(document: Document): Document {
  if (document.text.trim() !== '') return document;
  const note = { code: 'read.empty', stage: 'read', severity: 'warning', message: 'the document has no text' } as const;
  return { ...document, notes: [...document.notes, note] };
}
