// Progress on standard error: a bar on a terminal, a plain line now and then elsewhere, nothing when told to be quiet.
import cliProgress from 'cli-progress';

export interface Progress {
  /** One more document done, with its number of words. */
  advance(words: number): void;
  stop(): void;
}

// elsewhere than on a terminal (logs, schedulers) a line every so often is enough to see that it lives
const plainLineEveryMs = 15_000;

/**
 * Shows how far a run is, with its rate and the time left.
 *
 * @example const progress = startProgress(process.stderr, 5); progress.advance(420); progress.stop();
 * @param total number of documents, or undefined where it is not known beforehand (a stream)
 */
export function startProgress(stream: NodeJS.WriteStream, total: number | undefined): Progress {
  const startedMs = Date.now();
  let documents = 0;
  let words = 0;
  const rate = (): string =>
    `${Math.round(words / Math.max(0.001, (Date.now() - startedMs) / 1000)).toLocaleString('en')} words/s`;
  if (stream.isTTY && total !== undefined) {
    const bar = new cliProgress.SingleBar({
      stream,
      clearOnComplete: true,
      format: '{bar} {value}/{total} documents, {rate}, {eta_formatted} left',
    });
    bar.start(total, 0, { rate: rate() });
    return {
      advance(count) {
        words += count;
        bar.increment(1, { rate: rate() });
      },
      stop: () => bar.stop(),
    };
  }
  let printedMs = startedMs;
  return {
    advance(count) {
      documents += 1;
      words += count;
      const nowMs = Date.now();
      if (nowMs - printedMs < plainLineEveryMs) return;
      printedMs = nowMs;
      const left =
        total === undefined
          ? ''
          : `, about ${formatDuration(((nowMs - startedMs) / documents) * (total - documents))} left`;
      stream.write(`${documents}${total === undefined ? '' : ` of ${total}`} documents, ${rate()}${left}\n`);
    },
    stop: () => undefined,
  };
}

/**
 * A length of time for people.
 * @example formatDuration(95_000) // '1 min 35 s'
 */
export function formatDuration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
